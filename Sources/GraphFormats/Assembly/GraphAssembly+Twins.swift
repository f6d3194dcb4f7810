internal import ExactTexts

/// Nodes that differ only in that one is a number and the other a text, as `1` and `"1"` in JSON.
extension GraphAssembly {
  /// Whether a node has a number, or a text, for a name in the file.
  func isNamed(_ row: Int, asNumber isNumber: Bool) -> Bool {
    isNumber == (row < rowsThatAreNumbers.count && rowsThatAreNumbers[row])
      && (rowsOfTwins.isEmpty || !rowsOfTwins.contains(row))
  }

  /// Whether a name of which no node was known is a number.
  func isNumberedName(_ number: Int) -> Bool {
    number < namesThatAreNumbers.count && namesThatAreNumbers[number]
  }

  /// Names the node that comes next, since another one has its name.
  mutating func addTwin(of name: String, at place: TextPosition?) -> String {
    var count = 2
    while row(of: "\(name)#\(count)") != nil { count += 1 }
    let twin = "\(name)#\(count)"
    // Names are texts here, and one that was made up may be in the file, too.
    let reason =
      row(of: name).map(rowsOfTwins.contains) == true
      ? "another one has got this name"
      : "one has a number for a name, the other the same as a text"
    twins[name] = nodeCount
    rowsOfTwins.insert(nodeCount)
    remarks.append(
      at: place,
      "the node “\(Excerpt.of(name))” is not the one before it, since \(reason): it is named "
        + "“\(Excerpt.of(twin))”")
    return twin
  }

  /// The row of the node that a name means: of one that differs in being a number or not if there is
  /// no other.
  mutating func row(of name: String, isNumber: Bool, at place: TextPosition?) -> Int? {
    guard let row = row(of: name), !isNamed(row, asNumber: isNumber) else {
      return row(of: name)
    }
    if let twin = twins[name] { return twin }
    if remarks.isFirst("number for text") {
      remarks.append(
        at: place,
        "an edge ends at “\(Excerpt.of(name))” as a \(isNumber ? "number" : "text"), where the node "
          + "has a \(isNumber ? "text" : "number") for a name: taken for it, as are others like it")
    }
    return row
  }

  /// The end of an edge that has a name.
  mutating func end(_ name: String, isNumber: Bool, at place: TextPosition?) -> LooseEdges.End {
    if let row = row(of: name, isNumber: isNumber, at: place) { return .row(row) }
    var key = name
    guard isNumber else { return key.withUTF8 { end($0, at: place) } }
    // Numbers and texts are apart, whatever nodes there will be: no text ends so.
    key += "\u{0}"
    let known = key.withUTF8 { key in
      namesByText.find(key) {
        isNumberedName($0) && names[$0].hasBytes(UnsafeBufferPointer(rebasing: key.dropLast()))
      }
    }
    if let known { return .name(known) }
    key.withUTF8 { namesByText.insert(names.count, $0) }
    namesThatAreNumbers += repeatElement(false, count: names.count - namesThatAreNumbers.count)
    namesThatAreNumbers.append(true)
    names.append(name)
    namePlaces.append(place)
    return .name(names.count - 1)
  }

  /// The rows of the names that are left, whose nodes are added where that is wanted.
  mutating func addNamedNodes(after count: Int) throws(ReadingError) -> [Int] {
    var rows: [Int] = []
    for index in names.indices.dropFirst(count) {
      let (name, place, isNumber) = (names[index], namePlaces[index], isNumberedName(index))
      // Where edges make the nodes, a number is another one than a text.
      let isTwin = addsNamedNodes && row(of: name).map { !isNamed($0, asNumber: isNumber) } == true
      if !isTwin || twins[name] != nil, let row = row(of: name, isNumber: isNumber, at: place) {
        rows.append(row)
        continue
      }
      if !addsNamedNodes {
        guard options.isLenient else { throw UndeclaredNode.error(name, at: place) }
        remarks.append(at: place, UndeclaredNode.remark(name))
      }
      rows.append(try addRow(name, isNumber: isNumber, at: place).row)
    }
    return rows
  }
}
