/// How a node or an edge is drawn, where a file says so.
public struct Appearance: Hashable, Sendable {
  /// A colour.
  public struct Color: Hashable, Sendable {
    /// Red, 0 to 255.
    public var red: UInt8
    /// Green, 0 to 255.
    public var green: UInt8
    /// Blue, 0 to 255.
    public var blue: UInt8
    /// Opacity, from 0, which can't be seen, to 1.
    public var alpha: Double

    /// Creates a colour.
    ///
    /// - Parameters:
    ///   - red: Red, 0 to 255.
    ///   - green: Green, 0 to 255.
    ///   - blue: Blue, 0 to 255.
    ///   - alpha: Opacity, from 0 to 1.
    /// - Complexity: O(1)
    public init(red: UInt8, green: UInt8, blue: UInt8, alpha: Double = 1) {
      self.red = red
      self.green = green
      self.blue = blue
      self.alpha = alpha
    }
  }

  /// A place.
  public struct Position: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Up.
    public var y: Double
    /// Towards the reader.
    public var z: Double

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - x: To the right.
    ///   - y: Up.
    ///   - z: Towards the reader.
    /// - Complexity: O(1)
    public init(x: Double, y: Double, z: Double = 0) {
      self.x = x
      self.y = y
      self.z = z
    }
  }

  /// The fill of a node, the line of an edge.
  public var color: Color?
  /// Where the middle of a node is.
  public var position: Position?
  /// The width of a node, in the units of positions.
  public var width: Double?
  /// The height of a node, in the units of positions.
  public var height: Double?
  /// The shape of a node or the kind of line of an edge, by the name that the file has for it.
  public var shape: String?
  /// How thick the line of an edge is.
  public var thickness: Double?

  /// Creates an appearance that says nothing.
  ///
  /// - Complexity: O(1)
  public init() {}

  /// Whether it says nothing.
  public var isEmpty: Bool { self == Appearance() }
}
