extension LooseColumn {
  /// Finds the type that holds every value, and turns the values into it.
  ///
  /// - Returns: What to say if values of several types became texts.
  mutating func settle() -> ReadingRemark? {
    guard declared == nil else { return nil }
    guard !mixed.isEmpty else {
      if infersFromText, column.type == .string { inferFromText() }
      return nil
    }
    let types = Set(mixed.map(\.value.type))
    var texts = AttributeColumn(.string)
    for (row, value) in mixed { texts.set(.string(value.text), at: row) }
    replace(by: texts)
    let place = firsts.values.sorted().dropFirst().first
    let names = types.map(\.rawValue).sorted().joined(separator: ", ")
    return ReadingRemark(
      at: place, "the attribute “\(name)” has values of the types \(names): kept as text")
  }

  /// Turns texts into numbers or truth values, if all of them are.
  private mutating func inferFromText() {
    guard !isEmpty else { return }
    if let numbers = converted(to: .long, { NumberText.integer($0).map(UInt64.init(bitPattern:)) })
    {
      return replace(by: numbers)
    }
    var hasFinite = false
    let numbers = converted(to: .double) { bytes in
      guard !Self.isCode(bytes), let number = AttributeValue.number(bytes) else { return nil }
      hasFinite = hasFinite || number.isFinite
      return number.bitPattern
    }
    if let numbers, hasFinite { return replace(by: numbers) }
    let truths = converted(to: .boolean) { bytes in
      ValueParser.matches(bytes, "true") ? 1 : ValueParser.matches(bytes, "false") ? 0 : nil
    }
    if let truths { replace(by: truths) }
  }

  /// The texts as values of another type, by their bits; `nil` if there is one that is none.
  private func converted(
    to type: AttributeType, _ convert: (UnsafeBufferPointer<UInt8>) -> UInt64?
  ) -> AttributeColumn? {
    var other = AttributeColumn(type)
    var isDone = true
    column.forEachRow { row in
      guard isDone, let bits = column.withText(ofRow: row, convert) else {
        isDone = false
        return
      }
      if type == .boolean {
        other.set(narrow: UInt32(truncatingIfNeeded: bits), at: row)
      } else {
        other.set(wide: bits, at: row)
      }
    }
    return isDone ? other : nil
  }

  /// Whether the digits of a text aren't the ones that its number would be written with: `007`,
  /// `+49`.
  private static func isCode(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    return digits.first == UInt8(ascii: "+")
      || digits.first == UInt8(ascii: "0")
        && digits.dropFirst().first.map(ByteSet.digits.contains) == true
  }
}
