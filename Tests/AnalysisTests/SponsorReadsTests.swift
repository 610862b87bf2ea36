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
    _ lines: [(Double, String)], speakers: [String?]? = nil, phrases: [String] = [],
    show: String = ""
  ) -> [Range<Int>] {
    let speakers = speakers ?? lines.map { _ in nil }
    return SponsorReads.find(
      Sentences.ofCues(zip(speakers, lines).map { ($0, $1.1) }), seconds: lines.map(\.0),
      phrases: phrases, show: show)
  }

  /// Lines ten seconds apart.
  static func reads(of lines: [String], phrases: [String] = [], show: String = "") -> [Range<Int>] {
    reads(
      lines.enumerated().map { (Double($0) * 10, $1) }, phrases: phrases, show: show)
  }

  @Test func findsAReadByItsWordsAndItsEnd() {
    #expect(Self.reads(Self.talk) == [1..<4])
  }

  @Test func findsNoneInPlainTalk() {
    #expect(Self.reads(Array(Self.talk.dropFirst(4))) == [])
  }

  @Test func aPhraseMayGoOverTwoCues() {
    let found = Self.reads(of: [
      "It works.", "This episode is brought to you", "by Kettle.", "Kettle is quick.",
      "Now we talk.",
      "The linker is slow.",
    ])
    // The first two cues are one sentence.
    #expect(found == [1..<3])
    #expect(
      Self.reads(of: [
        "So.", "This episode is brought to you by.", "Kettle.", "Kettle is quick.", "Yes.",
      ])
        == [1..<4])
  }

  @Test func whatIsBroughtByAnybodyInTalkIsNoRead() {
    #expect(
      Self.reads(of: [
        "It's brought to you by the standards body, of course.", "They write the text.",
        "It was sponsored by the ministry.", "We read it.",
      ]) == [])
  }

  @Test func aStoryInsideAnAnnouncedReadBelongsToIt() {
    let story = (1...6).map { "Number \($0) of a tale of tea." }
    let found = Self.reads(
      of: ["This portion of the show is brought to you by kettle.example."] + story
        + ["Kettle makes it better.", "Now to the compiler.", "It is fast."])
    #expect(found == [0..<8])
  }

  @Test func thanksEndARead() {
    #expect(
      Self.reads(of: [
        "This show is sponsored by Kettle.", "Kettle is quick.",
        "Thank you to Kettle for supporting the show.", "Now to the compiler.", "Kettle has one.",
      ]) == [0..<3])
  }

  @Test func anotherSpeakerEndsARead() {
    let lines = [
      "This show is sponsored by Kettle.", "Kettle is quick.", "I like Kettle too.", "Yes.",
    ]
    #expect(
      Self.reads(
        lines.enumerated().map { (Double($0) * 10, $1) }, speakers: ["Ann", "Ann", "Bo", "Ann"])
        == [0..<2])
  }

  @Test func thanksFindAReadThatBeganWithoutAPhrase() {
    let found = Self.reads(of: [
      "This episode is sponsored by Kettle.", "Welcome to the show, Bo.", "Thanks for having me.",
      "We talk.", "We talk on.", "And on.", "And on again.", "And so forth.",
      "With Kettle, your builds fly.", "They really do.", "Thanks Kettle for sponsoring us.",
      "So, Bo.",
    ])
    #expect(found == [0..<1, 8..<11])
  }

  @Test func aConfiguredPhraseOpensARead() {
    let lines = [
      "We talk.", "Time for the tea break, friends.", "Try it for free.", "So, Bo.", "Yes.",
    ]
    #expect(Self.reads(of: lines) == [])
    #expect(Self.reads(of: lines, phrases: ["The tea break"]) == [1..<3])
  }

  @Test func aConfiguredNameNeedsAdvertisingBesideIt() {
    let lines = [
      "We use Kettle at work.", "It is fine.", "It is slow.", "Well.", "Kettle is here for you.",
      "Go to kettle.example/show for more.", "So, Bo.",
    ]
    #expect(Self.reads(of: lines, phrases: ["kettle"]) == [4..<6])
  }

  @Test func theShowsOwnNameIsNoSponsor() {
    #expect(
      SponsorReads.names(in: "Brought to you by Tern Talk and Kettle.", except: ["tern", "talk"])
        == ["kettle"])
    #expect(
      SponsorReads.names(in: "Sponsored by kettle.example today.", except: []) == [
        "kettle.example", "kettle",
      ])
    #expect(SponsorReads.names(in: "We met Kettle.", except: []) == [])
  }

  @Test func namesAndSentencesReturnFromEpisodeToEpisode() {
    func episode(_ id: String, _ lines: [String]) -> Episode {
      Episode(
        id: id, title: id, url: nil, audio: nil, date: nil, seconds: nil, transcript: nil,
        notes: "",
        source: "", show: "Tern Talk",
        cues: lines.enumerated().map {
          Cue(start: Double($0) * 10, end: nil, speaker: nil, text: $1)
        })
    }
    let read = "Put the kettle on and your builds are quick."
    let episodes = [
      episode(
        "1",
        ["This episode is sponsored by Kettle.", read, "Learn more at kettle.example/x.", "So."]),
      episode(
        "2", ["This episode is sponsored by Kettle.", read, "Get started for free.", "Yes."]),
      episode("3", ["This episode is sponsored by Spoon.", "Spoon is new.", "No."]),
    ]
    #expect(
      SponsorReads.recurring(in: episodes) == [
        "kettle", "put the kettle on and your builds are quick.",
        "this episode is sponsored by kettle.",
      ])
    #expect(SponsorReads.recurring(in: [episodes[0]]) == [])
    #expect(SponsorReads.recurring(in: []) == [])
  }
}
