internal import CLibXML2

/// Places in the file, for errors and remarks.
extension XMLParser {
  /// Where the parser stands.
  func position() -> TextPosition { place(back: 0) }

  /// Where the tag starts that is being told of; at the end of an element, where the tag before
  /// its end tag does, which for one that has only text in it is its start tag.
  func tagPosition() -> TextPosition {
    guard let input = context?.pointee.input?.pointee, let base = input.base, let cur = input.cur
    else { return place(back: 0) }
    var distance = 0
    let isEmpty = cur - base > 1 && cur[-1] == UInt8(ascii: ">") && cur[-2] == UInt8(ascii: "/")
    var open = isEnding && !isEmpty ? 2 : 1
    while open > 0 {
      distance += 1
      guard cur - distance >= base else { return place(back: 0) }
      if cur[-distance] == UInt8(ascii: "<") { open -= 1 }
    }
    return place(back: distance)
  }

  private func place(back distance: Int) -> TextPosition {
    guard let input = context?.pointee.input?.pointee, let base = input.base, let cur = input.cur
    else { return TextPosition(line: 1, column: 1) }
    var line = Int(input.line)
    var start = cur
    for _ in 0..<distance {
      start -= 1
      if start.pointee == UInt8(ascii: "\n") { line -= 1 }
    }
    var column = 1
    while column < Self.longestLine, start - column >= base,
      start[-column] != UInt8(ascii: "\n")
    {
      column += 1
    }
    // Where the beginning of the line is gone or far, libxml2's own count has to do.
    let isWhole = column < Self.longestLine && (start - column >= base || input.consumed == 0)
    if !isWhole { column = max(column, Int(input.col) - distance) }
    return TextPosition(line: max(1, line), column: column)
  }

  /// The text at which the parser stands, cut short.
  func excerpt() -> String {
    guard let input = context?.pointee.input?.pointee, let cur = input.cur, let end = input.end,
      end > cur
    else { return "" }
    let text = BorrowedBytes(start: cur, count: min(end - cur, 120))
    return Excerpt.of(String(decoding: text.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self))
  }
}
