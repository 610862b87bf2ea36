// The cases of the Mustache specification, where they lie beside the package.

import Foundation
import Support
import Testing

@testable import Render

/// One case of the specification.
struct SpecificationCase: CustomTestStringConvertible, Sendable {
  let module: String
  let name: String
  let template: String
  let partials: [String: String]
  let value: TemplateValue
  let expected: String

  var testDescription: String { "\(module): \(name)" }

  /// The required modules, and the optional ones that the engine has (all but lambdas).
  static let modules = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    "~dynamic-names", "~inheritance",
  ]

  /// All cases; none where the shared data is absent.
  static let all: [SpecificationCase] = modules.flatMap { module -> [SpecificationCase] in
    guard let place = Places.shared("data/mustache/specs/\(module).json"),
      // A file that cannot be read is missed by the count below.
      let data = try? Data(contentsOf: place),
      let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = json["tests"] as? [[String: Any]]
    else { return [] }
    return tests.compactMap { SpecificationCase(module, $0) }
  }

  private init?(_ module: String, _ fields: [String: Any]) {
    guard let name = fields["name"] as? String, let template = fields["template"] as? String,
      let expected = fields["expected"] as? String
    else { return nil }
    (self.module, self.name, self.template, self.expected) = (module, name, template, expected)
    partials = fields["partials"] as? [String: String] ?? [:]
    value = Self.value(fields["data"] ?? NSNull())
  }

  private static func value(_ json: Any) -> TemplateValue {
    switch json {
    case let number as NSNumber where ["c", "B"].contains(String(cString: number.objCType)):
      .flag(number.boolValue)
    case let number as NSNumber: .text(number.stringValue)
    case let text as String: .text(text)
    case let list as [Any]: .list(list.map(value))
    case let object as [String: Any]: .object(object.mapValues(value))
    default: .nothing
    }
  }
}

@Suite(
  .enabled(
    if: Places.shared("data/mustache/specs") != nil, "the shared data is not beside this clone"))
struct MustacheSpecificationTests {
  @Test(arguments: SpecificationCase.all)
  func passes(_ specified: SpecificationCase) throws {
    var templates: [String: Template] = [:]
    for (name, text) in specified.partials { templates[name] = try Template(text, name: name) }
    let template = try Template(specified.template, name: specified.name)
    let output = try TemplateRenderer(templates, escaping: .specified)
      .render(template, specified.value)
    #expect(output == specified.expected)
  }

  @Test func allCasesAreRead() {
    #expect(SpecificationCase.all.count == 184)
    #expect(Set(SpecificationCase.all.map(\.module)).count == SpecificationCase.modules.count)
  }
}
