// How much a sentence says of what its thread or episode is about.

import Text

/// The sentences of one text with their weights.
package struct WeighedSentences: Sendable {
  /// The sentences, in reading order.
  package let sentences: [Sentence]
  /// The weight of each; comparable inside one text.
  package let weights: [Double]
  /// The TF-IDF vector of each, by which they are alike; terms are numbered for this text alone.
  package let vectors: [SparseVector]
  /// How much each term is worth to a summary, by its number in the vectors, the largest 1.
  package let termWeights: [Double]

  /// The same with other weights of sentences.
  package func weighed(_ weights: [Double]) -> WeighedSentences {
    precondition(weights.count == sentences.count, "as many weights as sentences")
    return WeighedSentences(
      sentences: sentences, weights: weights, vectors: vectors, termWeights: termWeights)
  }
}

/// The weight of sentences: centrality, and what is known of where weight lies in threads and in
/// talk.
///
/// A sum of traits, each from 0 to 1. That openings carry more is as old as H. P. Edmundson, *New
/// Methods in Automatic Extracting* (1969); that well-made prose is rich in function words and names
/// few persons is what the development sets say of speech above all.
package enum SentenceSalience {
  /// What kind of text the sentences come from.
  package enum Genre: Sendable { case thread, episode }

  /// What each trait adds.
  package struct Weights: Equatable, Sendable {
    /// LexRank.
    package var centrality = 0.0
    /// One over the place in its post, from 1.
    package var postHead = 0.0
    /// One over the place of its post or turn, from 1.
    package var openingUnit = 0.0
    /// The product of both.
    package var openingHead = 0.0
    /// How much of the text is still to come.
    package var early = 0.0
    /// The share of the title's terms that it holds.
    package var title = 0.0
    /// The share of function words among its words.
    package var functionWords = 0.0
    /// The share of first and second persons among its words.
    package var persons = 0.0
    /// A question.
    package var question = 0.0
    /// No mark at its end, or no capital at its head where it is written.
    package var unfinished = 0.0
    /// An item of a list.
    package var listItem = 0.0
    /// Thanks, greetings, and what announces what follows.
    package var courtesy = 0.0
    /// Taken back by the next sentence, which begins with "but" or its like: half of a concession.
    package var takenBack = 0.0
    /// Fewer than eight words.
    package var short = 0.0
    /// More than forty words.
    package var long = 0.0

    /// Creates weights of zero.
    package init() {}
  }

  /// Learned on the development sets by `scripts/learn sentences`, rounded: steps of coordinate
  /// ascent on ROUGE-1 at three budgets, kept where both halves of the sets agree.
  package static func weights(_ genre: Genre) -> Weights {
    var weights = Weights()
    switch genre {
    case .thread:
      (weights.centrality, weights.postHead, weights.openingUnit) = (0.8, 0.4, 0.5)
      (weights.openingHead, weights.title, weights.functionWords) = (0.3, 0.3, 1.2)
      (weights.unfinished, weights.listItem, weights.takenBack) = (-0.3, -0.2, -0.3)
    case .episode:
      (weights.centrality, weights.openingUnit, weights.early) = (0.5, 0.3, 0.3)
      (weights.title, weights.functionWords, weights.persons) = (0.3, 1.5, -0.9)
      (weights.question, weights.unfinished) = (-0.3, -0.3)
    }
    (weights.courtesy, weights.short, weights.long) = (-0.6, -0.2, -0.2)
    return weights
  }

  /// Weighs the sentences of one text.
  ///
  /// - Complexity: That of `LexRank.centrality`.
  package static func weigh(
    _ sentences: [Sentence], genre: Genre, title: String, vocabulary: Vocabulary,
    weights: Weights? = nil
  ) -> WeighedSentences {
    let reading = Reading(sentences, genre, title: title, vocabulary)
    let table = weights ?? self.weights(genre)
    return WeighedSentences(
      sentences: sentences,
      weights: sentences.indices.map { index in
        var sum = 0.0
        reading.forEachPart(of: index, table) { sum += $2 * $1 }
        return sum
      }, vectors: reading.vectors, termWeights: reading.termWeights)
  }

  /// What the weights of the sentences of one text are made of, and their terms.
  ///
  /// The same that ``weigh(_:genre:title:vocabulary:weights:)`` adds up.
  package static func explain(
    _ sentences: [Sentence], genre: Genre, title: String, vocabulary: Vocabulary
  ) -> [Explanation] {
    let reading = Reading(sentences, genre, title: title, vocabulary)
    let table = weights(genre)
    return sentences.indices.map { index in
      var parts: [ScorePart] = []
      reading.forEachPart(of: index, table) {
        parts.append(ScorePart("\($0)", value: $1, weight: $2))
      }
      return Explanation(
        parts: parts,
        terms: reading.terms(of: index, vocabulary).sorted {
          ($0.weight, $1.name) > ($1.weight, $0.name)
        })
    }
  }

  /// Why a sentence weighs what it does.
  package struct Explanation: Equatable, Sendable {
    /// What its weight is the sum of.
    package let parts: [ScorePart]
    /// Its terms, heaviest first.
    package let terms: [Term]
  }

  /// A term of a sentence.
  package struct Term: Equatable, Sendable {
    /// Its stem.
    package let name: String
    /// How often it stands in the sentence.
    package let count: Int
    /// In how many sentences of the text it stands.
    package let sentences: Int
    /// Its TF-IDF weight in the sentence's vector, which has unit length.
    package let weight: Double
    /// What it is worth to a summary, the best term of the text 1.
    package let worth: Double
  }
}

/// One text as its sentences are weighed.
private struct Reading {
  let vectors: [SparseVector]
  let termWeights: [Double]
  private let sentences: [Sentence]
  private let model: TFIDF
  private let numbered: [[Int32]]
  private let titleTerms: Set<Int32>
  private let centrality: [Double]
  private let traits: [SentenceTraits]

  init(
    _ sentences: [Sentence], _ genre: SentenceSalience.Genre, title: String,
    _ vocabulary: Vocabulary
  ) {
    self.sentences = sentences
    // Numbered anew for this text: its few terms, not all of the vocabulary's.
    var numbers = LocalTerms()
    numbered = sentences.map { numbers.number(vocabulary.terms(in: $0.text)) }
    titleTerms = Set(numbers.number(vocabulary.terms(in: title)))
    model = TFIDF(documents: numbered, terms: numbers.count)
    vectors = numbered.map { [model] in model.vector($0) }
    centrality = LexRank.centrality(of: sentences, vectors)
    traits = SentenceTraits.all(sentences, genre: genre, language: vocabulary.language)
    termWeights = TermSalience.weigh(numbered, title: titleTerms, count: numbers.count)
  }

  /// Calls with the name, the value and the weight of all that a sentence's weight is the sum of.
  func forEachPart(
    of index: Int, _ table: SentenceSalience.Weights,
    _ body: (StaticString, Double, Double) -> Void
  ) {
    let shared = Set(vectors[index].terms).intersection(titleTerms).count
    let titleShare = titleTerms.isEmpty ? 0 : Double(shared) / Double(titleTerms.count)
    body("central among its neighbours (LexRank)", centrality[index], table.centrality)
    if titleShare > 0 { body("holds the title's terms", titleShare, table.title) }
    traits[index].forEach(table, body)
  }

  /// A sentence's terms.
  func terms(of index: Int, _ vocabulary: Vocabulary) -> [SentenceSalience.Term] {
    // The numbers of this text, back to words.
    var names: [Int32: String] = [:]
    for (number, term) in zip(numbered[index], vocabulary.terms(in: sentences[index].text)) {
      names[number] = vocabulary.name(of: term)
    }
    return zip(vectors[index].terms, vectors[index].weights).map { number, weight in
      SentenceSalience.Term(
        name: names[number] ?? "", count: numbered[index].count { $0 == number },
        sentences: model.frequency(of: number), weight: Double(weight),
        worth: termWeights[Int(number)])
    }
  }
}
