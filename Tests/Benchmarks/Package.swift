// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "parkgraph", path: "../..")],
  targets: [
    .executableTarget(
      name: "Measure",
      dependencies: [
        .product(name: "GraphCore", package: "parkgraph"),
        .product(name: "GraphAlgorithms", package: "parkgraph"),
      ])
  ]
)
