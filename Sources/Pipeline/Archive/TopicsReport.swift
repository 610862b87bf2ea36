// Topics over the weeks, as text and as JSON.

import FoundationEssentials
import Model
package import Store
import Text

extension ReportText {
  /// Topics under a heading, one a line: how the weeks go, how many, the last issue, the name.
  package static func table(_ topics: [TopicsStage.Line]) -> String {
    guard !topics.isEmpty else { return "" }
    let course = "by week"
    let width = max(course.count, topics.map(\.counts.count).max() ?? 0)
    let issues = max(10, topics.map { $0.record.issues.last?.count ?? 0 }.max() ?? 0) + 1
    let heading = [
      String(repeating: " ", count: width - course.count) + course, "printed ", "total", "trend ",
      padded("last issue", issues), "topic",
    ]
    return heading.joined(separator: "  ") + "\n"
      + topics.map { line in
        let record = line.record
        let weeks =
          record.weeks.count == 1 ? " 1 week " : "\(padded(left: record.weeks.count, 2)) weeks"
        let total = record.weeks.reduce(0) { $0 + $1.posts + $1.moments }
        let facts = [
          String(repeating: " ", count: width - line.counts.count) + sparkline(line.counts), weeks,
          padded(left: total, 5), padded(line.trend?.rawValue ?? "", 6),
          padded(record.issues.last ?? "", issues),
          record.label == record.slug ? record.slug : "\(record.label) (\(record.slug))",
        ]
        return facts.joined(separator: "  ") + "\n"
      }.joined()
  }

  /// A topic's issues, newest first, each with what was quoted.
  package static func story(_ topic: TopicRecord, _ issues: [TopicsStage.Appearance]) -> String {
    var text = "\(topic.label) (\(topic.slug))\n"
    for issue in issues {
      let count = topic.weeks.last { week in issue.topic?.history.last?.week == week.week }
      let counts =
        count.map { ", \(counted($0.posts, "post")), \(counted($0.moments, "moment"))" } ?? ""
      text += "\n\(issue.issue): \(issue.days)\(counts)\n"
      guard let printed = issue.topic else {
        text += "  The issue's content was not kept.\n"
        continue
      }
      for quote in printed.summary {
        let lines = wrap("“\(quote.text)”", indent: 2)
        text += lines.joined(separator: "\n") + "\n"
        if let author = quote.author { text += "    \(author)\n" }
        if let url = quote.url { text += "    \(url)\n" }
      }
      for member in printed.members {
        text += wrap("* \(member.title)", indent: 2).joined(separator: "\n    ") + "\n"
        if let url = member.url { text += "    \(url)\n" }
      }
    }
    return text
  }

  /// Counts as bars of eight heights (Unicode block elements); none for 0.
  static func sparkline(_ counts: [Int]) -> String {
    let highest = max(1, counts.max() ?? 1)
    let bars = Array("▁▂▃▄▅▆▇█")
    return String(
      counts.map { $0 == 0 ? "·" : bars[min(7, max(0, ($0 * 8 + highest - 1) / highest - 1))] })
  }

  private static func counted(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  private static func padded(left number: Int, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - "\(number)".count)) + "\(number)"
  }
}

extension ReportJSON {
  private struct TopicLine: Encodable {
    let slug, label: String
    let weeks: [Week]
    let issues: [String]
    let trend: String?

    init(_ record: TopicRecord, _ trend: Topic.Trend?) {
      (slug, label, issues) = (record.slug, record.label, record.issues)
      (weeks, self.trend) = (record.weeks.map(Week.init), trend?.rawValue)
    }
  }

  private struct Week: Encodable {
    let week: String
    let posts, moments: Int

    init(_ count: Topic.WeekCount) {
      (week, posts, moments) = (count.week, count.posts, count.moments)
    }
  }

  private struct Story: Encodable {
    let slug, label: String
    let weeks: [Week]
    let issues: [Appearance]
  }

  private struct Appearance: Encodable {
    let issue: String
    let quotes: [Said]
    let members: [Member]
  }

  private struct Said: Encodable {
    let text, origin: String
    let author, url, published: String?
    let start: Double?
  }

  private struct Member: Encodable {
    let kind, id, title: String
    let url: String?
    let start: Double?
  }

  /// Topics over the weeks.
  package static func encode(_ topics: [TopicsStage.Line]) -> String {
    json(topics.map { TopicLine($0.record, $0.trend) })
  }

  /// A topic's issues, newest first.
  package static func encode(_ topic: TopicRecord, _ issues: [TopicsStage.Appearance]) -> String {
    json(
      Story(
        slug: topic.slug, label: topic.label, weeks: topic.weeks.map(Week.init),
        issues: issues.map { issue in
          Appearance(
            issue: issue.issue,
            quotes: (issue.topic?.summary ?? []).map {
              Said(
                text: $0.text, origin: $0.origin, author: $0.author, url: $0.url,
                published: $0.published?.rfc3339, start: $0.start)
            },
            members: (issue.topic?.members ?? []).map {
              Member(
                kind: $0.kind.rawValue, id: $0.id, title: $0.title, url: $0.url, start: $0.start)
            })
        }))
  }
}
