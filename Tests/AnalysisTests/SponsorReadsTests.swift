import Model
import Testing

@testable import Analysis

struct SponsorReadsTests {
  static let talk: [(Double, String)] = [
    (0, "Welcome to the show."),
    (10, "This episode is brought to you by Kettle, the build server."),
    (20, "Kettle runs your builds."), (30, "Sign up at kettle.example/show to begin."),
    (40, "Now to the compiler."),
    (50, "It is faster than before."), (60, "The linker is slower than before."),
    (70, "We measured both of them."),
    (80, "The difference is small."), (90, "Nobody had noticed it."),
  ]

  static func reads(
    _ lines: [(Double, String)], phrases: [String] = [], show: String = ""
  ) -> [Range<Int>] {
    SponsorReads.find(
      Sentences.ofCues(lines.map { (nil, $0.1) }), seconds: lines.map(\.0), phrases: phrases,
      show: show)
  }

  @Test func findsAReadByItsWordsAndItsEnd() {
    #expect(Self.reads(Self.talk) == [1..<4])
  }

  @Test func findsNoneInPlainTalk() {
    #expect(Self.reads(Array(Self.talk.dropFirst(4))) == [])
  }
}
