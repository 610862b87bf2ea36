// Weeks of zones whose clocks are changed, or have an unusual distance to UTC.

import Foundation
import Support
import Testing

/// A week is half open and local, and the weeks leave no gap and do not overlap.
struct ZoneTests {
  /// Consecutive weeks of a zone.
  struct Weeks: CustomTestStringConvertible {
    let zone: String
    var start = "monday"
    /// The moments at which weeks begin, the end of the last one included.
    let borders: [String]
    /// The names of the issues.
    let slugs: [String]
    var testDescription: String { "\(zone), \(slugs[0])" }

    var moments: [Int] {
      borders.compactMap { ISO8601DateFormatter().date(from: $0 + ":00Z") }
        .map { Int($0.timeIntervalSince1970) }
    }
  }

  /// Worked by hand from the zones' rules; in the middle the week in which a clock is changed.
  static let weeks = [
    // 167 hours: from +01:00 to +02:00 on 30 March.
    Weeks(
      zone: "Europe/Berlin",
      borders: ["2025-03-16T23:00", "2025-03-23T23:00", "2025-03-30T22:00", "2025-04-06T22:00"],
      slugs: ["2025-W12", "2025-W13", "2025-W14"]),
    // 169 hours: back on 26 October.
    Weeks(
      zone: "Europe/Berlin",
      borders: ["2025-10-12T22:00", "2025-10-19T22:00", "2025-10-26T23:00", "2025-11-02T23:00"],
      slugs: ["2025-W42", "2025-W43", "2025-W44"]),
    Weeks(
      zone: "America/New_York",
      borders: ["2025-02-24T05:00", "2025-03-03T05:00", "2025-03-10T04:00", "2025-03-17T04:00"],
      slugs: ["2025-W09", "2025-W10", "2025-W11"]),
    Weeks(
      zone: "America/New_York",
      borders: ["2025-10-20T04:00", "2025-10-27T04:00", "2025-11-03T05:00", "2025-11-10T05:00"],
      slugs: ["2025-W43", "2025-W44", "2025-W45"]),
    // Half an hour, from +11:00 to +10:30 on 6 April.
    Weeks(
      zone: "Australia/Lord_Howe",
      borders: ["2025-03-23T13:00", "2025-03-30T13:00", "2025-04-06T13:30", "2025-04-13T13:30"],
      slugs: ["2025-W13", "2025-W14", "2025-W15"]),
    Weeks(
      zone: "Australia/Lord_Howe",
      borders: ["2025-09-21T13:30", "2025-09-28T13:30", "2025-10-05T13:00", "2025-10-12T13:00"],
      slugs: ["2025-W39", "2025-W40", "2025-W41"]),
    // +05:45.
    Weeks(
      zone: "Asia/Kathmandu",
      borders: ["2025-03-02T18:15", "2025-03-09T18:15", "2025-03-16T18:15", "2025-03-23T18:15"],
      slugs: ["2025-W10", "2025-W11", "2025-W12"]),
    // There was no 30 December 2011: from -10:00 to +14:00.
    Weeks(
      zone: "Pacific/Apia",
      borders: ["2011-12-19T10:00", "2011-12-26T10:00", "2012-01-01T10:00", "2012-01-08T10:00"],
      slugs: ["2011-W51", "2011-W52", "2012-W01"]),
    Weeks(
      zone: "America/New_York", start: "sunday",
      borders: ["2025-03-02T05:00", "2025-03-09T05:00", "2025-03-16T04:00", "2025-03-23T04:00"],
      slugs: [
        "2025-03-02--2025-03-09", "2025-03-09--2025-03-16", "2025-03-16--2025-03-23",
      ]),
    // Sunday, 9 March has no midnight: it begins at one o'clock.
    Weeks(
      zone: "America/Havana", start: "sunday",
      borders: ["2025-03-02T05:00", "2025-03-09T05:00", "2025-03-16T04:00", "2025-03-23T04:00"],
      slugs: [
        "2025-03-02--2025-03-09", "2025-03-09--2025-03-16", "2025-03-16--2025-03-23",
      ]),
    // Sunday, 2 November has two: the day begins with the first.
    Weeks(
      zone: "America/Havana", start: "sunday",
      borders: ["2025-10-26T04:00", "2025-11-02T04:00", "2025-11-09T05:00", "2025-11-16T05:00"],
      slugs: [
        "2025-10-26--2025-11-02", "2025-11-02--2025-11-09", "2025-11-09--2025-11-16",
      ]),
  ]

  static func rfc3339(_ moment: Int) -> String {
    ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: TimeInterval(moment)))
  }

  /// An article of a moment, as an entry.
  static func entry(_ moment: Int, _ number: Int) -> String {
    let words = ["apple", "bridge", "cloud", "desk", "engine", "forest", "garden", "harbour"]
    let (first, second) = (words[number % 8], words[(number / 8 + number + 3) % 8])
    return """
      <entry><id>urn:\(moment)</id><title>The \(first) and the \(second)</title>
      <link href="https://b.example/\(moment)"/><updated>\(rfc3339(moment))</updated>
      <content>An \(first) was seen beside a \(second).</content></entry>
      """
  }

  /// - Parameter isCatchingUp: Whether the program comes after the last week only.
  @Test(arguments: weeks, [false, true])
  func whatWasPublishedIsInTheIssueOfItsWeek(weeks: Weeks, isCatchingUp: Bool) async throws {
    let folder = try TemporaryFolder()
    let moments = weeks.moments
    let dates = moments.flatMap { [$0 - 1, $0, $0 + 1] }
    let entries = dates.enumerated().map { Self.entry($1, $0) }
    try folder.write(
      "b.atom",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Blog</title><id>urn:b</id>"
        + entries.joined() + "</feed>")
    try folder.write(
      "hallway.toml",
      """
      base_url = "https://d.example/"
      timezone = "\(weeks.zone)"
      week_starts = "\(weeks.start)"
      [[feed]]
      url = "b.atom"
      """)
    // A second before a week is over its issue is not made; when it is over, it is.
    for (number, border) in moments.enumerated()
    where !isCatchingUp || number == 0 || number == moments.count - 1 {
      for moment in isCatchingUp ? [border] : [border - 1, border] {
        let ending = try await ProgramRun.run(
          ["run", "--now", Self.rfc3339(moment)], in: folder.url.path)
        #expect(ending.status == 0, "\(ending.words)")
        guard number > 0 else { continue }
        let page = "public/issues/\(weeks.slugs[number - 1]).html"
        #expect(
          FileManager.default.fileExists(atPath: folder.path(page)) == (moment == border),
          "\(page) at \(Self.rfc3339(moment))")
      }
    }
    for (number, slug) in weeks.slugs.enumerated() {
      let page = try folder.read("public/issues/\(slug).html")
      let found = dates.filter { page.contains("href=\"https://b.example/\($0)\"") }
      let week = moments[number]..<moments[number + 1]
      #expect(
        found.map(Self.rfc3339) == dates.filter { week.contains($0) }.map(Self.rfc3339), "\(slug)")
    }
  }

  /// Only the configured zone counts, not that of the machine.
  @Test func theEnvironmentsZoneDoesNotMatter() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    let settings = try folder.read("d/hallway.toml")
    try folder.write("d/hallway.toml", "timezone = \"Europe/Berlin\"\n" + settings)
    var sites: [[String: Data]] = []
    for (number, zone) in ["", "Pacific/Kiritimati", "XYZ+12", ":/nowhere"].enumerated() {
      let copy = folder.path("copy\(number)")
      try FileManager.default.copyItem(atPath: place, toPath: copy)
      let environment = zone.isEmpty ? [:] : ["TZ": zone, "LC_ALL": "de_DE.UTF-8"]
      let run = try await ProgramRun.run(DemoWeeks.second, in: copy, environment: environment)
      #expect(run.status == 0, "\(run.words)")
      sites.append(DemoWeeks.files(copy + "/public"))
    }
    #expect(sites[0]["issues/2026-W45.html"] != nil)
    for site in sites.dropFirst() { #expect(site == sites[0]) }
  }
}
