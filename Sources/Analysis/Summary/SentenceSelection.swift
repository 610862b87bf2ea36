// Which sentences make the summary.

/// Which sentences make the summary.
///
/// Greedy by weight, less likeness to what is chosen (J. Carbonell and J. Goldstein, *The Use of MMR,
/// Diversity-Based Reranking*, 1998), and by what it says that is not said yet (D. Gillick and B.
/// Favre, *A Scalable Global Model for Summarization*, 2009: the worth of the terms that a summary
/// covers). Whole sentences only, never over the budget; one that leans on the sentence before it
/// comes only behind that one; people who were not heard yet come first.
package enum SentenceSelection {
  /// What bounds and steers a summary.
  package struct Limits: Sendable {
    /// Words in all.
    package var words: Int
    /// Sentences of one author; `nil`: as many as there are.
    ///
    /// Where one person says everything it does not bound.
    package var perAuthor: Int?
    /// Sentences in all; `nil`: as many as the words allow.
    package var sentences: Int?
    /// How much likeness to what is chosen costs.
    package var redundancy: Double
    /// How much new terms add.
    package var coverage: Double
    /// How much a person who was not heard yet adds.
    package var newAuthor: Double

    /// Creates limits.
    package init(
      words: Int, perAuthor: Int? = nil, sentences: Int? = nil, redundancy: Double,
      coverage: Double, newAuthor: Double
    ) {
      (self.words, self.perAuthor, self.sentences) = (words, perAuthor, sentences)
      (self.redundancy, self.coverage, self.newAuthor) = (redundancy, coverage, newAuthor)
    }
  }

  /// The chosen sentences' indices, in reading order.
  ///
  /// - Parameter allowed: Which sentences may be chosen at all.
  /// - Complexity: O(chosen × terms of all sentences).
  package static func choose(
    _ text: WeighedSentences, limits: Limits, allowed: (Int) -> Bool
  ) -> [Int] {
    let sentences = text.sentences
    var candidates = sentences.indices.filter {
      // A sentence of function words ("Nothing more, nothing less.") says nothing by itself.
      Quotability.isQuotable(sentences[$0]) && text.vectors[$0].terms.count >= 3 && allowed($0)
    }
    if candidates.isEmpty {
      candidates = sentences.indices.filter {
        Quotability.isQuotable(sentences[$0], atLeast: 3) && !text.vectors[$0].terms.isEmpty
          && allowed($0)
      }
    }
    var choice = Choice(text, limits, candidates)
    while choice.chosen.count < limits.sentences ?? Int.max, choice.addBest() {}
    return choice.chosen.sorted()
  }
}

/// A summary that is being chosen.
private struct Choice {
  private let text: WeighedSentences
  private let limits: SentenceSelection.Limits
  private let perAuthor: Int
  /// How many people have something to say.
  private let authors: Int
  private var candidates: [Int]
  /// The likeness of each sentence to the chosen one that is most like it.
  private var likeness: [Double]
  /// How often each term is said.
  private var said: [Int32: Int] = [:]
  private var byAuthor: [String: Int] = [:]
  private var used = 0
  private var isChosen: [Bool]
  /// Which sentences may be chosen, and which of them lean on the one before.
  private let isCandidate: [Bool]
  private let leans: [Bool]
  private(set) var chosen: [Int] = []

  /// What a chosen term is still worth when it is said again.
  private static let again = 0.6
  /// Words of a usual sentence: how many people fit into a summary.
  private static let usualWords = 18.0

  init(
    _ text: WeighedSentences, _ limits: SentenceSelection.Limits, _ candidates: [Int]
  ) {
    (self.text, self.limits, self.candidates) = (text, limits, candidates)
    let sentences = text.sentences
    authors = Set(candidates.map { sentences[$0].author ?? "" }).count
    perAuthor = authors > 1 ? limits.perAuthor ?? Int.max : Int.max
    likeness = [Double](repeating: 0, count: sentences.count)
    isChosen = [Bool](repeating: false, count: sentences.count)
    var isCandidate = isChosen
    var leans = isChosen
    for index in candidates {
      isCandidate[index] = true
      leans[index] = Self.leans(sentences[index])
    }
    (self.isCandidate, self.leans) = (isCandidate, leans)
  }

  /// Adds the best sentence, with the one that it leans on; says whether there was one.
  mutating func addBest() -> Bool {
    candidates = candidates.filter { fits($0, beside: 0) && likeness[$0] <= 0.8 }
    var best: (indices: [Int], score: Double)?
    for index in candidates {
      guard let (indices, score) = move(index), score > best?.score ?? -.infinity else { continue }
      best = (indices, score)
    }
    guard let best else { return false }
    for index in best.indices.reversed() { add(index) }
    return true
  }

  /// What choosing a sentence takes: itself, and what it leans on where that is not chosen yet.
  ///
  /// `nil` when what it leans on cannot be had.
  private func move(_ index: Int) -> (indices: [Int], score: Double)? {
    guard leans[index] else { return ([index], score(index)) }
    guard let before = predecessor(index) else { return nil }
    if isChosen[before] { return ([index], score(index)) }
    guard chosen.count + 2 <= limits.sentences ?? Int.max, isCandidate[before], !leans[before],
      fits(before, beside: 0), fits(index, beside: text.sentences[before].words)
    else { return nil }
    return ([index, before], (score(index) + score(before)) / 2)
  }

  private func score(_ index: Int) -> Double {
    let sentence = text.sentences[index]
    var fresh = 0.0
    for term in text.vectors[index].terms {
      var worth = text.termWeights[Int(term)]
      for _ in 0..<(said[term] ?? 0) { worth *= Self.again }
      fresh += worth
    }
    var score = text.weights[index] - limits.redundancy * likeness[index]
    score += limits.coverage * fresh / Double(max(sentence.words, 1)).squareRoot()
    if authors > 1, byAuthor[sentence.author ?? ""] == nil {
      let room = Double(limits.words) / Self.usualWords
      score += limits.newAuthor * min(1, room / Double(authors))
    }
    return score
  }

  private func fits(_ index: Int, beside words: Int) -> Bool {
    let sentence = text.sentences[index]
    return !isChosen[index] && used + words + sentence.words <= limits.words
      && byAuthor[sentence.author ?? ""] ?? 0 < perAuthor
  }

  private mutating func add(_ index: Int) {
    let sentence = text.sentences[index]
    chosen.append(index)
    isChosen[index] = true
    used += sentence.words
    byAuthor[sentence.author ?? "", default: 0] += 1
    for term in text.vectors[index].terms { said[term, default: 0] += 1 }
    candidates = candidates.filter { $0 != index && text.sentences[$0].text != sentence.text }
    for other in candidates {
      likeness[other] = max(likeness[other], text.vectors[other].dot(text.vectors[index]))
    }
  }

  private static func leans(_ sentence: Sentence) -> Bool {
    StandsAlone.leans(
      sentence.text, opensThread: !sentence.isSpoken && sentence.unit == 0 && sentence.place == 0,
      isTalk: sentence.isSpoken)
  }

  /// The sentence before in the same paragraph or turn.
  private func predecessor(_ index: Int) -> Int? {
    guard index > 0, text.sentences[index].place > 0, !text.sentences[index].beginsParagraph,
      text.sentences[index - 1].place == text.sentences[index].place - 1,
      text.sentences[index].isSpoken || text.sentences[index - 1].unit == text.sentences[index].unit
    else { return nil }
    return index - 1
  }
}
