/// The outline of a node.
///
/// A label of fields goes with the two record shapes only.
public enum NodeShape: String, Sendable, Hashable, CaseIterable {
  /// A rectangle.
  case box
  /// A polygon of as many sides as the attribute `sides` says.
  case polygon
  /// An ellipse; what Graphviz draws by default.
  case ellipse
  /// A circle.
  case circle
  /// A small filled dot without a label.
  case point
  /// An egg.
  case egg
  /// A triangle.
  case triangle
  /// No outline, with room around the label.
  case plaintext
  /// No outline and no room around the label.
  case plain
  /// A diamond.
  case diamond
  /// A trapezium.
  case trapezium
  /// A parallelogram.
  case parallelogram
  /// A house.
  case house
  /// A polygon of five sides.
  case pentagon
  /// A polygon of six sides.
  case hexagon
  /// A polygon of seven sides.
  case septagon
  /// A polygon of eight sides.
  case octagon
  /// Two circles.
  case doublecircle
  /// Two octagons.
  case doubleoctagon
  /// Three octagons.
  case tripleoctagon
  /// A triangle upside down.
  case invtriangle
  /// A trapezium upside down.
  case invtrapezium
  /// A house upside down.
  case invhouse
  /// A square.
  case square
  /// A star.
  case star
  /// No outline; the same as `plaintext`.
  case none
  /// A line under the label.
  case underline
  /// A cylinder.
  case cylinder
  /// A sheet with a folded corner.
  case note
  /// A card with a tab.
  case tab
  /// A folder.
  case folder
  /// A box in three dimensions.
  case box3d
  /// A component of a UML diagram.
  case component
  /// A rectangle; the same as `box`.
  case rect
  /// A rectangle; the same as `box`.
  case rectangle
  /// An ellipse; the same as `ellipse`.
  case oval
  /// A large arrow to the left.
  case larrow
  /// A large arrow to the right.
  case rarrow
  /// A left promoter, in the notation of synthetic biology, as are those that follow.
  case lpromoter
  /// A right promoter.
  case rpromoter
  /// A promoter.
  case promoter
  /// A coding sequence.
  case cds
  /// A terminator.
  case terminator
  /// An untranslated region.
  case utr
  /// A primer site.
  case primersite
  /// A restriction site.
  case restrictionsite
  /// An overhang at the 5′ end.
  case fivepoverhang
  /// An overhang at the 3′ end.
  case threepoverhang
  /// No overhang.
  case noverhang
  /// An assembly.
  case assembly
  /// A signature.
  case signature
  /// An insulator.
  case insulator
  /// A ribosite.
  case ribosite
  /// An RNA stability element.
  case rnastab
  /// A protease site.
  case proteasesite
  /// A protein stability element.
  case proteinstab
  /// Fields side by side and one above the other.
  case record
  /// A record with rounded corners.
  case mRecord = "Mrecord"
  /// A diamond with marks.
  case mDiamond = "Mdiamond"
  /// A square with marks.
  case mSquare = "Msquare"
  /// A circle with marks.
  case mCircle = "Mcircle"

  var isRecord: Bool { self == .record || self == .mRecord }
}
