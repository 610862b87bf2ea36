// What is wrong with templates that include each other, by whole messages.

import Testing

@testable import Render

struct TemplateCheckTests {
  static func templates(_ sources: [String: String]) throws -> [String: Template] {
    var templates: [String: Template] = [:]
    for (name, source) in sources { templates[name] = try Template(source, name: name) }
    return templates
  }

  @Test(arguments: [
    (["a": "\n {{> b}}", "c": ""], "a:2:2: there is no template 'b'; expected one of a, c"),
    (["a": "{{#x}}{{<b}}{{/b}}{{/x}}"], "a:1:7: there is no template 'b'; expected one of a"),
    (
      ["a": "{{<a2}}{{$x}}{{>b}}{{/x}}{{/a2}}", "a2": ""],
      "a:1:14: there is no template 'b'; expected one of a, a2"
    ),
    (
      ["a": "x\n{{>a}}"],
      "a:2:1: 'a' includes itself without end; put the tag into a section that is false at last"
    ),
    (
      ["a": "{{>b}}", "b": "{{<c}}{{/c}}", "c": "\n{{>b}}", "d": "{{>a}}"],
      "c:2:1: 'b' includes itself without end by way of 'c'; put the tag into a section that is"
        + " false at last"
    ),
  ])
  func faultsNameTheirPlaceAndRemedy(sources: [String: String], message: String) throws {
    let templates = try Self.templates(sources)
    let error = #expect(throws: TemplateError.self) { try Template.check(templates) }
    #expect(error?.description == message)
  }

  @Test func recursionThatMayEndIsAllowed() throws {
    try Template.check(
      Self.templates([
        "a": "{{#x}}{{>a}}{{/x}}{{>*a}}{{$b}}{{>a}}{{/b}}{{<c}}{{$d}}{{>a}}{{/d}}{{/c}}", "c": "",
      ]))
  }

  @Test func theBuiltInTemplatesAreInOrder() throws {
    _ = try Edition { $0.count }
  }

  @Test func aReplacementThatNamesNothingIsRefused() {
    let error = #expect(throws: TemplateError.self) {
      try Edition(replacements: ["brief.html": "{{> hed.html}}"]) { $0.count }
    }
    #expect(
      error?.description.hasPrefix(
        "brief.html:1:1: there is no template 'hed.html'; expected one of brief.html,") == true)
  }

  @Test func aFileOfTheOperatorsMayBeIncluded() throws {
    let edition = try Edition(
      replacements: ["foot.html": "{{> ours.html}}", "ours.html": "us", "spare.html": "x"]
    ) { $0.count }
    #expect(edition.unused == ["spare.html"])
    #expect(Edition.isTemplate("ours.html"))
    #expect(!Edition.isTemplate("issue.html~"))
    #expect(!Edition.isTemplate(".issue.html"))
  }
}
