// What can be seen of a sentence by itself and by its place.

import Text

/// What can be seen of a sentence by itself and by its place; each from 0 to 1.
package struct SentenceTraits {
  private let place: Int
  private let unit: Int
  private let toCome: Double
  private let functionWords: Double
  private let persons: Double
  private let isTakenBack: Bool
  private let sentence: Sentence

  /// The traits of all sentences of one text.
  ///
  /// - Parameter language: The code of their language: words are counted in English only.
  static func all(_ sentences: [Sentence], genre: SentenceSalience.Genre, language: String)
    -> [SentenceTraits]
  {
    // Posts have numbers; in talk a turn begins where the first sentence of one stands.
    var turn = -1
    let units = sentences.map { sentence -> Int in
      if genre == .thread { return sentence.unit }
      if sentence.place == 0 { turn += 1 }
      return max(turn, 0)
    }
    let count = Double((units.max() ?? 0) + 1)
    return sentences.indices.map { index in
      let (sentence, unit) = (sentences[index], units[index])
      let words = language == "en" ? words(of: sentence.text) : []
      let size = Double(max(words.count, 1))
      return SentenceTraits(
        place: sentence.place, unit: unit, toCome: 1 - Double(unit) / count,
        functionWords: Double(words.count(where: functional.contains)) / size,
        persons: Double(words.count(where: personal.contains)) / size,
        isTakenBack: isTakenBack(index, sentences), sentence: sentence)
    }
  }

  /// Calls with each trait that has a weight: its name, value and weight.
  func forEach(
    _ weights: SentenceSalience.Weights, _ body: (StaticString, Double, Double) -> Void
  ) {
    func add(_ name: StaticString, _ value: Double, _ weight: Double) {
      if value != 0, weight != 0 { body(name, value, weight) }
    }
    func add(_ name: StaticString, _ isSo: Bool, _ weight: Double) {
      if isSo { add(name, 1, weight) }
    }
    let head = 1 / Double(1 + place)
    let opening = 1 / Double(1 + unit)
    add("near the head of its post or turn", head, weights.postHead)
    add("in an early post or turn", opening, weights.openingUnit)
    add("at the head of an early post", head * opening, weights.openingHead)
    add("much of the text is still to come", toCome, weights.early)
    add("share of function words", functionWords, weights.functionWords)
    add("share of 'I', 'we' and 'you'", persons, weights.persons)
    add("a question", sentence.text.hasSuffix("?"), weights.question)
    add(
      "unfinished",
      !Self.isFinished(sentence.text) || !sentence.isSpoken && Self.isHeadless(sentence.text),
      weights.unfinished)
    add("an item of a list", sentence.isListItem, weights.listItem)
    add("taken back by the next sentence", isTakenBack, weights.takenBack)
    add("a courtesy or an announcement", Self.isCourtesy(sentence), weights.courtesy)
    add("fewer than eight words", sentence.words < 8, weights.short)
    add("more than forty words", sentence.words > 40, weights.long)
  }

  /// Whether the next sentence of the paragraph begins with a "but".
  private static func isTakenBack(_ index: Int, _ sentences: [Sentence]) -> Bool {
    guard index + 1 < sentences.count else { return false }
    let next = sentences[index + 1]
    return !next.isSpoken && next.unit == sentences[index].unit && !next.beginsParagraph
      && ["But ", "However, ", "However ", "Nevertheless, ", "That said, "].contains(
        where: next.text.hasPrefix)
  }

  /// Whether a mark that ends sentences stands at the end.
  static func isFinished(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ".!?…\"”)。".unicodeScalars.contains(last)
  }

  /// Whether a small letter stands at the head: the rest of a sentence, more often than not.
  private static func isHeadless(_ text: String) -> Bool {
    text.utf8.first.map(ASCII.isLower) ?? false
  }

  /// Whether it thanks, greets, or only says what comes next.
  package static func isCourtesy(_ sentence: Sentence) -> Bool {
    courtesies.matches(sentence.text)
      || sentence.isSpoken && SubjectChanges.announces(sentence.text)
  }

  private static func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(in: bytes).map { Tokenizer.term(bytes[$0]) }
  }

  /// English words that hold sentences together; of other languages nothing was measured.
  private static let functional: Set<String> = [
    "the", "of", "a", "an", "to", "in", "that", "is", "are", "by", "for", "with", "as", "on",
    "which", "be", "can",
  ]
  private static let personal: Set<String> = [
    "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself", "we", "we're", "we've", "we'd",
    "our", "us", "you", "your", "you're",
  ]
  private static let courtesies = PhraseList([
    "thank you", "thanks for", "thanks to everyone", "welcome to", "welcome back", " hello ",
    "good morning", "subscribe", "follow us", "show notes", "social media", "let me know",
    "please comment", "feel free to", "happy to answer", "stay tuned", "regards", " cheers",
    "click here", "join me", "get involved", " dear ", " hi ",
  ])
}
