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

  private var words = WordTable()

  init() {
    for name in Self.known { number(of: Array(name.utf8)) }
  }

  /// How many there are that mean nothing to us.
  var foreignCount: Int { words.count - Self.known.count }

  /// How many there are.
  var count: Int { words.count }

  /// Whether upper and lower case are the same in the keys that mean something.
  var foldsCase = false

  /// Whether a key says that a graph begins, in letters of any case.
  func begins(with number: Int) -> Bool {
    number == Self.graph || number >= Self.known.count && name(number).lowercased() == "graph"
  }

  /// Whether the values of a key may be words without quotes.
  static func mayBeWords(_ number: Int) -> Bool { number <= target }

  /// A key as text.
  func name(_ number: Int) -> String { words.text(number) }

  /// The number of a key, which is a new one if the key is.
  @discardableResult
  mutating func number(of word: [UInt8]) -> Int {
    let number = word.withUnsafeBufferPointer { words.find($0) ?? words.append($0) }
    guard foldsCase, number >= Self.known.count else { return number }
    let folded = words.text(number).lowercased()
    return Self.known.firstIndex { $0.lowercased() == folded } ?? number
  }
}
