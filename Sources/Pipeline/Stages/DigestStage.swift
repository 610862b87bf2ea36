// One issue to standard output.

package import Model
import Render
import Store

/// One issue in one of its forms; nothing is recorded or published.
package enum DigestStage {
  /// The forms that are there.
  package enum Format: String, CaseIterable, Sendable {
    case text, html, json, markdown, eml
  }

  /// Builds and renders the issue of a window; says what of the editor's file could not be done.
  ///
  /// - Parameter frontMatter: Whether Markdown begins with what a site generator reads.
  package static func run(
    _ window: Window, format: Format, frontMatter: Bool = true, _ context: RunContext
  ) async throws -> (output: String, warnings: [Diagnostic]) {
    let edition = try context.edition()
    let archive = try context.storedArchive()
    var (issue, warnings) = try await IssueStage.build(window, context, archive)
    if issue.isEmpty, let hint = try elsewhere(window, archive, context) {
      warnings.append(hint)
    }
    let output = try context.rendered {
      switch format {
      case .text: try edition.text(issue)
      case .html: try edition.page(issue)
      case .json: try edition.json(issue)
      case .markdown: edition.markdown(issue, frontMatter: frontMatter)
      case .eml: try eml(issue, edition, context)
      }
    }
    return (output, warnings)
  }

  /// Where there is something to read when a window has nothing.
  private static func elsewhere(_ window: Window, _ archive: Archive, _ context: RunContext) throws
    -> Diagnostic?
  {
    guard let newest = try archive.newestDate(before: context.now) else { return nil }
    let weekStart = context.settings.weekStart
    let week = CivilTime.lastWeek(before: newest.advanced(by: 7 * 86_400), weekStart: weekStart)
    return Diagnostic(
      place: window.slug,
      "has nothing; the newest that is stored is of \(week.slug), which \(week.options) shows")
  }

  private static func eml(_ issue: Issue, _ edition: Edition, _ context: RunContext) throws
    -> String
  {
    guard let mail = context.settings.mail else {
      throw RunFailure.usage([
        "\(context.settings.file): has no [mail]; a message needs 'from' and 'to'"
      ])
    }
    let message = try SendStage.message(of: issue, mail, edition, context)
    return String(decoding: message.bytes, as: UTF8.self)
  }
}
