import Foundation
import ParkGraph

/// The names of countries for a legend, from the system's CLDR.
enum CountryNames {
  static func name(of code: CountryCode, in language: LanguageTag) -> String {
    let name = Locale(identifier: language.rawValue).localizedString(forRegionCode: code.rawValue)
    // CLDR's name for CN tells the mainland from the two regions; a legend of countries needn't.
    switch name {
    case "China mainland": return "China"
    case "中国大陆": return "中国"
    case "中國大陸": return "中國"
    default: return name ?? code.rawValue
    }
  }
}
