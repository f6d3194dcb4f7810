/// What screen readers say of a drawing.
enum AccessibleSVG {
  /// The drawing with a title and a summary as a whole, marked as one picture.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func described(_ svg: [UInt8], title: String, summary: String) -> [UInt8] {
    let start = Array("<svg ".utf8)
    guard let open = firstRange(of: start, in: svg, from: 0),
      let close = svg[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return svg }
    let attributes = "role=\"img\" aria-labelledby=\"map-title map-summary\" "
    let texts =
      "\n<title id=\"map-title\">\(escaped(title))</title>\n"
      + "<desc id=\"map-summary\">\(escaped(summary))</desc>"
    return svg[..<(open + start.count)] + Array(attributes.utf8)
      + svg[(open + start.count)...close] + Array(texts.utf8) + svg[(close + 1)...]
  }

  private static func firstRange(of bytes: [UInt8], in all: [UInt8], from: Int) -> Int? {
    var place = from
    while place + bytes.count <= all.count {
      if all[place..<(place + bytes.count)].elementsEqual(bytes) { return place }
      place += 1
    }
    return nil
  }

  /// As XML takes it, without what it can't hold.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
