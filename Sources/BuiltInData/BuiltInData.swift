public import ParkGraph

/// The data set that comes with parkgraph: international science-park partnerships, each with the
/// document that proves it.
///
/// It is compiled in: no file is looked for and no YAML is parsed.
///
/// ```swift
/// let graph = BuiltInData.graph
/// graph["torch-unsw-2016"]?.agreement?.parties.count   // 2
/// ```
public enum BuiltInData {
  /// The data set; decoded at the first use.
  public static let graph: ParkGraph = {
    let bytes = UnsafeBufferPointer(
      start: packedSeeds.utf8Start, count: packedSeeds.utf8CodeUnitCount)
    do {
      var unpacker = try Unpacker(bytes)
      return try ParkGraph(from: &unpacker)
    } catch {
      // Written by this very build; a test reads it back.
      preconditionFailure("The built-in data can't be read.")
    }
  }()
}
