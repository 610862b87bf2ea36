import Model
import Testing

@testable import Network

struct ResponseTimesTests {
  static func times(_ lines: [String]) -> ResponseTimes {
    var headers = HTTPHeaders()
    for line in lines { headers.add(line: line.utf8) }
    return ResponseTimes(headers, now: Fetching.now)
  }

  @Test(
    arguments: [
      ([], nil),
      (["Cache-Control: max-age=300"], 300),
      (["Cache-Control: public, MAX-AGE = \"300\" , must-revalidate"], 300),
      (["Cache-Control: public", "Cache-Control: max-age=60"], 60),
      (["Cache-Control: s-maxage=60"], nil),
      (["Cache-Control: max-age=oops"], nil),
      (["Cache-Control: max-age=99999999999999999999"], 1 << 31),
      (["Cache-Control: max-age=300, no-cache"], 0),
      (["Cache-Control: no-store"], 0),
      (["Cache-Control: max-age=300, no-cache=\"set-cookie\""], 300),
      (["Expires: Sat, 21 Nov 2026 10:30:00 GMT"], 3600),
      (["Expires: Sat, 21 Nov 2026 08:30:00 GMT"], 0),
      (["Expires: 0"], 0),
      (["Expires: Sat, 21 Nov 2026 10:30:00 GMT", "Date: Sat, 21 Nov 2026 10:20:00 GMT"], 600),
      (["Cache-Control: max-age=300", "Expires: Sat, 21 Nov 2026 10:30:00 GMT"], 3600),
      (["Cache-Control: max-age=7200", "Expires: Sat, 21 Nov 2026 10:30:00 GMT"], 7200),
      (["Cache-Control: no-cache", "Expires: Sat, 21 Nov 2026 10:30:00 GMT"], 0),
    ] as [([String], Int?)])
  func tellsHowLongAnAnswerStaysRight(lines: [String], seconds: Int?) {
    #expect(Self.times(lines).freshSeconds == seconds)
  }

  @Test(
    arguments: [
      ([], nil),
      (["Retry-After: 120"], 120),
      (["Retry-After: 0"], 0),
      (["Retry-After: -5"], nil),
      (["Retry-After: soon"], nil),
      (["Retry-After: Sat, 21 Nov 2026 10:00:00 GMT"], 1800),
      (["Retry-After: Saturday, 21-Nov-26 10:00:00 GMT"], 1800),
      (["Retry-After: Sat, 21 Nov 2026 10:00:00 GMT", "Date: Sat, 21 Nov 2026 09:59:00 GMT"], 60),
      (["Retry-After: Sat, 21 Nov 2026 10:00:00 GMT", "Date: nonsense"], 1800),
      (["Retry-After: Sat, 21 Nov 2026 08:00:00 GMT"], 0),
    ] as [([String], Int?)])
  func tellsHowLongAHostWantsToBeLeftAlone(lines: [String], seconds: Int?) {
    #expect(Self.times(lines).retryAfter == seconds)
  }
}
