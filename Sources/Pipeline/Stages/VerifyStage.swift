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
    /// Quotes that stand only in the text that was stored when they were printed, one line each: the
    /// author has edited it since.
    package var edited: [String] = []
  }

  /// Looks for the quotes of all published issues, and of a window's issue as it would be printed
  /// now.
  ///
  /// - Parameter window: The window to look at besides; `nil`: only what has been published.
  package static func run(_ window: Window?, _ context: RunContext) async throws -> Result {
    let archive = try context.storedArchive()
    var result = Result()
    let published = try archive.publishedIssues().map(\.slug)
    result.issues = published.count
    let printed = try archive.printedQuotes()
    for quote in printed {
      try look(for: quote, archive, &result)
    }
    // One that is printed in several places is named once.
    var seen: Set<String> = []
    result.edited = result.edited.filter { seen.insert($0).inserted }
    let site = context.settings.output
    if Files.isFolder(site) {
      let links = try SiteLinks(site, at: context.settings.baseURL)
      result.links = links.count
      result.faults += links.faults
    } else if !published.isEmpty {
      result.faults.append(
        "\(site): the site is not there; 'hallway publish --week' writes it, with any week")
    }
    if let window {
      // What was published of it has been looked for.
      if !published.contains(window.slug) { result.issues += 1 }
      let known = Set(printed.filter { $0.issue == window.slug }.map { [$0.origin, $0.text] })
      for quote in try await IssueStage.build(window, context, archive).issue.quotes
      where !known.contains([quote.origin, quote.text]) {
        result.quotes += 1
        let stored = try archive.text(ofOrigin: quote.origin)
        if !holds(stored, quote.text) {
          result.faults.append(fault(window.slug, quote.origin, quote.text, stored))
        }
      }
    }
    return result
  }

  private static func look(
    for quote: PrintedQuote, _ archive: Archive, _ result: inout Result
  ) throws {
    result.quotes += 1
    let stored = try archive.text(ofOrigin: quote.origin)
    if holds(stored, quote.text) { return }
    let earlier = try archive.earlierText(ofOrigin: quote.origin, quotedIn: quote.issue)
    guard holds(earlier, quote.text) else {
      result.faults.append(fault(quote.issue, quote.origin, quote.text, stored))
      return
    }
    let since = stored == nil ? "is not stored any more" : "was edited since"
    result.edited.append(
      "\(quote.issue): \(quote.origin) \(since), its earlier text has: \"\(quote.text)\"")
  }

  private static func fault(_ issue: String, _ origin: String, _ text: String, _ stored: String?)
    -> String
  {
    stored == nil
      ? "\(issue): \(origin) is not stored, but quoted: \"\(text)\""
      : "\(issue): not in \(origin): \"\(text)\""
  }

  /// Whether a text has a quote, word by word.
  static func holds(_ text: String?, _ quote: String) -> Bool {
    text.map { Strings.contains(Strings.folded($0), quote) } ?? false
  }
}
