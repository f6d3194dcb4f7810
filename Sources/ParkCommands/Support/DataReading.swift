import ParkData

/// Reading a data folder, with what can go wrong as messages.
enum DataReading {
  static func read(_ path: String) throws(CommandFailure) -> DataFolder.Reading {
    do {
      return try DataFolder.read(path)
    } catch {
      switch error {
      case .noSuchFolder(let path):
        throw CommandFailure(.noInput, "there is no folder '\(path)'")
      case .unreadable(let path, let reason) where reason == "not a folder":
        throw CommandFailure(
          .noInput, "'\(path)' is no folder; give the folder that holds the YAML data files")
      case .unreadable(let path, let reason):
        throw CommandFailure(.noInput, "can't read '\(path)': \(reason)")
      case .noFiles(let path):
        throw CommandFailure(.noInput, "there is no .yaml file in '\(path)'")
      }
    }
  }
}
