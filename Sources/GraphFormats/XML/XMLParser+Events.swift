internal import CLibXML2

/// What libxml2 tells.
extension XMLParser {
  /// An element starts.
  func start(_ element: XMLElement) {
    depth += 1
    call { (handler) throws(ReadingError) in
      guard depth <= options.limits.depth else {
        throw ReadingError(
          limit: "elements lie more than \(options.limits.depth) deep in one another",
          at: tagPosition())
      }
      for number in 0..<element.attributeCount
      where element.attributeValue(number).count > options.limits.valueBytes {
        throw tooLong("the attribute “\(element.attributeName(number).text)”")
      }
      try handler.start(element, self)
    }
  }

  /// An element ends.
  func end() {
    depth -= 1
    isEnding = true
    call { (handler) throws(ReadingError) in try handler.end(self) }
    isEnding = false
  }

  /// A piece of text comes.
  func text(_ bytes: BorrowedBytes) {
    call { (handler) throws(ReadingError) in try handler.text(bytes, self) }
  }

  /// A document type is named.
  func ignoreDocumentType(_ address: String) {
    handler?.takeUnretainedValue().remarks.append(
      at: position(), "the document type “\(Excerpt.of(address))” is not fetched; it is ignored")
  }

  /// An entity is declared.
  func refuseEntity(_ name: String) {
    stop(
      ReadingError(
        .refused, at: position(),
        "the document type declares the entity “\(Excerpt.of(name))”, which is refused; "
          + "write its text where it is used"))
  }

  /// An entity is used that is not declared.
  func missEntity(_ name: String) {
    call { (handler) throws(ReadingError) in
      try handler.fault(
        self, "the entity “&\(Excerpt.of(name));” is not declared in the file",
        advice: "write the character itself, or “&amp;” for an ampersand", skipped: "it is left out"
      )
    }
  }

  /// Something is wrong.
  func complain(_ error: xmlError) {
    guard !hasFailed, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let said = error.message.map { String(cString: $0) } ?? "the text is not well-formed"
    let code = xmlParserErrors(UInt32(bitPattern: error.code))
    // An empty file was noticed before.
    let message =
      code == XML_ERR_DOCUMENT_EMPTY
      ? "the file is no XML, expected “<” at its beginning"
      : String(said.split(separator: "\n").first ?? "")
    let isNamespace = (XML_NS_ERR_XML_NAMESPACE.rawValue...XML_NS_ERR_COLON.rawValue)
      .contains(code.rawValue)
    let near = excerpt()
    let phrase = near.isEmpty ? message : "\(message), near “\(near)”"
    if isNamespace || options.isLenient && error.level != XML_ERR_FATAL {
      handler?.takeUnretainedValue().remarks.append(at: position(), phrase)
      return
    }
    let reason: ReadingError.Reason =
      switch code {
      case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING,
        XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED:
        .encoding
      case _ where message.contains("not proper UTF-8"): .encoding
      case XML_ERR_NAME_TOO_LONG: .limitExceeded
      case _ where message.contains("Huge") || message.contains("too long"): .limitExceeded
      case _ where message.contains("Excessive depth"): .limitExceeded
      default: .syntax
      }
    if options.isLenient && reason == .syntax {
      handler?.takeUnretainedValue().remarks.append(
        at: position(), "\(phrase); reading goes on where it can")
    } else {
      let isOther = code == XML_ERR_DOCUMENT_EMPTY
      stop(
        isOther
          ? ReadingError(.syntax, at: position(), "\(phrase); name the format that it has")
          : Self.error(reason, at: position(), phrase))
    }
  }

  /// The error for what libxml2 says, with what to do.
  private static func error(
    _ reason: ReadingError.Reason, at position: TextPosition, _ phrase: String
  ) -> ReadingError {
    switch reason {
    case .syntax:
      ReadingError(reason, at: position, phrase, leniently: "reading goes on where it can")
    case .limitExceeded: ReadingError(limit: phrase, at: position)
    default:
      ReadingError(
        reason, at: position,
        "\(phrase); save the file as UTF-8, or correct the encoding that it declares")
    }
  }

  /// The error for a text that is longer than the limit.
  func tooLong(_ what: String) -> ReadingError {
    ReadingError(
      limit: "\(what) has more than \(options.limits.valueBytes) bytes", at: tagPosition())
  }
}
