import ParkCommands
import Testing

/// Every command that takes a name resolves it alike.
@Suite struct NameResolutionTests {
  private static let commands: [[String]] = [["show"], ["neighbors"], ["path", "alpha"], ["cite"]]

  @Test(arguments: commands) func anAmbiguousNameListsTheCandidates(command: [String]) throws {
    let data = try SmallData()
    let outcome = parkgraph(
      command + ["OFFICE"], environment: ["PARKGRAPH_GRAPH": data.folder])
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(
      outcome.errors == """
        Error: 'OFFICE' is the name of 2 entities; give the identifier of one:
          new-office  New Office
          old-office  Old Office

        """)
  }

  @Test(arguments: commands) func aMisspeltNameSuggestsTheNearest(command: [String]) throws {
    let data = try SmallData()
    let environment = ["PARKGRAPH_GRAPH": data.folder]
    let near = parkgraph(command + ["Alfa Parc"], environment: environment)
    #expect(near.status == .usage && near.output == "")
    #expect(
      near.errors == "Error: nothing here is called 'Alfa Parc'; did you mean\n"
        + "  alpha  Alpha Park\n")
    let far = parkgraph(command + ["zzzzzzzzzz"], environment: environment)
    #expect(far.status == .usage && far.output == "")
    #expect(
      far.errors == "Error: nothing here is called 'zzzzzzzzzz'; "
        + "try: parkgraph search TEXT, or parkgraph list\n")
  }

  @Test(arguments: ["alpha", "ALPHA PARK", "阿爾法園", "阿尔法园", "Ａｌｐｈａ－ｐａｒｋ"])
  func anyNameWillDo(name: String) throws {
    let data = try SmallData()
    #expect(data("show", name).output.hasPrefix("Alpha Park\n"))
  }
}
