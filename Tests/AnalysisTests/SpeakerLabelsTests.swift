import Testing

@testable import Analysis

struct SpeakerLabelsTests {
  static func name(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return SpeakerLabels.label(in: bytes, 0..<bytes.count)?.name
  }

  @Test(arguments: [
    ("Ann: yes", "Ann"), ("Ann Lee: yes", "Ann Lee"), ("SPEAKER_01: yes", "SPEAKER_01"),
    ("Speaker 1: yes", "Speaker 1"), ("Dr. Ann O'Lee-Ray: yes", "Dr. Ann O'Lee-Ray"),
    ("Émile: oui", "Émile"), ("Ann:", "Ann"),
  ])
  func readsNames(text: String, name: String) {
    #expect(Self.name(text) == name)
  }

  @Test(arguments: [
    "Note: the cache", "the point: it works", "At 10:30 we met", "12: yes", "std::move",
    "http://a.b",
    "One two three four five: yes", "Ann said it", ":", "",
  ])
  func readsNone(text: String) {
    #expect(Self.name(text) == nil)
  }

  @Test func oneLabelByItselfIsNoSpeaker() {
    let ann = SpeakerLabels.Label(name: "Ann", end: 4)
    let bo = SpeakerLabels.Label(name: "Bo", end: 3)
    #expect(SpeakerLabels.speakers(among: [ann, nil, bo]).isEmpty)
    #expect(SpeakerLabels.speakers(among: [ann, nil, bo, ann]) == ["Ann", "Bo"])
  }
}
