// What a record of an export may not say, however well it is formed.

import Model

extension ArchiveRecord {
  /// What is wrong with it; `nil` for what an archive may hold.
  ///
  /// Slugs become names of files, so that only those of our own making are taken; larger numbers than
  /// any source has could not be reckoned with.
  var fault: String? {
    switch self {
    case .thread(let thread): Self.fault(["removed_up_to": thread.removedUpTo])
    case .post(let post):
      Self.fault(["number": post.number])
        ?? post.quotations.lazy.compactMap { Self.fault(["quotations.number": $0.number]) }.first
    case .source(let source):
      Self.fault(["failures": source.failures, "moved_sightings": source.movedSightings])
    case .issue(let issue): issue.fault
    case .withdrawn(let issue):
      CalendarDay(iso8601: issue.firstDay) == nil || CalendarDay(iso8601: issue.endDay) == nil
        ? "'first_day' and 'end_day' are '\(issue.firstDay)' and '\(issue.endDay)'; expected two days"
        : nil
    case .article, .episode, .alias, .registry, .status, .mail: nil
    }
  }

  /// What is wrong with numbers, by their names; `nil` when nothing is.
  fileprivate static func fault(_ numbers: KeyValuePairs<String, Int?>) -> String? {
    for (name, number) in numbers {
      guard let number, !(0..<Int(Int32.max)).contains(number) else { continue }
      return "'\(name)' is \(number); expected 0 to \(Int32.max - 1)"
    }
    return nil
  }
}

extension PublicationRecord {
  fileprivate var fault: String? {
    guard let first = CalendarDay(iso8601: firstDay), let end = CalendarDay(iso8601: endDay),
      first < end
    else {
      return
        "'first_day' and 'end_day' are '\(firstDay)' and '\(endDay)'; expected two days in order"
    }
    let moment = Timestamp(seconds: until.seconds)
    let own = Window(firstDay: first, endDay: end, from: moment, until: moment)
    guard slug == own.slug else {
      return "'slug' is '\(slug)'; the issue of these days is '\(own.slug)'"
    }
    // Text that this program can read is read as content.
    let issue = content ?? contentText.flatMap(IssueRecord.decode)
    if let days = issue?.window, (days.firstDay, days.endDay) != (first, end) {
      return "'content.window' is of '\(days.slug)'; expected '\(slug)'"
    }
    for slug in topics.map(\.slug) + (issue?.topics.map(\.slug) ?? [])
    where Slug.make(slug) != slug {
      return "'\(slug)' is no slug of a topic; expected one like '\(Slug.make(slug))'"
    }
    return topics.lazy.compactMap {
      ArchiveRecord.fault(["topics.posts": $0.posts, "topics.moments": $0.moments])
    }.first ?? issue.flatMap(Self.fault)
  }

  /// What is wrong with the numbers of an issue's content.
  private static func fault(_ issue: Issue) -> String? {
    for thread in issue.threads {
      let fault = ArchiveRecord.fault([
        "content.threads.rank": thread.rank, "content.threads.posts": thread.posts,
        "content.threads.newPosts": thread.newPosts, "content.threads.people": thread.people,
      ])
      if let fault { return fault }
      for hole in thread.holes {
        let fault = ArchiveRecord.fault([
          "content.threads.holes": hole.lowerBound, "content.threads.holes": hole.upperBound,
        ])
        if let fault { return fault }
      }
    }
    return issue.topics.lazy.flatMap(\.history).compactMap {
      ArchiveRecord.fault(["content.topics.posts": $0.posts, "content.topics.moments": $0.moments])
    }.first
  }
}
