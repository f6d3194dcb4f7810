import Foundation
import FoundationXML
import Graphviz
import Testing

/// Drawings whose every coordinate is given: shapes behind them and curves of edges.
@Suite struct PinnedDrawingTests {
  private let curve = BezierCurve(points: [
    Point(x: 20, y: 20), Point(x: 100, y: 120), Point(x: 200, y: 170), Point(x: 250, y: 150),
  ])

  private func drawing() -> GraphDescription {
    var graph = GraphDescription(.undirected)
    graph.attributes.noTranslate = true
    graph.attributes.background = [
      .polygon(
        [Point(x: 0, y: 0), Point(x: 300, y: 0), Point(x: 300, y: 200)], fill: Color(rgb: 0x112233)),
      .line(
        [Point(x: 10, y: 10), Point(x: 40.5, y: 90)], stroke: Color(rgb: 0x445566), lineWidth: 2.5,
        isDashed: true),
    ]
    graph.addNode("a") { $0.pos = Point(x: 20, y: 20) }
    graph.addNode("b") { $0.pos = Point(x: 250, y: 150) }
    graph.addEdge("a", "b") { $0.pos = [curve] }
    return graph
  }

  @Test func shapesAndCurvesAreDrawnWhereTheyAre() throws {
    let result = try drawing().draw(with: .nop2, as: [.svg, .png, .pdf])
    #expect(result.layout.edges[0].curves.map(\.points) == [curve.points])
    let svg = String(decoding: try #require(result[.svg]), as: UTF8.self)
    #expect(svg.contains("points=\"0,0 300,0 300,-200 0,0\"") && svg.contains("fill=\"#112233\""))
    #expect(svg.contains("points=\"10,-10 40.5,-90 \"") && svg.contains("stroke-width=\"2.5\""))
    #expect(svg.contains("stroke=\"#445566\"") && svg.contains("stroke-dasharray"))
    #expect(svg.contains("M20,-20C100,-120 200,-170 250,-150"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(result[.png]?.isEmpty == false && result[.pdf]?.isEmpty == false)
    // The box holds what is behind the nodes, too.
    #expect(result.layout.box.width >= 300 && result.layout.box.height >= 200)
  }

  @Test func edgesMayConsistOfParts() throws {
    var graph = drawing()
    let other = BezierCurve(points: curve.points.map { Point(x: $0.x, y: $0.y + 30) })
    graph.edges[0].attributes.pos = [curve, other]
    graph.addEdge("a", "a") { $0.pos = [other] }
    let layout = try graph.draw(with: .nop2).layout
    #expect(layout.edges[0].curves.map(\.points) == [curve.points, other.points])
    #expect(layout.edges[1].curves.map(\.points) == [other.points])
  }

  @Test func arrowsReachFromTheCurveToTheirTips() throws {
    var graph = drawing()
    let tipped = BezierCurve(
      points: curve.points, startTip: Point(x: 15, y: 12), endTip: Point(x: 260, y: 148))
    graph.edges[0].attributes.pos = [tipped]
    graph.edges[0].attributes.dir = .both
    let result = try graph.draw(with: .nop2, as: [.svg])
    #expect(result.layout.edges[0].curves == [tipped])
    let svg = String(decoding: try #require(result[.svg]), as: UTF8.self)
    #expect(svg.contains("260,-148") && svg.contains("15,-12"))
  }

  @Test func clustersStandWhereTheirBoxesAre() throws {
    var graph = drawing()
    let box = Box(lowerLeft: Point(x: -20, y: 0), upperRight: Point(x: 60, y: 41))
    graph.addCluster("around", nodes: ["a"]) { $0.box = box }
    let layout = try graph.draw(with: .nop2, as: [.svg]).layout
    #expect(layout.cluster("around")?.box == box)
    // Engines that find places themselves find those of clusters, too.
    graph.edges[0].attributes.pos = nil
    let own = try #require(try graph.draw(with: .dot).layout.cluster("around"))
    #expect(own.box != box)
  }

  @Test func theSameShapesAreTheSameBytes() throws {
    let bytes = try drawing().render(.svg, with: .nop2)
    #expect(try drawing().render(.svg, with: .nop2) == bytes)
  }

  /// libgvc writes the end of a line as a reference, which has to stay one.
  @Test func tooltipsKeepTheirLines() throws {
    var graph = drawing()
    graph.nodes[0].attributes.tooltip = "first\nsecond & third"
    let svg = String(decoding: try graph.render(.svg, with: .nop2), as: UTF8.self)
    #expect(svg.contains("xlink:title=\"first&#10;second &amp; third\""))
  }

  private func error(_ change: (inout GraphDescription) -> Void) -> GraphvizError? {
    var graph = drawing()
    change(&graph)
    do throws(GraphvizError) {
      _ = try graph.draw(with: .nop2)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [0, 1, 2, 3, 5, 6]) func curvesHaveTheRightNumberOfPoints(count: Int) {
    let points = (0..<count).map { Point(x: Double($0), y: 0) }
    let error = error { $0.edges[0].attributes.pos = [BezierCurve(points: points)] }
    #expect(error?.attribute == "pos" && error?.code == .invalidValue)
  }

  @Test(arguments: [Double.nan, .infinity, 1e300, -2e6]) func numbersAreBounded(number: Double) {
    let point = Point(x: number, y: 0)
    let points = curve.points.dropLast() + [point]
    #expect(
      error { $0.edges[0].attributes.pos = [BezierCurve(points: Array(points))] }?.attribute
        == "pos")
    let tipped = BezierCurve(points: curve.points, endTip: point)
    #expect(error { $0.edges[0].attributes.pos = [tipped] }?.attribute == "pos")
    let box = Box(lowerLeft: point, upperRight: Point(x: 9, y: 9))
    #expect(error { $0.addCluster("c", nodes: ["a"]) { $0.box = box } }?.attribute == "bb")
    let shape = BackgroundShape.line([point, point], stroke: .black)
    #expect(error { $0.attributes.background = [shape] }?.attribute == "_background")
    let wide = BackgroundShape.line(curve.points, stroke: .black, lineWidth: number)
    #expect(error { $0.attributes.background = [wide] }?.attribute == "_background")
  }

  @Test func shapesHaveTwoPointsAndNotTooMany() {
    for points in [[], [Point(x: 0, y: 0)]] {
      let shape = BackgroundShape.polygon(points, fill: .black)
      #expect(error { $0.attributes.background = [shape] }?.code == .invalidValue)
    }
    let many = Array(repeating: Point(x: 0, y: 0), count: Limits.backgroundPoints + 1)
    let shape = BackgroundShape.polygon(many, fill: .black)
    #expect(error { $0.attributes.background = [shape] }?.code == .limitExceeded)
  }

  /// As text it could name files.
  @Test func theBackgroundIsNoText() {
    let error = error { $0.attributes.other["_background"] = "I 0 0 10 10 5 -a.png" }
    #expect(error?.attribute == "_background" && error?.code == .invalidValue)
  }
}
