// The sample sources of `hallway demo`: a small forum, a blog and a podcast of our own writing.

/// The sample sources of `hallway demo`.
package enum Samples {
  /// The weeks whose issues are made, the one that is shown last: ISO weeks.
  package static let weeks = ["2026-W43", "2026-W45"]

  /// The files, the configuration first.
  package static let files: [(name: String, text: String)] = [
    ("hallway.toml", PackageResources.sample_toml),
    ("topics.toml", PackageResources.sample_topics_toml),
    ("proposals.json", PackageResources.sample_proposals_json),
    ("forum-latest.rss", PackageResources.sample_forum_latest_rss),
    ("forum-posts.rss", PackageResources.sample_forum_posts_rss),
    ("blog.atom", PackageResources.sample_blog_atom),
    ("podcast.rss", PackageResources.sample_podcast_rss),
    ("episode-31.vtt", PackageResources.sample_episode_31_vtt),
    ("episode-32.txt", PackageResources.sample_episode_32_txt),
  ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
}
