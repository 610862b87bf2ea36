import Testing

@testable import Analysis

struct EpisodeFrameTests {
  static func sentences(_ lines: [String]) -> [Sentence] {
    Sentences.ofCues(lines.map { (nil, $0) })
  }

  static let talk = (0..<60).map { "Number \($0) of what we said." }
  static let lines =
    [
      "Welcome to Tern Talk, a podcast about builds.", "I'm your host, Ann.",
      "Follow us on the web.",
    ]
    + talk + ["This has been another episode of Tern Talk.", "Thanks for listening.", "Bye."]

  static func frame(_ lines: [String], reads: [Range<Int>] = []) -> (Range<Int>, Range<Int>) {
    let sentences = sentences(lines)
    let seconds = sentences.indices.map { Double($0) * 10 }
    return (
      EpisodeFrame.opening(sentences, seconds: seconds, reads: reads),
      EpisodeFrame.closing(sentences, seconds: seconds, reads: reads)
    )
  }

  @Test func findsBothEnds() {
    let (opening, closing) = Self.frame(Self.lines)
    #expect(opening == 0..<3)
    #expect(closing == 63..<66)
  }

  @Test func talkAloneHasNeither() {
    let (opening, closing) = Self.frame(Self.talk)
    #expect(opening.isEmpty && closing.isEmpty)
  }

  @Test func oneWelcomeIsNoOpening() {
    #expect(Self.frame(["Welcome to the talk."] + Self.talk).0.isEmpty)
  }

  @Test func anOpeningGoesOnToTheReadBehindIt() {
    let lines = Array(Self.lines[..<3]) + ["One more thing.", "A read."] + Self.talk
    #expect(Self.frame(lines, reads: [4..<5]).0 == 0..<4)
  }

  @Test func whatIsSaidOfTheShowInTalkClosesNothing() {
    let lines =
      Self.talk + ["We put it in the show notes.", "So, that is that.", "Thanks for listening."]
    #expect(Self.frame(lines).1 == 62..<63)
  }

  @Test func hasNothingForNothing() {
    let (opening, closing) = Self.frame([])
    #expect(opening.isEmpty && closing.isEmpty)
  }
}
