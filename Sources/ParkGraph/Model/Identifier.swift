/// The identifier of an entity in a public register.
public struct Identifier: Hashable, Sendable {
  /// The registers that are known here.
  public enum Scheme: String, CaseIterable, Hashable, Sendable {
    /// Research Organization Registry: `03r8z3t63`.
    case ror
    /// Wikidata: `Q734764`.
    case wikidata
    /// Legal Entity Identifier, ISO 17442.
    case lei
  }

  /// The register.
  public let scheme: Scheme
  /// The identifier in it.
  public let value: String

  /// Creates an identifier, or returns `nil` when the value is not of the register's form; the check
  /// digits of LEI are verified.
  public init?(_ scheme: Scheme, _ value: String) {
    let bytes = Array(value.utf8)
    let isValid =
      switch scheme {
      case .ror:
        bytes.count == 9 && bytes.first == UInt8(ascii: "0")
          && bytes.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
      case .wikidata:
        bytes.count >= 2 && bytes.first == UInt8(ascii: "Q") && bytes[1] != UInt8(ascii: "0")
          && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
      case .lei: Self.isLEI(bytes)
      }
    guard isValid else { return nil }
    self.scheme = scheme
    self.value = value
  }

  /// ISO 7064 mod 97-10 over the digits, letters counting as 10 … 35.
  private static func isLEI(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 20 else { return false }
    var remainder = 0
    for byte in bytes {
      switch byte {
      case 48...57: remainder = (remainder * 10 + Int(byte) - 48) % 97
      case 65...90: remainder = (remainder * 100 + Int(byte) - 55) % 97
      default: return false
      }
    }
    return remainder == 1
  }
}
