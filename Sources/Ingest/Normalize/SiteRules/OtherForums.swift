// What is known of phpBB, XenForo, Flarum, NodeBB and Lemmy: the shapes of their addresses.

/// What is known of other forum programs: only the shapes of their addresses.
enum OtherForums {
  /// The mark of a post.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    let segments = page.segments
    return phpBB(entry, page, segments) ?? xenForo(entry, page, segments)
      ?? numbered(entry, page, segments)
  }

  /// `viewtopic.php?f=1&t=2&p=3#p3`.
  private static func phpBB(
    _ entry: FeedEntry, _ page: PageAddress, _ segments: [String]
  ) -> DiscussionMark? {
    guard segments.last == "viewtopic.php",
      let topic = page.query.split(separator: "&").first(where: { $0.hasPrefix("t=") })
    else { return nil }
    // A title is `Forum • Re: Subject`.
    let title = entry.title.map {
      Subject($0.split(separator: " • ").last.map(String.init) ?? $0).base
    }
    let thread = "\(page.host)\(page.path)?\(topic)"
    return DiscussionMark(thread: thread, url: "https://\(thread)", title: title)
  }

  /// `/threads/slug.ID/`, `/threads/slug.ID/post-9`.
  private static func xenForo(
    _ entry: FeedEntry, _ page: PageAddress, _ segments: [String]
  ) -> DiscussionMark? {
    guard let at = segments.firstIndex(of: "threads"), at + 1 < segments.count,
      let id = segments[at + 1].split(separator: ".").last, Int(id) != nil
    else { return nil }
    let folder = segments[..<at].map { "\($0)/" }.joined()
    return DiscussionMark(
      thread: "\(page.host)/\(folder)threads/\(id)",
      url: "https://\(page.host)/\(folder)threads/\(segments[at + 1])/",
      title: entry.title.map { Subject($0).base })
  }

  /// Flarum's `/d/ID-slug[/number]`, NodeBB's `/topic/ID/slug[/number]`, Lemmy's `/post/ID`.
  private static func numbered(
    _ entry: FeedEntry, _ page: PageAddress, _ segments: [String]
  ) -> DiscussionMark? {
    guard segments.count >= 2 else { return nil }
    func isForum(_ name: String) -> Bool {
      entry.comments != nil || entry.id?.lowercased().firstRange(of: name) != nil
    }
    switch segments[0] {
    case "d":
      guard let id = segments[1].split(separator: "-").first, Int(id) != nil,
        segments[1].contains("-"), segments.count <= 3
      else { return nil }
      return DiscussionMark(
        thread: "\(page.host)/d/\(id)", url: "https://\(page.host)/d/\(segments[1])",
        title: entry.title, number: segments.count == 3 ? Int(segments[2]) : 1)
    case "topic":
      guard Int(segments[1]) != nil, segments.count >= 3, segments.count <= 4 else { return nil }
      return DiscussionMark(
        thread: "\(page.host)/topic/\(segments[1])",
        url: "https://\(page.host)/topic/\(segments[1])/\(segments[2])",
        title: entry.title.map { Subject($0).base },
        number: segments.count == 4 ? Int(segments[3]) : 1)
    case "post":
      guard Int(segments[1]) != nil, segments.count == 2, isForum("post") else { return nil }
      return DiscussionMark(
        thread: "\(page.host)/post/\(segments[1])",
        url: "https://\(page.host)/post/\(segments[1])", title: entry.title)
    default: return nil
    }
  }
}
