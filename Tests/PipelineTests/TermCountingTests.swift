import Model
import Store
import Support
import Testing

@testable import Pipeline

struct TermCountingTests {
  static func remember(_ archive: Archive, _ words: [String]) throws {
    let posts = words.enumerated().map { index, words in
      Post(
        id: "f/\(index)", number: index + 1, author: "a", authorKey: "a",
        date: Timestamp(seconds: 1000), url: "u", words: words)
    }
    let thread = DiscussionThread(
      id: "f", title: "T", url: "u", source: "s", site: "f", posts: posts)
    try archive.remember(threads: [thread], health: SourceHealth(address: "s"))
  }

  @Test func countsDocumentsAndTakesBackWhatIsEdited() throws {
    let archive = try Archive(path: ":memory:")
    try Self.remember(archive, ["Lock files, lock files!", "A locked cache."])
    try TermCounting.update(archive, language: "en")
    var known = try archive.frequencies(of: ["lock", "file", "cach"])
    #expect(known.documents == 2)
    #expect(known.frequency == ["lock": 2, "file": 1, "cach": 1])
    try Self.remember(archive, ["Caches.", "A locked cache."])
    try TermCounting.update(archive, language: "en")
    known = try archive.frequencies(of: ["lock", "file", "cach"])
    #expect(known.documents == 2)
    #expect(known.frequency == ["lock": 1, "cach": 2])
  }

  @Test func inOnePartOrInManyTheCountsAreTheSame() throws {
    let archive = try Archive(path: ":memory:")
    let other = try Archive(path: ":memory:")
    let words = ["one cache", "two caches", "three locks", "four locked caches"]
    for count in 1...4 {
      try Self.remember(archive, Array(words.prefix(count)))
      try TermCounting.update(archive, language: "en")
    }
    try Self.remember(other, words)
    try TermCounting.update(other, language: "en")
    let terms = ["cach", "lock", "four", "one"]
    #expect(try archive.frequencies(of: terms) == (try other.frequencies(of: terms)))
  }
}
