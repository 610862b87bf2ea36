// A pattern over the words of a sentence, and how it is matched.

/// A pattern over the words of a sentence.
///
/// Its parts stand apart by blanks:
///
/// - `agree|support`: one of these words; in capitals, as written;
/// - `@body`: a word of a class of ``CueClasses``;
/// - `(that)`: a word that is passed over where it stands;
/// - `~`: up to three adverbs, auxiliaries and hedges ("would very much");
/// - `..`: up to five words, none of them a mark;
/// - `!but|not`: none of these words next, hedges passed over; only as the last part;
/// - `^`: the head of the sentence; only as the first part.
struct CuePattern: Sendable {
  private enum Part: Sendable {
    case word(Set<String>), optional(Set<String>), hedges, gap, notNext(Set<String>)
  }

  private let parts: [Part]
  private let isHead: Bool
  /// The words that it can begin with.
  let firstWords: Set<String>

  /// Reads a pattern; one that does not begin with words is a programmer error.
  init(_ pattern: String) {
    var parts: [Part] = []
    var isHead = false
    for part in pattern.split(separator: " ") {
      switch part.first {
      case "^": isHead = true
      case "~": parts.append(.hedges)
      case "." where part == "..": parts.append(.gap)
      case "!" where part.count > 1: parts.append(.notNext(Self.words(part.dropFirst())))
      case "(" where part.count > 1:
        parts.append(.optional(Self.words(part.dropFirst().dropLast())))
      default: parts.append(.word(Self.words(part)))
      }
    }
    guard case .word(let first)? = parts.first else {
      preconditionFailure("'\(pattern)' does not begin with words")
    }
    self.parts = parts
    self.isHead = isHead
    firstWords = Set(first.map { $0.lowercased() })
  }

  private static func words(_ part: Substring) -> Set<String> {
    part.split(separator: "|").reduce(into: []) { all, word in
      if word.first == "@" {
        guard let named = CueClasses.named[String(word.dropFirst())] else {
          preconditionFailure("'\(word)' is not a class of words")
        }
        all.formUnion(named)
      } else {
        all.insert(String(word))
      }
    }
  }

  /// Where a match that begins at an index ends; `nil` when none does.
  func end(in sentence: CueWords, from index: Int) -> Int? {
    if isHead, index != sentence.head, index != 0 { return nil }
    return end(sentence, index, 0)
  }

  private func end(_ sentence: CueWords, _ at: Int, _ next: Int) -> Int? {
    guard next < parts.count else { return at }
    let word = at < sentence.words.count ? sentence.words[at] : nil
    func isOne(of set: Set<String>) -> Bool {
      guard let word else { return false }
      return set.contains(word) || set.contains(sentence.written[at])
    }
    switch parts[next] {
    case .word(let set): return isOne(of: set) ? end(sentence, at + 1, next + 1) : nil
    case .optional(let set):
      return end(sentence, isOne(of: set) ? at + 1 : at, next + 1)
    case .notNext(let set): return isFree(of: set, sentence.words[at...]) ? at : nil
    case .hedges:
      return shortest(sentence, at, next, most: 3) { CueClasses.hedges.contains($0) }
    case .gap: return shortest(sentence, at, next, most: 5) { !CueWords.isMark($0) }
    }
  }

  /// Whether none of the words is next, adverbs and the like passed over.
  private func isFree(of set: Set<String>, _ words: ArraySlice<String>) -> Bool {
    for word in words {
      if set.contains(word) { return false }
      if !CueClasses.hedges.contains(word) { return true }
    }
    return true
  }

  private func shortest(
    _ sentence: CueWords, _ at: Int, _ part: Int, most: Int, _ skips: (String) -> Bool
  ) -> Int? {
    for skip in 0...most {
      if let found = end(sentence, at + skip, part + 1) { return found }
      guard at + skip < sentence.words.count, skips(sentence.words[at + skip]) else { return nil }
    }
    return nil
  }
}
