/// The shape of an arrow.
public enum ArrowShape: String, Sendable, Hashable, CaseIterable {
  /// A filled triangle.
  case normal
  /// A filled triangle, pointing away.
  case inv
  /// A filled dot.
  case dot
  /// A hollow dot.
  case odot
  /// An inverted triangle and a dot.
  case invdot
  /// An inverted triangle and a hollow dot.
  case invodot
  /// No arrow.
  case none
  /// A bar.
  case tee
  /// A hollow triangle.
  case empty
  /// A hollow triangle, pointing away.
  case invempty
  /// A filled diamond.
  case diamond
  /// A hollow diamond.
  case odiamond
  /// A hollow diamond, by its older name.
  case ediamond
  /// A crow's foot.
  case crow
  /// A filled box.
  case box
  /// A hollow box.
  case obox
  /// An open arrow.
  case open
  /// One half of an open arrow.
  case halfopen
  /// A pointed arrow.
  case vee
  /// An arc.
  case curve
  /// An arc, pointing away.
  case icurve
}

/// Which ends of an edge have an arrow.
public enum ArrowDirection: String, Sendable, Hashable, CaseIterable {
  /// The head.
  case forward
  /// The tail.
  case back
  /// Both ends.
  case both
  /// Neither end.
  case none
}
