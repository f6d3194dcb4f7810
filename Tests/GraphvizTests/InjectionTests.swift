import Foundation
import Graphviz
import Testing

/// Text of strangers in every place that takes some stays text in SVG and JSON.
@Suite struct InjectionTests {
  private static let attacks = [
    #"" onload="alert(1)"#, "'><script>alert(1)</script>", "--><script>alert(1)</script><!--",
    "]]><script>x</script>", #"","x":{"y":["#, "</title></svg>", "&lt;script&gt;", "\\\"", "\\N\\",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "${x}`y`%s%n", "\u{2028}\u{202E}x",
  ]

  @Test(arguments: attacks)
  func textStaysText(_ attack: String) throws {
    // An identifier cannot end in a backslash, or have one before a quote.
    let name = attack.replacing("\\", with: "/") + "x"
    var graph = GraphDescription(.directed, name: name)
    graph.attributes.label = .text(attack)
    graph.attributes.tooltip = attack
    graph.addNode(name) {
      $0.label = .html(.text([.bold([.text(attack)]), .text(attack)]))
      $0.xlabel = .text(attack)
      $0.tooltip = attack
      $0.url = "https://example.org/?" + attack.filter { !$0.isWhitespace && $0 != "\u{2028}" }
      $0.other = ["comment": attack, "unheard_of": attack]
    }
    graph.addNode("record") {
      $0.shape = .record
      $0.label = .record([RecordField(attack, port: "p"), RecordField([RecordField(attack)])])
    }
    graph.addEdge(Endpoint(name), Endpoint("record", port: "p")) {
      $0.label = .text(attack)
      $0.headLabel = .text(attack)
      $0.tailLabel = .text(attack)
      $0.tooltip = attack
      $0.other = ["headtooltip": attack, "edgetooltip": attack]
    }
    graph.addCluster(name, nodes: [name]) {
      $0.label = .text(attack)
      $0.tooltip = attack
    }
    for engine in [Engine.dot, .fdp] {
      let drawing = try graph.draw(with: engine, as: [.svg, .json], allowing: .all)
      let svg = try #require(SVGText(drawing[.svg]))
      #expect(svg.elements.keys.allSatisfy(Self.elements.contains), "\(svg.elements)")
      #expect(svg.attributes.allSatisfy { !$0.name.hasPrefix("on") })
      #expect(svg.values(of: "xlink:href").allSatisfy { $0.hasPrefix("https://example.org/?") })
      let json = try JSONSerialization.jsonObject(with: Data(drawing[.json] ?? []))
      let root = try #require(json as? [String: Any])
      #expect(root["x"] == nil)
      #expect(root["name"] as? String == name)
      let objects = try #require(root["objects"] as? [[String: Any]])
      #expect(Set(objects.compactMap { $0["name"] as? String }).contains(name))
    }
  }

  /// What libgvc writes.
  private static let elements: Set = [
    "svg", "g", "title", "a", "text", "path", "polygon", "polyline", "ellipse",
  ]

  @Test(arguments: attacks)
  func namesThatSVGTakesUnescapedAreRefused(_ attack: String) {
    #expect(error { $0.nodes[0].attributes.fontName = attack }?.attribute == "fontname")
    #expect(error { $0.nodes[0].attributes.id = attack }?.attribute == "id")
    #expect(error { $0.nodes[0].attributes.class = attack }?.attribute == "class")
    #expect(error { $0.attributes.target = attack }?.attribute == "target")
    #expect(error { $0.nodes[0].attributes.url = "javascript:" + attack }?.attribute == "URL")
    #expect(error { $0.attributes.other["fontpath"] = attack }?.attribute == "fontpath")
    let font = HTMLFont(name: attack, size: nil, color: nil)
    #expect(
      error { $0.nodes[0].attributes.label = .html(.text([.font(font, [.text("x")])])) } != nil)
  }
}
