/// A message between a program and its helper: a mark, a length, and so many bytes.
enum HelperFrame {
  /// Names the notation; another version of this library may have another.
  static let mark = Array("GVHELP01".utf8)
  static let headerBytes = 16
  /// More than any drawing within the limits.
  static let maximumBytes = 1 << 30

  static func framed(_ payload: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(payload.count)
    return mark + writer.bytes + payload
  }

  enum Progress: Equatable {
    case incomplete
    case complete(Range<Int>)
    case malformed
  }

  /// How far a message has arrived, and where its content is.
  static func progress(of bytes: [UInt8]) -> Progress {
    let start = bytes.prefix(mark.count)
    guard mark.starts(with: start) else { return .malformed }
    guard bytes.count >= headerBytes else { return .incomplete }
    var reader = ByteReader(bytes[mark.count..<headerBytes])
    guard let count = try? reader.int(), (0...maximumBytes).contains(count) else {
      return .malformed
    }
    let end = headerBytes + count
    if bytes.count > end { return .malformed }
    return bytes.count == end ? .complete(headerBytes..<end) : .incomplete
  }
}
