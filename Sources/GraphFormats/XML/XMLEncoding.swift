/// What the first bytes of an XML file tell of its encoding.
enum XMLEncoding {
  /// Whether a file that begins so is in UTF-8, for its mark or its single bytes say so, though its
  /// declaration says otherwise: so when a program writes text that another one encodes.
  static func isWronglyDeclared(in bytes: [UInt8]) -> Bool {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = bytes.dropFirst(hasMark ? 3 : 0)
    guard text.starts(with: Array("<?xml".utf8)) else { return false }
    let declaration = String(decoding: text.prefix(200).prefix { $0 != 0x3E }, as: UTF8.self)
    let words = declaration.lowercased().split { " \t\r\n=\"'?".contains($0) }
    guard let place = words.firstIndex(of: "encoding"), place + 1 < words.endIndex else {
      return false
    }
    let name = words[place + 1]
    return hasMark
      ? !["utf-8", "utf8"].contains(name) : name.hasPrefix("utf-16") || name.hasPrefix("ucs-2")
  }
}
