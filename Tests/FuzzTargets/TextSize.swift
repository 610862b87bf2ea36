// How much text a reader has made out of bytes.

import Ingest
import Model

/// How much text may come out of how many bytes.
enum TextSize {
  /// An entry of a few bytes may have an address of 512, against the feed's own.
  static let perByte = 64
  /// What the addresses of the source add, whatever the feed's length.
  private static let apart = 64 << 10
  /// Declared entities may add 1 MiB to a document, and that may be escaped.
  private static let entities = 8 << 20

  /// Checks that output grows with its input only: one text in as many places as there are entries
  /// makes gigabytes out of megabytes.
  static func check(
    _ size: Int, of bytes: [UInt8], perByte: Int = perByte
  ) throws(BrokenPromise) {
    let most = bytes.count * perByte + apart + (declaresEntities(bytes) ? entities : 0)
    try promise(size <= most, "\(bytes.count) bytes give at most \(most) bytes of text: \(size)")
  }

  private static func declaresEntities(_ bytes: [UInt8]) -> Bool {
    // Of any encoding: the letters, with whatever between them.
    var name = Array("ENTITY".utf8)[...]
    for byte in bytes where byte == name.first {
      name.removeFirst()
      if name.isEmpty { return true }
    }
    return false
  }
}

/// The bytes of texts that may be missing.
func sum(_ texts: String?...) -> Int { texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) } }

extension Sequence {
  /// The sum over all elements.
  func total(_ size: (Element) -> Int) -> Int { reduce(0) { $0 + size($1) } }
}

extension Feed {
  var textSize: Int {
    sum(format, title, link, about, language, generator) + authors.total(\.textSize)
      + persons.total(\.textSize) + entries.total(\.textSize)
  }
}

extension FeedEntry {
  var textSize: Int {
    let texts =
      sum(id, title, link, summary, content, comments, commentsFeed, inReplyTo, chapters, image)
      + sum(sourceFeed, discussion?.thread, discussion?.url, discussion?.title, discussion?.answers)
    let lists =
      categories.total(\.utf8.count) + authors.total(\.textSize) + persons.total(\.textSize)
      + (enclosures + alternateEnclosures).total { sum($0.url, $0.type) }
    let marks =
      transcripts.total { sum($0.url, $0.type, $0.language, $0.rel) }
      + chapterMarks.total { sum($0.title, $0.url) } + soundbites.total { sum($0.title) }
    return texts + lists + marks
  }
}

extension FeedPerson {
  var textSize: Int { sum(name, email, url, role) }
}

extension Harvest {
  var textSize: Int {
    threads.total(\.textSize) + articles.total(\.textSize) + episodes.total(\.textSize)
      + threadFeeds.total(\.address.utf8.count)
  }
}

extension DiscussionThread {
  var textSize: Int { sum(id, title, url, site) + posts.total(\.textSize) }
}

extension Post {
  var textSize: Int {
    sum(id, author, authorKey, url, words, inReplyTo) + keys.total(\.utf8.count)
      + quotations.total { sum($0.author, $0.text) }
  }
}

extension Article {
  var textSize: Int { sum(id, title, url, author, words, site) + keys.total(\.utf8.count) }
}

extension Episode {
  var textSize: Int {
    sum(id, title, url, audio, transcript, notes, show, chapters) + keys.total(\.utf8.count)
      + marks.total { sum($0.title, $0.url) }
  }
}
