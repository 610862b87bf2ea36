import Glibc
import Testing

@testable import Analysis

struct SubjectChangesTests {
  @Test(arguments: [
    "Let’s talk about the linker.", "Before we move on, one thing.", "Our next item is tea.",
    "Speaking of which, where is it?", "So next up is the cache.",
  ])
  func tellsAnnouncements(text: String) {
    #expect(SubjectChanges.announces(text))
  }

  @Test func talkAnnouncesNothing() {
    #expect(!SubjectChanges.announces("The linker talks about the cache."))
  }

  /// The odds of what begins a sentence have the mean 1, so only differences can be worked by hand.
  @Test func weighsTurnsAndWords() {
    let half = Array(repeating: "word", count: 30).joined(separator: " ") + "."
    let evidence = SubjectChanges.evidence(
      [half, "so now.", "moving on.", "it goes on", "and on."], speakers: ["a", "b", "b", "c", "c"])
    // The host's turn of 30 words: half of 1.5, and 1.5; a turn of 4 words with a hint: 1.1 and 0.1.
    #expect(abs(evidence[0] - evidence[1] - (0.75 + 1.5 - 1.1 - 0.1)) < 1e-9)
    // "moving on" announces; "it" at the head of a turn of 5 words goes on.
    #expect(abs(evidence[2] - evidence[3] - (2.2 + 0.9 - 0.125)) < 1e-9)
    // "and on." stands inside a sentence: its head counts for nothing.
    #expect(abs(evidence[4] - evidence[2] - (-2 - 2.2)) < 1e-9)
    let sum = evidence.dropLast().reduce(0) { $0 + exp($1) } + exp(evidence[4])
    #expect(abs(sum / 4 - 1) < 1e-9)
  }

  @Test func unknownSpeakersHaveNoTurns() {
    let evidence = SubjectChanges.evidence(["one two.", "four."], speakers: [], announced: [1])
    #expect(abs(evidence[1] - evidence[0] - 2.2) < 1e-9)
    #expect(SubjectChanges.evidence([], speakers: []) == [])
  }
}

struct BoundaryChoiceTests {
  @Test func takesTheMiddleOfWhatIsNear() {
    // 0.2 + 0.3 + 0.2, ten words apart: 0.3 + 0.4 · 3/4 = 0.6 around the middle.
    let chosen = BoundaryChoice.choose(
      [1, 0, 0.2, 0.3, 0.2, 0, 0, 0], words: Array(repeating: 10, count: 8))
    #expect(chosen == [3])
  }

  @Test func leavesWhatIsUnlikely() {
    #expect(BoundaryChoice.choose([1, 0.2, 0.1, 0.1], words: [50, 50, 50, 50]) == [])
    #expect(BoundaryChoice.choose([1], words: [5]) == [])
    #expect(BoundaryChoice.choose([1, 0.9, 0, 0.5], words: [50, 50, 50, 50]) == [1, 3])
  }
}
