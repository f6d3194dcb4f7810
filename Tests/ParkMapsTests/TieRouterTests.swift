import Graphviz
import TestSupport
import Testing

@testable import ParkMaps

@Suite struct TieRouterTests {
  private func box(_ x: Double, _ y: Double, _ width: Double = 40, _ height: Double = 20) -> Box {
    Box(middle: Point(x: x, y: y), Size(width: width, height: height))
  }

  private func router(_ boxes: [Box], _ outline: NodeOutline = .box) -> TieRouter {
    TieRouter(boxes: boxes, outlines: boxes.map { _ in outline }, tieCount: 1)
  }

  @Test func aFreeWayIsStraight() throws {
    let course = router([box(0, 0), box(200, 0)]).course(from: 0, to: 1)
    let points = try #require(course.curves.first)
    #expect(course.curves.count == 1 && points.count == 4)
    #expect(points.allSatisfy { abs($0.y) < 0.01 })
    #expect(abs(points[0].x - 20) < 0.1 && abs(points[3].x - 180) < 0.1)
    #expect(course.startTip == nil && course.endTip == nil)
  }

  @Test func aNodeInTheWayIsPassed() throws {
    let course = router([box(0, 0), box(200, 0), box(100, 0)]).course(from: 0, to: 1)
    let middle = try #require(course.point(at: 0.5))
    #expect(abs(middle.y) > 12 && abs(middle.y) < 60)
  }

  @Test func arrowsHaveTheirRoom() throws {
    let course = router([box(0, 0), box(200, 0)]).course(
      from: 0, to: 1, ends: TieRouter.Ends(start: 0, end: 6))
    let points = try #require(course.curves.first)
    let tip = try #require(course.endTip)
    #expect(abs(tip.x - 180) < 0.1 && abs(points[3].x - 174) < 0.2 && course.startTip == nil)
  }

  @Test func ellipsesAreLeftAtTheirOutline() throws {
    let course = router([box(0, 0, 40, 40), box(200, 200, 40, 40)], .ellipse)
      .course(from: 0, to: 1)
    let start = try #require(course.curves.first?.first)
    #expect(abs(start.norm - 20) < 0.2)
  }

  @Test func outlinesByHand() {
    let house = box(0, 0, 100, 100)
    #expect(NodeOutline.house.contains(Point(x: 0, y: 49), in: house))
    #expect(!NodeOutline.house.contains(Point(x: 45, y: 40), in: house))
    #expect(NodeOutline.house.contains(Point(x: 45, y: 0), in: house))
    #expect(NodeOutline.hexagon.contains(Point(x: 49, y: 0), in: house))
    #expect(!NodeOutline.hexagon.contains(Point(x: 40, y: 40), in: house))
    #expect(!NodeOutline.ellipse.contains(Point(x: 40, y: 40), in: house))
    #expect(NodeOutline.box.contains(Point(x: 49, y: 49), in: house))
    #expect(!NodeOutline.house.contains(Point(x: 0, y: 51), in: house))
  }

  @Test func twoWaysKeepApart() throws {
    let router = router([box(0, 0), box(200, 0)])
    let one = try #require(router.course(from: 0, to: 1, isOneOfTwo: true).point(at: 0.5))
    let other = try #require(router.course(from: 1, to: 0, isOneOfTwo: true).point(at: 0.5))
    #expect(one.y > 3 && other.y < -3)
  }

  @Test func loopsAndNodesThatMeetHaveCourses() {
    let router = router([box(0, 0), box(10, 0), box(0, 0)])
    for (source, target) in [(0, 0), (0, 1), (0, 2)] {
      let course = router.course(from: source, to: target)
      #expect(!course.curves.isEmpty)
      #expect(course.curves.joined().allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
  }

  // MARK: Boxes

  @Test func boxesCrossedByHand() {
    let one = box(0, 0)
    #expect(one.isCrossed(from: Point(x: -50, y: 0), to: Point(x: 50, y: 0)))
    #expect(one.isCrossed(from: Point(x: 0, y: 0), to: Point(x: 1, y: 1)))
    #expect(!one.isCrossed(from: Point(x: -50, y: 11), to: Point(x: 50, y: 11)))
    #expect(!one.isCrossed(from: Point(x: -50, y: 0), to: Point(x: -30, y: 0)))
    #expect(!one.isCrossed(from: Point(x: 0, y: 30), to: Point(x: 50, y: 0)))
  }

  @Test func separatedBoxesAreApart() {
    for seed in 1...200 {
      var generator = SplitMix64(seed: UInt64(seed))
      var boxes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        box(
          Double.random(in: -100...100, using: &generator).rounded(),
          Double.random(in: -100...100, using: &generator).rounded(),
          Double.random(in: 1...120, using: &generator),
          Double.random(in: 1...40, using: &generator))
      }
      if seed.isMultiple(of: 4) {
        boxes = boxes.map {
          Box(middle: Point(x: 5, y: 5), Size(width: $0.width, height: $0.height))
        }
      }
      let sizes = boxes.map { [$0.width, $0.height] }
      BoxSeparation.separate(&boxes, gap: 4)
      #expect(!BoxSeparation.hasOverlap(boxes, gap: 3.9), "\(seed)")
      for (box, size) in zip(boxes, sizes) {
        #expect(abs(box.width - size[0]) < 1e-6 && abs(box.height - size[1]) < 1e-6)
      }
    }
  }

  @Test func rowsOfBoxesAreApart() {
    var generator = SplitMix64(seed: 5)
    for count in 0...40 {
      let sizes = (0..<count).map { _ in
        Size(
          width: Double.random(in: 1...200, using: &generator),
          height: Double.random(in: 1...60, using: &generator))
      }
      let boxes = BoxRows.arranged(sizes)
      #expect(boxes.count == count && !BoxSeparation.hasOverlap(boxes, gap: 10))
    }
  }
}
