import Foundation
import Support
import Testing

@testable import Render

struct TemplateTests {
  static func render(
    _ source: String, _ value: TemplateValue, _ escaping: TemplateRenderer.Escaping = .always
  ) throws
    -> String
  {
    let template = try Template(source, name: "t")
    return TemplateRenderer([:], escaping: escaping).render(template, value)
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

  @Test(arguments: [
    ("{{#a}}x", "t:1:1: section 'a' is never closed"),
    ("line\n {{/b}}", "t:2:2: '/b' closes a section that is not open"),
    ("{{#a}}{{/b}}", "t:1:7: '/b' stands where section 'a' must be closed"),
    ("{{a", "t:1:1: tag is never closed"),
    ("{{ }}", "t:1:1: '' is not a name"), ("{{=x=}}", "t:1:1: '=x=' must name two delimiters"),
  ])
  func faultsNameTheirPlace(source: String, message: String) {
    let error = #expect(throws: TemplateError.self) { try Template(source, name: "t") }
    #expect(error?.description == message)
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "{{#a}}", count: 100_000)
    let error = #expect(throws: TemplateError.self) { try Template(deep, name: "t") }
    #expect(error?.description == "t:1:601: sections are nested too deep")
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

/// The cases of the Mustache specification, where they lie beside the package.
struct MustacheSpecificationTests {
  struct Suite: Decodable {
    let tests: [Case]
  }

  struct Case: Decodable {
    let name: String
    let template: String
    let expected: String
    let partials: [String: String]?
  }

  static func value(_ json: Any) -> TemplateValue {
    switch json {
    case is NSNull: .nothing
    case let number as NSNumber where CFBooleanLike.isBoolean(number): .flag(number.boolValue)
    case let number as NSNumber: .text(number.stringValue)
    case let text as String: .text(text)
    case let list as [Any]: .list(list.map(value))
    case let object as [String: Any]: .object(object.mapValues(value))
    default: .nothing
    }
  }

  @Test(
    .enabled(
      if: Places.shared("data/mustache/specs") != nil, "the shared data is not beside this clone"),
    arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"])
  func passes(module: String) throws {
    let place = try #require(Places.shared("data/mustache/specs/\(module).json"))
    let data = try Data(contentsOf: place)
    let suite = try JSONDecoder().decode(Suite.self, from: data)
    let raw = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tests = try #require(raw["tests"] as? [[String: Any]])
    #expect(!suite.tests.isEmpty)
    for (test, fields) in zip(suite.tests, tests) {
      var templates: [String: Template] = [:]
      for (name, text) in test.partials ?? [:] { templates[name] = try Template(text, name: name) }
      let template = try Template(test.template, name: test.name)
      let output = TemplateRenderer(templates, escaping: .specified)
        .render(template, Self.value(fields["data"] ?? NSNull()))
      #expect(output == test.expected, "\(module): \(test.name)")
    }
  }
}

enum CFBooleanLike {
  /// Whether JSON said true or false.
  static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}

struct TextLayoutTests {
  @Test func wrapsByCells() {
    let layout = TextLayout(width: 10) { $0.count }
    #expect(layout.wrap("aa bb cc dd", first: "* ", rest: "  ") == "* aa bb cc\n  dd")
    #expect(layout.wrap("aaaaaaaaaaaaaaa b") == "aaaaaaaaaaaaaaa\nb")
    #expect(layout.wrap("") == "")
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
