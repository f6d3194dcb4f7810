/// Numbers as texts write them.
enum NumberInWords {
  /// Whether a text says a number, in digits or in words, up to powers of ten: `8.7 trillion` says
  /// 8,700,000,000,000, `ten` and `十` say 10, `1/6` says 16.67 %.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func text(_ text: String, says value: Double) -> Bool {
    let wanted = significantDigits(of: value.magnitude)
    var tokens: [Substring] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"./,".contains($0) })
    {
      tokens += pieces(of: word)
    }
    return tokens.contains { token in
      if let fraction = fraction(token) {
        return [1, 100].contains { abs(fraction * $0 - value) <= 0.01 * value.magnitude }
      }
      return number(token).map { significantDigits(of: $0) == wanted } ?? false
    }
  }

  /// Parts numbers from letters and Han characters from each other: `第7對` gives 第, 7, 對.
  private static func pieces(of word: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = word.startIndex
    var last: Sort?
    for index in word.indices {
      let sort = Sort(word[index])
      if let last, sort != last || sort == .ideograph {
        pieces.append(word[start..<index])
        start = index
      }
      last = sort
    }
    return pieces + [word[start...]]
  }

  private enum Sort {
    case digit
    case letter
    case ideograph

    init(_ character: Character) {
      if character.isASCII {
        self = character.isLetter ? .letter : .digit
      } else {
        let isIdeograph = character.unicodeScalars.first?.properties.isIdeographic ?? false
        self = isIdeograph ? .ideograph : .letter
      }
    }
  }

  private static func number(_ token: Substring) -> Double? {
    if let word = words[token.lowercased()] { return word }
    if token.count == 1, let whole = token.first?.wholeNumberValue { return Double(whole) }
    let plain = token.filter { $0 != "," }
    return Double(plain.last == "." ? String(plain.dropLast()) : String(plain))
  }

  private static func fraction(_ token: Substring) -> Double? {
    let parts = token.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let top = Double(parts[0]), let bottom = Double(parts[1]), bottom > 0
    else { return nil }
    return top / bottom
  }

  /// The digits between the zeros that only scale a number: `87` for 8.7 trillion.
  private static func significantDigits(of value: Double) -> Substring {
    let mantissa = value.description.prefix { $0 != "e" }
    var digits = mantissa.filter { $0 != "." }[...]
    while digits.first == "0" { digits.removeFirst() }
    while digits.last == "0" { digits.removeLast() }
    return digits
  }

  private static let words: [String: Double] = [
    "one": 1, "first": 1, "two": 2, "second": 2, "three": 3, "third": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "dozen": 12, "hundred": 100, "thousand": 1000,
  ]
}
