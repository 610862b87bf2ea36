import Model
import Testing
import Text

@testable import Ingest

struct NoteChaptersTests {
  @Test(
    arguments: [
      ("(00:13:41) Why it matters", 821, "Why it matters"), ("[1:02:10] - outro", 3730, "outro"),
      ("00:00 Intro", 0, "Intro"), ("* 5:07 – A dash", 307, "A dash"),
      ("• 05:07: A colon", 307, "A colon"), ("00:00 - 05:13 A range", 0, "A range"),
      ("Why it matters 13:41", 821, "Why it matters"),
      ("Why it matters (13:41)", 821, "Why it matters"),
      ("▶ 1:00:00.5 | Café", 3600, "Café"), ("100:05 Long", 6005, "Long"),
    ] as [(String, Double, String)])
  func readsALine(line: String, start: Double, title: String) {
    #expect(NoteChapters.mark(line) == ChapterMark(start: start, title: title))
  }

  @Test(arguments: [
    "", "Why it matters", "13:41", "at 13:41 we met", "1:2:3 x", "12:60 x", "John 3:16b is it",
    "2026-11-21 is a date", "1:23:45:67 x", "ratio 16:9 screens",
  ])
  func takesNothingElse(line: String) {
    #expect(NoteChapters.mark(line) == nil)
  }

  @Test func findsAListInShowNotes() {
    let notes = """
      <p>We talk with Ann.</p><p>00:00 Intro<br>01:30 Locks<br/>12:05 &amp; more<br>1:00:00 Outro</p>
      <p>Recorded at 10:30 in the morning.</p>
      """
    #expect(
      NoteChapters.find(in: notes) == [
        ChapterMark(start: 0, title: "Intro"), ChapterMark(start: 90, title: "Locks"),
        ChapterMark(start: 725, title: "& more"), ChapterMark(start: 3600, title: "Outro"),
      ])
  }

  @Test func findsLinksToMoments() {
    let notes = """
      <ul><li><a href="https://s.example/1#t=0">Intro</a></li><li><a href="https://s.example/1#t=13:41">Locks</a></li>
      <li><a href="https://youtu.be/x?t=1h2m10s">Outro</a> and <a href="https://x.example">a link</a></li></ul>
      """
    #expect(NoteChapters.find(in: notes).map(\.start) == [0, 821, 3730])
  }

  @Test func twoTimesOrAJumbleAreNoContents() {
    #expect(NoteChapters.find(in: "<p>00:00 Intro<br>01:30 Locks</p>").isEmpty)
    #expect(NoteChapters.find(in: "<p>9:00 A<br>3:00 B<br>8:00 C<br>2:00 D<br>1:00 E</p>").isEmpty)
  }

  @Test func anEpisodeHasThemUnlessAFileDoes() throws {
    func marks(_ more: String) throws -> Int? {
      let feed = """
        <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>S</title><item><title>E</title>
        <guid>1</guid><enclosure url="https://c.example/1.mp3" type="audio/mpeg"/>\(more)
        <description>&lt;p&gt;0:00 A&lt;br&gt;1:00 B&lt;br&gt;2:00 C&lt;/p&gt;</description></item></channel></rss>
        """
      return try SourceReader.read(
        Array(feed.utf8), source: Source(address: "s"), address: "https://s.example/feed"
      ).episodes.first?.marks.count
    }
    #expect(try marks("") == 3)
    #expect(try marks("<podcast:chapters url=\"https://c.example/1.json\"/>") == 0)
  }
}

struct NotePeopleTests {
  static func find(_ html: String) -> [String] {
    NotePeople.find(in: HTMLText.blocks(of: html)).map { "\($0.name) (\($0.role))" }
  }

  @Test func readsWhoIsHeard() {
    #expect(
      Self.find(
        "<p>Hosts: Ann Lee and Bo van Ek (@bo)</p><p><b>Guest:</b> <a href='x'>Cy Oh</a> – maintainer</p><p>Panel: Ann Lee, Di Ax</p>"
      ) == ["Ann Lee (host)", "Bo van Ek (host)", "Cy Oh (guest)", "Di Ax (guest)"])
  }

  @Test func takesNothingElseForAName() {
    #expect(Self.find("<p>Guest: to be announced</p><p>Topics: Ann Lee</p><p>Hosts</p>").isEmpty)
  }
}

struct TranscriptIntroductionTests {
  static func read(_ text: String, name: String = "x") -> TranscriptIntroduction {
    TranscriptIntroduction.read(
      text.split(separator: "|").enumerated().map { index, text in
        Cue(start: Double(index) * 10, end: nil, speaker: nil, text: String(text))
      }, name: name, show: "Talk Python To Me")
  }

  @Test func hearsNumberAndDay() {
    let heard = Self.read(
      "Welcome.|This is Talk Python To Me, episode 524,|recorded September 3rd, 2025.|Episode 12 was fun."
    )
    #expect(heard.number == 524)
    #expect(heard.day == CalendarDay(year: 2025, month: 9, day: 3))
    #expect(
      Self.read("episode number 7, published on the 3rd of September 2025").day?.iso8601
        == "2025-09-03")
    #expect(Self.read("an episode of anger recorded in my mind").number == nil)
    #expect(Self.read("an episode of anger recorded in my mind today").day == nil)
  }

  @Test(
    arguments: [
      ("talk-python-524", 524, nil, nil),
      ("2025-09-03-things-to-learn", nil, "2025-09-03", "Things to learn"),
      ("ep_12_Locks and files", 12, nil, "Locks and files"), ("talk-python-to-me", nil, nil, nil),
    ] as [(String, Int?, String?, String?)])
  func readsAName(name: String, number: Int?, day: String?, title: String?) {
    let read = Self.read("Hello.", name: name)
    #expect(read.number == number)
    #expect(read.day?.iso8601 == day)
    #expect(read.title == title)
  }

  @Test func takesWhatIsAnnouncedForATitleWhereTheNameHasNone() {
    let text =
      "Python is different.|In this episode, we count down 38 things|to learn this year. Join me.|Episode 524."
    #expect(
      Self.read(text, name: "talk-python-524").title == "We count down 38 things to learn this year"
    )
    #expect(Self.read(text, name: "523-things").title == "Things")
    #expect(Self.read(text, name: "523-things").number == 523)
    let long = "On this episode, " + String(repeating: "word ", count: 20) + "end."
    #expect(Self.read(long, name: "524").title == nil)
    #expect(Self.read("In this episode, we never stop", name: "524").title == nil)
  }
}
