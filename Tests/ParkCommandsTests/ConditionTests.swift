import ParkCommands
import Testing

@Suite struct ConditionTests {
  @Test(arguments: [
    (["country=CN"], ["alpha"]), (["country=cn,de"], ["alpha", "beta"]),
    (["country!=CN", "kind=park"], ["beta"]), (["label~office"], ["new-office", "old-office"]),
    (["latitude>=39.9"], ["alpha"]), (["latitude<39.9"], []), (["id=pact"], ["pact"]),
    (["start<=2016", "start>2015"], ["pact"]), (["name_zh_hant=阿尔法园"], ["alpha"]),
    (["node.kind=agreement"], ["pact"]),
  ])
  func nodesAreKeptThatSatisfyAll(conditions: [String], ids: [String]) throws {
    let data = try SmallData()
    let arguments = ["list", "--graph", data.folder, "--format", "csv"]
    let outcome = parkgraph(arguments + conditions.flatMap { ["--where", $0] })
    #expect(outcome.status == .success)
    #expect(
      outcome.output.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
        .map(String.init) == ids)
  }

  @Test func edgesAreKeptThatSatisfyAll() throws {
    let data = try SmallData()
    let all = data("neighbors", "alpha", "--format", "csv")
    let some = data("neighbors", "alpha", "--format", "csv", "--where", "edge.label=part of")
    #expect(all.output.split(separator: "\r\n").count == 4)
    #expect(some.output.split(separator: "\r\n").count == 3)
    #expect(data("path", "beta", "old-office", "--where", "edge.kind!=party").status == .negative)
  }

  @Test func whatNothingHasIsNamed() throws {
    let outcome = try SmallData()("list", "--where", "contry=CN")
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors.hasPrefix(
        "Error: --where asks for 'contry', which no node has; they have label, kind, form, "))
    for command in [["show", "alpha"], ["overview"], ["sources"], ["cite", "alpha"]] {
      let outcome = parkgraph(command + ["--where", "kind=park"])
      #expect(outcome.status == .usage && outcome.output == "")
    }
    #expect(parkgraph("list", "--where", "country").status == .usage)
    #expect(parkgraph("list", "--where", "=CN").status == .usage)
  }
}
