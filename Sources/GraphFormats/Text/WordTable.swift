internal import ExactTexts

/// Words that come again and again in a file, each of which has a number.
///
/// Files repeat themselves: the word that came after another one the last time is looked for first.
struct WordTable {
  private var words: [[UInt8]] = []
  private var numbers: [ExactText: Int] = [:]
  /// The word that came after each one when it last came.
  private var followers: [Int] = []
  private var last = 0

  /// How many there are.
  var count: Int { words.count }

  /// A word as text.
  func text(_ number: Int) -> String { String(decoding: words[number], as: UTF8.self) }

  /// The number of a word, if it is there.
  mutating func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard last < followers.count else { return nil }
    var number = followers[last]
    if !isSame(number, word) {
      guard let found = numbers[String(decoding: word, as: UTF8.self)] else { return nil }
      number = found
      followers[last] = number
    }
    last = number
    return number
  }

  /// Adds a word that is not there yet.
  ///
  /// - Returns: Its number, the next one.
  mutating func append(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    numbers[String(decoding: word, as: UTF8.self)] = words.count
    words.append(Array(word))
    followers.append(0)
    return words.count - 1
  }

  private func isSame(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = words[number].count
    guard count == word.count else { return false }
    for place in 0..<count where words[number][place] != word[place] { return false }
    return true
  }
}
