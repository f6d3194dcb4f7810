/// Draws by lot, the same for the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  // Steele, Lea, Flood: Fast splittable pseudorandom number generators. OOPSLA 2014.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  /// Often one of the ends.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    if chance(0.1) { return range.lowerBound }
    return chance(0.1) ? range.upperBound : Double.random(in: range, using: &self)
  }

  /// Often one of the ends.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    if chance(0.1) { return range.lowerBound }
    return chance(0.1) ? range.upperBound : Int.random(in: range, using: &self)
  }

  /// Mostly near the beginning.
  mutating func smallNumber(_ range: ClosedRange<Double>) -> Double {
    guard chance(0.9) else { return number(range) }
    return Double.random(
      in: range.lowerBound...min(range.upperBound, range.lowerBound + 3), using: &self)
  }

  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  mutating func one<Value: CaseIterable>(of _: Value.Type) -> Value {
    one(of: Array(Value.allCases))
  }

  /// Nil unless the chance comes true.
  mutating func maybe<Value>(
    _ probability: Double, _ value: (inout Dice) -> Value
  ) -> Value? {
    chance(probability) ? value(&self) : nil
  }
}
