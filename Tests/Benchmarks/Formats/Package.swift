// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "formats",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "parkgraph", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Formats",
      dependencies: [
        .product(name: "GraphCore", package: "parkgraph"),
        .product(name: "GraphFormats", package: "parkgraph"),
      ])
  ]
)
