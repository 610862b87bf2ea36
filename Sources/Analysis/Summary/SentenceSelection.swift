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
    var choice = Choice(text, limits, candidates(text, allowed))
    choice.run()
    return choice.chosen.sorted()
  }

  /// Chooses the same, and says how it came about.
  package static func explain(
    _ text: WeighedSentences, limits: Limits, allowed: (Int) -> Bool
  ) -> SelectionExplanation {
    let candidates = candidates(text, allowed)
    var choice = Choice(text, limits, candidates)
    choice.trace = SelectionTrace()
    choice.run()
    let trace = choice.trace ?? SelectionTrace()
    var explanation = SelectionExplanation()
    explanation.chosen = trace.chosen
    explanation.wordsLeft = limits.words - choice.used
    let chosen = Set(choice.chosen)
    let possible = Set(candidates)
    for index in text.sentences.indices where !chosen.contains(index) {
      let loss: SelectionExplanation.Loss
      if possible.contains(index) {
        loss = trace.losses[index] ?? choice.lossAtTheEnd
      } else if let fault = Quotability.fault(of: text.sentences[index]) {
        loss = .unquotable(fault)
      } else {
        loss = allowed(index) ? .empty : .refused
      }
      explanation.lost.append(
        SelectionExplanation.Lost(index: index, score: trace.scores[index], loss: loss))
    }
    return explanation
  }

  /// The sentences that may be chosen.
  private static func candidates(_ text: WeighedSentences, _ allowed: (Int) -> Bool) -> [Int] {
    let sentences = text.sentences
    let candidates = sentences.indices.filter {
      // A sentence of function words ("Nothing more, nothing less.") says nothing by itself.
      Quotability.isQuotable(sentences[$0]) && text.vectors[$0].terms.count >= 3 && allowed($0)
    }
    if !candidates.isEmpty { return candidates }
    return sentences.indices.filter {
      Quotability.isQuotable(sentences[$0], atLeast: 3) && !text.vectors[$0].terms.isEmpty
        && allowed($0)
    }
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
  private(set) var used = 0
  private var isChosen: [Bool]
  /// Which sentences may be chosen, and which of them lean on the one before.
  private let isCandidate: [Bool]
  private let leans: [Bool]
  private(set) var chosen: [Int] = []
  /// What is written down; `nil` where nobody asks.
  var trace: SelectionTrace?

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

  /// Chooses until nothing fits.
  mutating func run() {
    while chosen.count < limits.sentences ?? Int.max, addBest() {}
  }

  /// Why what is left was not chosen.
  var lossAtTheEnd: SelectionExplanation.Loss {
    chosen.count < limits.sentences ?? Int.max ? .leans : .outweighed
  }

  /// Adds the best sentence, with the one that it leans on; says whether there was one.
  private mutating func addBest() -> Bool {
    candidates = candidates.filter { index in
      guard let loss = loss(index) else { return true }
      trace?.losses[index] = loss
      return false
    }
    if trace != nil {
      for index in candidates {
        let score = score(index)
        trace?.scores[index] = score
      }
    }
    var best: (indices: [Int], score: Double)?
    for index in candidates {
      guard let (indices, score) = move(index), score > best?.score ?? -.infinity else { continue }
      best = (indices, score)
    }
    guard let best else { return false }
    for index in best.indices.reversed() {
      if trace != nil {
        let beside = best.indices.first { $0 != index }
        let made = SelectionExplanation.Chosen(index: index, score: score(index), beside: beside)
        trace?.chosen.append(made)
      }
      add(index)
    }
    return true
  }

  /// Why a sentence can be chosen no more; `nil` while it can.
  private func loss(_ index: Int) -> SelectionExplanation.Loss? {
    if let loss = loss(index, beside: 0) { return loss }
    guard likeness[index] > 0.8 else { return nil }
    let nearest = chosen.max {
      text.vectors[index].dot(text.vectors[$0]) < text.vectors[index].dot(text.vectors[$1])
    }
    return .alike(to: nearest ?? index, cosine: likeness[index])
  }

  /// What choosing a sentence takes: itself, and what it leans on where that is not chosen yet.
  ///
  /// `nil` when what it leans on cannot be had.
  private func move(_ index: Int) -> (indices: [Int], score: Double)? {
    guard leans[index] else { return ([index], score(index).total) }
    guard let before = predecessor(index) else { return nil }
    if isChosen[before] { return ([index], score(index).total) }
    guard chosen.count + 2 <= limits.sentences ?? Int.max, isCandidate[before], !leans[before],
      fits(before, beside: 0), fits(index, beside: text.sentences[before].words)
    else { return nil }
    return ([index, before], (score(index).total + score(before).total) / 2)
  }

  private func score(_ index: Int) -> SelectionExplanation.Score {
    let sentence = text.sentences[index]
    var fresh = 0.0
    for term in text.vectors[index].terms {
      var worth = text.termWeights[Int(term)]
      for _ in 0..<(said[term] ?? 0) { worth *= Self.again }
      fresh += worth
    }
    var newPerson = 0.0
    if authors > 1, byAuthor[sentence.author ?? ""] == nil {
      let room = Double(limits.words) / Self.usualWords
      newPerson = limits.newAuthor * min(1, room / Double(authors))
    }
    return SelectionExplanation.Score(
      weight: text.weights[index], likeness: -limits.redundancy * likeness[index],
      coverage: limits.coverage * fresh / Double(max(sentence.words, 1)).squareRoot(),
      newPerson: newPerson)
  }

  private func fits(_ index: Int, beside words: Int) -> Bool { loss(index, beside: words) == nil }

  /// Why a sentence has no room beside some words; `nil` when it has.
  private func loss(_ index: Int, beside words: Int) -> SelectionExplanation.Loss? {
    let sentence = text.sentences[index]
    if isChosen[index] { return .same(as: index) }
    let left = limits.words - used - words
    if sentence.words > left { return .room(words: sentence.words, left: left) }
    return byAuthor[sentence.author ?? ""] ?? 0 < perAuthor ? nil : .person(most: perAuthor)
  }

  private mutating func add(_ index: Int) {
    let sentence = text.sentences[index]
    chosen.append(index)
    isChosen[index] = true
    used += sentence.words
    byAuthor[sentence.author ?? "", default: 0] += 1
    for term in text.vectors[index].terms { said[term, default: 0] += 1 }
    candidates = candidates.filter { other in
      guard other == index || text.sentences[other].text == sentence.text else { return true }
      if other != index { trace?.losses[other] = .same(as: index) }
      return false
    }
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
