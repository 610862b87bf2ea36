// What one document has to do with a known topic.

import Model

/// What one document has to do with a known topic that it names.
package struct TopicBearing: Equatable, Sendable {
  /// Whether the document belongs to the topic.
  package enum Standing: Sendable {
    /// It does.
    case member
    /// It does when it goes on with a chapter that does.
    case touching
    /// It only names it.
    case passing
  }

  /// What the mentions in its text count, see `KnownTopics.mentions(in:)`; 0 for none.
  package let mentions: Double
  /// What the mentions in its title add to that; `nil` when its title does not name the topic.
  package let inTitle: Double?
  /// What the mentions must count for it to belong.
  package let least: Double
  /// How strongly it belongs.
  package var strength: Double { mentions + (inTitle ?? 0) }
  /// Whether it belongs.
  package let standing: Standing

  /// What a mention in the title is worth.
  private static let titleWorth = 5.0

  /// - Parameters:
  ///   - words: Of the document's text.
  ///   - mentions: What those in its text count; `nil` for none.
  ///   - inTitle: What those in its title count; `nil` for none.
  init(kind: Document.Kind, words: Int, mentions: Double?, inTitle: Double?) {
    let words = Double(words)
    self.mentions = mentions ?? 0
    // Talk wanders: a chapter is about a topic when it comes back to it.
    least = kind == .chapter ? max(3, words / 250) : 1
    // What only the title names is in no doubt, but no strong member either.
    self.inTitle = inTitle.map { mentions == nil ? Self.titleWorth : Self.titleWorth * $0 }
    if self.mentions >= least || inTitle != nil {
      standing = .member
    } else if kind == .chapter, self.mentions >= 2, self.mentions * 700 >= words {
      standing = .touching
    } else {
      standing = .passing
    }
  }
}
