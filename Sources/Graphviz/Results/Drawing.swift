/// A layout and what was written of it.
public struct Drawing: Sendable, Hashable {
  /// Where everything is.
  public let layout: Layout
  /// The bytes of each format that was asked for.
  public let files: [Format: [UInt8]]
  /// What libgvc, Pango and cairo remarked without failing, in the order in which they did.
  public let warnings: [String]

  /// The bytes of a format; nil if it was not asked for.
  public subscript(format: Format) -> [UInt8]? { files[format] }
}
