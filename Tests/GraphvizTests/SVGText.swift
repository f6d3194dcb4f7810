import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What an XML parser finds in an SVG file.
final class SVGText: NSObject, XMLParserDelegate {
  /// The content of each `text` element.
  private(set) var texts: [String] = []
  /// The content of each `title` element.
  private(set) var titles: [String] = []
  /// The names and values of all attributes.
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var elements: [String: Int] = [:]
  private var content = ""

  /// Nil if the file is not well-formed.
  init?(_ bytes: [UInt8]?) {
    super.init()
    guard let bytes else { return nil }
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func values(of attribute: String) -> [String] {
    attributes.filter { $0.name == attribute }.map(\.value)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    content = ""
    elements[name, default: 0] += 1
    self.attributes += attributes.map { ($0.key, $0.value) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    content += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text" { texts.append(content) }
    if name == "title" { titles.append(content) }
    content = ""
  }
}
