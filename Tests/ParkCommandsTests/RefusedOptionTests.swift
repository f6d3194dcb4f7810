import ParkCommands
import Testing

/// No option is passed over in silence.
@Suite struct RefusedOptionTests {
  @Test(arguments: [
    (["render", "-o", "-", "--format", "json"], "--format is for answers; --to says how the map"),
    (["export", "-", "--format", "csv"], "--format is for answers; --to says how the graph is"),
    (
      ["export", "-", "--to", "csv"], "two tables, one too many for standard output; name a folder"
    ),
    (["export", "/tmp"], "'/tmp' is a folder; /tmp/ writes nodes.csv and edges.csv in it"),
    (["cite", "UNSW", "--style", "bibtex", "--format", "csv"], "--style bibtex has a form of its"),
    (["render", "--depth", "2"], "--depth goes with --focus"),
    (["render", "--directed"], "--directed goes with plain edges only here; other graphs say"),
    (["export", "-", "--undirected"], "--undirected goes with plain edges only here; other"),
    (["render", "--style", "geographic", "--aggregate"], "--aggregate is for --style network;"),
    (["render", "--style", "geographic", "--group-by", "kind"], "--group-by is for --style"),
    (["components", "--directed"], "--directed goes with --strong; without it ties count"),
    (["components", "--strong", "--undirected"], "--strong and --undirected exclude each other"),
  ])
  func theMessageSaysWhatTheyGoWith(arguments: [String], words: String) {
    let outcome = parkgraph(arguments)
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: ") && outcome.errors.contains(words))
  }

  @Test func whereNoAnswerIsPrintedItsFormatIsNoMatter() throws {
    let file = try TemporaryFile("net.edges", "a b\n")
    #expect(file("export", "\(file.path).gml", "--format", "json").status == .success)
    #expect(file("render", "-o", "\(file.path).svg", "--format", "csv").status == .success)
  }

  @Test func aTerminalShowsNoPictures() {
    for format in ["png", "pdf"] {
      let outcome = parkgraph(
        ["render", "-o", "-", "--to", format], environment: ["COLUMNS": "80"])
      #expect(outcome.status == .usage && outcome.output == "")
      #expect(
        outcome.errors
          == "Error: a terminal can't show \(format); write it to a file: -o map.\(format)\n")
    }
  }

  @Test func plainEdgesMayPointOneWay() throws {
    let file = try TemporaryFile("net.edges", "a b\n")
    #expect(file("export", "-", "--directed").output.contains(#"edgedefault="directed""#))
    #expect(file("export", "-", "--undirected").output.contains(#"edgedefault="undirected""#))
    let other = try TemporaryFile("net.dat", "a b\n")
    #expect(other("export", "-", "--directed", "--from", "edges").status == .success)
  }
}
