extension GraphDescription {
  /// Lays the graph out and writes the layout in any number of formats.
  ///
  /// Everything is checked first, and nothing of a refused description reaches libgvc. libgvc runs
  /// on one thread of its own, one drawing at a time in the order of the calls; this call blocks
  /// its thread until its own drawing is done. From asynchronous code the variant that does not
  /// block is called instead.
  ///
  /// - Parameters:
  ///   - engine: What decides where things go.
  ///   - formats: What to write. The bytes of a format depend neither on the others nor on their
  ///     order.
  ///   - seed: What neato, fdp and sfdp begin their search from; another seed, another drawing of
  ///     the same quality. Nil takes Graphviz's own.
  ///   - fallbacks: What Graphviz may do instead of what it is asked for; anything else that it
  ///     does so is an error.
  ///   - isolation: Where it happens. A helper process turns a fault of libgvc, and a layout that
  ///     takes too long, into an error; it is for descriptions of unknown origin. A pool of helpers
  ///     does so faster, and bounds the memory of a program that draws without end.
  /// - Returns: The layout, the files and libgvc's remarks.
  /// - Throws: What is wrong with the description, what Graphviz lacks, or what libgvc reported.
  public func draw(
    with engine: Engine, as formats: [Format] = [], seed: UInt32? = nil,
    allowing fallbacks: Fallbacks = [], isolation: Isolation = .inProcess
  ) throws(GraphvizError) -> Drawing {
    let job = DrawingJob(
      prepared: try prepared(for: engine, seed: seed), attributes: attributes, engine: engine,
      formats: formats, seed: seed ?? 1)
    return try isolation.result(of: job).get().checked(allowing: fallbacks)
  }

  /// Lays the graph out and writes the layout in any number of formats, without blocking a thread
  /// of the caller.
  ///
  /// The same as the synchronous variant otherwise. A drawing that has begun cannot be cancelled.
  public func draw(
    with engine: Engine, as formats: [Format] = [], seed: UInt32? = nil,
    allowing fallbacks: Fallbacks = [], isolation: Isolation = .inProcess
  ) async throws(GraphvizError) -> Drawing {
    let job = DrawingJob(
      prepared: try prepared(for: engine, seed: seed), attributes: attributes, engine: engine,
      formats: formats, seed: seed ?? 1)
    return try await isolation.result(of: job).get().checked(allowing: fallbacks)
  }

  /// Lays the graph out and writes it in one format.
  ///
  /// The same as drawing otherwise.
  public func render(
    _ format: Format, with engine: Engine, seed: UInt32? = nil,
    allowing fallbacks: Fallbacks = [], isolation: Isolation = .inProcess
  ) throws(GraphvizError) -> [UInt8] {
    try draw(
      with: engine, as: [format], seed: seed, allowing: fallbacks, isolation: isolation
    ).files[format] ?? []
  }
}

/// A checked description and what is to be done with it.
struct DrawingJob: Sendable {
  let prepared: PreparedGraph
  let attributes: GraphAttributes
  let engine: Engine
  let formats: [Format]
  let seed: UInt32

  /// Does it, on the Graphviz thread.
  func result() -> Result<Drawing, GraphvizError> {
    do throws(GraphvizError) {
      return .success(try draw())
    } catch {
      return .failure(error)
    }
  }

  private func draw() throws(GraphvizError) -> Drawing {
    let context = try GraphvizContext.shared()
    try tryOut(context)
    let native = try NativeGraph(prepared)
    return try native.layOut(with: engine, seed: seed, context) {
      (messages) throws(GraphvizError) in
      let layout = native.layout(of: prepared, by: engine)
      guard layout.isFinite, native.hasFiniteOutlines else {
        throw GraphvizError(
          .layoutFailed, "\(engine.rawValue) gave positions that are not numbers",
          messages: messages.map(\.text))
      }
      var files: [Format: [UInt8]] = [:]
      // libgvc would end the process when it writes them.
      guard layout.edges.allSatisfy(\.hasWholeCurves) else {
        throw GraphvizError(
          .layoutFailed, "\(engine.rawValue) gave curves with points missing",
          messages: messages.map(\.text))
      }
      var warnings = FontCheck.remarks(on: prepared) + messages.map(\.text)
      warnings += native.missingEdges(prepared, layout)
      // In an order of their own: json leaves attributes behind that dot would write.
      for format in Set(formats).sorted() {
        if format == .png { try native.checkBitmap(layout, attributes) }
        let (bytes, messages) = try native.render(format, context)
        files[format] = bytes
        warnings += messages.map(\.text)
      }
      return Drawing(layout: layout, files: files, warnings: warnings)
    }
  }
}
