import Model
import Testing

@testable import Analysis

struct EpisodeAnalyzerTests {
  static func episode(
    _ lines: [(Double?, String)], seconds: Double? = nil, marks: [ChapterMark] = []
  ) -> Episode {
    Episode(
      id: "e", title: "E", url: nil, audio: nil, date: nil, seconds: seconds, transcript: nil,
      notes: "", source: "", show: "Tern Talk", marks: marks,
      cues: lines.map { Cue(start: $0.0, end: nil, speaker: nil, text: $0.1) })
  }

  static let garden = (0..<12).map {
    "\($0) times the garden grows tomatoes and the garden needs water."
  }
  static let compiler = (0..<12).map {
    "\($0) times the compiler inlines calls and the compiler unrolls."
  }
  static let read = [
    "This episode is sponsored by Kettle.", "Kettle is quick.",
    "Thanks to Kettle for sponsoring us.",
  ]

  static func timed(_ lines: [String]) -> [(Double?, String)] {
    lines.enumerated().map { (Double($0) * 20, $1) }
  }

  static func chapters(_ episode: Episode) -> [SpokenChapter] {
    let analysis = EpisodeAnalyzer.analyze(episode, vocabulary: Vocabulary(language: "en"))
    return EpisodeAnalyzer.chapters(
      analysis, titles: analysis.segments.map { $0.title ?? "found" }, of: episode)
  }

  @Test func advertisingPartsChapters() {
    let found = Self.chapters(Self.episode(Self.timed(Self.garden + Self.read + Self.compiler)))
    #expect(found.map(\.chapter.sponsor) == [false, true, false])
    #expect(found.map(\.sentences) == [0..<12, 12..<15, 15..<27])
    #expect(found.map(\.chapter.start) == [0, 240, 300])
    #expect(found.map(\.chapter.end) == [240, 300, 520])
    #expect(found.map(\.chapter.title) == ["found", "Sponsor", "found"])
  }

  @Test func openingAndClosingAreChaptersAndNoSegments() {
    let opening = ["Welcome to Tern Talk, a show about builds.", "I'm your host, Ann."]
    let closing = ["That's all for today.", "Thanks for listening."]
    let episode = Self.episode(Self.timed(opening + Self.garden + closing), seconds: 10_000)
    let found = Self.chapters(episode)
    #expect(found.map(\.chapter.title) == ["Introduction", "found", "Outro"])
    #expect(found.map(\.isFrame) == [true, false, true])
    #expect(found.map(\.chapter.end) == [40, 280, 300])
    let segments = EpisodeAnalyzer.analyze(episode, vocabulary: Vocabulary(language: "en")).segments
    #expect(segments.map(\.sentences) == [Array(2..<14)])
    #expect(segments.map(\.end) == [280])
  }

  @Test func givenChaptersAreSegmentsAndTheirTitlesTellAdvertising() {
    let marks = [
      ChapterMark(start: 0, title: "Intro"), ChapterMark(start: 40, title: "The garden"),
      ChapterMark(start: 240, title: "Werbung"), ChapterMark(start: 300, title: "The compiler"),
    ]
    let plain = Self.garden + ["We like tea.", "Tea is good.", "So is milk."] + Self.compiler
    let episode = Self.episode(Self.timed(plain), seconds: 540, marks: marks)
    let found = Self.chapters(episode)
    #expect(found.map(\.chapter.sponsor) == [false, false, true, false])
    #expect(found.map(\.isFrame) == [true, false, false, false])
    let analysis = EpisodeAnalyzer.analyze(episode, vocabulary: Vocabulary(language: "en"))
    #expect(analysis.reads == [12..<15])
    #expect(analysis.segments.map(\.title) == ["The garden", "The compiler"])
    #expect(analysis.segments.map(\.sentences) == [Array(2..<12), Array(15..<27)])
  }

  @Test func aSponsorsNameInATitleIsKnownInTalk() {
    let lines =
      Self.garden + ["Kettle is here for you.", "Go to kettle.example/x now."] + Self.compiler
    let marks = [
      ChapterMark(start: 0, title: "Talk"), ChapterMark(start: 510, title: "Sponsor: Kettle"),
    ]
    let analysis = EpisodeAnalyzer.analyze(
      Self.episode(Self.timed(lines), marks: marks), vocabulary: Vocabulary(language: "en"))
    #expect(analysis.reads == [12..<14])
  }

  @Test func cuesWithoutTimesCountTheirNumber() {
    let found = Self.chapters(
      Self.episode((Self.garden + Self.read + Self.compiler).map { (nil, $0) }))
    #expect(found.map(\.chapter.start) == [0, 12, 15])
  }

  @Test func hasNothingForNothing() {
    #expect(Self.chapters(Self.episode([])).isEmpty)
    #expect(Self.chapters(Self.episode([(0, "[Music]")])).isEmpty)
    #expect(
      Self.chapters(Self.episode([], marks: [ChapterMark(start: 5, title: "Talk")]))
        .map(\.chapter.title) == ["Talk"])
  }
}
