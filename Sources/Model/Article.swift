// A blog entry as the model has it.

/// An article on a blog.
package struct Article: Equatable, Sendable {
  /// Its identity: canonical address, or the feed's own id.
  package let id: String
  /// Its title.
  package let title: String
  /// Where to read it.
  package let url: String
  /// Who wrote it; `nil` when the feed does not say.
  package let author: String?
  /// When it was published; `nil` when the feed gave no date that can be read.
  package let date: Timestamp?
  /// The author's own words, in the form of `Post.words`.
  package let words: String
  /// The address of the source.
  package let source: String
  /// The name of the blog.
  package let site: String
  /// What else it is known by, strongest first; see `Post.keys`.
  package let keys: [String]

  /// Creates an article.
  package init(
    id: String, title: String, url: String, author: String?, date: Timestamp?, words: String,
    source: String, site: String, keys: [String] = []
  ) {
    (self.id, self.title, self.url, self.author) = (id, title, url, author)
    (self.date, self.words, self.source, self.site) = (date, words, source, site)
    self.keys = keys
  }
}
