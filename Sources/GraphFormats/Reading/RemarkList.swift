/// Remarks on a file as they come up, some of which are made only once for each subject.
struct RemarkList: Sendable {
  private var remarks = CappedRemarks()
  private var said: Set<String> = []

  /// The remarks so far.
  var all: [ReadingRemark] { remarks.all }

  /// Adds a remark.
  mutating func add(_ position: TextPosition?, _ message: String) {
    remarks.append(at: position, message)
  }

  /// Whether something is to be said for the first time, and notes that it was.
  mutating func isFirst(_ subject: String) -> Bool { said.insert(subject).inserted }
}
