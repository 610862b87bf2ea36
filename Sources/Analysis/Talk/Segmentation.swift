// Where talk turns to another subject.

import Glibc
import Text

/// Topical segmentation by the probability of a boundary over all divisions.
///
/// A segment's words come from its own distribution, drawn from a Dirichlet prior; the cost of a
/// segment is the negative logarithm of its words' probability with the distribution integrated
/// out: word after word, `−ln((c + α) / (n + α·V))`, where the word stands `c` times among the `n`
/// before it. Each segment costs a prior besides, less where talk turns to another subject. The
/// forward-backward algorithm sums over all divisions, at a temperature that makes up for words not
/// being independent, and `BoundaryChoice` takes the places where most probability lies: better
/// than the one best division, as an estimate that minimises expected loss is (S. Kumar and W.
/// Byrne, *Minimum Bayes-Risk Decoding*, 2004).
///
/// Sources: J. Eisenstein and R. Barzilay, *Bayesian Unsupervised Topic Segmentation* (2008), for
/// the model; M. Utiyama and H. Isahara, *A Statistical Model for Domain-Independent Text
/// Segmentation* (2001), for the prior; L. Rabiner, *A Tutorial on Hidden Markov Models* (1989), for
/// forward-backward. Constants from plateaus on the development sets.
package enum Segmentation {
  /// The cost of a segment: so many times the logarithm of all words, less `priorOffset`.
  private static let prior = 2.75
  private static let priorOffset = 3.0
  /// The Dirichlet prior of each word.
  private static let alpha = 0.3
  /// What a unit of log odds takes from a segment's cost.
  private static let evidenceWeight = 5.0
  /// By which all costs are divided.
  private static let temperature = 2.5
  /// No segment has more terms.
  private static let longest = 3000
  /// A term that stands in all of so many equal parts of the text weighs `spread` less.
  private static let parts = 20
  private static let spread = 0.3

  /// The first units of the segments, ascending; the first is 0.
  ///
  /// Empty for no units.
  ///
  /// - Parameters:
  ///   - units: The text of each.
  ///   - speakers: Who says each; empty when nobody knows.
  ///   - announced: Units before which something else announces a boundary.
  /// - Complexity: O(units × terms of the longest segment).
  package static func boundaries(
    _ units: [String], speakers: [String?] = [], vocabulary: Vocabulary, announced: Set<Int> = []
  ) -> [Int] {
    guard units.count > 1 else { return units.isEmpty ? [] : [0] }
    let evidence = SubjectChanges.evidence(units, speakers: speakers, announced: announced)
    guard let model = Model(units, evidence, vocabulary) else { return [0] }
    return [0] + BoundaryChoice.choose(model.chances, words: units.map(Sentences.wordCount))
  }

  /// Divides the same, and says what speaks for a boundary before each unit and what against.
  ///
  /// `nil` where there is nothing to divide.
  package static func explain(
    _ units: [String], speakers: [String?] = [], vocabulary: Vocabulary, announced: Set<Int> = []
  ) -> SegmentationExplanation? {
    guard units.count > 1 else { return nil }
    let evidence = SubjectChanges.evidence(units, speakers: speakers, announced: announced)
    guard let model = Model(units, evidence, vocabulary) else { return nil }
    let signs = SubjectChanges.explain(units, speakers: speakers, announced: announced)
    let choice = BoundaryChoice.picks(model.chances, words: units.map(Sentences.wordCount))
    return SegmentationExplanation(
      units: units.indices.map { index in
        let chance = model.chances[index]
        // The odds of a boundary hold what it costs as a factor: what else they hold is the words'.
        let cost = model.openings[index] / temperature
        return SegmentationExplanation.Unit(
          chance: chance, words: log(chance / max(1 - chance, 1e-12)) + cost,
          signs: signs.signs[index].map {
            ScorePart($0.name, value: $0.weight, weight: evidenceWeight / temperature)
          }, prior: -(model.scale + evidenceWeight * signs.mean) / temperature,
          around: choice.first[index], left: choice.left[index])
      },
      picks: choice.picks.map { pick in
        let before = choice.picks.map(\.unit).filter { $0 < pick.unit }.max() ?? 0
        let behind = choice.picks.map(\.unit).filter { $0 > pick.unit }.min() ?? units.count
        return SegmentationExplanation.Pick(
          unit: pick.unit, peak: pick.peak, around: pick.around,
          terms: model.parting(before, pick.unit, behind).map {
            ScorePart(vocabulary.name(of: $0.term), value: $0.cost, weight: 1 / temperature)
          })
      }, threshold: BoundaryChoice.threshold)
  }

  /// The probability of boundaries in one text.
  private struct Model {
    /// What a segment costs before signs of a new subject take from it.
    let scale: Double
    /// What a segment costs that begins at each unit.
    let openings: [Double]
    /// The probability of a boundary before each unit.
    let chances: [Double]
    private let text: NumberedTerms

    /// `nil` for a text without terms.
    init?(_ units: [String], _ evidence: [Double], _ vocabulary: Vocabulary) {
      let text = NumberedTerms(units, vocabulary)
      guard !text.terms.isEmpty else { return nil }
      let scale = prior * max(1, log(Double(text.terms.count)) - priorOffset)
      openings = evidence.map { scale - evidenceWeight * $0 }
      chances = Segmentation.chances(text, openings)
      self.scale = scale
      self.text = text
    }

    /// What each term costs more in one segment than in the two that a boundary makes of it, most
    /// first.
    func parting(_ first: Int, _ boundary: Int, _ end: Int) -> [(term: Int32, cost: Double)] {
      let costs = StretchCosts(text, alpha: alpha, weights: text.weights(parts, spread))
      let (before, behind) = (costs.byTerm(first..<boundary), costs.byTerm(boundary..<end))
      let parts = costs.byTerm(first..<end).map { term, cost in
        (term: text.ids[term], cost: cost - (before[term] ?? 0) - (behind[term] ?? 0))
      }
      return parts.sorted { ($0.cost, $1.term) > ($1.cost, $0.term) }
    }
  }

  /// The probability of a boundary before each unit.
  ///
  /// - Parameter openings: What a segment costs that begins at each unit.
  private static func chances(_ text: NumberedTerms, _ openings: [Double]) -> [Double] {
    let count = text.first.count - 1
    var costs = StretchCosts(text, alpha: alpha, weights: text.weights(parts, spread))
    // What leads to each unit, and what follows from it: logarithms of sums over divisions.
    var forward = [LogSum](repeating: LogSum(), count: count + 1)
    forward[0].add(0)
    for start in 0..<count {
      let before = forward[start].value - (start == 0 ? 0 : openings[start]) / temperature
      costs.forEachStretch(from: start, longest: longest) { end, cost in
        forward[end].add(before - cost / temperature)
      }
    }
    var backward = [Double](repeating: 0, count: count + 1)
    for start in (0..<count).reversed() {
      var sum = LogSum()
      costs.forEachStretch(from: start, longest: longest) { end, cost in
        sum.add(backward[end] - cost / temperature)
      }
      backward[start] = sum.value - (start == 0 ? 0 : openings[start]) / temperature
    }
    let all = forward[count].value
    return (0..<count).map { exp(forward[$0].value + backward[$0] - all) }
  }
}

/// The logarithm of a sum of exponentials, kept without overflow.
private struct LogSum {
  private var top = -Double.infinity
  private var sum = 0.0

  /// Adds a summand by its logarithm; what is less than e⁻³⁰ of the largest is nothing.
  mutating func add(_ value: Double) {
    if value > top {
      sum = (value - top < 30 ? sum * exp(top - value) : 0) + 1
      top = value
    } else if value - top > -30 {
      sum += exp(value - top)
    }
  }

  var value: Double { sum > 0 ? top + log(sum) : -.infinity }
}

/// The terms of a text as small numbers.
private struct NumberedTerms {
  /// All terms, in order.
  private(set) var terms: [Int] = []
  /// The place of each unit's first term, and the number of terms at the end.
  private(set) var first: [Int] = [0]
  /// How many different terms there are.
  var distinct: Int { ids.count }
  /// The vocabulary's id of each term.
  private(set) var ids: [Int32] = []

  init(_ units: [String], _ vocabulary: Vocabulary) {
    var names: [Int32: Int] = [:]
    for unit in units {
      for term in vocabulary.terms(in: unit) {
        let name = names[term] ?? names.count
        if name == ids.count {
          names[term] = name
          ids.append(term)
        }
        terms.append(name)
      }
      first.append(terms.count)
    }
  }

  /// The weight of each term: less, the more of some equal parts of the text it stands in.
  func weights(_ parts: Int, _ spread: Double) -> [Double] {
    var last = [Int](repeating: -1, count: distinct)
    var standsIn = [Int](repeating: 0, count: distinct)
    for (place, term) in terms.enumerated() {
      let part = place * parts / terms.count
      if last[term] != part { standsIn[term] += 1 }
      last[term] = part
    }
    return standsIn.map { 1 - spread * Double($0) / Double(parts) }
  }
}

/// What stretches of units cost as segments.
private struct StretchCosts {
  private let text: NumberedTerms
  private let weights: [Double]
  private let wordLogs: [Double]
  private let lengthLogs: [Double]
  private var counts: [Int]

  init(_ text: NumberedTerms, alpha: Double, weights: [Double]) {
    (self.text, self.weights) = (text, weights)
    let mass = alpha * Double(text.distinct)
    wordLogs = (0...text.terms.count).map { log(Double($0) + alpha) }
    lengthLogs = (0...text.terms.count).map { log(Double($0) + mass) }
    counts = [Int](repeating: 0, count: text.distinct)
  }

  /// What each term costs in a segment of units, by its number.
  ///
  /// The sum is the segment's cost. What a term costs for the words that stand before it, it costs
  /// wherever it stands: it has its share of that for all.
  func byTerm(_ units: Range<Int>) -> [Int: Double] {
    let first = text.first[units.lowerBound]
    var met: [Int: Int] = [:]
    var costs: [Int: Double] = [:]
    var lengths = 0.0
    var weight = 0.0
    for place in first..<text.first[units.upperBound] {
      let term = text.terms[place]
      costs[term, default: 0] -= weights[term] * wordLogs[met[term] ?? 0]
      met[term, default: 0] += 1
      lengths += weights[term] * lengthLogs[place - first]
      weight += weights[term]
    }
    for (term, count) in met {
      costs[term, default: 0] += weights[term] * Double(count) * lengths / weight
    }
    return costs
  }

  /// Calls with the unit after the last and the cost of each stretch from one unit on, of one unit
  /// or at most so many terms.
  mutating func forEachStretch(from start: Int, longest: Int, _ body: (Int, Double) -> Void) {
    let first = text.first[start]
    var end = start
    var cost = 0.0
    while end + 1 < text.first.count, end == start || text.first[end + 1] - first <= longest {
      for place in text.first[end]..<text.first[end + 1] {
        let term = text.terms[place]
        cost += weights[term] * (lengthLogs[place - first] - wordLogs[counts[term]])
        counts[term] += 1
      }
      end += 1
      body(end, cost)
    }
    for place in first..<text.first[end] { counts[text.terms[place]] = 0 }
  }
}
