// swift-tools-version: 6.1
import PackageDescription

// A package of its own, for everything in it is built with libFuzzer's instrumentation: what is
// fuzzed is compiled again here, through the link `Library`, without the rest of the project.
//
// To add a reader: an executable in `Sources` with a `main.swift` like the others, a folder of
// small files in `Corpus`, words in `Dictionaries`, and below a `fuzzer` and the `library` targets
// that it needs.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer"]),
]

/// A target of the project.
func library(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Library/\(name)", swiftSettings: strict)
}

/// A program that feeds one reader.
func fuzzer(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies + ["Harness"], swiftSettings: strict,
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
}

let package = Package(
  name: "parkgraph",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CFuzzer"),
    .target(name: "Harness", dependencies: ["CFuzzer"]),

    .systemLibrary(name: "CGraphviz", path: "Library/CGraphviz", pkgConfig: "libgvc"),
    .target(
      name: "CGraphvizShims", dependencies: ["CGraphviz"], path: "Library/CGraphvizShims"),
    library("ExactTexts"),
    library("Graphviz", "CGraphviz", "CGraphvizShims", "ExactTexts"),

    .systemLibrary(name: "CLibXML2", path: "Library/CLibXML2", pkgConfig: "libxml-2.0"),
    library("GraphCore"),
    library("GraphFormats", "CLibXML2", "ExactTexts", "GraphCore"),
    .target(name: "RoundTrip", dependencies: ["GraphFormats", "Harness"], swiftSettings: strict),
    library("GraphDOT", "ExactTexts", "GraphCore", "GraphFormats", "Graphviz"),
    fuzzer("FuzzCSV", "RoundTrip", "GraphFormats"),
    fuzzer("FuzzDOT", "GraphDOT", "GraphFormats", "Graphviz"),
    fuzzer("FuzzEdgeList", "GraphCore", "GraphFormats"),
    fuzzer("FuzzGML", "RoundTrip", "GraphFormats"),
    fuzzer("FuzzJSON", "RoundTrip", "GraphFormats"),
    fuzzer("FuzzGraphML", "RoundTrip", "GraphFormats"),
    fuzzer("FuzzGEXF", "RoundTrip", "GraphFormats"),
  ]
)
