import ParkCommands
import Testing

@Suite struct ParkgraphCommandTests {
  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpListsTheCommands(arguments: [String]) {
    let outcome = parkgraph(arguments)
    #expect(outcome.status == .success && outcome.errors == "")
    #expect(
      outcome.output.hasPrefix(
        """
        OVERVIEW: Who works with whom among the world's science parks, and which document says so.

        NAME is any name, alias, abbreviation or identifier, in any script; case, width, diacritics and
        simplified or traditional characters make no difference. One that begins with - goes behind --.

        Exit codes: 0 done; 1 the answer is no; 64 usage; 65 bad data; 66 no such input; 69 a missing
        system part; 73, 74 can't write. --version names the version, the data's date and its hash.

        USAGE: parkgraph <subcommand>

        OPTIONS:
          -h, --help              Show help information.

        SUBCOMMANDS:
          overview (default)      What is in the graph: counts, period, sources, brokers, what to try next.
          list                    List the entities, all or of one kind.
          show                    Show one entity: names, dates, figures, ties, and what proves each.
          search                  Find entities by any part of a name, in any script.
          neighbors               List what an entity is tied to, up to a number of steps away.
          path                    Show how two entities are connected: each hop with its tie, date and
                                  document.
          centrality              Rank nodes, or ties, by how central they are.
          components              List the connected parts of the graph, the largest first.

        """))
    for name in ["sources", "cite", "render", "export", "check"] {
      #expect(outcome.output.contains("\n  \(name) "), "\(name)")
    }
    #expect(outcome.lines.allSatisfy { $0.count <= 100 })
  }

  /// How each command is used.
  private static let commands = [
    ("overview", ""), ("list", " [<kind>]"), ("show", " <name>"), ("search", " <text>"),
    ("neighbors", " <name>"), ("path", " <from> <to>"), ("centrality", ""), ("components", ""),
    ("distances", ""), ("sources", ""), ("cite", " <name> [<other>]"), ("render", ""),
    ("export", " <file>"), ("check", " [<path>]"),
  ]

  @Test(arguments: [
    ("path", "  --max-length <hops>"), ("neighbors", "  --depth <steps>"),
    ("components", "  --strong  "), ("centrality", "  --weights <weights>"),
  ])
  func eachCommandHasItsOptions(name: String, option: String) {
    let outcome = parkgraph("help", name)
    #expect(outcome.output.contains(option))
    // Values are shown as people write them.
    #expect(!outcome.output.contains("(["))
  }

  @Test(arguments: commands)
  func eachCommandHasItsHelp(name: String, usage: String) {
    for arguments in [[name, "--help"], ["help", name], [name, "-h"]] {
      let outcome = parkgraph(arguments)
      #expect(outcome.status == .success && outcome.errors == "")
      #expect(outcome.output.hasPrefix("OVERVIEW: "))
      #expect(outcome.output.contains("\nUSAGE: parkgraph \(name) [<options>]\(usage)\n"))
    }
  }

  /// Usage stands in the message of a mistake, too.
  @Test(arguments: commands)
  func aMistakeShowsTheUsage(name: String, usage: String) {
    let outcome = parkgraph(name, "--bogus")
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains("\nUsage: parkgraph \(name) [<options>]\(usage)\n"))
    #expect(outcome.errors.contains("See 'parkgraph \(name) --help' for more information.\n"))
  }

  @Test func versionNamesTheData() {
    let outcome = parkgraph("--version")
    #expect(outcome.status == .success && outcome.errors == "")
    #expect(
      outcome.output.wholeMatch(
        of: /parkgraph \d+\.\d+\.\d+, data of \d{4}(-\d\d){0,2}, [0-9a-f]{12}\n/) != nil)
  }

  @Test(arguments: [
    (["lsit"], "Error: there is no command 'lsit'; did you mean 'list'?\n"),
    (["neighbours", "x"], "Error: there is no command 'neighbours'; did you mean 'neighbors'?\n"),
    (
      ["frobnicate"],
      "Error: there is no command 'frobnicate'; to find a name: parkgraph search frobnicate; all "
        + "commands: parkgraph --help\n"
    ),
    (
      ["中關村"],
      "Error: there is no command '中關村'; to find a name: parkgraph search 中關村; all commands: "
        + "parkgraph --help\n"
    ),
  ])
  func anUnknownCommandSuggestsTheNearest(arguments: [String], message: String) {
    let outcome = parkgraph(arguments)
    #expect(outcome.status == .usage && outcome.output == "" && outcome.errors == message)
  }

  @Test func anUnknownCommandBehindAnOptionIsOneToo() {
    let outcome = parkgraph("--lang", "en", "lsit")
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "Error: there is no command 'lsit'; did you mean 'list'?\n")
  }

  @Test(arguments: [
    ["show"], ["search"], ["neighbors"], ["path"], ["path", "UNSW"], ["export"],
  ])
  func aMissingArgumentIsNamed(arguments: [String]) {
    let outcome = parkgraph(arguments)
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: Missing expected argument '<"), "\(outcome.errors)")
  }

  @Test(arguments: [
    (["list", "--as-of", "2016-13"], "'2016-13' is invalid for '--as-of <date>'"),
    (["list", "--lang", "klingon"], "'klingon' is invalid for '--lang <language>'"),
    (["list", "--format", "xml"], "'xml' is invalid for '--format <format>'"),
    (["list", "bogus"], "there is no kind 'bogus'; the kinds are park, organization, "),
    (["neighbors", "UNSW", "--depth", "0"], "--depth is 0; give a number from 1 to 100"),
    (["neighbors", "UNSW", "--depth", "x"], "'x' is invalid for '--depth <steps>'"),
    (["centrality", "--top", "0"], "--top is 0; give a number from 1 up"),
    (["centrality", "--ends"], "--ends goes with --by betweenness only"),
    (
      ["centrality", "--normalized", "--by", "closeness"],
      "--normalized goes with --by degree, betweenness, edge-betweenness and harmonic only"
    ),
    (["components", "--view", "x"], "'x' is invalid for '--view <view>'"),
    (["components", "--include", "knows"], "'knows' is invalid for '--include <relations>'"),
    (["render", "--layout", "x"], "'x' is invalid for '--layout <engine>'"),
    (["list", "park", "park"], "Unexpected argument 'park'"),
    (["list", "--graph"], "Missing value for '--graph <path>'"),
    (["--grph", "x", "list"], "Unknown option '--grph'"),
  ])
  func aWrongValueIsNamed(arguments: [String], words: String) {
    let outcome = parkgraph(arguments)
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: ") && outcome.errors.contains(words))
  }

  @Test func optionsMayStandBeforeTheCommand() throws {
    let data = try SmallData()
    let behind = parkgraph("list", "--graph", data.folder, "--format", "csv", "--lang", "zh-Hant")
    #expect(behind.status == .success && behind.output.contains("阿爾法園"))
    for arguments in [
      ["--graph", data.folder, "--format", "csv", "--lang", "zh-Hant", "list"],
      [
        "--where", "kind=park,organization,agreement", "--timings", "--graph", data.folder,
        "list", "--format", "csv", "--lang", "zh-Hant",
      ],
      ["--graph=\(data.folder)", "list", "--format", "csv", "--lang=zh-Hant"],
    ] {
      #expect(parkgraph(arguments).output == behind.output)
    }
    let file = try TemporaryFile("net.dat", "a b\n")
    let before = parkgraph("--from", "edges", "--lenient", "--graph", file.path, "components")
    #expect(before.output.contains("a · b"))
  }
}
