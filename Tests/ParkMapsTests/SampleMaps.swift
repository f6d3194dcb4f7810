import ParkMaps
import TestSupport

/// Graphs to draw, made by lot: the same seed gives the same graph.
enum SampleMaps {
  private static let latin = [
    "Park", "Science", "Technopole", "University of", "Innovation", "Center", "São", "Berlin",
    "Oulu", "Internationalization", "Bio", "Rhein-Main", "of", "Campus", "Zürich", "High-Tech",
  ]
  private static let han = [
    "中關村", "科技園", "生命科學", "國際", "孵化器", "（北京）", "产业园", "大学", "「創新」", "，", "研究院", "一",
  ]
  private static let countries = [
    ("China", "CN"), ("Germany", "DE"), ("Brazil", "BR"), ("Japan", "JP"), ("France", "FR"),
    ("Australia", "AU"), ("Kenya", "KE"), ("Canada", "CA"), ("India", "IN"), ("Chile", "CL"),
  ]

  private static func name(_ generator: inout SplitMix64) -> String {
    let words = Bool.random(using: &generator) ? latin : han
    let isLatin = words.count == latin.count
    return (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      words[Int.random(in: 0..<words.count, using: &generator)]
    }.joined(separator: isLatin ? " " : "")
  }

  /// A network of 5 to 300 nodes or so many as are given, that grows where it is dense already.
  static func random(seed: UInt64, count: Int? = nil) -> MapGraph {
    var generator = SplitMix64(seed: seed)
    let count = count ?? Int.random(in: 5...300, using: &generator)
    var graph = MapGraph(title: "Sample \(seed) 样本", source: "made by lot")
    graph.categoryTitle = "country"
    for number in 0..<count {
      let country = countries[
        min(
          Int.random(in: 0..<countries.count, using: &generator),
          Int.random(in: 0..<countries.count, using: &generator))]
      let isBilingual = Bool.random(using: &generator)
      let first = name(&generator)
      let second = name(&generator)
      graph.nodes.append(
        .init(
          id: "n\(number)", name: first, secondName: isBilingual ? second : nil,
          kind: number.isMultiple(of: 4) ? "organization" : "park",
          category: .init(country.0, mark: country.1)))
    }
    let kinds = ["pairing", "memorandum", "cooperation agreement", "membership"]
    var ends: [Int] = []
    for number in 1..<count {
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let isLocal = Bool.random(using: &generator)
        let other =
          isLocal && !ends.isEmpty
          ? ends[Int.random(in: 0..<ends.count, using: &generator)]
          : Int.random(in: 0..<number, using: &generator)
        ends += [number, other]
        graph.edges.append(
          .init(
            from: "n\(number)", to: "n\(other)",
            kind: kinds[Int.random(in: 0..<kinds.count, using: &generator)],
            isDirected: seed.isMultiple(of: 5), isDoubtful: number.isMultiple(of: 7),
            tooltip: "tie"))
      }
    }
    return graph
  }

  /// A register of organizations: communities by country, few with many ties, most with one or none.
  static func registry(count: Int = 1_799, seed: UInt64 = 7) -> MapGraph {
    var generator = SplitMix64(seed: seed)
    var graph = MapGraph(title: "A register of organizations", source: "made by lot")
    graph.categoryTitle = "country"
    var members: [Int: [Int]] = [:]
    for number in 0..<count {
      // Sizes of countries fall off as in the world.
      let draw = Double.random(in: 0..<1, using: &generator)
      let place = Int(draw * draw * draw * 45)
      let country =
        place < countries.count ? countries[place] : ("Country \(place)", "X\(place)")
      members[place, default: []].append(number)
      graph.nodes.append(
        .init(
          id: "n\(number)", name: "\(name(&generator)) \(number)", kind: "organization",
          category: .init(country.0, mark: country.1)))
    }
    let homes = members.flatMap { place, numbers in numbers.map { ($0, place) } }
    let home = Dictionary(uniqueKeysWithValues: homes)
    var ends: [Int] = [0]
    for number in 1..<count {
      let draw = Double.random(in: 0..<1, using: &generator)
      let degree = draw < 0.35 ? 0 : draw < 0.8 ? 1 : draw < 0.95 ? 2 : 4
      for _ in 0..<degree {
        let own = (home[number].flatMap { members[$0] } ?? []).filter { $0 < number }
        let other =
          Bool.random(using: &generator) && !own.isEmpty
          ? own[Int.random(in: 0..<own.count, using: &generator)]
          : ends[Int.random(in: 0..<ends.count, using: &generator)]
        guard other != number else { continue }
        ends += [number, other]
        graph.edges.append(.init(from: "n\(number)", to: "n\(other)", kind: "related"))
      }
    }
    return graph
  }
}
