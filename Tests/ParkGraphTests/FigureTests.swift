import ParkGraph
import Testing

@Suite struct FigureTests {
  @Test(
    arguments: [
      (52, .exactly, nil, "52"), (5000, .moreThan, nil, "more than 5,000"),
      (106_552, .exactly, nil, "106,552"), (262.9, .exactly, nil, "262.9"),
      (10.1, .exactly, "%", "10.1 %"), (8.7e12, .exactly, "CNY", "8.7 trillion CNY"),
      (320.23e9, .about, "CNY", "about 320.23 billion CNY"),
      (1e12, .lessThan, nil, "less than 1 trillion"),
      (342e6, .exactly, "CNY", "342,000,000 CNY"), (0, .exactly, nil, "0"),
      (-5, .exactly, nil, "-5"),
      (1234.5, .exactly, nil, "1,234.5"),
    ] as [(Double, Figure.Comparison, String?, String)])
  func readsWell(value: Double, comparison: Figure.Comparison, unit: String?, text: String) {
    let figure = Figure(measure: "m", value: value, comparison: comparison, unit: unit)
    #expect(figure.quantity == text)
  }

  @Test(arguments: [(52, "52"), (8.7e12, "8700000000000"), (10.1, "10.1"), (1e300, "1e+300")])
  func digitsAreExact(value: Double, digits: String) {
    #expect(Figure(measure: "m", value: value).digits == digits)
  }
}
