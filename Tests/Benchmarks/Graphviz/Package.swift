// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "graphviz-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "parkgraph", path: "../../..")],
  targets: ["Timing", "Memory"].map {
    .executableTarget(
      name: $0, dependencies: [.product(name: "Graphviz", package: "parkgraph")])
  }
)
