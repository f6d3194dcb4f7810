/// Remarks on a file, of which a hostile one can't make more than are worth reading.
package struct RemarkList: Sendable {
  private static let maximum = 1_000

  /// The file that remarks are on, if there are several.
  var file: CSVFile?

  private var remarks: [ReadingRemark] = []
  private var said: Set<String> = []
  private var more = 0

  /// The remarks so far, and how many more there were.
  package var all: [ReadingRemark] {
    more == 0 ? remarks : remarks + [ReadingRemark("\(more) more remarks are not listed")]
  }

  /// Adds a remark.
  package mutating func append(at place: TextPosition?, _ message: String) {
    append(ReadingRemark(at: place, message))
  }

  /// Adds a remark.
  package mutating func append(_ remark: ReadingRemark) {
    guard remarks.count < Self.maximum else {
      more += 1
      return
    }
    remarks.append(
      file.map { ReadingRemark(in: $0.name, at: remark.position, remark.message) } ?? remark)
  }

  /// Whether something is to be said for the first time, and notes that it was.
  package mutating func isFirst(_ subject: String) -> Bool { said.insert(subject).inserted }
}
