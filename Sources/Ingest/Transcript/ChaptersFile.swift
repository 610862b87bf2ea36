// The publisher's chapters as JSON.

import FoundationEssentials
package import Model
import Text

/// The publisher's chapters as JSON.
package enum ChaptersFile {
  /// Reads a file; `nil` when it is none.
  ///
  /// Chapters that are not for the table of contents (`toc` false), without title or time are left
  /// out; the rest come in order of time, one for a moment.
  ///
  /// Source: Podcasting 2.0, *JSON Chapters Format* 1.2.
  package static func parse(_ bytes: [UInt8]) -> [ChapterMark]? {
    guard let root = LooseJSON.parse(Encoding.utf8(bytes).0), let list = root["chapters"]?.list
    else { return nil }
    var marks: [ChapterMark] = []
    for chapter in list {
      guard let start = chapter["startTime"]?.number, (0...1_000_000).contains(start),
        let title = chapter["title"]?.line
      else { continue }
      if case .boolean(false) = chapter["toc"] { continue }
      marks.append(ChapterMark(start: start, title: title, url: chapter["url"]?.text))
    }
    marks = marks.enumerated().sorted { ($0.1.start, $0.0) < ($1.1.start, $1.0) }.map(\.element)
    return marks.enumerated().filter { $0 == 0 || $1.start > marks[$0 - 1].start }.map(\.element)
  }
}
