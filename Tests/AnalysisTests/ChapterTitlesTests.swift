import Testing

@testable import Analysis

struct ChapterTitlesTests {
  @Test(arguments: [
    ("Sponsor: Kettle", "kettle"), ("Ad", ""), ("Werbung", ""), ("Ad break", ""),
    ("[Ad] Kettle", "kettle"),
    ("Sponsors", ""), ("A word from our sponsors", ""), ("SPONSOR – Kettle Works", "kettle works"),
    ("Ad 2", ""), ("Werbung: Kettle", "kettle"), ("Anzeige", ""),
  ])
  func tellsAdvertising(title: String, sponsor: String) {
    #expect(ChapterTitles.sponsor(in: title) == sponsor)
  }

  @Test(arguments: [
    "Ad hoc networks", "Sponsoring open source", "Adding types",
    "Advertising and privacy on the web",
    "The sponsor of the bill", "", "Break down: the compiler is slow", "Promotion",
  ])
  func leavesSubjects(title: String) {
    #expect(ChapterTitles.sponsor(in: title) == nil)
  }

  @Test func knowsOpeningsAndClosings() {
    #expect(ChapterTitles.isFrame("Intro") && ChapterTitles.isFrame(" OUTRO "))
    #expect(!ChapterTitles.isFrame("Introduction to parsers"))
  }
}
