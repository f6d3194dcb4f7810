internal import CGraphvizShims
internal import ExactTexts

/// The numbers that libcgraph knows names by, given out in the order in which names turn up.
///
/// libcgraph's own numbers are addresses of strings, and it walks subgraphs in the order of their
/// numbers: the same graph would be drawn differently each time.
final class Identifiers {
  private let graph: UnsafeMutablePointer<Agraph_t>?
  private var numbers: [ExactText: IDTYPE] = [:]
  /// Strings of libcgraph, which expects its own marks in front of them.
  private var names: [UnsafeMutablePointer<CChar>] = []
  private var anonymous: IDTYPE = 1

  private init(_ graph: UnsafeMutablePointer<Agraph_t>?) {
    self.graph = graph
  }

  /// The number of a name.
  ///
  /// Names have even numbers. Each object that is made holds on to its name.
  private func number(of name: UnsafeMutablePointer<CChar>, create: Bool) -> IDTYPE? {
    let key = String(cString: name)
    let number = numbers[key]
    guard create else { return number }
    guard let string = agstrdup(graph, name) else { return nil }
    if let number {
      names[Self.place(number)] = string
      return number
    }
    names.append(string)
    let new = IDTYPE(names.count * 2)
    numbers[key] = new
    return new
  }

  /// A number for what has no name.
  ///
  /// These are odd.
  private func anonymousNumber() -> IDTYPE {
    defer { anonymous += 2 }
    return anonymous
  }

  private func name(of number: IDTYPE) -> UnsafeMutablePointer<CChar>? {
    guard number.isMultiple(of: 2), names.indices.contains(Self.place(number)) else { return nil }
    return names[Self.place(number)]
  }

  /// An object of this number is no more.
  private func release(_ number: IDTYPE) {
    if let name = name(of: number) { agstrfree(graph, name) }
  }

  private static func place(_ number: IDTYPE) -> Int {
    Int(truncatingIfNeeded: number / 2) - 1
  }

  private static func of(_ state: UnsafeMutableRawPointer?) -> Identifiers? {
    state.map { Unmanaged<Identifiers>.fromOpaque($0).takeUnretainedValue() }
  }

  /// What libcgraph calls to number names; each graph gets identifiers of its own, which live as
  /// long as the graph.
  ///
  /// Made once and never changed.
  nonisolated(unsafe) static let discipline: UnsafeMutablePointer<Agiddisc_t> = {
    let discipline = UnsafeMutablePointer<Agiddisc_t>.allocate(capacity: 1)
    discipline.initialize(
      to: Agiddisc_t(
        open: { graph, _ in Unmanaged.passRetained(Identifiers(graph)).toOpaque() },
        map: { state, _, name, number, create in
          guard let identifiers = Identifiers.of(state), let number else { return 0 }
          guard let name else {
            guard create != 0 else { return 0 }
            number.pointee = identifiers.anonymousNumber()
            return 1
          }
          guard let found = identifiers.number(of: name, create: create != 0) else { return 0 }
          number.pointee = found
          return 1
        },
        alloc: { _, _, _ in 1 },
        free: { state, _, number in Identifiers.of(state)?.release(number) },
        print: { state, _, number in Identifiers.of(state)?.name(of: number) },
        close: { state in
          if let state { Unmanaged<Identifiers>.fromOpaque(state).release() }
        },
        idregister: { _, _, _ in }))
    return discipline
  }()
}
