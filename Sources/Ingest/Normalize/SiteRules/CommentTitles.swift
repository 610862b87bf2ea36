// The article's title out of the titles of comments and of comment feeds.

/// The article's title out of the titles of comments and of comment feeds.
enum CommentTitles {
  /// What WordPress writes before the article's title and between it and the author's name.
  private static let forms = [
    ("Comment on ", " by "), ("Kommentar zu ", " von "), ("Commentaires sur ", " par "),
    ("Commentaire sur ", " par "), ("Comentario en ", " por "), ("Comentários sobre ", " por "),
    ("Comentário sobre ", " por "), ("Commenti su ", " di "), ("Reactie op ", " door "),
    ("Kommentar till ", " av "), ("Komentarz do ", ", którego autorem jest "),
    ("Комментарии к ", " от "), ("Комментарий к ", " от "),
  ]
  private static let alone = ["By: ", "Von: ", "Par : ", "Par: ", "Por: ", "Di: ", "Door: "]
  private static let feeds = [
    "Comments on: ", "Comments on ", "Kommentare zu: ", "Commentaires sur : ", "Comentarios en: ",
    "Comentários sobre: ", "Commenti a: ", "Reacties op: ", "Kommentarer till: ",
  ]

  /// The article's title: `Comment on TITLE by NAME`, or the feed's `Comments on: TITLE`; `nil`
  /// when neither says it.
  static func article(of entry: FeedEntry, in feed: Feed) -> String? {
    if let title = entry.title {
      for (head, middle) in forms where title.hasPrefix(head) {
        return article(in: title.dropFirst(head.count), middle, entry.authors.first?.name)
      }
      let subject = Subject(title)
      if subject.isReply { return subject.base }
    }
    guard let title = feed.title, let head = feeds.first(where: title.hasPrefix) else { return nil }
    return String(title.dropFirst(head.count))
  }

  /// Whether a comment is titled as WordPress does it.
  static func isWordPress(_ title: String) -> Bool {
    forms.contains { title.hasPrefix($0.0) } || alone.contains(where: title.hasPrefix)
  }

  private static func article(in rest: Substring, _ middle: String, _ author: String?) -> String {
    if let author, rest.hasSuffix("\(middle)\(author)") {
      return String(rest.dropLast(middle.count + author.count))
    }
    // A title may have the word too: the last one counts.
    var end = rest.endIndex
    var from = rest.startIndex
    while let range = rest[from...].firstRange(of: middle) {
      (end, from) = (range.lowerBound, range.upperBound)
    }
    return String(rest[..<end])
  }
}
