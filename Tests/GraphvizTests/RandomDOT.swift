/// Random DOT text, in the language or nearly so.
struct RandomDOT {
  private var random: Dice
  private var edge = "->"
  private var isStrict = false

  init(seed: UInt64) {
    random = Dice(seed: seed)
  }

  /// A text of the language.
  ///
  /// No edge of a strict graph has a key: libcgraph forgets then that the graph is strict.
  mutating func text() -> String {
    let isDirected = random.chance(0.6)
    edge = isDirected ? "->" : "--"
    isStrict = random.chance(0.2)
    return (isStrict ? "strict " : "") + (isDirected ? "digraph " : "graph ")
      + (random.chance(0.4) ? name() + " " : "") + body(0)
  }

  /// A text with some of its characters or tokens changed.
  mutating func brokenText() -> String {
    var characters = Array(text())
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<characters.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(contentsOf: random.one(of: Self.junk), at: place)
      case 2: characters.swapAt(place, Int.random(in: 0..<characters.count, using: &random))
      default: characters[place] = random.one(of: Array("{}[]=;,:->\"<>+ ab1.\\/*#"))
      }
      if characters.isEmpty { characters = ["{"] }
    }
    return String(characters)
  }

  private static let junk = [
    "{", "}", "[", "]", "=", ";", ",", ":", "->", "--", "\"", "<", ">", "+", "node", "graph",
    "subgraph", "/*", "*/", "//", "#", "\n", "\\", "1a", "-", ".", "@", "é",
  ]

  private mutating func blank() -> String {
    random.one(of: [
      " ", " ", " ", " ", "\n", "\t", " /* a } \" comment */ ", " // to the end {\n",
      "\n# a line \"\n", " # here, too [\n", "\r\n",
    ])
  }

  private mutating func name() -> String {
    random.one(of: [
      "a", "b", "c", "d", "e", "_x1", "北京", "é", "1", "-1.5", ".5", "2.", "\"a\"", "\"b c\"",
      "\"say \\\"hi\\\"\"", "\"two\\\\\"", "\"\"", "\"node\"", "\"x\\ny\"", "\"a\" + \"b\"",
      "\"long\\\nline\"", "<h>", "<<b>h</b> i>", "\"{|}\"", "nodes", "\"#\"", "\"/*\"",
    ])
  }

  private mutating func attribute() -> String {
    let name = random.one(of: [
      "color", "label", "shape", "x", "\"y z\"", "style", "tailport", "weight",
    ])
    // libcgraph forgets that a value is HTML-like if a name has the same text.
    let other = self.name()
    let value =
      random.chance(0.2) || other.hasPrefix("<")
      ? random.one(of: ["\"\"", "<<b>v</b>>", "<w>", "<v\\>"]) : other
    return name + random.one(of: ["=", " = "]) + value
  }

  private mutating func attributes() -> String {
    var result = ""
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      var list: [String] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) { list.append(attribute()) }
      result += "[" + list.joined(separator: random.one(of: [",", ";", " ", ", "])) + "]"
    }
    return result
  }

  private mutating func body(_ depth: Int) -> String {
    var result = "{" + blank()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      result += statement(depth) + random.one(of: [";", "; ", " ", "\n"]) + blank()
    }
    return result + "}"
  }

  private mutating func statement(_ depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return attribute()
    case 1: return random.one(of: ["graph ", "Node ", "edge", "node\n"]) + attributes()
    case 2 where depth < 3: return subgraph(depth)
    case 3, 4: return node() + (random.chance(0.6) ? " " + attributes() : "")
    default:
      var result = link(depth)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        result += " " + edge + blank() + link(depth)
      }
      guard random.chance(0.5) else { return result }
      return result + " " + attributes()
        + (!isStrict && random.chance(0.2) ? "[key=k\(depth)]" : "")
    }
  }

  private mutating func link(_ depth: Int) -> String {
    if depth < 3, random.chance(0.15) { return subgraph(depth) }
    return random.chance(0.1) ? node() + ", " + node() : node()
  }

  private mutating func node() -> String {
    var result = name()
    if random.chance(0.15) { result += random.one(of: [":p", ":ne", ":p:sw", " : \"p q\""]) }
    return result
  }

  private mutating func subgraph(_ depth: Int) -> String {
    let name = random.one(of: [
      "", "subgraph ", "subgraph s ", "subgraph cluster_a ", "subgraph t ",
    ])
    return name + body(depth + 1)
  }
}
