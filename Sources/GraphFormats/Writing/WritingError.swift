/// Why a file can't be written.
public struct WritingError: Error, Hashable, Sendable {
  /// What messages call the file.
  public let name: String
  /// What was the matter, in a phrase that follows on the name.
  public let message: String

  /// The system's number of the error, as in `errno`.
  public let code: Int32

  /// Creates an error from what the system says.
  init(_ name: String, _ phrase: String, _ code: Int32) {
    self.name = name
    self.code = code
    message = "\(phrase): \(FileSystem.describe(code))"
  }
}

extension WritingError: CustomStringConvertible {
  /// The name and the message: `parks.graphml: can't be created: permission denied`.
  public var description: String { "\(name): \(message)" }
}
