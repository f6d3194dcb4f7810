import Foundation
import GraphCore
import GraphFormats
import TestSupport
import Testing

@Suite struct ByteSinkTests {
  /// Runs a body with the path of a file that is not there.
  private func withPath(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "parkgraph-sink-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path())
  }

  private func contents(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  @Test(arguments: [
    [], [0], [1], [5, 7], [100_000, 1], [1 << 17, 1 << 17, 3], [1 << 21, 9, 1 << 20],
  ])
  func aFileHasThePiecesAndNoMore(_ lengths: [Int]) throws {
    try withPath { path in
      var file = try ByteSink(creating: path)
      var all: [UInt8] = []
      for (number, length) in lengths.enumerated() {
        let piece = [UInt8](repeating: UInt8(number + 1), count: length)
        all += piece
        try file.write(piece)
      }
      try file.finish()
      #expect(try contents(path) == all)
    }
  }

  @Test func aFileThatIsNotFinishedHasNoMoreEither() throws {
    try withPath { path in
      do {
        var file = try ByteSink(creating: path)
        try file.write([1, 2])
        try file.write([3])
      }
      #expect(try contents(path) == [1, 2, 3])
    }
  }

  @Test func theFileThatWasThereIsEmptiedFirst() throws {
    try withPath { path in
      try Data(repeating: 1, count: 3_000_000).write(to: URL(filePath: path))
      var file = try ByteSink(creating: path)
      try file.write([1, 2, 3])
      try file.finish()
      #expect(try contents(path) == [1, 2, 3])
    }
  }

  @Test func piecesOfAWriter() throws {
    var parks = PropertyGraph(.directed)
    try parks.addNode("unsw")
    try withPath { path in
      var file = try ByteSink(creating: path)
      try GraphMLWriter().write(parks) { (piece) throws(WritingError) in try file.write(piece) }
      try file.finish()
      #expect(try contents(path) == GraphMLWriter().write(parks))
    }
  }

  @Test func aGraphGivesTheSameBytesInAFileAsInMemory() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    for number in 0..<4_000 {
      let text = String(repeating: "<é&", count: number % 97)
      try graph.addNode("n\(number)", ["label": .string(text)])
    }
    // Longer than a piece.
    try graph.addNode("long", ["label": .string(String(repeating: "0123456789", count: 40_000))])
    try graph.addNode("last")
    let writers: [any GraphWriter] = [GraphMLWriter(), GEXFWriter(), GMLWriter(), JSONWriter()]
    for writer in writers {
      try withPath { path in
        try writer.write(graph, toFile: path)
        #expect(try contents(path) == writer.write(graph))
      }
    }
  }

  @Test func aDeviceTakesBytes() throws {
    var file = try ByteSink(creating: "/dev/null")
    try file.write([1, 2, 3])
    try file.write([UInt8](repeating: 1, count: 1 << 20))
    try file.finish()
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    let error = #expect(throws: WritingError.self) {
      _ = try ByteSink(creating: "/no/such/folder/parks.graphml")
    }
    #expect(
      error?.description
        == "/no/such/folder/parks.graphml: can't be created: no such file or directory")
  }

  @Test func aDescriptorThatIsNotOpenIsAnError() {
    let error = #expect(throws: WritingError.self) {
      var file = ByteSink(descriptor: -1, name: "nowhere")
      try file.write([1])
    }
    #expect(error?.description == "nowhere: can't be written: bad file descriptor")
  }
}
