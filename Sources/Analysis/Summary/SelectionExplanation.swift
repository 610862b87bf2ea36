// How a summary came about: what was chosen in which order, and what lost and why.

/// How a summary came about.
package struct SelectionExplanation: Sendable {
  /// What a sentence was chosen by, at the moment of the choice.
  package struct Score: Equatable, Sendable {
    /// Its weight, see `SentenceSalience`.
    package let weight: Double
    /// What its likeness to what was chosen costs; at most 0.
    package let likeness: Double
    /// What its terms add that were not said yet.
    package let coverage: Double
    /// What a person adds who was not heard yet.
    package let newPerson: Double

    /// The sum.
    package var total: Double { weight + likeness + coverage + newPerson }
  }

  /// A chosen sentence.
  package struct Chosen: Equatable, Sendable {
    /// Its index.
    package let index: Int
    /// Its score when it was chosen.
    package let score: Score
    /// The sentence that came with it since this one leans on it, or that leans on this one.
    package var beside: Int?
  }

  /// Why a sentence was not chosen.
  package enum Loss: Equatable, Sendable {
    /// It has more words than there was room for.
    case room(words: Int, left: Int)
    /// Its author has as many sentences as one may have.
    case person(most: Int)
    /// It is too like a chosen one.
    case alike(to: Int, cosine: Double)
    /// A chosen one has the same words.
    case same(as: Int)
    /// It leans on the one before it, which could not be had.
    case leans
    /// There were as many sentences as there may be.
    case outweighed
    /// It cannot be quoted.
    case unquotable(Quotability.Fault)
    /// It has hardly a word that says something.
    case empty
    /// The caller did not allow it.
    case refused
  }

  /// A sentence that was not chosen.
  package struct Lost: Equatable, Sendable {
    /// Its index.
    package let index: Int
    /// Its last score while it could be chosen; `nil` when it never could.
    package let score: Score?
    /// Why it was not chosen.
    package let loss: Loss
  }

  /// What was chosen, in the order of choice.
  package internal(set) var chosen: [Chosen] = []
  /// What was not, by index.
  package internal(set) var lost: [Lost] = []
  /// Words that were left.
  package internal(set) var wordsLeft = 0
}

/// What is written down while a summary is chosen.
struct SelectionTrace {
  var chosen: [SelectionExplanation.Chosen] = []
  /// The last score of each sentence.
  var scores: [Int: SelectionExplanation.Score] = [:]
  /// Why each sentence went out of the choice.
  var losses: [Int: SelectionExplanation.Loss] = [:]
}
