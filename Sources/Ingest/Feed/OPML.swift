// Subscription lists in OPML.

package import Model
import Text

/// A subscription list.
package struct OPML: Equatable, Sendable {
  /// One subscription.
  package struct Outline: Equatable, Sendable {
    /// Its name.
    package var title: String?
    /// The feed's address.
    package var url: String
    /// The page that the feed belongs to.
    package var htmlURL: String?
    /// `forum`, `blog` or `podcast`, where the list says so.
    package var kind: String?
    /// The folders that it lies in, outermost first.
    package var folder: [String]
    /// Its line in the list.
    package var line: Int
  }

  /// The list's title.
  package var title: String?
  /// The subscriptions, in order.
  package var outlines: [Outline] = []
  /// What was repaired or left out.
  package var warnings: [Diagnostic] = []

  /// Reads a list; `nil` when the bytes hold none.
  ///
  /// Source: OPML 2.0 (2007). `xmlUrl` makes an outline a subscription; one without, and without
  /// children, is reported.
  package static func parse(_ bytes: [UInt8], charset: String? = nil) -> OPML? {
    let (utf8, decoding) = Encoding.utf8(bytes, charset: charset)
    let (mended, repairs) = XMLRepair.repair(utf8)
    let strict = XMLReader.read(mended)
    let root = strict.failure == nil ? strict.root : XMLReader.read(mended, recover: true).root
    guard let root, root.name == "opml" else { return nil }
    var list = OPML()
    list.warnings = decoding + repairs
    if let failure = strict.failure {
      list.warnings.append(Diagnostic(line: failure.line, "is damaged: \(failure.message)"))
    }
    list.title = root.first("head")?.first("title")?.text
    for body in root.all("body") { list.gather(body, folder: []) }
    return list
  }

  private mutating func gather(_ element: XMLElement, folder: [String]) {
    for outline in element.all("outline") {
      func attribute(_ name: String) -> String? {
        outline.attributes.first { $0.name.lowercased() == name.lowercased() }
          .map { Strings.trimmed($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
      }
      let title = attribute("title") ?? attribute("text")
      if let url = attribute("xmlUrl") {
        outlines.append(
          Outline(
            title: title, url: url, htmlURL: attribute("htmlUrl"), kind: attribute("kind"),
            folder: folder, line: outline.line))
      } else if outline.elements.isEmpty {
        warnings.append(
          Diagnostic(line: outline.line, "outline has no xmlUrl; every feed needs one"))
      }
      gather(outline, folder: folder + [title].compactMap { $0 })
    }
  }
}
