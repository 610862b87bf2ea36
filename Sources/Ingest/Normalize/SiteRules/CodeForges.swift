// What is known of issues and discussions on code forges: GitHub, GitLab, Forgejo.

import Text

/// What is known of code forges: issues, pull requests and discussions are numbered in a
/// repository, and a comment is a fragment of their page.
enum CodeForges {
  private static let kinds = [
    "issues": "issues", "pull": "issues", "pulls": "issues", "discussions": "discussions",
    "merge_requests": "merge_requests",
  ]
  private static let comments = [
    "issuecomment-", "discussioncomment-", "note_", "discussion_r", "pullrequestreview-",
  ]

  /// The mark of an issue, a pull request, a discussion, or a comment on one.
  static func mark(_ entry: FeedEntry, _ page: PageAddress, in feed: Feed) -> DiscussionMark? {
    // Elsewhere a number behind `issues` may be anything: a magazine's, say.
    let isGitLab = page.pathContains("/-/")
    guard isGitLab || isForge(page.host) || page.fragment?.hasPrefix("issuecomment-") == true else {
      return nil
    }
    let segments = page.segments
    guard let at = segments.firstIndex(where: { kinds[$0] != nil }), at >= 2,
      segments.count == at + 2, let number = segments[at + 1].decimal,
      let kind = kinds[segments[at]]
    else { return nil }
    // Only GitLab has groups in groups; `-` stands between a project and its parts.
    let isSplit = segments[at - 1] == "-"
    guard isGitLab ? isSplit && at >= 3 : at == 2 || page.host.hasPrefix("gitlab.") else {
      return nil
    }
    let repository = segments[..<at].filter { $0 != "-" }.joined(separator: "/")
    let address = "\(page.isSecure ? "https" : "http")://\(page.host)\(page.path)"
    let fragment = page.fragment ?? ""
    let isComment = comments.contains { fragment.hasPrefix($0) }
    return DiscussionMark(
      thread: "\(page.site)/\(repository)/\(kind)/\(number)", url: address,
      title: title(entry, number, isComment: isComment), answers: isComment ? address : nil,
      isOpening: !isComment && !isEvent(entry, number))
  }

  private static func isForge(_ host: String) -> Bool {
    host == "github.com" || host == "codeberg.org" || host == "www.github.com"
      || ["gitlab.", "github.", "gitea.", "forgejo.", "git."].contains { host.hasPrefix($0) }
  }

  /// What happened in a repository is titled by who did what: `ann commented on issue o/r#12`.
  private static func isEvent(_ entry: FeedEntry, _ number: Int) -> Bool {
    if let id = entry.id, Strings.contains(id, "Event/") { return true }
    return entry.title.map {
      Strings.contains($0, "#\(number)") || Strings.contains($0, "!\(number)")
    }
      ?? false
  }

  private static func title(_ entry: FeedEntry, _ number: Int, isComment: Bool) -> String? {
    guard let title = entry.title, !isEvent(entry, number) else { return nil }
    let subject = Subject(title)
    return isComment && !subject.isReply ? nil : subject.base
  }
}
