// Values that several tests of Render need.

import Model

/// Not that of Testing.
typealias Issue = Model.Issue

enum Samples {
  static func window(_ week: Int = 0) -> Window {
    let first = CalendarDay(year: 2026, month: 11, day: 2).advanced(by: 7 * week)
    func moment(_ day: CalendarDay) -> Timestamp {
      Timestamp(seconds: Int64(day.daysSinceEpoch) * 86_400)
    }
    let end = first.advanced(by: 7)
    return Window(firstDay: first, endDay: end, from: moment(first), until: moment(end))
  }

  /// A sentence of so many words that no other call with another number gives.
  static func quote(_ number: Int, by author: String = "Ann", words: Int = 12) -> Quote {
    Quote(
      text: "Sentence \(number)" + String(repeating: " word", count: words - 2) + ".",
      author: author, url: "https://f.example/p/\(number)", published: nil, post: number,
      origin: "p/\(number)")
  }

  static func thread(_ number: Int, state: ThreadReport.State = .ongoing, people: Int = 4)
    -> ThreadReport
  {
    let base = number * 100
    let authors = ["Ann", "Bo", "Cy", "Di"]
    var thread = ThreadReport(
      id: "t/\(number)", rank: number, score: 10 - Double(number), title: "Thread \(number)",
      url: "https://f.example/t/\(number)", firstNewURL: "", site: "f", state: state, posts: 9,
      newPosts: 5, people: people, days: 3, opening: quote(base, by: "Ann"),
      summary: (1...4).map { quote(base + $0, by: authors[$0 % 4]) },
      positions: [
        .concern: [quote(base + 10, by: "Di")], .decision: [quote(base + 11, by: "Cy")],
        .support: [quote(base + 12, by: "Bo")],
      ], holes: [])
    thread.foremost = thread.summary[2]
    return thread
  }

  static func issue(threads: Int, week: Int = 0) -> Issue {
    var issue = Issue(
      title: "This week", baseURL: "https://d.example/", language: "en", window: window(week))
    issue.threads = (1...max(1, threads)).prefix(threads).map { thread($0) }
    issue.statistics.threads = threads
    return issue
  }
}
