/// Remarks on a file, of which a hostile one can't make more than are worth reading.
package struct CappedRemarks: Sendable {
  private static let maximum = 1_000

  private var remarks: [ReadingRemark] = []
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
    if remarks.count < Self.maximum { remarks.append(remark) } else { more += 1 }
  }
}
