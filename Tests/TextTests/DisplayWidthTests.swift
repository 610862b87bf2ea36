import Testing

@testable import Text

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("a\tb\r\n", 2), ("é", 1), ("e\u{301}", 1), ("I’d – “so”…", 11),
    ("漢字", 4), ("かなカナ", 8), ("ＡＢ１", 6), ("ｶﾅ", 2), ("、。「」", 8), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("Ω≈ç√", 4), ("①", 1), ("عربي", 4), ("\u{600}12", 3),
    ("a\u{200B}b\u{2060}c\u{AD}", 4), ("\u{301}", 0), ("नमस्ते", 4), ("क्षि", 2), ("ไทย", 3),
  ])
  func measuresText(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }

  @Test(arguments: [
    ("🎉", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("⌚", 2), ("⌚\u{FE0E}", 1), ("☝🏽", 2), ("👍🏿", 2),
    ("👩\u{200D}👩\u{200D}👧", 2), ("🏳\u{FE0F}\u{200D}🌈", 2), ("🇯🇵", 2), ("🇯🇵🇫🇷", 4), ("🇯", 2),
    ("1\u{FE0F}\u{20E3}", 2), ("#\u{20E3}", 1), ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E007F}", 2),
    ("©", 1), ("©\u{FE0F}", 2), ("a\u{FE0F}", 1), ("漢\u{E0100}", 2),
  ])
  func measuresEmojiAndVariants(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }

  @Test func aPartOfAStringIsMeasuredAsAString() {
    #expect(DisplayWidth.of("漢字 e\u{301}".dropFirst()) == 4)
  }

  @Test func theTableIsInOrder() {
    let table = DisplayWidth.wide
    #expect(zip(table, table.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
    #expect(
      [0x10FF, 0x1160, 0x2FFFF, 0x3FFFE].map(DisplayWidth.isWide) == [false, false, true, false])
  }
}
