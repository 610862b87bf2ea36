// Where a line of plain text may be broken.

/// Where a line of plain text may be broken: at blanks, and next to Chinese and Japanese characters.
///
/// Source: a subset of Unicode Standard Annex #14, *Unicode Line Breaking Algorithm*: rules LB7,
/// LB8, LB11 to LB14, LB21 to LB23a and LB31, with class CJ (small kana) never at the beginning of a
/// line, as JIS X 4051 has it, and quotation marks taken as the brackets that they are. Korean is
/// broken at blanks alone (§8, customization), and so is everything else: no break after a hyphen,
/// none in Thai.
enum LineBreaks {
  /// A stretch that stays in one line.
  struct Piece: Equatable {
    let text: String
    /// Whether a blank stands between this piece and the one before.
    let followsBlank: Bool
  }

  /// The pieces of a text, its blanks folded; none inside an address.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0.isNewline }) {
      if word.utf8.allSatisfy({ $0 < 0x80 }) {
        pieces.append(Piece(text: String(word), followsBlank: !pieces.isEmpty))
      } else {
        cut(Array(word), into: &pieces)
      }
    }
    return pieces
  }

  private static func cut(_ word: [Character], into pieces: inout [Piece]) {
    let addresses = addresses(in: word)
    var start = 0
    for place in 1...word.count {
      if place < word.count {
        guard !addresses.contains(where: { $0.lowerBound < place && place < $0.upperBound }),
          mayBreak(word[place - 1], word[place])
        else { continue }
      }
      pieces.append(
        Piece(text: String(word[start..<place]), followsBlank: start == 0 && !pieces.isEmpty))
      start = place
    }
  }

  private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
    let (left, right) = (role(of: before), role(of: after))
    if right == .space || right == .zeroWidthSpace { return false }
    if left == .zeroWidthSpace { return true }
    if right == .closing || right == .glue { return false }
    if left == .space { return true }
    return left != .opening && left != .glue && (isIdeographic(before) || isIdeographic(after))
  }

  /// Addresses in a word: their characters, from the scheme or the name before `@` to the end of the
  /// word or the next Chinese or Japanese punctuation.
  private static func addresses(in word: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for place in word.indices where isAddressMark(word, at: place) {
      if let last = found.last, last.contains(place) { continue }
      var start = place
      while start > 0, isAddressStart(word[start - 1]) { start -= 1 }
      let end = word[place...].firstIndex { isIdeographic($0) && role(of: $0) != .other }
      found.append(start..<(end ?? word.count))
    }
    return found
  }

  /// Whether `://`, `www.` or the `@` of a mail address begins here.
  private static func isAddressMark(_ word: [Character], at place: Int) -> Bool {
    let rest = word[place...]
    return rest.starts(with: "://") || rest.starts(with: "www.")
      || (word[place] == "@" && place > 0 && isAddressStart(word[place - 1]))
  }

  private static func isAddressStart(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return character.isLetter || character.isNumber || "+-._".utf8.contains(byte)
  }
}

extension LineBreaks {
  /// What a character does at the end and at the beginning of a line.
  private enum Role {
    /// Never ends a line.
    case opening
    /// Never begins a line: closing marks, small kana, marks of repetition and length.
    case closing
    /// Neither.
    case glue
    /// A blank that is neither U+0020 nor a no-break space.
    case space
    case zeroWidthSpace
    case other
  }

  private static func role(of character: Character) -> Role {
    guard let scalar = character.unicodeScalars.first else { return .other }
    switch scalar.value {
    case 0x200B: return .zeroWidthSpace
    case 0xA0, 0x2007, 0x2011, 0x202F, 0x2060, 0x200D, 0xFEFF, 0x22, 0x27: return .glue
    case 0xA1, 0xBF: return .opening
    case 0xA2, 0xB0, 0x2103, 0x2109, 0x22EF, 0x309B, 0x309C, 0xFFE0: return .closing
    // Class AL or ID in spite of their category.
    case 0x23, 0x26, 0x2A, 0x40, 0x5C, 0xA7, 0xB6, 0x203B, 0xFF03, 0xFF06, 0xFF0A, 0xFF20, 0xFF3C:
      return .other
    default: break
    }
    if isSmallKana(scalar.value) { return .closing }
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation, .currencySymbol: return .opening
    case .closePunctuation, .finalPunctuation, .otherPunctuation, .dashPunctuation: return .closing
    case .modifierLetter: return isIdeographic(character) ? .closing : .other
    case .spaceSeparator: return .space
    default: return .other
    }
  }

  private static func isSmallKana(_ value: UInt32) -> Bool {
    switch value {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095,
      0x3096, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE,
      0x30F5,
      0x30F6, 0x31F0...0x31FF, 0xFF67...0xFF6F, 0x1B132, 0x1B150...0x1B152, 0x1B155,
      0x1B164...0x1B167:
      true
    default: false
    }
  }

  /// Whether a character belongs to writing that has no blanks between words: ideographs, kana,
  /// Bopomofo, Yi, and their punctuation and full-width forms.
  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x2E80...0x3130, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
