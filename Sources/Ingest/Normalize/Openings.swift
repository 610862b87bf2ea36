// The entries that open discussions: what answers them names them as the feed does.

/// The entries that open discussions.
enum Openings {
  /// Marks what comments of the same feed are on, names what is answered by the feed's own id, and
  /// joins what only a title tells with the discussion of that title.
  static func name(
    in marks: inout [DiscussionMark?], _ feed: Feed, _ pages: [PageAddress?]
  ) {
    guard marks.contains(where: { $0 != nil }) else { return }
    var openings: [String: Int] = [:]
    var commented: [String: Int] = [:]
    var titled: [String: Int] = [:]
    for (index, mark) in marks.enumerated() {
      guard let mark else { continue }
      if mark.isOpening {
        openings[mark.thread] = openings[mark.thread] ?? index
        if let title = mark.title {
          let host = mark.thread.prefix { $0 != "/" }
          titled["\(host)#\(title)"] = titled["\(host)#\(title)"] ?? index
        }
      } else {
        commented[mark.thread] = commented[mark.thread] ?? index
      }
    }
    if !commented.isEmpty {
      for index in marks.indices where marks[index] == nil {
        guard let link = feed.entries[index].link, pages[index]?.fragment == nil,
          let thread = CommentFeeds.key(of: link), let comment = commented[thread],
          let known = marks[comment]
        else { continue }
        openings[thread] = openings[thread] ?? index
        marks[index] = DiscussionMark(
          thread: thread, url: known.url, title: feed.entries[index].title ?? known.title)
      }
    }
    for index in marks.indices {
      guard var mark = marks[index], !mark.isOpening else { continue }
      if let place = titled[mark.thread], let opening = marks[place] {
        (mark.thread, mark.url) = (opening.thread, opening.url)
      }
      if mark.answers != nil, mark.answers == mark.url, let place = openings[mark.thread],
        place != index
      {
        mark.answers = feed.entries[place].id ?? feed.entries[place].link
      }
      marks[index] = mark
    }
  }
}
