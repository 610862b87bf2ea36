// What is known of issues and discussions on code forges: GitHub, GitLab, Forgejo.

/// What is known of code forges: issues, pull requests and discussions are numbered in a
/// repository, and a comment is a fragment of their page.
enum CodeForges {
  private static let kinds = [
    "issues": "issues", "pull": "issues", "pulls": "issues", "discussions": "discussions",
    "merge_requests": "merge_requests",
  ]

  /// The mark of an issue, a pull request, a discussion, or a comment on one.
  static func mark(_ entry: FeedEntry, _ address: PageAddress, in feed: Feed) -> DiscussionMark? {
    guard let link = entry.link else { return nil }
    let segments = address.segments
    guard let at = segments.firstIndex(where: { kinds[$0] != nil }), at >= 2,
      at + 1 < segments.count, let number = Int(segments[at + 1]), number > 0,
      let kind = kinds[segments[at]], segments.count == at + 2
    else { return nil }
    // Elsewhere a number behind `issues` may be anything: a magazine's, say.
    let isForge =
      address.host == "github.com" || segments[at - 1] == "-" || address.host.hasPrefix("gitlab.")
      || address.host == "codeberg.org" || link.firstRange(of: "#issuecomment-") != nil
    guard isForge else { return nil }
    let repository = segments[..<at].filter { $0 != "-" }.joined(separator: "/")
    let page = String(link.prefix { $0 != "#" })
    let isComment = ["#issuecomment-", "#discussioncomment-", "#note_", "#discussion_r"].contains {
      link.firstRange(of: $0) != nil
    }
    return DiscussionMark(
      thread: "\(address.host)/\(repository)/\(kind)/\(number)", url: page, title: entry.title,
      number: nil, answers: isComment ? page : nil)
  }
}
