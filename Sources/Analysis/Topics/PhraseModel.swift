// What is counted of a candidate phrase, and what it is worth.

import Glibc
import Text

/// What is counted of a phrase.
struct PhraseCandidate {
  /// The place of its first token.
  let first: Int
  /// The place of the first token where it stands last.
  private(set) var last: Int
  /// How often it stands in the document.
  private(set) var count = 0
  /// How often it stands there as a whole run.
  private(set) var whole = 0
  /// Whether it stands in the title.
  private(set) var inTitle = false
  private var spellings: [String: (count: Int, words: [PhraseWord])] = [:]

  init(first: Int) { (self.first, last) = (first, first) }

  mutating func add(_ words: ArraySlice<PhraseWord>, isWhole: Bool) {
    count += 1
    last = words.first?.place ?? last
    if isWhole { whole += 1 }
    if words.first?.isTitle == true { inTitle = true }
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
package struct PhraseModel {
  private let runs: PhraseRuns
  private let frequencies: TFIDF
  private let style: Keyphrases.Style
  /// The share of names among words: news is full of them.
  private let names: Double
  /// The mean letters of a word: learned prose has long ones.
  private let letters: Double

  /// The weights of what `features` counts, in its order: a linear discriminant on the
  /// development sets (`scripts/learn phrases`), rounded.
  package static let weights: [(name: String, weight: Double)] = [
    ("logarithm of the count", 1.5),
    ("share of its places where it is a whole run", 2.5),
    ("rarity of its rarest term", 2.0),
    ("logarithm of its first place", -2.3),
    ("letters of a word, in the mean", 0.3),
    ("an acronym in it", 1.1),
    ("a digit in it", -2.0),
    ("a bland word at its head", -1.2),
    ("a bland word at its end", -1.1),
    ("a word in -ing at its head", -1.3),
    ("words", 0.3),
    ("words, times the share of names in the document", -2.3),
    ("one word", 5.7),
    ("one word, times the letters of the document's words", -1.1),
    ("one word, times the share of names in the document", 7.2),
  ]
  /// In talk, what comes at the very beginning has so much more, and how fast that falls.
  private static let opening = 4.0
  private static let openingPower = 6.0
  /// What talk leaves behind before so much of it is over loses so much.
  private static let goesOn = 0.3
  private static let aside = 2.0

  init(_ runs: PhraseRuns, _ frequencies: TFIDF, _ style: Keyphrases.Style) {
    (self.runs, self.frequencies, self.style) = (runs, frequencies, style)
    let capitals = runs.capitals.values.reduce(0, +)
    let all = capitals + runs.smalls.values.reduce(0, +)
    names = Double(capitals) / Double(max(all, 1))
    let words = runs.runs.joined()
    letters =
      Double(words.reduce(0) { $0 + $1.word.unicodeScalars.count }) / Double(max(words.count, 1))
  }

  /// The phrase of a candidate; `nil` for one that reads badly alone.
  func phrase(_ terms: [Int32], _ candidate: PhraseCandidate) -> Keyphrases.Phrase? {
    guard let (text, features) = features(terms, candidate) else { return nil }
    var weight = zip(features, Self.weights).reduce(0) { $0 + $1.0 * $1.1.weight }
    if style == .talk {
      let total = Double(max(runs.tokens, 1))
      weight += Self.opening * pow(1 - Double(candidate.first) / total, Self.openingPower)
      // A subject comes again; what is said at the beginning alone was a joke.
      if Double(candidate.last) < Self.goesOn * total { weight -= Self.aside }
    }
    return Keyphrases.Phrase(
      text: text, terms: terms, count: candidate.count, inTitle: candidate.inTitle, weight: weight)
  }

  /// A candidate's spelling and what is counted of it, in the order of `weights`; `nil` for one that
  /// reads badly alone.
  func features(_ terms: [Int32], _ candidate: PhraseCandidate) -> (text: String, [Double])? {
    let (text, words) = candidate.spelling
    guard let last = words.last, let head = words.first, reads(words, candidate.count) else {
      return nil
    }
    func flag(_ holds: Bool) -> Double { holds ? 1 : 0 }
    let classes = runs.classes
    let length = Double(words.count)
    let documents = Double(1 + frequencies.corpus)
    let rarity =
      terms.map { term in
        log(documents / Double(1 + frequencies.frequency(of: term))) / log(documents)
      }.max() ?? 0
    let sizes = words.reduce(0) { $0 + Double($1.word.unicodeScalars.count) }
    let single = flag(words.count == 1)
    let features = [
      log(Double(candidate.count)),
      Double(candidate.whole) / Double(candidate.count),
      rarity,
      log(1 + Double(candidate.first)) / log(1 + Double(max(runs.tokens, 1))),
      sizes / length,
      flag(words.contains(where: Self.isAcronym)),
      flag(words.contains { $0.word.utf8.contains(where: ASCII.isDigit) }),
      flag(words.count > 1 && classes.isBland(head.word)),
      flag(classes.isBland(last.word)),
      flag(words.count > 1 && head.word.hasSuffix("ing")),
      length,
      length * names,
      single,
      single * letters,
      single * names,
    ]
    return (Self.withoutPossessive(text), features)
  }

  /// Whether words read as the name of something.
  private func reads(_ words: [PhraseWord], _ count: Int) -> Bool {
    guard let last = words.last else { return false }
    let classes = runs.classes
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

  private static func isAcronym(_ word: PhraseWord) -> Bool {
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
