// One issue to standard output.

package import Model
import Render

/// One issue in one of its forms; nothing is recorded or published.
package enum DigestStage {
  /// The forms that are there.
  package enum Format: String, CaseIterable, Sendable {
    case text, html, json
  }

  /// Builds and renders the issue of a window.
  package static func run(_ window: Window, format: Format, _ context: RunContext) async throws
    -> String
  {
    let edition = try context.edition()
    guard Files.exists(context.settings.database) else {
      throw RunFailure.failed(
        "\(context.settings.database): nothing has been stored yet; run 'hallway fetch' first")
    }
    let issue = try await IssueStage.build(window, context, try context.archive())
    return switch format {
    case .text: try context.rendered { () throws(TemplateError) in try edition.text(issue) }
    case .html:
      try context.rendered { () throws(TemplateError) in try edition.page(issue, root: nil) }
    case .json: try edition.json(issue)
    }
  }
}
