// Definitions: which sentences say what a term is, which is best, and which terms deserve one.

import Testing

@testable import Analysis

struct DefinitionsTests {
  static func best(of term: String, _ posts: String...) -> String? {
    let sentences = Sentences.ofPosts(posts.map { ("a", $0) })
    return Definitions(of: [term]).best(in: sentences)[0].map { sentences[$0.sentence].text }
  }

  @Test(arguments: [
    ("WREN", "WREN is a tool that keeps many folders in step."),
    ("TIP 12", "TIP 12 is a proposal for a lock file that every mirror can read."),
    ("TIP 12", "TIP-12 specifies a lock file format for mirrors."),
    ("LFM", "The LFM protocol is a method for telling mirrors of a new entry."),
    ("LFM", "LFM (lock file mirroring) is a scheme for sharing entries among mirrors."),
    ("LFM", "Lock file mirroring (LFM) is a scheme for sharing entries among mirrors."),
    ("LFM", "LFM, a protocol for sharing entries among mirrors, gets a second reader."),
    ("LFM", "LFM stands for lock file mirroring in the glossary."),
    ("LFM", "LFM is short for lock file mirroring in the glossary."),
    ("LFM", "LFM refers to the habit of sharing entries among mirrors."),
    ("LFM", "Lock file mirroring (LFM) lets mirrors share their entries at night."),
    ("LFMs", "An LFM is a message with which mirrors share their entries."),
    ("PyMirror", "PyMirror is basically a library for writing mirrors."),
    ("cold mirrors", "A cold mirror is a server that answers only when the warm ones do not."),
    ("cold-mirrors", "Cold mirrors are servers that answer only when the warm ones do not."),
    ("wren", "wren is a command line tool for keeping folders in step."),
  ])
  func findsDefinitions(term: String, text: String) {
    #expect(Self.best(of: term, text) == text)
  }

  @Test(arguments: [
    // Opinions.
    ("WREN", "WREN is a mess that nobody should have to read."),
    ("WREN", "WREN is a good idea for people with many folders."),
    ("WREN", "WREN is the problem that this thread is about."),
    ("WREN", "WREN is a must for people with many folders."),
    ("WREN", "WREN is the fastest tool for keeping folders in step."),
    ("WREN", "WREN is a great way to keep folders in step."),
    // Events and what is so by chance.
    ("WREN", "WREN is down for the whole of the afternoon again."),
    ("WREN", "WREN was a tool that kept many folders in step."),
    ("WREN", "WREN is also a tool that some people dislike."),
    ("WREN", "WREN is the foundation of the work on mirrors."),
    ("TIP 12", "TIP 12 specifies that mirrors answer within a second."),
    // Denied, asked, supposed.
    ("WREN", "WREN is not a tool that keeps many folders in step."),
    ("WREN", "WREN is a tool that keeps many folders in step?"),
    ("WREN", "WREN would be a tool that keeps many folders in step."),
    // Not the subject.
    ("WREN", "The author of WREN is a member of the council that wrote it."),
    ("WREN", "People say that WREN is a tool that keeps folders in step."),
    ("TIP 12", "TIP 123 is a proposal for a lock file that every mirror can read."),
    // It leans on what stood before.
    ("WREN", "WREN is a tool in that direction for people with folders."),
    ("WREN", "WREN is a tool that does the same for people with folders."),
    // Over again.
    ("WREN", "WREN is a WREN for people with many folders."),
    // Half a sentence.
    ("WREN", "WREN, which is a tool for folders, but also the name of a bird."),
    ("WREN", "WREN is a tool that keeps many folders in step..."),
    // Another word.
    ("IT", "It is a tool that keeps many folders in step."),
    // Ways of speaking, and numbers of notes.
    ("IMHO", "IMHO, a tool for keeping folders in step, has a future."),
    ("40", "[40] defines a format for the entries of a lock file."),
    // Ordinary words.
    ("signature", "A signature is a value that proves who wrote a message."),
    ("Signature", "A signature is a value that proves who wrote a message."),
  ])
  func leavesOthersAlone(term: String, text: String) {
    #expect(Self.best(of: term, text) == nil)
  }

  @Test func aCapitalInsideSentencesMakesAName() {
    let text = "Mirror is a tool that keeps many folders in step."
    #expect(Self.best(of: "mirror", text, "The people behind Mirror have a plan.") == text)
    #expect(
      Self.best(of: "mirror", text, "The people behind Mirror have a mirror, not another mirror.")
        == nil)
  }

  @Test func theBetterDefinitionWins() {
    let plain = "WREN is a tool that keeps many folders in step."
    let own = "WREN is a tool that I like for keeping my folders in step."
    let aside = "WREN, a tool for keeping folders in step, gets a second reader."
    #expect(Self.best(of: "WREN", aside, plain) == plain)
    #expect(Self.best(of: "WREN", own, aside, plain) == plain)
  }

  @Test func ofEqualDefinitionsTheFirstCounts() throws {
    let sentences = Sentences.ofPosts([
      ("a", "WREN is a tool that keeps many folders in step."),
      ("b", "WREN is a tool that holds many folders in line."),
    ])
    let found = try #require(Definitions(of: ["x", "WREN"]).best(in: sentences)[1])
    #expect(found.sentence == 0)
    #expect(found.score > 3)
  }

  @Test(arguments: [
    ("LFM", ["lock", "file", "mirroring"], true), ("LFM", ["lock", "of", "file", "mirrors"], true),
    ("LFM", ["a", "lock", "file", "mirror"], true), ("LFM", ["lock", "mirror"], false),
    ("LFM", ["no", "lock", "at", "all"], false), ("L", ["lock"], false),
    ("DTG", ["directed", "random", "test", "generation"], true),
  ])
  func knowsWhatLettersStandFor(letters: String, words: [String], expected: Bool) {
    #expect(DefinitionSubject.stands(letters.lowercased(), for: words[...]) == expected)
  }
}
