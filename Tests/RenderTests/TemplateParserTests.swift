// What is wrong inside one template, by whole messages.

import Testing

@testable import Render

struct TemplateParserTests {
  static func fault(_ source: String) -> String? {
    #expect(throws: TemplateError.self) { try Template(source, name: "t") }?.description
  }

  @Test(arguments: [
    ("{{#a}}x", "t:1:1: section 'a' is never closed; expected {{/a}}"),
    ("\n\n é{{^a}}x", "t:3:3: section 'a' is never closed; expected {{/a}}"),
    ("{{<a}}x", "t:1:1: parent 'a' is never closed; expected {{/a}}"),
    ("{{$a}}x", "t:1:1: block 'a' is never closed; expected {{/a}}"),
    ("{{=<% %>=}}\n<%#a%>", "t:2:1: section 'a' is never closed; expected <%/a%>"),
    (
      "line\n {{/b}}",
      "t:2:2: '/b' closes a section that is not open; remove it or open 'b' before"
    ),
    (
      "{{#a}}\n{{#b}}{{/a}}{{/b}}",
      "t:2:7: '/a' stands where section 'b' of line 2 must be closed; expected {{/b}}"
    ),
    (
      "{{<p}}{{$b}}{{/p}}",
      "t:1:13: '/p' stands where block 'b' of line 1 must be closed; expected {{/b}}"
    ),
    (
      "{{<p}}{{$b}}1{{/b}}\n{{$b}}2{{/b}}{{/p}}",
      "t:2:1: block 'b' is given twice to 'p'; remove one"
    ),
    ("{{a", "t:1:1: tag is never closed; expected '}}'"),
    ("{{", "t:1:1: tag is never closed; expected '}}'"),
    ("x\n{{a}\n{{b}}", "t:2:1: tag is never closed; expected '}}'"),
    ("{{{a}} {{{b}}}", "t:1:1: tag is never closed; expected '}}}'"),
    ("{{! a", "t:1:1: tag is never closed; expected '}}'"),
    ("{{=<% %>}}", "t:1:1: tag is never closed; expected '=}}'"),
    ("{{ }}", "t:1:1: tag has no name; expected one before '}}'"),
    ("{{>*}}", "t:1:1: tag has no name; expected one before '}}'"),
    ("{{a \n b}}", "t:1:1: 'a b' is not a name; a name has no blanks"),
    (
      "{{=x=}}",
      "t:1:1: found 1 words before '=}}'; expected two delimiters, as in {{=<% %>=}}"
    ),
    ("{{=<= =>=}}", "t:1:1: delimiter '<=' must not hold '='"),
    ("{{=12345678901234567 %=}}", "t:1:1: delimiter has 17 bytes; expected at most 16"),
  ])
  func faultsNameTheirPlaceAndRemedy(source: String, message: String) {
    #expect(Self.fault(source) == message)
  }

  @Test(arguments: ["{{#a}}", "{{$a}}", "{{<a}}"])
  func nestingIsBounded(tag: String) {
    let deep = String(repeating: tag, count: 100_000)
    #expect(
      Self.fault(deep) == "t:1:601: sections are nested more than 100 deep; is one not closed?")
  }

  @Test func everyBeginningOfATemplateIsReadOrRefused() {
    let source = "é {{=| |=}}\n|#a|\n |>p|\n|/a|\n|<q|\n|$b|\n  x|/b|\n|/q| |={{ }}=| {{{x}}}{{!}}"
    for end in source.indices {
      // Only a crash would be a fault here.
      _ = try? Template(String(source[..<end]), name: "t")
    }
  }

  @Test func delimitersCanBeSetAgainToWhatTheyAre() throws {
    #expect(try TemplateTests.render("{{={{ }}=}}{{x}}", .object(["x": .text("1")])) == "1")
  }
}
