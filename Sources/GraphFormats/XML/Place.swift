/// A place in memory of its own for a value that a class uses all the time.
///
/// For a property of a class it is checked at run time that no two uses of it overlap. Here that is
/// up to the class, whose methods are called one after another, for each tag of a file: the checks
/// would take a third of the time. The class has to give the place back in the end, and reaches the
/// value by its address: a coroutine that yields so large a value as a graph is miscompiled without
/// optimization by Swift 6.3.
struct Place<Value> {
  let pointer: UnsafeMutablePointer<Value>

  init(_ value: Value) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: value)
  }

  /// Ends the life of the value.
  func remove() {
    pointer.deinitialize(count: 1)
    pointer.deallocate()
  }
}
