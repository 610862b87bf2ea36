import Testing

@testable import Render

struct TextLayoutTests {
  /// Two cells for what is beyond U+2E80: enough for these texts.
  static func layout(width: Int = 72, flowed: Bool = false) -> TextLayout {
    TextLayout(width: width, flowed: flowed) { text in
      text.reduce(0) { $0 + ($1.unicodeScalars.contains { $0.value > 0x2E80 } ? 2 : 1) }
    }
  }

  @Test func wrapsByCells() {
    let layout = Self.layout(width: 10)
    #expect(layout.wrap("aa bb cc dd", first: "* ", rest: "  ") == "* aa bb cc\n  dd")
    #expect(layout.wrap("aaaaaaaaaaaaaaa b") == "aaaaaaaaaaaaaaa\nb")
    #expect(layout.wrap("日本語、日本語。") == "日本語、日\n本語。")
    #expect(layout.wrap("") == "")
  }

  @Test func centersInAFileAlone() {
    #expect(Self.layout(width: 10).centered("abcd") == "   abcd")
    #expect(Self.layout(width: 10, flowed: true).centered("abcd") == "abcd")
  }

  @Test func linesOfAFileHaveNoBlanksAtTheirEnd() {
    let layout = Self.layout(width: 8)
    #expect(layout.quote("aa bb cc dd") == "> aa bb\n> cc dd")
    #expect(layout.quote("") == ">")
    #expect(layout.wrap("日本\u{3000}日本語", first: "- ") == "- 日本\n日本語")
    #expect(layout.line("> a ") == "> a")
  }

  @Test func aFlowedParagraphGoesOnBehindABlank() {
    let layout = Self.layout(width: 10, flowed: true)
    #expect(layout.wrap("aa bb cc dd", first: "* ", rest: "  ") == "* aa bb cc \ndd")
    #expect(layout.quote("aa bb cc dd") == "> aa bb cc \n> dd")
    #expect(layout.quote("aa bb", depth: 2) == ">> aa bb")
  }

  @Test func whatMeansSomethingIsStuffed() {
    let layout = Self.layout(width: 10, flowed: true)
    #expect(layout.wrap("aaaa bbbb From cccc > dddd") == "aaaa bbbb \n From cccc \n > dddd")
    #expect(layout.wrap("Fromage > a", first: "  ") == "   Fromage \n > a")
    #expect(layout.line("> a") == " > a")
    #expect(layout.quote("> From") == "> > From")
  }

  @Test func noLineBecomesTheLineOfASignature() {
    let layout = Self.layout(width: 10, flowed: true)
    #expect(layout.wrap("aaaaaaaa -- bbbbbbbbb") == "aaaaaaaa \n-- bbbbbbbbb")
    #expect(layout.quote("aaaaaaaa -- bbbbbbbbb") == "> aaaaaaaa \n> -- bbbbbbbbb")
  }

  @Test func aBreakWithoutABlankFixesItsParagraph() {
    let layout = Self.layout(width: 10, flowed: true)
    #expect(layout.quote("日本語日本語") == "> 日本語日\n> 本語")
    #expect(layout.wrap("日本語日 日本語") == "日本語日 \n日本語")
    #expect(layout.wrap("日本語 日本語 日") == "日本語 日\n本語 日")
    // The two blanks are stuffed with a third.
    #expect(layout.wrap("a b 日本語日本", first: "* ", rest: "  ") == "* a b 日本\n   語日本")
  }

  @Test func longWordsAloneAreOver78Characters() {
    let layout = Self.layout(flowed: true)
    // Many scalars in few cells.
    let text = Array(repeating: "e\u{301}\u{302}e\u{301}\u{302}", count: 40).joined(separator: " ")
    let lines = layout.wrap(text).split(separator: "\n").map { $0.unicodeScalars.count }
    #expect(lines.allSatisfy { $0 <= 78 })
    #expect(lines.count > 3)
  }

  @Test func paragraphsComeBackWhole() {
    let words = [
      "the", "From", ">", ">>", "--", "-", "a", "naïve", "x\u{A0}y", "…", "#", "*", "한국어",
      "https://example.org/" + String(repeating: "x", count: 90), "👩\u{200D}👧",
    ]
    var state: UInt64 = 7
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let layout = Self.layout(flowed: true)
    for _ in 0..<400 {
      let text = (0...pick(60)).map { _ in words[pick(words.count)] }.joined(separator: " ")
      #expect(
        FlowedText.paragraphs(layout.wrap(text, first: "* ", rest: "  "))
          == [FlowedText.Paragraph(depth: 0, text: "* " + text)])
      #expect(
        FlowedText.paragraphs(layout.quote(text)) == [FlowedText.Paragraph(depth: 1, text: text)])
    }
  }
}
