// Which sentence is worth a frame of its own.

import Text

/// Which sentence is worth a frame of its own.
///
/// Memorable lines are general: few names and numbers, present tense, no "I" at the head, not
/// leaning on what came before; and people put them last. After C. Danescu-Niculescu-Mizil et
/// al., *You Had Me at Hello: How Phrasing Affects Memorability* (2012).
package enum Memorability {
  /// Whether a sentence can be shown alone: 10 to 28 words, a whole one, no list item, nothing in
  /// brackets.
  package static func isCandidate(_ sentence: Sentence) -> Bool {
    Quotability.isQuotable(sentence) && (10...28).contains(sentence.words)
      && !sentence.isListItem && sentence.text.hasSuffix(".") && !sentence.text.contains("(")
      && Quotability.isWorthPrinting(sentence) && !StandsAlone.leans(sentence.text)
      && !SentenceTraits.isCourtesy(sentence) && !heads.contains(firstWord(of: sentence.text))
  }

  /// Words at the head that tie a sentence to what it is an answer to.
  private static let heads: Set<String> = [
    "though", "first", "firstly", "second", "secondly", "also", "but", "and", "obviously", "not",
    "note", "sure", "anyway", "indeed", "right", "agreed", "another", "similarly", "counter",
  ]

  private static func firstWord(of text: String) -> String {
    text.prefix { $0 != " " && $0 != "," }.lowercased()
  }

  /// How memorable a candidate is; comparable between sentences.
  ///
  /// - Parameters:
  ///   - isLast: Whether it is the last of its post.
  ///   - quoted: How often others quote its post.
  package static func score(_ sentence: Sentence, isLast: Bool, quoted: Int = 0) -> Double {
    explain(sentence, isLast: isLast, quoted: quoted).reduce(0) { $0 + $1.share }
  }

  /// What that is the sum of.
  package static func explain(_ sentence: Sentence, isLast: Bool, quoted: Int = 0) -> [ScorePart] {
    let words = sentence.text.split(separator: " ")
    let lower = words.map { $0.lowercased() }
    var parts: [ScorePart] = []
    func add(_ name: String, _ value: Double, _ weight: Double) {
      if value != 0 { parts.append(ScorePart(name, value: value, weight: weight)) }
    }
    func add(_ name: String, _ isSo: Bool, _ weight: Double) { add(name, isSo ? 1 : 0, weight) }
    add("the last of its post", isLast, 0.3)
    let names = words.dropFirst().filter { $0.first?.isUppercase == true && $0 != "I" }.count
    let numbers = words.filter { $0.utf8.contains(where: ASCII.isDigit) }.count
    add("names", Double(names), -0.15)
    add("numbers", Double(numbers), -0.3)
    add("begins with a person", lower.first.map(personal.contains) ?? false, -0.3)
    add("says 'I' or 'my'", lower.contains("i") || lower.contains("my"), -0.2)
    let isTied = sentence.text.hasPrefix("Given ") || sentence.text.hasPrefix("As ")
    add("begins with 'given' or 'as'", isTied, -0.2)
    let count = min(2, lower.filter(general.contains).count)
    add("general words", Double(count), 0.2)
    add("words more or fewer than 18", abs(Double(sentence.words) - 18), -0.01)
    add("others quote its post", Double(min(quoted, 3)), 0.2)
    return parts
  }

  private static let personal: Set<String> = [
    "i", "i'm", "i've", "i’ve", "i'd", "i’d", "we", "my", "our", "please", "you",
  ]
  private static let general: Set<String> = [
    "nobody", "everybody", "never", "always", "only", "every", "most", "people", "anyone",
    "everyone",
    "nothing", "everything", "than", "should", "cannot",
  ]
}
