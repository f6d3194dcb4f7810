import ArgumentParser

/// The formats that graphs are read and written in.
enum GraphFormat: String, ExpressibleByArgument, CaseIterable {
  case graphml
  case gexf
  case gml
  case dot
  case json
  case csv
  case edges

  /// The format that the ending of a file's name tells.
  init?(ending: String) {
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// The endings that tell the formats, for help and messages.
  static func endings(of formats: some Sequence<GraphFormat> = allCases) -> String {
    formats.flatMap(\.endings).map { ".\($0)" }.joined(separator: ", ")
  }

  private var endings: [String] {
    switch self {
    case .graphml, .gexf, .gml, .json, .csv: [rawValue]
    case .dot: ["dot", "gv"]
    case .edges: ["edges", "tsv", "txt"]
    }
  }
}
