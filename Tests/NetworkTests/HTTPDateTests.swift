import Model
import Testing

@testable import Network

struct HTTPDateTests {
  @Test(
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
      "sun, 6 nov 1994 08:49:37 gmt", "Sun, 06-Nov-1994 08:49:37 UTC",
    ])
  func readsTheThreeForms(text: String) {
    #expect(HTTPDate.parse(text, now: Fetching.now) == Timestamp(seconds: 784_111_777))
  }

  @Test(
    arguments: [
      "", "0", "-1", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
      "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 EST", "Sun, 06 Nov 19940 08:49:37 GMT",
      "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
      "1994-11-06T08:49:37Z",
    ])
  func readsNothingElse(text: String) {
    #expect(HTTPDate.parse(text, now: Fetching.now) == nil)
  }

  @Test(arguments: [("76", 2076), ("77", 1977), ("26", 2026), ("00", 2000)])
  func aYearOfTwoDigitsIsAtMostFiftyYearsAhead(year: String, full: Int) {
    let date = HTTPDate.parse("Sunday, 06-Nov-\(year) 08:49:37 GMT", now: Fetching.now)
    #expect(date?.utcDay.year == full)
  }
}
