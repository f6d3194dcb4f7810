#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What is asked of the file system.
enum FileSystem {
  /// Whether there is a file or folder at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The system's words for an error number, in lower case, to go on after a colon.
  static func describe(_ code: Int32) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// The system's words for why a file can't be read, and what to do.
  static func advise(_ code: Int32) -> String {
    let advice =
      switch code {
      case ENOENT, ENOTDIR: "check the path"
      case EACCES, EPERM: "allow reading it, as with chmod +r"
      case EISDIR: "name a file in it"
      default: "try again, or copy it elsewhere"
      }
    return "\(describe(code)); \(advice)"
  }
}
