internal import CLibXML2

/// Reads XML piece by piece with libxml2 and tells a handler what is in it.
///
/// Nothing is ever fetched: an external document type is passed over with a remark, and entities
/// that a file declares itself are refused. libxml2's own limits (10 MB for a name, an attribute, a
/// comment) hold unless the limits of reading are raised above what they are at first.
final class XMLParser {
  private static let initialized: Void = xmlInitParser()
  /// libxml2 is fastest with pieces that stay in the processor's cache.
  private static let pieceSize = 1 << 16
  /// How far back the beginning of a line is looked for.
  private static let longestLine = 1 << 12

  private let options: ReadingOptions
  /// Only if there is no memory left is there none.
  private let context: xmlParserCtxtPtr?
  /// There while a file is read; not counted, since it is called for every tag.
  private var handler: Unmanaged<XMLHandler>?
  private var failure: ReadingError?
  private var depth = 0
  private var isEnding = false

  init(_ options: ReadingOptions) {
    _ = Self.initialized
    self.options = options
    var callbacks = Self.callbacks()
    // What libxml2 remarks outside of a parser would go to standard error; this holds for the thread.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil)
    context?.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    // References to characters are replaced; there are no others, since entities are refused.
    var flags = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    if options.isLenient { flags |= XML_PARSE_RECOVER.rawValue }
    let usual = ReadingLimits()
    if options.limits.valueBytes > usual.valueBytes || options.limits.depth > usual.depth {
      flags |= XML_PARSE_HUGE.rawValue
    }
    xmlCtxtUseOptions(context, Int32(flags))
  }

  deinit {
    guard let context else { return }
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Reads a file to its end.
  func parse(
    _ stream: consuming ByteStream, for handler: XMLHandler
  ) throws(ReadingError) {
    self.handler = .passUnretained(handler)
    defer { withExtendedLifetime(handler) { self.handler = nil } }
    guard context != nil else { throw ReadingError(.unreadable, "there is no memory left") }
    var total = 0
    while failure == nil, var piece = try stream.next() {
      if total == 0 {
        // The first bytes tell the encoding: there have to be four.
        while piece.count < 4, let more = try stream.next() { piece += more }
        total = piece.count
        if options.isLenient { dropLeadingSpace(&piece, handler) }
        if XMLEncoding.isWronglyDeclared(in: piece) {
          let flags = context?.pointee.options ?? 0
          xmlCtxtUseOptions(context, flags | Int32(XML_PARSE_IGNORE_ENC.rawValue))
          handler.remarks.append(
            at: TextPosition(line: 1, column: 1),
            "the file is not in the encoding that it declares; it is read as UTF-8")
        }
      } else {
        total += piece.count
      }
      guard total <= options.limits.bytes else {
        throw ReadingError(
          .limitExceeded, at: position(),
          "the file has more than \(options.limits.bytes) bytes; "
            + "raise the limit if it can be trusted")
      }
      feed(piece)
    }
    if total == 0 { throw ReadingError(.syntax, "the file is empty") }
    if failure == nil { xmlParseChunk(context, nil, 0, 1) }
    if let failure { throw failure }
    try handler.finish(self)
  }

  /// The one copy of a name that the parser keeps.
  func name(_ text: StaticString) -> XMLName {
    text.withUTF8Buffer { bytes in
      XMLName(bytes: xmlDictLookup(context?.pointee.dict, bytes.baseAddress, Int32(bytes.count)))
    }
  }
}

// MARK: - libxml2

extension XMLParser {
  private func feed(_ piece: [UInt8]) {
    piece.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count, failure == nil {
        let count = min(Self.pieceSize, bytes.count - start)
        xmlParseChunk(
          context, bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self),
          Int32(count), 0)
        start += count
      }
    }
  }

  private func dropLeadingSpace(_ piece: inout [UInt8], _ handler: XMLHandler) {
    let space = piece.prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }.count
    guard space > 0, space < piece.count else { return }
    piece.removeFirst(space)
    handler.remarks.append(
      at: TextPosition(line: 1, column: 1), "white space before the XML declaration is skipped")
  }

  /// Ends reading at the first failure.
  private func stop(_ error: ReadingError) {
    if failure == nil { failure = error }
    xmlStopParser(context)
  }

  /// Calls the handler, unless reading has failed.
  private func call(_ work: (XMLHandler) throws(ReadingError) -> Void) {
    guard failure == nil, let handler else { return }
    handler._withUnsafeGuaranteedRef { handler in
      do throws(ReadingError) { try work(handler) } catch { stop(error) }
    }
  }

  private static func callbacks() -> xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = park_sax2_magic
    callbacks.startElementNs = { context, name, prefix, namespace, _, _, count, _, attributes in
      let element = XMLElement(
        name: XMLName(bytes: name), prefix: XMLName(bytes: prefix),
        namespace: XMLName(bytes: namespace), attributeCount: Int(count), attributes: attributes)
      XMLParser.with(context) { $0.start(element) }
    }
    callbacks.endElementNs = { context, _, _, _ in XMLParser.with(context) { $0.end() } }
    callbacks.characters = { context, bytes, count in
      XMLParser.with(context) { $0.text(BorrowedBytes(start: bytes, count: Int(count))) }
    }
    callbacks.cdataBlock = callbacks.characters
    callbacks.internalSubset = { context, _, publicID, systemID in
      guard publicID != nil || systemID != nil else { return }
      XMLParser.with(context) { $0.ignoreDocumentType(systemID.map { String(cString: $0) } ?? "") }
    }
    callbacks.entityDecl = { context, name, _, _, _, _ in
      XMLParser.with(context) { $0.refuseEntity(name.map { String(cString: $0) } ?? "") }
    }
    callbacks.unparsedEntityDecl = { context, name, _, _, _ in
      XMLParser.with(context) { $0.refuseEntity(name.map { String(cString: $0) } ?? "") }
    }
    callbacks.reference = { context, name in
      XMLParser.with(context) { $0.missEntity(name.map { String(cString: $0) } ?? "") }
    }
    callbacks.serror = { context, error in
      guard let error else { return }
      XMLParser.with(context) { $0.complain(error.pointee) }
    }
    return callbacks
  }

  /// Calls the parser that libxml2 carries, which lives, without counting references.
  private static func with(_ context: UnsafeMutableRawPointer?, _ work: (XMLParser) -> Void) {
    guard let context else { return }
    Unmanaged<XMLParser>.fromOpaque(context)._withUnsafeGuaranteedRef(work)
  }
}

// MARK: - What libxml2 tells

extension XMLParser {
  private func start(_ element: XMLElement) {
    depth += 1
    call { (handler) throws(ReadingError) in
      guard depth <= options.limits.depth else {
        throw ReadingError(
          .limitExceeded, at: tagPosition(),
          "elements lie more than \(options.limits.depth) deep in one another; "
            + "raise the limit if the file can be trusted")
      }
      for number in 0..<element.attributeCount
      where element.attributeValue(number).count > options.limits.valueBytes {
        throw tooLong("the attribute “\(element.attributeName(number).text)”")
      }
      try handler.start(element, self)
    }
  }

  private func end() {
    depth -= 1
    isEnding = true
    call { (handler) throws(ReadingError) in try handler.end(self) }
    isEnding = false
  }

  private func text(_ bytes: BorrowedBytes) {
    call { (handler) throws(ReadingError) in try handler.text(bytes, self) }
  }

  private func ignoreDocumentType(_ address: String) {
    handler?.takeUnretainedValue().remarks.append(
      at: position(), "the document type “\(Excerpt.of(address))” is not fetched; it is ignored")
  }

  private func refuseEntity(_ name: String) {
    stop(
      ReadingError(
        .refused, at: position(),
        "the document type declares the entity “\(Excerpt.of(name))”, which is refused; "
          + "write its text where it is used"))
  }

  private func missEntity(_ name: String) {
    call { (handler) throws(ReadingError) in
      try handler.fault(
        self, "the entity “&\(Excerpt.of(name));” is not declared in the file",
        skipped: "it is left out")
    }
  }

  private func complain(_ error: xmlError) {
    guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let said = error.message.map { String(cString: $0) } ?? "the text is not well-formed"
    let message = String(said.split(separator: "\n").first ?? "")
    let code = xmlParserErrors(UInt32(bitPattern: error.code))
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
      stop(ReadingError(reason, at: position(), phrase))
    }
  }

  /// The error for a text that is longer than the limit.
  func tooLong(_ what: String) -> ReadingError {
    ReadingError(
      .limitExceeded, at: tagPosition(),
      "\(what) has more than \(options.limits.valueBytes) bytes; "
        + "raise the limit if the file can be trusted")
  }
}

// MARK: - Places

extension XMLParser {
  /// Where the parser stands.
  func position() -> TextPosition { place(back: 0) }

  /// Where the tag starts that is being told of; at the end of an element, where the tag before
  /// its end tag does, which for one that has only text in it is its start tag.
  func tagPosition() -> TextPosition {
    guard let input = context?.pointee.input?.pointee, let base = input.base, let cur = input.cur
    else { return place(back: 0) }
    var distance = 0
    let isEmpty = cur - base > 1 && cur[-1] == UInt8(ascii: ">") && cur[-2] == UInt8(ascii: "/")
    var open = isEnding && !isEmpty ? 2 : 1
    while open > 0 {
      distance += 1
      guard cur - distance >= base else { return place(back: 0) }
      if cur[-distance] == UInt8(ascii: "<") { open -= 1 }
    }
    return place(back: distance)
  }

  private func place(back distance: Int) -> TextPosition {
    guard let input = context?.pointee.input?.pointee, let base = input.base, let cur = input.cur
    else { return TextPosition(line: 1, column: 1) }
    var line = Int(input.line)
    var start = cur
    for _ in 0..<distance {
      start -= 1
      if start.pointee == UInt8(ascii: "\n") { line -= 1 }
    }
    var column = 1
    while column < Self.longestLine, start - column >= base,
      start[-column] != UInt8(ascii: "\n")
    {
      column += 1
    }
    // Where the beginning of the line is gone or far, libxml2's own count has to do.
    let isWhole = column < Self.longestLine && (start - column >= base || input.consumed == 0)
    if !isWhole { column = max(column, Int(input.col) - distance) }
    return TextPosition(line: max(1, line), column: column)
  }

  /// The text at which the parser stands, cut short.
  private func excerpt() -> String {
    guard let input = context?.pointee.input?.pointee, let cur = input.cur, let end = input.end,
      end > cur
    else { return "" }
    let text = BorrowedBytes(start: cur, count: min(end - cur, 120))
    return Excerpt.of(String(decoding: text.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self))
  }
}
