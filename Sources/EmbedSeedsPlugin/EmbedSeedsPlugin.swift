import Foundation
import PackagePlugin

/// Compiles the data files of `seeds/` into the target that uses the plugin.
@main
struct EmbedSeedsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let seeds = context.package.directoryURL.appending(path: "seeds")
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedSeeds.swift")
    let files = try FileManager.default.subpathsOfDirectory(atPath: seeds.path)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) data files",
        executable: try context.tool(named: "EmbedSeeds").url,
        arguments: [seeds.path, output.path],
        inputFiles: files.sorted().map { seeds.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
