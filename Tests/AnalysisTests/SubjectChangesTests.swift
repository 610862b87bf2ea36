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

  // 30 of 60 words: half of 0.5; an announcement is 2, a hint 0.8.
  @Test func weighsTurnsAndWords() {
    let half = Array(repeating: "word", count: 15).joined(separator: " ")
    let evidence = SubjectChanges.evidence(
      [half, half, "So now", "Moving on"], speakers: ["a", "a", "b", "b"])
    #expect(evidence[0] == 0.25)
    #expect(evidence[1] == 0)
    let hinted: Double = 0.8 + 2.0 / 60
    #expect(abs(evidence[2] - hinted) < 1e-9)
    #expect(evidence[3] == 2)
  }

  @Test func unitsWithoutSpeakersAreTurns() {
    let evidence = SubjectChanges.evidence(["one two three", "four"], speakers: [], announced: [1])
    let wanted: [Double] = [1.5 / 60, 2 + 0.5 / 60]
    #expect(zip(evidence, wanted).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(SubjectChanges.evidence([], speakers: []) == [])
  }
}
