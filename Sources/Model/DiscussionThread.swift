// A discussion and its posts.

/// A passage that a post quotes from another.
package struct Quotation: Hashable, Sendable {
  /// Who is quoted, as the form names them; `nil` when it does not say.
  package let author: String?
  /// The number of the quoted post in the same thread; `nil` when unknown or elsewhere.
  package let number: Int?
  /// The quoted words.
  package let text: String

  /// Creates a quotation.
  package init(author: String?, number: Int?, text: String) {
    (self.author, self.number, self.text) = (author, number, text)
  }
}

/// One contribution to a thread.
package struct Post: Equatable, Sendable {
  /// Its identity: its canonical address, or one of Hallway's making where it has none.
  package let id: String
  /// Its place in the thread, from 1, as the site numbers it; `nil` where the site does not.
  package let number: Int?
  /// Who wrote it, for a reader; empty when the feed does not say.
  package let author: String
  /// What tells its author from others: the user name where there is one, else the name.
  package let authorKey: String
  /// When it was published; `nil` when the feed gave no date that can be read.
  package let date: Timestamp?
  /// Where to read it.
  package let url: String
  /// The author's own words: paragraphs apart by an empty line, headings behind `# `, list items
  /// behind `* `.
  package let words: String
  /// What it quotes, in order.
  package let quotations: [Quotation]
  /// The id of the `Post` that it answers, of the same thread or another; `nil` when it opens the
  /// thread, or nothing says what it answers.
  package let inReplyTo: String?
  /// What else it is known by, strongest first: the archive knows it again when its page, host or
  /// scheme have changed.
  package let keys: [String]

  /// Creates a post.
  package init(
    id: String, number: Int?, author: String, authorKey: String, date: Timestamp?, url: String,
    words: String, quotations: [Quotation] = [], inReplyTo: String? = nil, keys: [String] = []
  ) {
    (self.id, self.number, self.author, self.authorKey) = (id, number, author, authorKey)
    (self.date, self.url, self.words, self.quotations) = (date, url, words, quotations)
    (self.inReplyTo, self.keys) = (inReplyTo, keys)
  }
}

/// A discussion: an opening post and the replies that are known.
package struct DiscussionThread: Equatable, Sendable {
  /// Its identity: its canonical address.
  package let id: String
  /// Its title.
  package let title: String
  /// Where to read it.
  package let url: String
  /// The address of the source that it was first read from.
  package let source: String
  /// The name of the site or list, for a reader.
  package let site: String
  /// The known posts, by number and then by date.
  package var posts: [Post]
  /// The highest number of a post that was known and removed as too old, 1 where posts have no
  /// numbers; 0 when none was.
  package var removedUpTo: Int

  /// Creates a thread.
  package init(
    id: String, title: String, url: String, source: String, site: String, posts: [Post],
    removedUpTo: Int = 0
  ) {
    (self.id, self.title, self.url) = (id, title, url)
    (self.source, self.site, self.posts) = (source, site, posts)
    self.removedUpTo = removedUpTo
  }

  /// The posts inside a window.
  package func posts(in window: Window) -> [Post] { posts.filter { window.contains($0.date) } }

  /// Ranges of post numbers that no feed has given, behind those that were removed and up to the
  /// highest known; empty where posts have no numbers.
  package var holes: [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = removedUpTo + 1
    for number in posts.compactMap(\.number).sorted() where number < Int.max {
      if number > next { result.append(next...(number - 1)) }
      next = max(next, number + 1)
    }
    return result
  }
}
