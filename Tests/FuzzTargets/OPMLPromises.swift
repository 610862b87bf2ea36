// What the reader of subscription lists promises.

import Ingest

/// What the reader of subscription lists promises.
enum OPMLPromises {
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let list = OPML.parse(bytes) else { return }
    let read = withoutLines(list.outlines)
    let text = list.text
    try TextSize.check(text.utf8.count, of: bytes)
    guard let again = OPML.parse(Array(text.utf8)) else {
      throw BrokenPromise(description: "a list that was written can be read: \(text)")
    }
    let back = withoutLines(again.outlines)
    if let (a, b) = zip(read, back).first(where: { $0 != $1 }) {
      throw BrokenPromise(description: "what was written comes back:\n\(a)\n\(b)")
    }
    try promise(read.count == back.count, "as many come back: \(read.count), \(back.count)")
  }

  private static func withoutLines(_ outlines: [OPML.Outline]) -> [OPML.Outline] {
    outlines.map { outline in
      var outline = outline
      outline.line = 0
      return outline
    }
  }
}
