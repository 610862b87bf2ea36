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
  /// - Parameter isLast: Whether it is the last of its post.
  package static func score(_ sentence: Sentence, isLast: Bool) -> Double {
    let words = sentence.text.split(separator: " ")
    let lower = words.map { $0.lowercased() }
    var score = isLast ? 0.3 : 0.0
    let names = words.dropFirst().filter { $0.first?.isUppercase == true && $0 != "I" }.count
    let numbers = words.filter { $0.utf8.contains(where: ASCII.isDigit) }.count
    score -= 0.15 * Double(names) + 0.3 * Double(numbers)
    if let first = lower.first, personal.contains(first) { score -= 0.3 }
    if lower.contains("i") || lower.contains("my") { score -= 0.2 }
    if sentence.text.hasPrefix("Given ") || sentence.text.hasPrefix("As ") { score -= 0.2 }
    score += 0.2 * Double(min(2, lower.filter(general.contains).count))
    return score - 0.01 * abs(Double(sentence.words) - 18)
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
