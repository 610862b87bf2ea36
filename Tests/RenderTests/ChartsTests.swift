// Pictures of weeks and of chapters.

import Model
import Testing

@testable import Render

struct ChartsTests {
  static func chapter(_ start: Double, _ end: Double, sponsor: Bool = false) -> Chapter {
    Chapter(start: start, end: end, title: "T", given: true, sponsor: sponsor, cues: 0..<1)
  }
  static func week(_ name: String, _ posts: Int, _ moments: Int = 0) -> Topic.WeekCount {
    Topic.WeekCount(week: name, posts: posts, moments: moments)
  }

  @Test func chaptersTakeTheirShareAndAdvertisingIsLow() throws {
    let chapters = [
      Self.chapter(0, 50), Self.chapter(50, 60, sponsor: true), Self.chapter(60, 100),
    ]
    let picture = try #require(Charts.chapters(chapters, seconds: 100, moments: [60, 400]))
    #expect(
      picture.markup == """
        <svg class="bar" viewBox="0 0 1000 32" preserveAspectRatio="none" role="img" \
        aria-label="2 chapters in 1:40, 1 stretch of advertising, 1 moment marked at 1:00">\
        <rect class="a" x="0" y="8" width="497" height="24"/>\
        <rect class="ad" x="500" y="22" width="97" height="9" vector-effect="non-scaling-stroke"/>\
        <rect class="b" x="600" y="8" width="397" height="24"/>\
        <rect class="mark" x="600" y="0" width="6" height="32"/></svg>
        """)
  }

  @Test func oneChapterIsNoPicture() {
    #expect(Charts.chapters([Self.chapter(0, 50)], seconds: 50) == nil)
    #expect(Charts.chapters([Self.chapter(0, 1), Self.chapter(1, 2)], seconds: 0) == nil)
  }

  @Test func weeksStandWhereTheyAreInTime() throws {
    let picture = try #require(
      Charts.weeks([Self.week("2025-W52", 4), Self.week("2026-W02", 1, 1)]))
    #expect(
      picture.markup == """
        <svg class="weeks" viewBox="0 0 28 32" role="img" aria-label="2025-W52: 4, 2026-W02: 2">\
        <rect class="b" x="0" y="2" width="8" height="30"/>\
        <rect class="a" x="20" y="24.5" width="8" height="7.5"/>\
        <rect class="m" x="20" y="17" width="8" height="7.5"/></svg>
        """)
  }

  @Test func twelveWeeksAtMostWithTheFirstAndTheLastNamed() throws {
    let history = (1...20).map { Self.week("2026-W\($0 < 10 ? "0" : "")\($0)", $0) }
    let markup = try #require(Charts.weeks(history)).markup
    #expect(markup.contains("aria-label=\"2026-W09: 9, "))
    #expect(markup.contains("<text y=\"39\">2026-W09</text>"))
    #expect(markup.contains("<text y=\"39\" x=\"118\" text-anchor=\"end\">2026-W20</text>"))
    #expect(markup.split(separator: "<rect").count == 13)
  }

  @Test(arguments: [[], [week("2026-W20", 3)], [week("2020-W20", 3), week("2026-W20", 3)]])
  func oneWeekIsNoPicture(history: [Topic.WeekCount]) {
    #expect(Charts.weeks(history) == nil)
  }
}
