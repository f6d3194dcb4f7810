/// Takes what an XML file has, in the order of the file; formats inherit from it.
class XMLHandler {
  /// The remarks so far.
  var remarks = RemarkList()
  /// How the file is read.
  let options: ReadingOptions

  init(options: ReadingOptions) {
    self.options = options
  }

  /// An element starts.
  func start(_ element: XMLElement, _ parser: XMLParser) throws(ReadingError) {}

  /// The element that started last and has not ended ends.
  func end(_ parser: XMLParser) throws(ReadingError) {}

  /// A piece of text within an element; one text may come in many pieces.
  func text(_ bytes: BorrowedBytes, _ parser: XMLParser) throws(ReadingError) {}

  /// The file ends, whether or not every element in it has ended.
  func finish(_ parser: XMLParser) throws(ReadingError) {}

  /// Says that something of the file is not in the graph.
  func remark(_ parser: XMLParser, _ message: @autoclosure () -> String) {
    remarks.append(at: parser.tagPosition(), message())
  }

  /// Says that something of the file is not in the graph, the first time it is said of a subject.
  func remark(
    _ parser: XMLParser, once subject: @autoclosure () -> String,
    _ message: @autoclosure () -> String
  ) {
    if remarks.isFirst(subject()) { remark(parser, message()) }
  }

  /// Fails and says what to do, or notes that a fault was skipped if that is wanted.
  func fault(
    _ parser: XMLParser, _ message: String, advice: String = ReadingError.advice,
    skipped: String
  ) throws(ReadingError) {
    let position = parser.tagPosition()
    guard options.isLenient else {
      throw ReadingError(.content, at: position, message, advice: advice, leniently: skipped)
    }
    remarks.append(at: position, "\(message); \(skipped)")
  }
}
