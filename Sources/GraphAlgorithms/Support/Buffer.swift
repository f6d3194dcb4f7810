/// A run of numbers at a fixed place in memory, for the inner loops of algorithms.
///
/// Reading an array inside a hot loop costs a check of its bounds, and writing to it another of
/// whether it is shared: together up to ten times the access itself. Here bounds are checked in
/// debug builds only, in which the tests run.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Room for elements that are written before they are read.
  init(uninitialized count: Int) {
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    self.count = count
  }

  init(_ elements: [Element]) {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    elements.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { base.initialize(from: first, count: source.count) }
    }
    self.base = base
    count = elements.count
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  subscript(index: UInt32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) nonmutating set { self[Int(index)] = newValue }
  }

  /// Sets every element.
  func fill(_ value: Element) { base.update(repeating: value, count: count) }

  /// The elements as an array.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// Memory that several threads read, or write each in a part of its own.
struct Shared<Pointee>: @unchecked Sendable {
  let value: Pointee

  init(_ value: Pointee) { self.value = value }
}
