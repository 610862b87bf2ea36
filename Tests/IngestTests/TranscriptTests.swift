@testable import Ingest
import Model
import Support
import Testing

struct TranscriptTests {
  static func parse(_ text: String) -> Transcript? { TranscriptParser.parse(Array(text.utf8)) }

  @Test func readsTimestampedText() {
    let transcript = Self.parse(
      "00:00:00 Hello there.\n\n00:08:31 First\nand more.\n\n01:02:03.5 Last.\n")
    #expect(transcript?.format == "timestamped-text")
    #expect(
      transcript?.cues == [
        Cue(start: 0, end: nil, speaker: nil, text: "Hello there."),
        Cue(start: 511, end: nil, speaker: nil, text: "First and more."),
        Cue(start: 3723.5, end: nil, speaker: nil, text: "Last."),
      ])
  }

  @Test func keepsTimeThatGoesBackWithAWarning() {
    let transcript = Self.parse("0:10 a\n0:05 b\n")
    #expect(transcript?.cues.map(\.start) == [10, 5])
    #expect(transcript?.warnings == [Diagnostic(line: 2, "time goes back")])
  }

  @Test func readsWebVTT() {
    let transcript = Self.parse(
      """
      WEBVTT - a title

      STYLE
      ::cue { color: red }

      NOTE a remark
      over two lines

      1
      00:01.000 --> 00:02.500 align:start
      <v Ann Lee>Hello <b>you</b> &amp; me</v>

      01:00:00.000 --> 01:00:01.000
      two
      lines

      bad --> cue
      lost
      """)
    #expect(transcript?.format == "vtt")
    #expect(
      transcript?.cues == [
        Cue(start: 1, end: 2.5, speaker: "Ann Lee", text: "Hello you & me"),
        Cue(start: 3600, end: 3601, speaker: nil, text: "two lines"),
      ])
    #expect(
      transcript?.warnings == [Diagnostic(line: 17, "cue was left out: its times cannot be read")])
  }

  @Test func readsCarriageReturnsAndAByteOrderMark() {
    let transcript = TranscriptParser.parse(
      [0xEF, 0xBB, 0xBF] + Array("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nx\r\n".utf8))
    #expect(transcript?.cues == [Cue(start: 1, end: 2, speaker: nil, text: "x")])
  }

  @Test(arguments: ["", "plain words\nwithout stamps", "12:99 no\n12:98 no", "<rss/>"])
  func refusesWhatIsNone(text: String) {
    #expect(Self.parse(text) == nil)
  }

  @Test func readsEveryPrefixOfAFile() {
    let whole = Array("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>b &amp; c</v>\n".utf8)
    for length in whole.indices {
      let cues = TranscriptParser.parse(Array(whole[..<length]))?.cues ?? []
      #expect(cues.count <= 1)
      #expect(cues.allSatisfy { $0.start == 1 && $0.end == 2 })
    }
  }
}

struct RegistryIndexTests {
  static let index = """
    {"751": {"number": 751, "title": "Lock", "status": "Final", "url": "https://p.example/751", "discussions_to": null,
      "resolution": "`31-Mar-2025 <https://d.example/t/77293/150>`__"},
     "9": {"number": 9, "title": "Open", "status": "Draft", "resolution": null}}
    """

  @Test func readsStatusAndDecision() throws {
    let registry = try RegistryIndex.parse(
      Array(Self.index.utf8), prefix: "PEP", page: "https://x.example/pep-{number:04}/")
    let proposal = try #require(registry.proposals[751])
    #expect(proposal.id == "PEP 751")
    #expect(proposal.status == "Final")
    #expect(proposal.url == "https://x.example/pep-0751/")
    #expect(proposal.resolution == "https://d.example/t/77293/150")
    #expect(proposal.decidedOn?.iso8601 == "2025-03-31")
    #expect(registry.proposals[9]?.decidedOn == nil)
  }

  @Test func refusesAnotherDocument() {
    let failure = #expect(throws: RegistryIndex.Failure.self) {
      try RegistryIndex.parse(Array("[1, 2]".utf8), prefix: "PEP")
    }
    #expect(failure?.message.hasPrefix("is not an index of proposals") == true)
  }

  @Test(
    .enabled(
      if: Places.shared("data/registry/peps.json") != nil,
      "the shared data is not beside this clone"))
  func readsTheRealIndex() throws {
    let place = try #require(Places.shared("data/registry/peps.json"))
    let registry = try RegistryIndex.parse(try Places.bytes(place), prefix: "PEP")
    #expect(
      registry.proposals[703]?.title == "Making the Global Interpreter Lock Optional in CPython")
    #expect(registry.proposals[703]?.decidedOn?.iso8601 == "2023-10-24")
  }
}
