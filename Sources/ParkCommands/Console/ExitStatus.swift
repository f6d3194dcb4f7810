/// How a command ends, after sysexits(3).
public enum ExitStatus: Int32, Sendable {
  /// It did what was asked.
  case success = 0
  /// The answer is no: there is no path, the check found errors.
  case negative = 1
  /// The command line is wrong; an unknown or ambiguous name is, too.
  case usage = 64
  /// The data is wrong.
  case dataError = 65
  /// There is no such input, or it can't be read.
  case noInput = 66
  /// A part of the system is missing.
  case unavailable = 69
  /// A mistake of ours.
  case software = 70
  /// A file can't be created.
  case cannotCreate = 73
  /// Reading or writing failed half-way.
  case ioError = 74
}

/// Why a command could not do what was asked: one clear message, and how it ends.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String
  /// The name that nothing has among what a command works on, if that is why.
  var missingName: String?

  init(_ status: ExitStatus, _ message: String, missingName: String? = nil) {
    self.status = status
    self.message = message
    self.missingName = missingName
  }
}
