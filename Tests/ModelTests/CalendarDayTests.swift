import Model
import Support
import Testing

struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("1969-12-31", -1),
  ])
  func countsDays(text: String, days: Int) {
    #expect(CalendarDay(iso8601: text)?.daysSinceEpoch == days)
    #expect(CalendarDay(daysSinceEpoch: days).iso8601 == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-00", "2026/01/01",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay(iso8601: text) == nil)
  }

  // The cases of ISO 8601 that go over a year's end.
  @Test(arguments: [
    ("2026-11-21", "2026-W47"), ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53"),
    ("2027-01-01", "2026-W53"), ("2016-01-04", "2016-W01"),
  ])
  func knowsTheISOWeek(day: String, week: String) {
    #expect(CalendarDay(iso8601: day)?.isoWeek == week)
  }

  @Test(arguments: [
    ("2026-W47", "2026-11-16"), ("2020-W53", "2020-12-28"), ("2025-W01", "2024-12-30"),
  ])
  func findsTheMondayOfAWeek(week: String, day: String) {
    #expect(CalendarDay.monday(ofISOWeek: week)?.iso8601 == day)
  }

  @Test(arguments: ["2025-W53", "2026-W00", "2026-47", "2026-W99", "W47", ""])
  func refusesAWeekThatDoesNotExist(week: String) {
    #expect(CalendarDay.monday(ofISOWeek: week) == nil)
  }

  @Test func namesWeekdays() {
    #expect(CalendarDay(year: 2026, month: 11, day: 21).weekdayName == "Saturday")
    #expect(CalendarDay(year: 2026, month: 11, day: 16).weekday == 1)
  }
}

struct TimestampTests {
  @Test func spellsRFC3339() {
    #expect(Timestamp(seconds: 0).rfc3339 == "1970-01-01T00:00:00Z")
    #expect(Timestamp(seconds: -1).rfc3339 == "1969-12-31T23:59:59Z")
    #expect(Timestamp(seconds: 1_795_253_400).rfc3339 == "2026-11-21T09:30:00Z")
  }

  @Test func refusesFieldsOutOfRange() {
    #expect(Timestamp(year: 2026, month: 27, day: 1) == nil)
    #expect(Timestamp(year: 2026, month: 2, day: 29) == nil)
    #expect(Timestamp(year: 0, month: 1, day: 1) == nil)
    #expect(
      Timestamp(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60)?.rfc3339
        == "2016-12-31T23:59:59Z")
  }
}

struct DiscussionThreadTests {
  static func post(_ number: Int) -> Post {
    Post(
      id: "\(number)", number: number, author: "a", authorKey: "a", date: nil, url: "", words: "")
  }

  @Test func knowsItsHoles() {
    let thread = DiscussionThread(
      id: "t", title: "", url: "", source: "", site: "",
      posts: [3, 4, 7, 10].map(Self.post))
    #expect(thread.holes == [1...2, 5...6, 8...9])
  }

  @Test func whatWasRemovedIsNoHole() {
    let thread = DiscussionThread(
      id: "t", title: "", url: "", source: "", site: "",
      posts: [2, 7, 9].map(Self.post), removedUpTo: 6)
    #expect(thread.holes == [8...8])
  }

  @Test func hasNoHolesWithoutNumbers() {
    let post = Post(id: "x", number: nil, author: "", authorKey: "", date: nil, url: "", words: "")
    let thread = DiscussionThread(id: "t", title: "", url: "", source: "", site: "", posts: [post])
    #expect(thread.holes == [])
  }
}

struct SlugTests {
  @Test(arguments: [
    ("TIP 12: a lock file", "tip-12-a-lock-file"), ("Inês’s Café", "iness-cafe"), ("???", "topic"),
    ("--a--b--", "a-b"), ("../../etc/passwd", "etc-passwd"),
    ("Ночные автобусы", "nochnye-avtobusy"), ("Żółw łączy", "zolw-laczy"), ("Ελλάδα", "ellada"),
  ])
  func isSafeInAddresses(text: String, slug: String) {
    #expect(Slug.make(text) == slug)
  }

  @Test func otherScriptsHaveANumber() {
    let slug = Slug.make("夜行バス")
    #expect(slug.hasPrefix("topic-") && slug == Slug.make("夜行バス"))
    #expect(slug != Slug.make("鉄道"))
  }

  @Test func whatIsCutIsToldApart() {
    let address = "www.long-company-name.example/en-us/engineering-blog/2026/11/release-of-version-"
    let anchors = ["one", "two"].map { Slug.anchor(of: address + $0) }
    #expect(anchors[0] != anchors[1])
    for anchor in anchors {
      #expect(anchor.utf8.count < 60 && anchor.hasPrefix("www-long-company-name-example-en-us-"))
    }
    #expect(Slug.anchor(of: "f.example/t/1") == "f-example-t-1")
  }

  @Test func noTopicTakesThePlaceOfTheListOfTopics() {
    #expect(Slug.ofTopic("Index") == "index-topic")
    #expect(Slug.ofTopic("Index pages") == "index-pages")
  }
}

struct WindowTests {
  static func window(_ first: String, _ end: String) throws -> Window {
    let first = try #require(CalendarDay(iso8601: first))
    let end = try #require(CalendarDay(iso8601: end))
    func moment(_ day: CalendarDay) -> Timestamp {
      Timestamp(seconds: Int64(day.daysSinceEpoch) * 86_400)
    }
    return Window(firstDay: first, endDay: end, from: moment(first), until: moment(end))
  }

  @Test func isHalfOpen() throws {
    let window = try Self.window("2026-11-16", "2026-11-23")
    #expect(window.contains(window.from))
    #expect(!window.contains(window.until))
    #expect(!window.contains(nil))
  }

  @Test func isNamedByItsWeekOrItsDays() throws {
    #expect(try Self.window("2026-11-16", "2026-11-23").slug == "2026-W47")
    #expect(try Self.window("2024-05-01", "2024-05-15").slug == "2024-05-01--2024-05-15")
  }

  @Test func spellsItsDaysForAReader() throws {
    #expect(try Self.window("2024-05-01", "2024-05-15").spelled == "1 to 14 May 2024")
    #expect(try Self.window("2026-11-30", "2026-12-07").spelled == "30 November to 6 December 2026")
    #expect(
      try Self.window("2026-12-28", "2027-01-04").spelled == "28 December 2026 to 3 January 2027")
    #expect(try Self.window("2026-11-16", "2026-11-17").spelled == "16 November 2026")
  }
}
