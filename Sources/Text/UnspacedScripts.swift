// Scripts that set no blanks between words.

/// Scripts that set no blanks between words: Han, Kana, Thai, Lao, Khmer, Burmese.
package enum UnspacedScripts {
  /// Whether a text has a letter of one of them.
  package static func occur(in text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
      case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
      case 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x323AF: true
      default: false
      }
    }
  }
}
