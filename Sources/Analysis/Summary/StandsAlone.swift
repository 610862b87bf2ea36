// Whether a sentence can be understood without the one before it.

import Text

/// Whether a sentence leans on the one before it: a pronoun or a connective at its head.
///
/// Rules over the first words, after the finding that sentences cut out of their place mislead most
/// by dangling anaphora: C. Paice, *Constructing Literature Abstracts by Computer* (1990), §4.
package enum StandsAlone {
  /// Whether a sentence leans on what came before.
  ///
  /// - Parameters:
  ///   - opensThread: Whether it is the first of a thread: its "this" is the thread itself.
  ///   - isTalk: Whether it is said: "and" and "so" at the head are habits of speech, so what
  ///     follows them is looked at.
  package static func leans(_ text: String, opensThread: Bool = false, isTalk: Bool = false)
    -> Bool
  {
    var words = heads(of: text)
    if isTalk { words = words.drop { fillers.contains($0) } }
    guard let first = words.first else { return false }
    let phrase = " " + words.prefix(4).joined(separator: " ") + " "
    if phrases.contains(where: phrase.hasPrefix) { return true }
    if first == "it" || first == "it's", announcesClause(words) { return false }
    if opensThread, first == "this" || first == "these" { return false }
    return leaning.contains(first)
  }

  /// The first words in small letters, plain apostrophes kept.
  private static func heads(of text: String) -> ArraySlice<String> {
    let words = text.split(whereSeparator: \.isWhitespace).prefix(16)
    return words.map { word in
      var plain = ""
      for scalar in word.unicodeScalars {
        if scalar == "’" || scalar == "'" {
          plain.append("'")
        } else if scalar.properties.isAlphabetic || scalar == "." {
          plain.unicodeScalars.append(scalar)
        }
      }
      return plain.lowercased().trimmingDots()
    }[...].filter { !$0.isEmpty }[...]
  }

  /// "It is unclear whether …": the pronoun stands for what follows.
  private static func announcesClause(_ words: ArraySlice<String>) -> Bool {
    guard let verb = words.first == "it's" ? "is" : words.dropFirst().first,
      verbs.contains(verb)
    else { return false }
    return words.dropFirst(2).prefix(9).contains { clauses.contains($0) }
  }

  private static let verbs: Set<String> = [
    "is", "was", "would", "seems", "might", "may", "looks", "turns", "makes", "takes", "appears",
  ]
  private static let clauses: Set<String> = ["that", "to", "whether", "if", "why", "how"]

  private static let leaning: Set<String> = [
    "he", "she", "they", "him", "her", "them", "his", "their", "hers", "theirs", "it", "it's",
    "its", "this", "that", "that's", "these", "those", "they're", "they've", "he's", "she's", "but",
    "and", "so", "because", "which", "or", "then", "therefore", "thus", "hence", "however", "also",
    "moreover", "furthermore", "otherwise", "instead", "yes", "no", "yeah", "yep", "nope", "right",
    "well", "such", "same", "both", "neither", "either", "former", "latter", "similarly",
    "likewise", "additionally", "nevertheless", "nonetheless", "plus", "too", "exactly", "agreed",
    "indeed", "ok", "okay", "oh",
  ]
  private static let phrases: [String] = [
    "in this ", "in that ", "in these ", "in those ", "in such ", "in which ", "in addition ",
    "in contrast ", "in other words ", "in either case ", "in both cases ", "in any case ",
    "for this ", "for that ", "for these ", "for those ", "for example ", "for instance ",
    "because of this ", "because of that ", "as such ", "as a result ", "as a consequence ",
    "as well ", "on the other hand ", "by contrast ", "after this ", "after that ", "with this ",
    "with that ", "from this ", "from that ", "to this ", "to that ", "at this ", "at that ",
    "if so ", "if not ", "even so ", "not only that ", "one of them ", "one of these ",
    "some of them ", "some of these ", "some of those ", "all of them ", "all of these ",
    "all of this ", "most of them ", "most of these ", "e.g ", "i.e ",
  ].map { " " + $0 }
  private static let fillers: Set<String> = [
    "and", "so", "well", "yeah", "yes", "okay", "ok", "right", "now", "oh", "um", "uh", "like",
    "also", "then", "actually", "basically", "exactly", "sure", "no",
  ]
}

extension String {
  /// Without full stops at either end.
  fileprivate func trimmingDots() -> String {
    String(drop { $0 == "." }.reversed().drop { $0 == "." }.reversed())
  }
}
