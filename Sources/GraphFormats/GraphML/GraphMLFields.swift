internal import GraphCore

/// The attributes of nodes or of edges as a file has them, with the values of some rows at a time.
///
/// The values are fetched column by column and written row by row: to go back and forth between the
/// arrays of columns for every value would take longer, in counting references, than the writing.
struct GraphMLFields: ~Copyable {
  /// How many rows are fetched at a time.
  static let blockSize = 32

  private struct Field {
    /// The start tag of `data`, indented, as far as it goes into a block, and how long it is.
    let block: SIMD32<UInt8>
    let length: Int
    /// The whole of it.
    let tag: [UInt8]
    let column: AttributeColumn
    /// Which of the rows fetched have a value, a bit each.
    var present: UInt32 = 0
  }

  private let fields: UnsafeMutableBufferPointer<Field>
  /// The bits of the values fetched, field by field.
  private let bits: UnsafeMutablePointer<UInt64>

  /// The attributes of a domain that have values.
  init(_ graph: borrowing PropertyGraph, for domain: AttributeKey.Domain, _ identifiers: [String]) {
    let slots = graph.slots(for: domain).filter { graph.columns[$0].hasValues }
    fields = .allocate(capacity: slots.count)
    for (place, slot) in slots.enumerated() {
      let tag = Array("      <data key=\"\(identifiers[slot])\">".utf8)
      var block = SIMD32<UInt8>()
      for (place, byte) in tag.prefix(32).enumerated() { block[place] = byte }
      fields.initializeElement(
        at: place,
        to: Field(block: block, length: tag.count, tag: tag, column: graph.columns[slot]))
    }
    bits = .allocate(capacity: max(1, slots.count * Self.blockSize))
    bits.initialize(repeating: 0, count: max(1, slots.count * Self.blockSize))
  }

  deinit {
    fields.deinitialize().deallocate()
    bits.deallocate()
  }

  /// Fetches the values of at most ``blockSize`` rows.
  func fetch(_ rows: [Int]) {
    for index in fields.indices {
      fields[index].present = fields[index].column.bits(
        of: rows, into: bits + index * Self.blockSize)
    }
  }

  /// Writes the values of one of the rows fetched, and the end of the start tag before the first if
  /// it is missing.
  func write(_ place: Int, to output: inout ByteOutput, _ isOpen: inout Bool) {
    for index in fields.indices where fields[index].present >> UInt32(place) & 1 == 1 {
      if !isOpen { output.append(">\n") }
      isOpen = true
      if fields[index].length <= 32 {
        output.append(fields[index].block, count: fields[index].length)
      } else {
        output.append(fields[index].tag)
      }
      let value = bits[index * Self.blockSize + place]
      switch fields[index].column.type {
      case .boolean: if value != 0 { output.append("true") } else { output.append("false") }
      case .int: output.append(Int64(Int32(truncatingIfNeeded: value)))
      case .long: output.append(Int64(bitPattern: value))
      case .float: output.append(value: .float(Float(bitPattern: UInt32(value))))
      case .double: output.append(Double(bitPattern: value))
      case .string: fields[index].column.withText(at: value) { output.appendText($0) }
      }
      output.append("</data>\n")
    }
  }
}
