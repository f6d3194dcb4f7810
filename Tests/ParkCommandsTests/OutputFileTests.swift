import Foundation
import ParkCommands
import Testing

/// Files appear whole or not at all.
@Suite struct OutputFileTests {
  @Test func aFolderIsNoFile() throws {
    let data = try SmallData()
    for arguments in [
      ["render", "--to", "svg", "-o", data.folder], ["export", "--to", "graphml", data.folder],
    ] {
      let outcome = parkgraph(arguments, environment: ["PARKGRAPH_GRAPH": data.folder])
      #expect(outcome.status == .cannotCreate)
      #expect(
        outcome.errors
          == "Error: can't write \(data.folder): it is a folder; name a file in it\n")
    }
  }

  @Test func aMissingFolderIsNotMade() throws {
    let data = try SmallData()
    let outcome = data("export", data.path("none/a.graphml"))
    #expect(outcome.status == .cannotCreate)
    #expect(
      outcome.errors == "Error: can't write \(data.path("none/a.graphml")): "
        + "no such file or directory; create its folder first\n")
    #expect(data("export", data.path("data.yaml/a.graphml")).status == .cannotCreate)
    #expect(try data.files == [])
  }

  @Test func aFullDeviceFails() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    let outcome = try SmallData()("export", "--to", "graphml", "/dev/full")
    #expect(outcome.status == .ioError)
    #expect(outcome.errors == "Error: can't write /dev/full: no space left on device\n")
  }

  @Test func aFileThatStoodThereIsReplacedWithItsRights() throws {
    let data = try SmallData()
    let path = data.path("a.graphml")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(data("export", path).status == .success)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<?xml"))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((rights as? NSNumber)?.intValue == 0o640)
    #expect(try data.files == ["a.graphml"])
  }

  @Test func aLinkStaysAndItsTargetChanges() throws {
    let data = try SmallData()
    try Data("old".utf8).write(to: URL(fileURLWithPath: data.path("real.graphml")))
    try FileManager.default.createSymbolicLink(
      atPath: data.path("link.graphml"), withDestinationPath: data.path("real.graphml"))
    #expect(data("export", data.path("link.graphml")).status == .success)
    #expect(
      try String(contentsOfFile: data.path("real.graphml"), encoding: .utf8).hasPrefix("<?xml"))
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: data.path("link.graphml"))
    #expect(target == data.path("real.graphml"))
  }

  @Test func whenWritingFailsTheOldFileStays() throws {
    let data = try SmallData()
    // The longest name that a folder can hold leaves no room for one beside it.
    let path = data.path(String(repeating: "a", count: 247) + ".graphml")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    let outcome = data("export", path)
    #expect(outcome.status == .success)
    if outcome.status != .success {
      #expect(outcome.status == .cannotCreate)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
    #expect(try data.files.count == 1)
  }

  @Test func badDataLeavesTheOldFile() throws {
    let data = try SmallData("parks: [\n")
    let path = data.path("a.graphml")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    #expect(data("export", path).status == .dataError)
    #expect(data("render", "--to", "svg", "-o", path).status == .dataError)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try data.files == ["a.graphml"])
  }
}
