// What was found, as text and as JSON.

import FoundationEssentials
import Model
import Text

extension ReportText {
  /// Places where something was found: title, who and when, the words around it, the link.
  package static func list(_ hits: [SearchHit]) -> String {
    hits.map { hit in
      let facts = [hit.author, hit.date.map { CivilTime.day(of: $0).long }, hit.site]
      let lines =
        [hit.title.isEmpty ? hit.id : hit.title]
        + wrap(facts.compactMap { $0 }.joined(separator: ", "), indent: 2)
        + wrap(hit.snippet, indent: 2) + [hit.url.map { "  \($0)" }].compactMap { $0 }
      return lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Lines of 78 cells at most, as far as words allow.
  static func wrap(_ text: String, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var width = indent
    for word in text.split(separator: " ") {
      let more = DisplayWidth.of(word)
      if !line.isEmpty, width + 1 + more > 78 {
        lines.append(blanks + line)
        (line, width) = ("", indent)
      }
      width += more + (line.isEmpty ? 0 : 1)
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [blanks + line]
  }
}

extension ReportJSON {
  private struct Hit: Encodable {
    let kind, id, title, site, snippet: String
    let url, author, date: String?
    let start: Double?

    init(_ hit: SearchHit) {
      (kind, id, title, site) = (hit.kind.rawValue, hit.id, hit.title, hit.site)
      (snippet, url, author) = (hit.snippet, hit.url, hit.author)
      (date, start) = (hit.date?.rfc3339, hit.start)
    }
  }

  /// Places where something was found.
  package static func encode(_ hits: [SearchHit]) -> String { json(hits.map(Hit.init)) }
}
