// What is counted of a candidate phrase, and what it is worth.

import Glibc
import Text

/// What is counted of a phrase.
struct PhraseCandidate {
  /// The place of its first token.
  let first: Int
  /// How often it stands in the document.
  private(set) var count = 0
  /// How often it stands there as a whole run.
  private(set) var whole = 0
  private var spellings: [String: (count: Int, words: [PhraseWord])] = [:]

  init(first: Int) { self.first = first }

  mutating func add(_ words: ArraySlice<PhraseWord>, isWhole: Bool) {
    count += 1
    if isWhole { whole += 1 }
    var spelling = words.first?.spelling ?? ""
    for word in words.dropFirst() { spelling += word.joint + word.spelling }
    spellings[spelling, default: (0, Array(words))].count += 1
  }

  /// The most usual spelling, the first by its letters among equals, and its words.
  var spelling: (text: String, words: [PhraseWord]) {
    let best = spellings.max { a, b in (a.value.count, b.key) < (b.value.count, a.key) }
    return (best?.key ?? "", best?.value.words ?? [])
  }
}

/// What a candidate phrase is worth: a linear model over one document.
struct PhraseModel {
  private let runs: PhraseRuns
  private let frequencies: TFIDF
  private let style: Keyphrases.Style
  private let classes: WordClasses
  /// The share of names among words: news is full of them.
  private let names: Double
  /// The mean letters of a word: learned prose has long ones.
  private let letters: Double

  /// The weights: fitted by logistic regression on the development sets, rounded.
  private enum Weight {
    /// For each natural logarithm of its count.
    static let count = 1.5
    /// For the share of its places where it is a whole run.
    static let whole = 2.5
    /// For the rarest of its terms among all documents.
    static let rarity = 2.0
    /// For where it first comes, logarithmically.
    static let late = -2.3
    /// For each letter of a word in the mean.
    static let letters = 0.3
    static let acronym = 1.1
    static let digit = -2.0
    static let blandHead = -1.2
    static let blandEnd = -1.1
    static let gerundHead = -1.3
    /// For each word.
    static let length = 0.3
    /// For one word, where words are long, and where there are many names.
    static let single = 5.7
    static let singleLetters = -1.1
    static let singleNames = 7.2
    /// For each word, where there are many names.
    static let lengthNames = -2.3
    /// In talk, for what comes at the very beginning, and how fast that falls.
    static let opening = 4.0
    static let openingPower = 6.0
  }

  init(_ runs: PhraseRuns, _ frequencies: TFIDF, _ style: Keyphrases.Style) {
    (self.runs, self.frequencies, self.style) = (runs, frequencies, style)
    classes = runs.classes
    let capitals = runs.capitals.values.reduce(0, +)
    let all = capitals + runs.smalls.values.reduce(0, +)
    names = Double(capitals) / Double(max(all, 1))
    let words = runs.runs.joined()
    letters =
      Double(words.reduce(0) { $0 + $1.word.unicodeScalars.count }) / Double(max(words.count, 1))
  }

  /// The phrase of a candidate; `nil` for one that reads badly alone.
  func phrase(_ terms: [Int32], _ candidate: PhraseCandidate) -> Keyphrases.Phrase? {
    let (text, words) = candidate.spelling
    guard let last = words.last, let head = words.first, reads(words, candidate.count) else {
      return nil
    }
    let length = Double(words.count)
    let documents = Double(1 + frequencies.corpus)
    let rarity =
      terms.map { term in
        log(documents / Double(1 + frequencies.frequency(of: term))) / log(documents)
      }.max() ?? 0
    let total = Double(max(runs.tokens, 1))
    var weight = Weight.count * log(Double(candidate.count))
    weight += Weight.whole * Double(candidate.whole) / Double(candidate.count)
    weight += Weight.rarity * rarity
    weight += Weight.late * log(1 + Double(candidate.first)) / log(1 + total)
    let sizes = words.map { Double($0.word.unicodeScalars.count) }
    weight += Weight.letters * sizes.reduce(0, +) / length
    weight += (Weight.length + Weight.lengthNames * names) * length
    if words.contains(where: isAcronym) { weight += Weight.acronym }
    if words.contains(where: { $0.word.utf8.contains(where: ASCII.isDigit) }) {
      weight += Weight.digit
    }
    if classes.isBland(last.word) { weight += Weight.blandEnd }
    if words.count > 1 {
      if classes.isBland(head.word) { weight += Weight.blandHead }
      if head.word.hasSuffix("ing") { weight += Weight.gerundHead }
    } else {
      weight += Weight.single + Weight.singleLetters * letters + Weight.singleNames * names
    }
    if style == .talk {
      weight += Weight.opening * pow(1 - Double(candidate.first) / total, Weight.openingPower)
    }
    return Keyphrases.Phrase(
      text: Self.withoutPossessive(text), terms: terms, count: candidate.count, weight: weight)
  }

  /// Whether words read as the name of something.
  private func reads(_ words: [PhraseWord], _ count: Int) -> Bool {
    guard let last = words.last else { return false }
    let isName =
      runs.capitals[last.term, default: 0] > 0 && runs.smalls[last.term, default: 0] == 0
    if !isName {
      if classes.isAdjective(last.word) || classes.isParticiple(last.word) { return false }
      if words.count == 1, classes.isBland(last.word) { return false }
      // What is said once in -ing is a verb.
      if words.count == 1, classes.isGerund(last.word), count < 2 { return false }
    }
    for (before, word) in zip(words, words.dropFirst()) {
      // Inside a phrase a participle is mostly a verb, and so is what ends in -ing after a plural.
      if classes.isParticiple(word.word) { return false }
      if classes.isGerund(word.word), classes.isPlural(before.word) { return false }
    }
    return true
  }

  private func isAcronym(_ word: PhraseWord) -> Bool {
    word.spelling.utf8.count > 1 && word.spelling == word.spelling.uppercased()
      && word.spelling.utf8.contains(where: ASCII.isUpper)
  }

  private static func withoutPossessive(_ text: String) -> String {
    for mark in ["'s", "’s", "'S", "’S"] where text.hasSuffix(mark) {
      return String(text.dropLast(2))
    }
    return text
  }
}
