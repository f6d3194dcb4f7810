import ParkGraph

/// The maps' own words in the language of the names, as far as they are known in it.
struct MapWords {
  private let column: Int?

  init(_ language: LanguageTag) {
    column =
      switch language.language {
      case "zh": language == .traditionalChinese ? 1 : 0
      default: nil
      }
  }

  /// An English word or phrase in the language; the same where there is no translation.
  subscript(english: String) -> String {
    guard let column, let words = Self.chinese[english] else { return english }
    return words[column]
  }

  /// The one of three texts that is in the language.
  func sentence(_ english: String, _ simplified: String, _ traditional: String) -> String {
    switch column {
    case 0: simplified
    case 1: traditional
    default: english
    }
  }

  /// A text as a sentence of its own, with a capital and a full stop.
  func closed(_ text: String) -> String {
    column == nil ? text.prefix(1).uppercased() + text.dropFirst() + "." : text + "。"
  }

  /// A number and what is counted: `2 universities`.
  func counted(_ count: Int, _ what: String) -> String {
    let number = count.formattedForMaps
    guard column == nil, count != 1, let last = what.last, last.isASCII, last.isLetter else {
      return "\(number) \(what)"
    }
    if what == "person" { return "\(number) people" }
    if last == "y", !"aeiou".contains(what.dropLast().last ?? "a") {
      return "\(number) \(what.dropLast())ies"
    }
    return "\(number) \(what)" + (last == "s" ? "" : "s")
  }

  /// Simplified and traditional.
  private static let chinese: [String: [String]] = [
    "park": ["园区", "園區"], "organization": ["机构", "機構"], "programme": ["计划", "計劃"],
    "event": ["活动", "活動"], "person": ["人物", "人物"], "place": ["地点", "地點"],
    "agreement": ["协议", "協議"],
    "pairing": ["结对", "結對"], "cooperation agreement": ["合作协议", "合作協議"],
    "memorandum": ["备忘录", "備忘錄"], "membership": ["成员资格", "成員資格"], "contract": ["合同", "合約"],
    "joint undertaking": ["联合项目", "聯合項目"], "relation": ["关系", "關係"],
    "part of": ["隶属", "隸屬"], "party to": ["缔约方", "締約方"], "owns": ["拥有", "擁有"],
    "operates": ["运营", "營運"], "located in": ["位于", "位於"],
    "supports": ["支持", "支持"], "took part in": ["参加", "參加"], "holds post": ["任职", "任職"],
    "implements": ["实施", "實施"], "designated as": ["认定为", "認定為"], "member of": ["成员", "成員"],
    "organised": ["主办", "主辦"], "hosts": ["承办", "承辦"], "launched": ["发起", "發起"],
    "issued": ["发布", "發布"], "planned": ["规划", "規劃"], "concerns": ["涉及", "涉及"],
    "reported on": ["报道", "報導"], "succeeds": ["接续", "接續"], "edition of": ["届次", "屆次"],
    "under": ["属于", "屬於"], "signed at": ["签署于", "簽署於"], "presented at": ["展示于", "展示於"],
    "establishes": ["设立", "設立"],
    "category": ["类别", "類別"], "country": ["国家", "國家"], "kind": ["类别", "類別"], "form": ["形式", "形式"],
    "no country": ["无国家", "無國家"], "other": ["其他", "其他"], "none": ["无", "無"],
    "degree": ["度", "度"], "betweenness": ["中介中心性", "中介中心性"],
    "not certain to stand under the programme": ["是否属于该计划不确定", "是否屬於該計劃不確定"],
    "implied or ambiguous": ["推断或有歧义", "推斷或有歧義"],
    "document": ["份文件", "份文件"], "documents": ["份文件", "份文件"],
    "Source": ["来源", "來源"], "Data of": ["数据日期", "資料日期"],
    "drawn by parkgraph": ["parkgraph 绘制", "parkgraph 繪製"],
    "most important": ["最重要的节点", "最重要的節點"], "more ties": ["联系越多", "聯繫越多"],
    "pairings": ["对", "對"], "parks": ["个园区", "個園區"], "named here": ["此处列出", "此處列出"],
    "tie": ["联系", "聯繫"], "node": ["个节点", "個節點"], "size": ["大小", "大小"],
    "larger names": ["名称越大", "名稱越大"], "wider lines": ["线越粗", "線越粗"],
    "more nodes": ["节点越多", "節點越多"], "higher": ["越高:", "越高:"],
    "off the path": ["路径之外", "路徑之外"], "colour": ["颜色", "顏色"],
    "places": ["处", "處"], "not on the map": ["不在地图上", "不在地圖上"],
    "numbers on the map": ["地图上的编号", "地圖上的編號"], "land": ["陆地", "陸地"],
  ]
}
