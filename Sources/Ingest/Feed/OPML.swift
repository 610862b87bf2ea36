// Subscription lists in OPML, read and written.

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

    /// Creates a subscription.
    package init(
      title: String?, url: String, htmlURL: String? = nil, kind: String? = nil,
      folder: [String] = [], line: Int = 0
    ) {
      (self.title, self.url, self.htmlURL, self.kind) = (title, url, htmlURL, kind)
      (self.folder, self.line) = (folder, line)
    }
  }

  /// The list's title.
  package var title: String?
  /// The subscriptions, in order.
  package var outlines: [Outline] = []
  /// What was repaired or left out.
  package var warnings: [Diagnostic] = []

  /// Creates a list.
  package init(title: String? = nil, outlines: [Outline] = []) {
    (self.title, self.outlines) = (title, outlines)
  }

  /// Reads a list; `nil` when the bytes hold none.
  ///
  /// Source: OPML 1.0 and 2.0 (2007). `xmlUrl` makes an outline a subscription; one without, and
  /// without children, is reported.
  package static func parse(_ bytes: [UInt8], charset: String? = nil) -> OPML? {
    let (utf8, decoding) = Encoding.utf8(bytes, charset: charset)
    let (root, repairs) = XMLReader.read(utf8)
    guard let root, root.name == .opml else { return nil }
    var list = OPML(title: root.first(.head)?.first(.title)?.text)
    list.warnings = decoding + repairs
    for body in root.all(.body) { list.gather(body, folder: []) }
    return list
  }

  private mutating func gather(_ element: XMLElement, folder: [String]) {
    for outline in element.all(.outline) {
      // Some programs write the address as `url`, with the type of a feed.
      let isFeed = ["rss", "atom", "feed"].contains(outline["type"]?.lowercased() ?? "")
      let address = outline["xmlurl"] ?? (isFeed ? outline["url"] : nil)
      // Every outline must have a text: where that is the address, there was no title.
      let text = outline["text"].flatMap { $0 == address ? nil : $0 }
      let title = (outline["title"] ?? text).map { Strings.folded($0) }
      if let url = address {
        outlines.append(
          Outline(
            title: title, url: url, htmlURL: outline["htmlurl"],
            kind: outline["kind"], folder: folder, line: outline.line))
      } else if !outline.hasElements {
        warnings.append(
          Diagnostic(line: outline.line, "outline has no xmlUrl; every feed needs one"))
      }
      gather(outline, folder: folder + [title].compactMap { $0 })
    }
  }

  /// The list as OPML 2.0, folders as nested outlines; `parse` gives the same list back.
  package var text: String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head>
          <title>\(XMLElement.escaped(title ?? ""))</title>
        </head>
        <body>

      """
    var open: [String] = []
    func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth + 2) }
    for outline in outlines {
      var shared = 0
      while shared < min(open.count, outline.folder.count), open[shared] == outline.folder[shared] {
        shared += 1
      }
      while open.count > shared {
        open.removeLast()
        out += "\(indent(open.count))</outline>\n"
      }
      for name in outline.folder[shared...] {
        out += "\(indent(open.count))<outline text=\"\(Self.escaped(name))\">\n"
        open.append(name)
      }
      let fields: [(String, String?)] = [
        ("type", "rss"), ("text", outline.title ?? outline.url), ("title", outline.title),
        ("xmlUrl", outline.url), ("htmlUrl", outline.htmlURL), ("kind", outline.kind),
      ]
      let attributes = fields.compactMap { name, value in
        value.map { " \(name)=\"\(Self.escaped($0))\"" }
      }.joined()
      out += "\(indent(open.count))<outline\(attributes)/>\n"
    }
    while !open.isEmpty {
      open.removeLast()
      out += "\(indent(open.count))</outline>\n"
    }
    return out + "  </body>\n</opml>\n"
  }

  /// Text as the value of an attribute, in which a line break of its own is a blank.
  private static func escaped(_ text: String) -> String {
    XMLElement.escaped(text).replacing("\n", with: "&#10;").replacing("\r", with: "&#13;")
      .replacing("\t", with: "&#9;")
  }
}
