/// The text of a source, by paragraphs.
public struct Document: Sendable {
  /// The SHA-256 of the file, as 64 lower-case hexadecimal digits.
  public let sha256: String
  /// The paragraphs: the lines that are not blank.
  public let paragraphs: [String]

  /// Reads the bytes of a file; `nil` when they are not UTF-8.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    sha256 = SHA256.hexDigest(of: bytes)
    paragraphs = text.split(whereSeparator: \.isNewline)
      .filter { $0.contains { !$0.isWhitespace } }
      .map(String.init)
  }

  /// The paragraph with a number, from 1; `nil` when there is none.
  public func paragraph(_ number: Int) -> String? {
    paragraphs.indices.contains(number - 1) ? paragraphs[number - 1] : nil
  }
}
