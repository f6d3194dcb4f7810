extension EdgeListParser {
  /// Where the parser is, for errors.
  struct Place {
    let line: Int
    let start: UnsafePointer<UInt8>

    /// The number of a character, counted from 1: bytes that go on with a character don't count.
    func column(of byte: UnsafePointer<UInt8>) -> Int {
      1 + UnsafeBufferPointer(start: start, count: byte - start).count { $0 & 0xC0 != 0x80 }
    }

    /// What stands at a byte, up to the next blank, comma or end of line.
    func excerpt(_ byte: UnsafePointer<UInt8>) -> String {
      var end = byte
      while end.pointee > 0x20 && end.pointee != 0x7F && end.pointee != UInt8(ascii: ",") {
        end += 1
      }
      return excerpt(UnsafeBufferPointer(start: byte, count: end - byte))
    }

    /// Some bytes in quotes, as many as a message has room for.
    func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
      let text = String(decoding: bytes, as: UTF8.self)
      return text.count <= 40 ? "“\(text)”" : "“\(text.prefix(39))…”"
    }

    func unexpected(
      _ byte: UnsafePointer<UInt8>, excerpt: String? = nil, _ expected: String, advice: String
    ) -> EdgeListError {
      let found =
        switch byte.pointee {
        case 0x0A, 0x0D: "the end of the line"
        case UInt8(ascii: ","): "a comma"
        case ..<0x20, 0x7F: "the control character \(byte.pointee)"
        default: excerpt ?? self.excerpt(byte)
        }
      return EdgeListError(
        .syntax, line: line, column: column(of: byte), "found \(found), expected \(expected)",
        advice: advice)
    }

    func quoted(_ byte: UnsafePointer<UInt8>) -> EdgeListError {
      EdgeListError(
        .syntax, line: line, column: column(of: byte),
        "found \(excerpt(byte)), expected a name without quotes",
        advice: "take them away, or read the file as CSV")
    }

    func notUTF8(_ byte: UnsafePointer<UInt8>) -> EdgeListError {
      EdgeListError(
        .encoding, line: line, column: column(of: byte),
        "found the name \(excerpt(byte)), which is not UTF-8", advice: "save the file as UTF-8")
    }
  }
}
