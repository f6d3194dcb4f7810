/// The files of a folder of tables.
enum CSVFile: UInt8 {
  case nodes
  case edges

  /// What it is called.
  var name: String {
    switch self {
    case .nodes: CSVWriter.nodesFile
    case .edges: CSVWriter.edgesFile
    }
  }
}
