/// How many elements of a kind a file will have, going by those so far and the bytes left.
///
/// Arrays that grow by themselves are twice in memory each time they do, and mostly larger than
/// they need to be in the end. Room that is asked for and not used costs nothing, since the system
/// gives memory when it is written to.
struct Forecast {
  /// With fewer elements it matters little.
  private static let minimum = 1 << 14

  private var start = 0
  private var limit = Self.minimum

  /// Takes note of one more element.
  ///
  /// - Parameters:
  ///   - count: How many there were before it.
  ///   - parser: Knows how far the file is read.
  /// - Returns: How many elements there should be room for, if it is time to make some.
  mutating func next(_ count: Int, _ parser: XMLParser) -> Int? {
    if count == 0 { start = parser.bytesRead }
    guard count >= limit else { return nil }
    guard let size = parser.size, parser.bytesRead > start else {
      limit = .max
      return nil
    }
    let rate = Double(count) / Double(parser.bytesRead - start)
    let rest = rate * Double(max(0, size - parser.bytesRead))
    // A tenth more, lest the arrays grow once more just before the end; but no more than is in
    // proportion to what was read, for the rest of a large file may be empty.
    limit = count + max(Self.minimum, Int(min(rest * 1.1, 3 * Double(count))))
    return limit
  }
}
