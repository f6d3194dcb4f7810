internal import CGraphvizShims

extension NativeGraph {
  /// Refuses a bitmap that would take gigabytes and minutes.
  func checkBitmap(_ layout: Layout, _ attributes: GraphAttributes) throws(GraphvizError) {
    let pad = (attributes.pad.map { $0 * 72 } ?? 4) * 2
    var width = layout.box.width + pad
    var height = layout.box.height + pad
    if let size = attributes.size {
      let fit = min(size.width * 72 / width, size.height * 72 / height)
      if fit < 1 || attributes.sizeIsDesired == true {
        width *= fit
        height *= fit
      }
    }
    let scale = (attributes.dpi ?? 96) / 72
    let pixels = width * height * scale * scale
    guard pixels <= Limits.pixels else {
      throw GraphvizError(
        .limitExceeded,
        "a PNG of \(Int(min(pixels / 1e6, 1e9))) million pixels; lower dpi or set size",
        attribute: "dpi")
    }
  }

  /// Writes the layout in one format.
  func render(
    _ format: Format, _ context: GraphvizContext
  ) throws(GraphvizError) -> (bytes: [UInt8], messages: [MessageLog.Message]) {
    let (bytes, messages) = context.catchingMessages { () -> [UInt8]? in
      // libgvc leaves these as they are when it fails.
      var data: UnsafeMutablePointer<CChar>?
      var count: UInt32 = 0
      let status = gvRenderData(context.pointer, graph, format.graphvizName, &data, &count)
      guard let data else { return nil }
      defer { gvFreeRenderData(data) }
      return status == 0 ? Array(UnsafeRawBufferPointer(start: data, count: Int(count))) : nil
    }
    let texts = messages.map(\.text)
    guard !messages.contains(where: \.isAboutPlugins) else {
      throw GraphvizError(
        .missingPlugin,
        "Graphviz cannot write \(format.rawValue); "
          + "is it installed completely, and was `dot -c` run?", messages: texts)
    }
    // cairo makes a picture smaller rather than failing.
    guard !texts.contains(where: { $0.contains("graph is too large") }) else {
      throw GraphvizError(
        .limitExceeded, "the drawing is too large for \(format.rawValue); lower dpi or set size",
        messages: texts)
    }
    guard let bytes, !bytes.isEmpty, !messages.contains(where: { $0.source == .error }) else {
      throw GraphvizError(
        .renderingFailed, "\(format.rawValue) could not be written", messages: texts)
    }
    guard !format.hasInvalidNumbers(bytes) else {
      throw GraphvizError(
        .renderingFailed, "something is drawn at a place that is not a number", messages: texts)
    }
    return (format.finished(bytes), messages)
  }
}

extension Format {
  /// The name of libgvc's device; spelt out where several plugins offer the format.
  fileprivate var graphvizName: String {
    switch self {
    case .svg: "svg:svg:core"
    case .png: "png:cairo:cairo"
    case .pdf: "pdf:cairo:cairo"
    default: rawValue
    }
  }
}
