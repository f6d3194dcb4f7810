import Foundation
import ParkData
import ParkGraph
import Testing

@Suite struct DataFolderTests {
  private let park = Array("parks: {a: {names: {en: A}}}\n".utf8)

  private func failure(_ path: String) -> DataFolder.ReadError? {
    do {
      _ = try DataFolder.read(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsFilesBelowItInOrder() throws {
    let other = Array("parks: {b: {names: {en: B}, zzzzzzzz: 1}}\n".utf8)
    try TemporaryFolder.with([
      "a.yaml": park, "below/b.yml": other, "notes.txt": [0xFF], "README.md": [0xFF],
      ".hidden.yaml": [0xFF], ".git/c.yaml": [0xFF],
    ]) { folder in
      for path in [folder, folder + "/"] {
        let reading = try DataFolder.read(path)
        #expect(reading.graph.entities.map(\.id) == ["a", "b"])
        #expect(reading.diagnostics.map(\.position.file) == ["\(folder)/below/b.yml"])
      }
    }
  }

  @Test func readsThroughALink() throws {
    try TemporaryFolder.with(["data/a.yaml": park]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/data")
      let reading = try DataFolder.read(folder + "/link")
      #expect(reading.graph.entities.map(\.id) == ["a"])
      #expect(reading.positions[StatementPath("a")]?.file == "\(folder)/link/a.yaml")
    }
  }

  @Test func saysWhyThereIsNothingToRead() throws {
    try TemporaryFolder.with(["a.yaml": park, "empty/notes.txt": []]) { folder in
      #expect(failure(folder + "/none") == .noSuchFolder(folder + "/none"))
      #expect(
        failure(folder + "/a.yaml") == .unreadable(folder + "/a.yaml", reason: "not a folder"))
      #expect(failure(folder + "/empty") == .noFiles(folder + "/empty"))
      #expect(failure("") == .noSuchFolder(""))
    }
  }

  @Test func aDeadLinkAndAFolderAreNoFiles() throws {
    try TemporaryFolder.with(["x.yaml/note.txt": []]) { folder in
      #expect(
        failure(folder)
          == .unreadable(folder + "/x.yaml", reason: "permission denied, or not a file"))
    }
    try TemporaryFolder.with { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/x.yaml", withDestinationPath: folder + "/gone")
      #expect(
        failure(folder)
          == .unreadable(folder + "/x.yaml", reason: "permission denied, or not a file"))
    }
  }
}
