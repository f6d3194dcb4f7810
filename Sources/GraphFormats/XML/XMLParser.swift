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
  static let longestLine = 1 << 12

  let options: ReadingOptions
  /// Only if there is no memory left is there none.
  let context: xmlParserCtxtPtr?
  /// There while a file is read; not counted, since it is called for every tag.
  var handler: Unmanaged<XMLHandler>?
  private(set) var failure: ReadingError?
  /// Whether there is a failure: quicker to ask, for each tag of a file, than the failure itself.
  private(set) var hasFailed = false
  var depth = 0
  /// How many bytes the file has, where that is known, and how many of them are read.
  private(set) var size: Int?
  private(set) var bytesRead = 0
  var isEnding = false

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
    guard context != nil else {
      throw ReadingError(
        .unreadable, "can't be read: there is no memory left; close other programs")
    }
    size = stream.size
    var total = 0
    while !hasFailed, var piece = try stream.next() {
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
        throw ReadingError(limit: "the file has more than \(options.limits.bytes) bytes")
      }
      feed(piece)
    }
    if total == 0 {
      throw ReadingError(
        .syntax, "the file is empty, expected XML; check whether it was written to its end")
    }
    if !hasFailed { xmlParseChunk(context, nil, 0, 1) }
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
      while start < bytes.count, !hasFailed {
        let count = min(Self.pieceSize, bytes.count - start)
        xmlParseChunk(
          context, bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self),
          Int32(count), 0)
        start += count
        bytesRead += count
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
  func stop(_ error: ReadingError) {
    guard !hasFailed else { return }
    hasFailed = true
    failure = error
    xmlStopParser(context)
  }

  /// Calls the handler, unless reading has failed.
  func call(_ work: (XMLHandler) throws(ReadingError) -> Void) {
    guard !hasFailed, let handler else { return }
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
