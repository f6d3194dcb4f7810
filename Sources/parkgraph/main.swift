import Foundation
import ParkCommands

let console = Console.standard(environment: ProcessInfo.processInfo.environment)
exit(Parkgraph.run(Array(CommandLine.arguments.dropFirst()), console: console).rawValue)
