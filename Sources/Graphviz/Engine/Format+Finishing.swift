extension Format {
  /// What has to be put right in libgvc's output.
  func finished(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .svg: Self.repairingReferences(bytes)
    case .pdf: Self.fixingDate(bytes)
    default: bytes
    }
  }

  /// Whether something is drawn at a place that is not a number, as degenerate outlines are.
  func hasInvalidNumbers(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .svg: Self.hasInvalidNumbers(svg: bytes)
    case .json: Self.hasInvalidNumbers(json: bytes)
    default: false
    }
  }

  /// Coordinates are in two attributes; text cannot hold an unescaped quote.
  private static func hasInvalidNumbers(svg bytes: [UInt8]) -> Bool {
    let quote = UInt8(ascii: "\"")
    let starts = [Array("points=\"".utf8), Array(" d=\"".utf8)]
    var place = 0
    while let next = bytes[place...].firstIndex(of: quote) {
      place = next + 1
      guard starts.contains(where: { bytes[..<place].suffix($0.count).elementsEqual($0) }) else {
        continue
      }
      while place < bytes.count, bytes[place] != quote {
        if bytes[place] == UInt8(ascii: "n") { return true }
        place += 1
      }
      place += 1
      if place >= bytes.count { break }
    }
    return false
  }

  /// Outside of strings, JSON has no words that hold `nan` or `inf`.
  private static func hasInvalidNumbers(json bytes: [UInt8]) -> Bool {
    let nan = Array("nan".utf8)
    let inf = Array("inf".utf8)
    var isString = false
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "n") where !isString, UInt8(ascii: "i") where !isString:
        if bytes[place...].starts(with: nan) || bytes[place...].starts(with: inf) { return true }
      default: break
      }
      place += 1
    }
    return false
  }

  /// libgvc leaves an ampersand alone if it seems to begin a character reference, defined in XML or
  /// not.
  ///
  /// Only those that libgvc writes itself are references; every other ampersand was meant as one.
  /// The character that kept such apart in labels goes, too.
  private static func repairingReferences(_ bytes: [UInt8]) -> [UInt8] {
    let ampersand = UInt8(ascii: "&")
    guard bytes.contains(ampersand) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var rest = bytes[...]
    while let place = rest.firstIndex(of: ampersand) {
      result += rest[..<place]
      rest = rest[place...]
      if let reference = references.first(where: { rest.starts(with: $0) }) {
        result += reference
        rest = rest.dropFirst(reference.count)
        if reference == escapedAmpersand, rest.starts(with: joiner) {
          rest = rest.dropFirst(joiner.count)
        }
      } else {
        result += escapedAmpersand
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static let escapedAmpersand = Array("&amp;".utf8)
  private static let references = [
    escapedAmpersand, Array("&lt;".utf8), Array("&gt;".utf8), Array("&quot;".utf8),
    Array("&#45;".utf8), Array("&#39;".utf8), Array("&#160;".utf8),
    Array("&#10;".utf8), Array("&#13;".utf8),
  ]
  private static let joiner = Array(String(Character(Escaping.joiner)).utf8)

  /// cairo writes the time into each PDF; a fixed one of the same length makes the same drawing
  /// the same bytes.
  private static func fixingDate(_ bytes: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    var result = bytes
    // The date is near the end.
    var place = bytes.count - key.count
    while place >= 0 {
      if bytes[place] == key[0], bytes[place...].starts(with: key) {
        for index in (place + key.count)..<bytes.count {
          if bytes[index] == UInt8(ascii: ")") { break }
          if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
            result[index] = fixedDate(at: index - place - key.count)
          }
        }
        break
      }
      place -= 1
    }
    return result
  }

  /// The first of January 2000.
  private static func fixedDate(at index: Int) -> UInt8 {
    let digits = Array("20000101000000".utf8)
    return index < digits.count ? digits[index] : UInt8(ascii: "0")
  }
}
