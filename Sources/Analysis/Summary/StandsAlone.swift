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
    // Four words behind the fillers say it, but for "it", where the sentence must be looked through.
    var words = HeadWords(text)
    var first = words.next()
    if isTalk { while let word = first, fillers.contains(word) { first = words.next() } }
    guard let first else { return false }
    if first == "it" || first == "it's" { return !announcesClause(first, &words) }
    if leadIns.contains(first) {
      var phrase = first
      for _ in 0..<3 {
        guard let word = words.next() else { break }
        phrase += " " + word
        if phrases.contains(phrase) { return true }
      }
    }
    if pointsBack(text) { return true }
    if opensThread, first == "this" || first == "these" { return false }
    return leaning.contains(first) || !isTalk && adding.contains(first)
  }

  /// "What would you do about that?": a pronoun at the end stands for what was said.
  private static func pointsBack(_ text: String) -> Bool {
    var words = HeadWords(String(text.suffix(24)))
    var last: String?
    while let word = words.next() { last = word }
    return last.map(pointers.contains) ?? false
  }

  private static let pointers: Set<String> = [
    "this", "that", "these", "those", "them", "it", "so", "too", "either",
  ]

  /// "It is unclear whether …": the pronoun stands for what follows.
  private static func announcesClause(_ first: String, _ words: inout HeadWords) -> Bool {
    if first == "it" {
      guard let verb = words.next(), verbs.contains(verb) else { return false }
    }
    for _ in 0..<9 {
      guard let word = words.next() else { return false }
      if clauses.contains(word) { return true }
    }
    return false
  }

  private static let verbs: Set<String> = [
    "is", "was", "would", "seems", "might", "may", "looks", "turns", "makes", "takes", "appears",
  ]
  private static let clauses: Set<String> = ["that", "to", "whether", "if", "why", "how"]

  private static let leaning: Set<String> = [
    "he", "she", "they", "him", "her", "them", "his", "their", "hers", "theirs", "its", "this",
    "that", "that's", "these", "those", "they're", "they've", "he's", "she's", "but",
    "and", "so", "because", "which", "or", "then", "therefore", "thus", "hence", "however", "also",
    "moreover", "furthermore", "otherwise", "instead", "yes", "no", "yeah", "yep", "nope", "right",
    "well", "such", "same", "both", "neither", "either", "former", "latter", "similarly",
    "likewise", "additionally", "nevertheless", "nonetheless", "plus", "too", "exactly", "agreed",
    "indeed", "ok", "okay", "oh", "eg", "ie",
  ]
  /// Heads that add to what was written; who talks begins with them all the time.
  private static let adding: Set<String> = [
    "another", "second", "secondly", "third", "thirdly", "lastly", "specifically", "similar",
    "seems", "sounds", "looks", "makes", "agree", "ditto", "unlike", "unfortunately",
    "alternatively", "still", "besides", "anyway", "yet",
  ]
  private static let phrases: Set<String> = [
    "in this", "in that", "in these", "in those", "in such", "in which", "in addition",
    "in contrast", "in other words", "in either case", "in both cases", "in any case", "for this",
    "for that", "for these", "for those", "for example", "for instance", "because of this",
    "because of that", "as such", "in doing so", "by doing so", "as a result", "as a consequence",
    "as well",
    "on the other hand", "by contrast", "after this", "after that", "with this", "with that",
    "from this", "from that", "to this", "to that", "at this", "at that", "if so", "if not",
    "even so", "not only that", "one of them", "one of these", "some of them", "some of these",
    "some of those", "all of them", "all of these", "all of this", "most of them", "most of these",
  ]
  private static let leadIns = Set(
    phrases.compactMap { $0.split(separator: " ").first.map(String.init) })
  private static let fillers: Set<String> = [
    "and", "so", "well", "yeah", "yes", "okay", "ok", "right", "now", "oh", "um", "uh", "like",
    "also", "then", "actually", "basically", "exactly", "sure", "no",
  ]
}

/// The words of a text one after the other, in small letters: letters and apostrophes.
private struct HeadWords {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8.prefix(200)) }

  /// The next word; `nil` at the end.
  mutating func next() -> String? {
    while at < bytes.count {
      var word: [UInt8] = []
      while at < bytes.count, !ASCII.isSpace(bytes[at]) {
        let byte = bytes[at]
        if ASCII.isLetter(byte) || byte == UInt8(ascii: "'") {
          word.append(ASCII.lower(byte))
        } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
          word.append(UInt8(ascii: "'"))
          at += 2
        } else if byte >= 0x80 {
          word.append(byte)
        }
        at += 1
      }
      at += 1
      if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    }
    return nil
  }
}
