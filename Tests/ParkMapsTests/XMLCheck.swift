import Foundation
import FoundationXML

/// Whether text is XML.
enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }
}
