// Which script a letter is of, by its first bytes.

/// The scripts that languages are told apart by.
enum Script: Int, CaseIterable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, tamil
  /// Ideographs, kana, hangul and all others: nothing is stemmed in them.
  case other

  /// The code of the language that alone is written in a script.
  var onlyLanguage: String? {
    switch self {
    case .greek: "el"
    case .armenian: "hy"
    case .tamil: "ta"
    default: nil
    }
  }

  /// The script of the character of UTF-8 text at an index.
  ///
  /// Source: the blocks of Unicode 16.
  @inline(__always)
  static func of(_ text: Span<UInt8>, at index: Int) -> Script {
    text[index] < 0x80 ? .latin : beyondASCII(text, index)
  }

  private static func beyondASCII(_ text: Span<UInt8>, _ index: Int) -> Script {
    let second = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    case 0xC2...0xCC: return .latin
    case 0xCD...0xCF: return .greek
    case 0xD0...0xD3: return .cyrillic
    case 0xD4: return second < 0xB0 ? .cyrillic : .armenian
    case 0xD5: return .armenian
    case 0xD6: return second < 0x90 ? .armenian : .hebrew
    case 0xD7: return .hebrew
    case 0xD8...0xDB: return .arabic
    case 0xE0 where second == 0xA4 || second == 0xA5: return .devanagari
    case 0xE0 where second == 0xAE || second == 0xAF: return .tamil
    // Latin with two marks, as in Vietnamese; Greek with several.
    case 0xE1 where (0xB8...0xBB).contains(second): return .latin
    case 0xE1 where second >= 0xBC: return .greek
    // Hebrew and Arabic presentation forms.
    case 0xEF where second == 0xAC: return .hebrew
    case 0xEF where (0xAD...0xBB).contains(second): return .arabic
    default: return .other
    }
  }
}
