// The unit of analysis: one thread's window, one article, one chapter.

/// A text that is compared with others.
package struct Document: Equatable, Sendable {
  /// What it is a text of.
  package enum Kind: String, Sendable { case thread, article, chapter }

  /// Its identity; a chapter's is its episode's and its place.
  package let id: String
  /// What it is.
  package let kind: Kind
  /// What it is a part of: the thread, the article, the episode.
  ///
  /// Two parts of one parent make no topic by themselves.
  package let parent: String
  /// Its title.
  package let title: String
  /// Its words, in the form of `Post.words`.
  package let text: String
  /// The code of the language that it is in; `nil`: the publication's.
  package let language: String?

  /// Creates a document.
  package init(
    id: String, kind: Kind, parent: String, title: String, text: String, language: String? = nil
  ) {
    (self.id, self.kind, self.parent, self.title) = (id, kind, parent, title)
    (self.text, self.language) = (text, language)
  }
}
