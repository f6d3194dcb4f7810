/// The keys of a GML file, each of which has a number.
struct GMLKeyNames {
  static let id = 0
  static let label = 1
  static let source = 2
  static let target = 3
  static let directed = 4
  static let key = 5
  static let gid = 6
  static let graphics = 7
  static let graph = 8
  static let node = 9
  static let edge = 10
  static let creator = 11

  private static let known = [
    "id", "label", "source", "target", "directed", "key", "gid", "graphics", "graph", "node",
    "edge", "Creator",
  ]

  private var names: [String] = []
  private var bytes: [[UInt8]] = []
  private var numbers: [String: Int] = [:]
  /// The key that came after each one when it last came: files repeat themselves.
  private var followers: [Int] = []
  private var last = 0

  init() {
    for name in Self.known { append(name) }
  }

  /// How many there are that mean nothing to us.
  var foreignCount: Int { names.count - Self.known.count }

  /// How many there are.
  var count: Int { names.count }

  /// Whether the values of a key may be words without quotes.
  static func mayBeWords(_ number: Int) -> Bool { number <= target }

  /// A key as text.
  func name(_ number: Int) -> String { names[number] }

  /// The number of a key, which is a new one if the key is.
  mutating func number(of word: [UInt8]) -> Int {
    var number = followers[last]
    if bytes[number] != word {
      let name = String(decoding: word, as: UTF8.self)
      number = numbers[name] ?? append(name)
      followers[last] = number
    }
    last = number
    return number
  }

  @discardableResult
  private mutating func append(_ name: String) -> Int {
    numbers[name] = names.count
    names.append(name)
    bytes.append(Array(name.utf8))
    followers.append(0)
    return names.count - 1
  }
}
