import Testing

@testable import Render

struct TemplateTests {
  static func render(
    _ source: String, _ value: TemplateValue, _ escaping: TemplateRenderer.Escaping = .always
  ) throws
    -> String
  {
    let template = try Template(source, name: "t")
    return try TemplateRenderer([:], escaping: escaping).render(template, value)
  }

  @Test func textIsAlwaysEscapedInPages() throws {
    let value = TemplateValue.object(["x": TemplateValue("<b a='\"'>&")])
    #expect(
      try Self.render("{{x}}{{{x}}}{{&x}}", value)
        == String(repeating: "&lt;b a=&#39;&quot;&#39;&gt;&amp;", count: 3))
    #expect(try Self.render("{{x}}", value, .never) == "<b a='\"'>&")
  }

  @Test func markupOfOurOwnIsPrintedAsItIs() throws {
    #expect(try Self.render("{{x}}", .object(["x": .html(HTML(trusted: "<i>"))])) == "<i>")
  }

  @Test func harmfulCharactersAreTakenOut() {
    #expect(HTMLEscaping.disarmed("a\u{202E}b\u{0}c\u{1B}[31m\td\u{2066}") == "abc[31m\td")
  }

  @Test(arguments: [
    ("https://a.example/x", true), ("HTTP://a", true), ("mailto:a@b", true),
    ("javascript:alert(1)", false),
    ("javascript:123", false), (" https://a", false), ("data:text/html,x", false),
    ("java\nscript:x", false),
    ("https://a b", false), ("//a", false), ("", false),
  ])
  func onlyHarmlessLinksAreLinked(address: String, allowed: Bool) {
    #expect((HTMLEscaping.link(address) != nil) == allowed)
  }
}

struct WordsTests {
  @Test(arguments: [(0.0, "0:00"), (511, "8:31"), (3793.9, "1:03:13"), (-1, "0:00")])
  func tellsTheTime(seconds: Double, clock: String) {
    #expect(Words.clock(seconds) == clock)
  }

  @Test func spellsRanges() {
    #expect(Words.ranges([1...3, 7...7]) == "1-3, 7")
  }
}
