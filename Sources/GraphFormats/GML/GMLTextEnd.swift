/// Tells the quote that ends a text from one that is a part of it.
///
/// Quotes within texts should be entities, but R's igraph writes them as they are. A quote ends a
/// text if what comes after it can come after a text: the end of the line or of the list, a comment,
/// or a key with a value.
enum GMLTextEnd {
  /// Whether a quote ends its text.
  ///
  /// - Parameters:
  ///   - rest: What comes after it, as far as it is of interest.
  ///   - isEscaped: Whether a backslash stands before it, as graph-tool writes it.
  ///   - isByLine: Whether each value is known to end its line.
  /// - Returns: Whether it does, as far as can be told.
  static func isEnd(before rest: ArraySlice<UInt8>, isEscaped: Bool, isByLine: Bool) -> Bool {
    var rest = rest
    let hasBlank = skip(blank, &rest) > 0
    guard let next = rest.first, next != 0x0A, next != 0x0D else { return true }
    if isByLine { return false }
    if isEscaped { return next == UInt8(ascii: "]") }
    while rest.first == UInt8(ascii: "]") {
      rest.removeFirst()
      skip(.space, &rest)
    }
    guard let next = rest.first else { return true }
    if next == UInt8(ascii: "#") { return hasBlank }
    return GMLScanner.keyStart.contains(next) && isItem(rest)
  }

  /// Whether a key and a value begin something; if it is too long to tell, they do.
  private static func isItem(_ rest: ArraySlice<UInt8>) -> Bool {
    var rest = rest
    let key = String(decoding: rest.prefix(while: GMLScanner.keyRest.contains), as: UTF8.self)
    skip(GMLScanner.keyRest, &rest)
    let hasSpace = skip(.space, &rest) > 0
    guard let first = rest.first, first != UInt8(ascii: "[") else { return true }
    guard hasSpace else { return false }
    if first == UInt8(ascii: "\"") { return true }
    let word = rest.prefix(while: GMLScanner.number.contains)
    guard !word.isEmpty else { return false }
    if let end = rest.dropFirst(word.count).first, !ends.contains(end) { return false }
    return words.contains(key) || Array(word).withUnsafeBufferPointer(AttributeValue.number) != nil
  }

  private static let blank = ByteSet(ascii: " \t")
  private static let ends = ByteSet(ascii: " \t\r\n][#")
  /// The keys whose values may be words.
  private static let words: Set<String> = ["id", "label", "source", "target"]

  @discardableResult
  private static func skip(_ set: ByteSet, _ rest: inout ArraySlice<UInt8>) -> Int {
    let start = rest.startIndex
    rest = rest.drop(while: set.contains)
    return rest.startIndex - start
  }
}
