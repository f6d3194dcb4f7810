/// Folds text so that names which differ only in case, width, diacritics, script (traditional or
/// simplified), punctuation or spacing become equal.
///
/// Keys are for comparing and never for showing: the fold goes character by character and maps
/// 乾隆 to 干隆.
public enum TextFolding {
  /// The key of a text: lower-case letters, digits and single spaces between words.
  ///
  /// ```swift
  /// TextFolding.key("中關村（大興）")   // "中关村大兴"
  /// TextFolding.key("Université  de-Zürich")   // "universite de zurich"
  /// ```
  ///
  /// - Complexity: O(*n* log *m*) in the length of the text and the size of the table.
  public static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
      if scalar.isASCII ? isASCIIWordPart(scalar) : isWordPart(scalar) {
        let folded = scalar.isASCII ? lowercased(scalar) : FoldingTable.shared.fold(scalar)
        // A space says nothing beside a Han character.
        if spaceIsDue, let last = key.last, !isIdeographic(last), !isIdeographic(scalar) {
          key.append(" ")
        }
        spaceIsDue = false
        if let folded {
          key.append(folded)
        } else if isCommonHan(scalar) {
          key.append(scalar)
        } else {
          key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      } else if Self.isVoiceMark(scalar) {
        key.append(scalar)
      } else if !isIgnored(scalar) {
        spaceIsDue = true
      }
    }
    return String(key)
  }

  /// The marks that make another kana of one; composed or not, they are the same text.
  private static func isVoiceMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{3099}" || scalar == "\u{309A}"
  }

  /// Marks, invisible signs and apostrophes don't part a word.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: true
    default: scalar == "'" || scalar == "’"
    }
  }

  private static func isASCIIWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
  }

  /// Asked before the scalar's properties, which take longer to look up.
  private static func isCommonHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) && !(0x4DC0...0x4DFF).contains(scalar.value)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if isCommonHan(scalar) { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      true
    default: false
    }
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    isCommonHan(scalar) || !scalar.isASCII && scalar.properties.isIdeographic
  }
}
