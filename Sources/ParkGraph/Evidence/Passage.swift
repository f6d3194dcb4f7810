/// A paragraph in a form in which terms are looked for.
///
/// A term stands in a paragraph when it is a run of whole words of it, after both have been
/// normalized:
///
/// 1. Pronunciation glosses are taken out: lower-case Latin letters in brackets behind a Han
///    character, as in 中關(guān)村.
/// 2. Case, width, diacritics and traditional or simplified characters are folded, as in names.
/// 3. Punctuation, quotation marks among it, and spaces are left out; but a point or comma between
///    two digits belongs to the number, and a comma is then dropped.
///
/// A word is a run of letters, a number, or a single Han character; so `52 projects` is not found in
/// `152 projects`, nor `320` in `320.23`.
///
/// ```swift
/// Passage("中關(guān)村(大興)細胞基因治療產業園").holds("中关村（大兴）")   // true
/// ```
public struct Passage: Sendable {
  private let scalars: [Unicode.Scalar]
  /// Whether a word starts at each scalar; one more for the end.
  private let starts: [Bool]

  /// Normalizes a text.
  ///
  /// - Complexity: O(*n*) in its length.
  public init(_ text: String) {
    let source = Array(Self.withoutGlosses(Array(text.unicodeScalars)))
    var scalars: [Unicode.Scalar] = []
    var starts: [Bool] = []
    var last: WordPart?
    for (index, scalar) in source.enumerated() {
      if Self.joinsDigits(source, at: index) {
        if scalar == "." {
          scalars.append(scalar)
          starts.append(false)
        }
        continue
      }
      // A combining mark doesn't end a word; an apostrophe does, so that "Beijing's" holds "Beijing".
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      let part = WordPart(scalar)
      for folded in TextFolding.key(String(scalar)).unicodeScalars {
        scalars.append(folded)
        starts.append(part == .ideograph || part != last)
        last = part
      }
      if part == .none { last = nil }
    }
    self.scalars = scalars
    self.starts = starts + [true]
  }

  /// Whether the term stands in the passage; an empty term, or one of punctuation alone, does not.
  ///
  /// - Complexity: O(*n* *m*) in the lengths of both.
  public func holds(_ term: String) -> Bool {
    let wanted = Passage(term).scalars
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return false }
    return (0...(scalars.count - wanted.count)).contains { start in
      starts[start] && starts[start + wanted.count]
        && scalars[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private enum WordPart {
    case letter
    case digit
    case ideograph
    case none

    init(_ scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .decimalNumber: self = .digit
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .letterNumber, .otherNumber, .spacingMark:
        self = scalar.properties.isIdeographic ? .ideograph : .letter
      default: self = .none
      }
    }
  }

  /// Whether the scalar is a point or comma with a digit on either side.
  private static func joinsDigits(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard text[index] == "." || text[index] == ",", index > 0, index + 1 < text.count else {
      return false
    }
    return WordPart(text[index - 1]) == .digit && WordPart(text[index + 1]) == .digit
  }

  private static func withoutGlosses(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      if text[index] == "(", kept.last?.properties.isIdeographic == true,
        let end = endOfGloss(text, from: index + 1)
      {
        index = end + 1
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return kept
  }

  /// The place of the bracket that closes a gloss: lower-case letters, with tone marks, and no more.
  private static func endOfGloss(_ text: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while index < text.count, index - start < 12 {
      let scalar = text[index]
      if scalar == ")" { return index > start ? index : nil }
      let category = scalar.properties.generalCategory
      guard category == .lowercaseLetter || category == .nonspacingMark else { return nil }
      index += 1
    }
    return nil
  }
}
