// Is every printed quote in its source?

package import Model
import Store
import Text

/// Finds every printed quote again in the stored source, and every page that the site leads to.
package enum VerifyStage {
  /// What was looked at and what was not found.
  package struct Result: Sendable {
    /// Quotes looked for.
    package var quotes = 0
    /// Issues looked at.
    package var issues = 0
    /// Addresses in the site's pages looked at.
    package var links = 0
    /// What is not in its source, one line each.
    package var faults: [String] = []
  }

  /// Looks for the quotes of all published issues, and of a window's issue as it would be printed
  /// now.
  ///
  /// - Parameter window: The window to look at besides; `nil`: only what has been published.
  package static func run(_ window: Window?, _ context: RunContext) async throws -> Result {
    let archive = try context.storedArchive()
    var result = Result()
    result.issues = try archive.publishedIssues().count
    for quote in try archive.printedQuotes() {
      try look(for: quote.text, in: quote.origin, of: quote.issue, archive, &result)
    }
    if Files.isFolder(context.settings.output) {
      let links = try SiteLinks(context.settings.output)
      result.links = links.count
      result.faults += links.faults
    }
    if let window {
      result.issues += 1
      for quote in try await IssueStage.build(window, context, archive).issue.quotes {
        try look(for: quote.text, in: quote.origin, of: window.slug, archive, &result)
      }
    }
    return result
  }

  private static func look(
    for text: String, in origin: String, of issue: String, _ archive: Archive,
    _ result: inout Result
  ) throws {
    result.quotes += 1
    guard let source = try archive.text(ofOrigin: origin) else {
      result.faults.append("\(issue): \(origin) is not stored, but quoted: \"\(text)\"")
      return
    }
    if !Strings.contains(Strings.folded(source), text) {
      result.faults.append("\(issue): not in \(origin): \"\(text)\"")
    }
  }
}
