extension Escaping {
  /// A URL of the web whose every character is one that a URL may have; the rest is
  /// percent-encoded, for libgvc writes URLs into SVG with little escaping.
  static func url(_ url: String, attribute: String) throws(GraphvizError) -> String {
    guard url.utf8.count <= Limits.textBytes else {
      throw GraphvizError(
        .limitExceeded, "the URL has more than \(Limits.textBytes) bytes", attribute: attribute)
    }
    guard let start = ["http://", "https://"].first(where: { url.lowercased().hasPrefix($0) }),
      url.utf8.count > start.utf8.count,
      url.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != " " })
    else {
      throw GraphvizError(
        .invalidValue, "a URL begins with http:// or https:// and has no spaces",
        attribute: attribute)
    }
    var result = ""
    let bytes = Array(url.utf8)
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHexDigit(bytes[index + 1])
        && isHexDigit(bytes[index + 2])
      if isEscape || allowed.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + hex(byte >> 4) + hex(byte & 0xF)
      }
    }
    return result
  }

  // RFC 3986, without the apostrophe, which could end an attribute, and without the semicolon,
  // with which libgvc would see character references.
  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,=".utf8)

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }

  private static func hex(_ digit: UInt8) -> String {
    String(digit, radix: 16, uppercase: true)
  }
}
