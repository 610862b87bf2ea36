import Model
import Testing

@testable import Pipeline

struct MomentLinkTests {
  static func episode(_ change: (inout Episode) -> Void) -> Episode {
    var episode = Episode(
      id: "e", title: "E", url: "https://s.example/e/1", audio: "https://c.example/1.mp3",
      date: nil,
      seconds: nil, transcript: nil, notes: "", source: "s", show: "S")
    change(&episode)
    return episode
  }

  @Test func linksToASecondOfTheAudio() {
    #expect(
      MomentLink.address(of: 61.9, in: Self.episode { _ in }) == "https://c.example/1.mp3#t=61")
    let bare = Self.episode { $0.audio = nil }
    #expect(MomentLink.address(of: 61.9, in: bare) == "https://s.example/e/1")
  }

  @Test(arguments: [
    ("https://www.youtube.com/watch?v=x", "https://www.youtube.com/watch?v=x&t=61s"),
    ("https://youtu.be/x#top", "https://youtu.be/x?t=61s"),
  ])
  func linksToASecondOfAVideo(page: String, link: String) {
    #expect(MomentLink.address(of: 61, in: Self.episode { $0.url = page }) == link)
  }

  @Test func theShowsOwnPatternGoesFirst() {
    let episode = Self.episode { $0.momentPattern = "https://s.example/listen?at={seconds}" }
    #expect(MomentLink.address(of: 61, in: episode) == "https://s.example/listen?at=61")
    let filled = EpisodePattern.fill(
      "https://s.example/{slug}?at={seconds}", episode, keeping: "seconds")
    #expect(filled == "https://s.example/1?at={seconds}")
  }

  @Test func warnsWhereAdvertisingIsInserted() {
    func shifts(_ change: (inout Episode) -> Void) -> Bool {
      MomentLink.mayShift(Self.episode(change))
    }
    let cues = [Cue(start: 0, end: 1000, speaker: nil, text: "x")]
    #expect(!shifts { $0.cues = cues })
    #expect(shifts { $0.audio = "https://traffic.megaphone.fm/x.mp3" })
    #expect(!shifts { $0.audio = "https://notmegaphone.fm/x.mp3" })
    #expect(shifts { ($0.cues, $0.seconds) = (cues, 1061) })
    #expect(!shifts { ($0.cues, $0.seconds) = (cues, 1060) })
  }
}
