// How many cells of a terminal or a text mail a string takes.

/// Widths in display cells.
///
/// Source: Unicode Standard Annex #11, *East Asian Width* (wide and fullwidth take two cells,
/// ambiguous and neutral one), Annex #29 for what is one character, Technical Standard #51 for emoji.
/// No character takes more than two cells, however many scalars it joins.
package enum DisplayWidth {
  /// The cells that a string takes; controls and line ends take none.
  ///
  /// - Complexity: O(*n*); a text of letters, ideographs and plain punctuation is not cut into
  ///   characters.
  package static func of(_ text: some StringProtocol) -> Int {
    var cells = 0
    for scalar in text.unicodeScalars {
      guard let width = plainCells(scalar.value) else {
        return text.reduce(0) { $0 + self.cells(of: $1) }
      }
      cells += width
    }
    return cells
  }

  /// The cells of a scalar that joins with no other; `nil` where its neighbours must be seen.
  private static func plainCells(_ value: UInt32) -> Int? {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x2010..<0x2028, 0x20A0..<0x20D0: 1
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x3000..<0x302A, 0x3041..<0x3097, 0x30A0..<0x3100, 0x3400..<0xA000, 0xAC00..<0xD7A4,
      0xFF01..<0xFF61:
      2
    default: nil
    }
  }

  private static func cells(of character: Character) -> Int {
    var cells = 0
    var base: Unicode.Scalar?
    for scalar in character.unicodeScalars {
      switch scalar.value {
      case textStyle:
        if let base, base.properties.isEmojiPresentation { cells = min(cells, 1) }
      case emojiStyle:
        if let base, base.properties.isEmoji { return 2 }
      default:
        cells += self.cells(of: scalar)
        if base == nil { base = scalar }
      }
    }
    return min(cells, 2)
  }

  private static let textStyle: UInt32 = 0xFE0E
  private static let emojiStyle: UInt32 = 0xFE0F

  /// The cells of one scalar by itself.
  private static func cells(of scalar: Unicode.Scalar) -> Int {
    if let width = plainCells(scalar.value) { return width }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    // A soft hyphen is drawn; the Arabic number marks, too, which stand before what they join.
    case .format: return scalar.value == 0xAD || isNumberMark(scalar.value) ? 1 : 0
    default: break
    }
    if properties.isEmojiPresentation || isWide(scalar.value) { return 2 }
    return properties.isDefaultIgnorableCodePoint || isTrailingJamo(scalar.value) ? 0 : 1
  }

  /// The vowels and finals of Hangul, which a terminal draws into the cells of the initial.
  private static func isTrailingJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  /// Format characters that are visible (Unicode property Prepended_Concatenation_Mark).
  private static func isNumberMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}
