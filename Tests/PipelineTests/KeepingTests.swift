import Model
import Testing

@testable import Pipeline

struct KeepingTests {
  @Test(arguments: [
    ("30d", "2024-01-30"), ("4w", "2024-02-01"), ("1m", "2024-01-29"), ("6m", "2023-08-29"),
    ("14m", "2022-12-29"), ("1y", "2023-02-28"), ("4Y", "2020-02-29"), ("9999y", "0001-01-29"),
  ])
  func countsByTheCalendar(text: String, day: String) throws {
    let keeping = try #require(Keeping(text))
    #expect(keeping.firstDay(on: CalendarDay(year: 2024, month: 2, day: 29)).iso8601 == day)
  }

  @Test(arguments: ["", "y", "2", "0y", "-1y", "2 y", "2h", "1.5y", "10000d", "２y"])
  func refusesWhatIsNoTime(text: String) {
    #expect(Keeping(text) == nil)
  }
}
