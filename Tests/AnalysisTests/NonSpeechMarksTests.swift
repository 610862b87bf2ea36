import Testing

@testable import Analysis

struct NonSpeechMarksTests {
  static func without(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for range in NonSpeechMarks.ranges(in: bytes, cues: [0..<bytes.count]).reversed() {
      bytes.removeSubrange(range)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "[Music]", "(laughs)", "[inaudible 00:12:03]", "*laughter*", "♪ we sing ♪", "♪", "[00:12:03]",
    "[ __ ]", "[Laughter]", "(audience laughing)", "[UPBEAT MUSIC PLAYING]", "♪♪", "♫ la la",
    "[crosstalk 01:02]", "(chuckles)", "[unintelligible]", "[]",
  ])
  func areTakenOut(mark: String) {
    #expect(Self.without(mark) == "")
  }

  @Test(arguments: [
    "the [compiler] itself", "f(x) is pure", "a * b * c", "(see the notes below)", "[sic]",
    "(the music that we hear on the radio)", "[music", "array[0]", "(2025)", "**bold**",
  ])
  func isWhatIsSaid(text: String) {
    #expect(Self.without(text) == text)
  }

  @Test func aSongStaysInItsCue() {
    let bytes = Array("♪ la la We talk.".utf8)
    #expect(NonSpeechMarks.ranges(in: bytes, cues: [0..<9, 10..<18]) == [0..<9])
  }
}
