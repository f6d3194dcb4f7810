// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "parkgraph",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "parkgraph", targets: ["parkgraph"]),
    .library(name: "GraphCore", targets: ["GraphCore"]),
    .library(name: "GraphAlgorithms", targets: ["GraphAlgorithms"]),
    .library(name: "GraphFormats", targets: ["GraphFormats"]),
    .library(name: "Graphviz", targets: ["Graphviz"]),
    .library(name: "GraphDOT", targets: ["GraphDOT"]),
    .library(name: "ParkGraph", targets: ["ParkGraph"]),
    .library(name: "ParkData", targets: ["ParkData"]),
    .library(name: "BuiltInData", targets: ["BuiltInData"]),
    .library(name: "ParkMaps", targets: ["ParkMaps"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Texts compared by their bytes, as files do.
    .target(name: "ExactTexts", swiftSettings: strict),

    // The graph, its algorithms and its files: no park in sight.
    .target(name: "GraphCore", swiftSettings: strict),
    .target(name: "GraphAlgorithms", dependencies: ["GraphCore"], swiftSettings: strict),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "GraphFormats", dependencies: ["CLibXML2", "ExactTexts", "GraphCore"],
      swiftSettings: strict),

    // Graphviz in-process.
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "CGraphvizShims", dependencies: ["CGraphviz"]),
    .target(
      name: "Graphviz", dependencies: ["CGraphviz", "CGraphvizShims", "ExactTexts"],
      swiftSettings: strict),

    // DOT files as graphs: above both worlds.
    .target(
      name: "GraphDOT", dependencies: ["ExactTexts", "GraphCore", "GraphFormats", "Graphviz"],
      swiftSettings: strict),

    // The domain.
    .target(
      name: "ParkGraph", dependencies: ["GraphCore", "GraphAlgorithms"], swiftSettings: strict),
    .target(
      name: "ParkData",
      dependencies: ["ParkGraph", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(name: "EmbedSeeds", dependencies: ["ParkData"], swiftSettings: strict),
    .plugin(
      name: "EmbedSeedsPlugin", capability: .buildTool(), dependencies: ["EmbedSeeds"],
      path: "Sources/EmbedSeedsPlugin"),
    .target(
      name: "BuiltInData", dependencies: ["ParkGraph"], swiftSettings: strict,
      plugins: ["EmbedSeedsPlugin"]),
    .target(
      name: "ParkMaps", dependencies: ["GraphAlgorithms", "GraphCore", "Graphviz", "ParkGraph"],
      swiftSettings: strict),

    // The command.
    .target(
      name: "ParkCommands",
      dependencies: [
        "BuiltInData", "GraphAlgorithms", "GraphCore", "GraphDOT", "GraphFormats", "Graphviz",
        "ParkData", "ParkGraph", "ParkMaps",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "parkgraph", dependencies: ["ParkCommands"], swiftSettings: strict),

    // Tests, each in the folder of its target.
    .testTarget(
      name: "GraphCoreTests", dependencies: ["GraphCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "GraphAlgorithmsTests", dependencies: ["GraphAlgorithms", "GraphCore", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphFormatsTests", dependencies: ["GraphCore", "GraphFormats", "TestSupport"],
      exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(
      name: "GraphDOTTests",
      dependencies: ["GraphCore", "GraphDOT", "GraphFormats", "TestSupport"],
      exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(
      name: "GraphvizTests",
      dependencies: ["CGraphvizShims", "Graphviz", "GraphvizHelperProgram"], swiftSettings: strict),
    .executableTarget(
      name: "GraphvizHelperProgram", dependencies: ["Graphviz"],
      path: "Tests/GraphvizHelperProgram", swiftSettings: strict),
    .testTarget(
      name: "ParkGraphTests", dependencies: ["GraphAlgorithms", "GraphCore", "ParkGraph"],
      swiftSettings: strict),
    .testTarget(
      name: "ParkDataTests", dependencies: ["ParkData", "ParkGraph"], swiftSettings: strict),
    .testTarget(
      name: "BuiltInDataTests", dependencies: ["BuiltInData", "ParkData", "ParkGraph"],
      swiftSettings: strict),
    .testTarget(
      name: "ParkMapsTests",
      dependencies: [
        "BuiltInData", "GraphCore", "Graphviz", "ParkGraph", "ParkMaps", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ParkCommandsTests", dependencies: ["BuiltInData", "ParkCommands", "ParkGraph"],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["GraphCore", "GraphFormats"], path: "Tests/TestSupport",
      swiftSettings: strict),
  ]
)
