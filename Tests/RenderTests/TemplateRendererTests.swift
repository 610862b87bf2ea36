// Recursion, blocks and indentation, where the specification has no case.

import Testing

@testable import Render

struct TemplateRendererTests {
  static func render(_ sources: [String: String], _ value: TemplateValue = .nothing) throws
    -> String
  {
    try TemplateRenderer(TemplateCheckTests.templates(sources), escaping: .specified)
      .render("t", value)
  }

  static func fault(_ sources: [String: String], _ value: TemplateValue) -> String? {
    #expect(throws: TemplateError.self) { try render(sources, value) }?.description
  }

  @Test func aTemplateWithoutEndIsAFault() {
    let value = TemplateValue.object(["x": .list([.flag(true), .flag(true)])])
    #expect(
      Self.fault(["t": "a\n {{#x}}{{>t}}{{/x}}"], value)
        == "t:2:8: 't' is included 256 levels deep; a template includes itself without end: put"
        + " the tag into a section that is false at last")
    #expect(
      Self.fault(["t": "{{>*x}}"], .object(["x": .text("t")]))
        == "t:1:1: 't' is included 256 levels deep; a template includes itself without end: put"
        + " the tag into a section that is false at last")
    #expect(
      Self.fault(["t": "{{<p}}{{$a}}{{$a}}{{/a}}{{/a}}{{/p}}", "p": "{{$a}}{{/a}}"], value)
        == "t:1:13: block 'a' stands 256 levels deep; what replaces it holds the block itself:"
        + " give one of them another name")
  }

  @Test func aTreeIsGoneThroughToItsLeaves() throws {
    var tree = TemplateValue.object(["below": .list([])])
    for _ in 0..<100 { tree = .object(["below": .list([tree])]) }
    let text = try Self.render(["t": "<{{#below}}{{>t}}{{/below}}>"], tree)
    #expect(text == String(repeating: "<", count: 101) + String(repeating: ">", count: 101))
  }

  @Test(arguments: [
    // The lines of a partial are set in, whatever ends them; empty lines and values are not.
    (["t": "  {{>p}}\r\n|", "p": "a\r\n\r\nb\r\n"], "  a\r\n\r\n  b\r\n|"),
    (["t": "  {{>p}}\n|", "p": "{{x}}b\nc"], "  1\n2\nb\n  c|"),
    (["t": " {{>p}}\n", "p": "a\n {{>q}}\n", "q": "b\nc\n"], " a\n  b\n  c\n"),
    // The default content of a block stays as it is written.
    (["t": "  {{$b}}\n    a\n   b\n  {{/b}}\n|"], "    a\n   b\n|"),
    (["t": " {{<p}}{{/p}}\n", "p": "{{$b}}\n  a\n{{/b}}\n"], "   a\n"),
    // A replacement takes the indentation of what it replaces.
    (
      [
        "t": "{{<p}}\n {{$b}}\n  a\n\n    c\n  {{#x}}\n  d\n  {{/x}}\n {{/b}}\n{{/p}}\n|",
        "p": "<ul>\n\t{{$b}}\n\t\tx\n\t{{/b}}\n</ul>\n",
      ], "<ul>\n\t\ta\n\n\t\t  c\n\t\td\n</ul>\n|"
    ),
    (
      ["t": "{{<p}}{{$b}}\n  {{>q}}\n   x\n{{/b}}{{/p}}", "p": "   {{$b}}{{/b}}|", "q": "1\n2\n"],
      "   1\n   2\n    x\n|"
    ),
    // Inside a line nothing is set in.
    (["t": "{{<p}}{{$b}}a\nb{{/b}}{{/p}}", "p": "<i>{{$b}}{{/b}}</i>"], "<i>a\nb</i>"),
    (["t": "x {{<p}}{{/p}}\n  {{<p}}{{/p}} y", "p": "1\n2"], "x 1\n2\n  1\n2 y"),
    // Replacements go through partials, and the outermost one stands.
    (
      [
        "t": "{{<p}}{{$b}}t{{/b}}{{/p}}", "p": "{{>q}}", "q": "{{<r}}{{$b}}q{{/b}}{{/r}}",
        "r": "{{$b}}r{{/b}}",
      ], "t"
    ),
    (["t": "{{<p}}{{$b}}t{{/b}}{{/p}}{{>p}}", "p": "{{$b}}p{{/b}}"], "tp"),
    (["t": "{{<*n}}{{$b}}t{{/b}}{{/ * n}}", "p": "{{$b}}{{/b}}"], "t"),
  ])
  func setsBlocksAndPartialsIn(sources: [String: String], expected: String) throws {
    let value = TemplateValue.object(["x": .text("1\n2\n"), "n": .text("p")])
    #expect(try Self.render(sources, value) == expected)
  }
}
