// Which threads of a week a hand-written newsletter covered.

import Analysis
import Foundation
import Model
import Store

/// Fits `Ranking.weights` on weeks of a forum that is replayed as it stood at each.
enum WeekLearning {
  private struct Week: Decodable {
    let from: String
    let to: String
    let covered: [String: String]
  }

  static func run(weeks: String, posts: String, replay: String, program: String) throws {
    var models = [LogisticRegression(), LogisticRegression(), LogisticRegression()]
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "hallway-learn-\(ProcessInfo.processInfo.processIdentifier)"
    ).path
    for (number, line) in try DevelopmentSets.lines(of: weeks).enumerated() {
      let week = try JSONDecoder().decode(Week.self, from: line)
      try? FileManager.default.removeItem(atPath: folder)
      try DevelopmentSets.output(of: [
        "python3", replay, posts, "--at", week.to, "--out", folder,
      ])
      guard let from = CalendarDay(iso8601: week.from), let until = CalendarDay(iso8601: week.to)
      else { continue }
      let window = Window(
        firstDay: from, endDay: until,
        from: Timestamp(seconds: Int64(from.daysSinceEpoch) * 86_400),
        until: Timestamp(seconds: Int64(until.daysSinceEpoch) * 86_400))
      let threads = try self.threads(of: folder, window, program)
      for thread in threads {
        let features = Ranking.Features(thread, in: window)
        let address = thread.url.split(separator: "/").last.map(String.init) ?? ""
        for model in [0, 1 + number % 2] {
          models[model].add(
            Ranking.weights.map { $0.count(features) }, week.covered[address] != nil,
            weight: 1)
        }
      }
    }
    try? FileManager.default.removeItem(atPath: folder)
    let fits = models.map { $0.fit() }
    Learning.show(
      Ranking.weights.enumerated().map { index, row in
        (row.name, row.weight, fits[0][index + 1], fits[1][index + 1], fits[2][index + 1])
      })
  }

  private static func threads(of folder: String, _ window: Window, _ program: String) throws
    -> [DiscussionThread]
  {
    let topics = try FileManager.default.contentsOfDirectory(atPath: folder + "/t").sorted()
    let feeds = ["latest.rss", "posts.rss"] + topics.map { "t/\($0)" }
    var settings = "title = \"Replay\"\ndatabase = \"h.sqlite\"\n"
    for feed in feeds { settings += "[[feed]]\nurl = \"\(feed)\"\n" }
    try settings.write(toFile: folder + "/hallway.toml", atomically: false, encoding: .utf8)
    try DevelopmentSets.output(of: [
      program, "fetch", "--quiet", "--config", folder + "/hallway.toml",
    ])
    return try Archive(path: folder + "/h.sqlite").threads(activeIn: window)
  }
}
