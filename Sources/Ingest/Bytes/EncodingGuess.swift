// Which encoding bytes are in that nobody declared.

/// Which encoding bytes are in that nobody declared.
///
/// Each candidate decodes the bytes; the one whose characters are the most like running text of its
/// languages wins. In the spirit of S. Li, K. Momoi, *A composite approach to language/encoding
/// detection* (2001): code scheme first, then the distribution of characters.
enum EncodingGuess {
  /// So many bytes are enough to tell.
  private static let sample = 65_536

  private static let candidates = [
    "CP932", "EUC-JP", "CP949", "GB18030", "BIG5", "KOI8-R", "WINDOWS-1251", "WINDOWS-1252",
  ]

  /// The likeliest encoding of bytes that are not UTF-8; `nil` when none is likely.
  static func guess(_ bytes: [UInt8]) -> String? {
    var head = Array(bytes.prefix(sample))
    if bytes.count > sample {  // not in the middle of a character
      while let last = head.last, last >= 0x80 { head.removeLast() }
    }
    // A few stray bytes in a text that is UTF-8 otherwise say nothing.
    let foreign = head.count { $0 >= 0x80 }
    let stray = String(decoding: head, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
    guard foreign >= 6, stray * 4 >= foreign else { return nil }
    var best: (label: String, score: Double)?
    for label in candidates {
      guard let decoded = Encoding.iconv(head, from: label) else { continue }
      let text = String(decoding: decoded.bytes, as: UTF8.self)
      let score = likeness(text, label)
      if score > best?.score ?? 0.3 { best = (label, score) }
    }
    return best?.label
  }

  /// How much the characters beyond ASCII look like text, from 0 to 1 and a little above; below 0
  /// where many could not be decoded.
  private static func likeness(_ text: String, _ label: String) -> Double {
    var count = 0.0
    var sum = 0.0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      guard scalar.value >= 0x80 else { continue }
      count += 1
      sum += weight(scalar, after: previous, label)
    }
    return count > 0 ? sum / count : 0
  }

  private static func weight(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, _ label: String
  ) -> Double {
    let japanese = label == "CP932" || label == "EUC-JP"
    let cyrillic = label == "KOI8-R" || label == "WINDOWS-1251"
    switch scalar.value {
    case 0xFFFD, 0xE000...0xF8FF: return -4
    case 0x80..<0xA0: return -2
    case 0x3041...0x30FE: return japanese ? 1.2 : 0.1
    case 0xFF61...0xFF9F: return -0.5  // half-width kana: what other encodings look like here
    case 0xAC00...0xD7A3: return label == "CP949" ? 1.1 : -1
    case 0x4E00...0x9FFF:
      if common.contains(scalar) { return 1.5 }
      return label == "CP949" ? -0.5 : japanese ? 0.6 : 0.7
    case 0x3000...0x3040, 0xFF01...0xFF60: return 0.8
    case 0x0430...0x044F:
      return cyrillic ? (isLatin(previous) ? -0.5 : 1) : -1
    case 0x0410...0x042F:
      // A capital behind a small letter is what the wrong Cyrillic looks like.
      guard cyrillic else { return -1 }
      return (0x0430...0x044F).contains(previous.value) ? -1 : isLatin(previous) ? -0.5 : 0.7
    case 0x0401, 0x0451: return cyrillic ? 0.5 : -1
    case 0xC0...0xFF where scalar.value != 0xD7 && scalar.value != 0xF7:
      // Accented letters stand among plain ones, not in rows.
      return (0xC0...0xFF).contains(previous.value) ? -0.6 : 0.6
    case 0x2018...0x2026, 0x2013, 0x2014, 0x20AC: return label == "WINDOWS-1252" ? 0.6 : 0.2
    case 0xA0...0xBF: return 0.2
    case 0x2500...0x25FF: return -1
    default: return -0.3
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// The most frequent characters of Chinese and Japanese, simplified and traditional.
  private static let common = Set(
    "的一是不了在人有我他这個们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年過发後作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日月軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運"
      .unicodeScalars)
}
