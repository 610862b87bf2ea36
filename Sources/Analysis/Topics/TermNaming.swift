// Which terms are names, and so deserve a definition.

import Text

/// Which terms are names, and so deserve a definition: newcomers know ordinary words.
enum TermNaming {
  /// How much a spelling says.
  enum Spelling {
    /// Letters or signs that no ordinary word has: `RBF`, `PyPI`, `PEP 751`, `uv.lock`.
    case name
    /// A capital, as the head of a sentence or a heading gives to any word.
    case capital
    /// Small letters.
    case small
  }

  /// What a spelling says.
  static func spelling(_ written: some Collection<String>) -> Spelling {
    var hasCapital = false
    var isSmall = false
    for word in written {
      for part in word.split(whereSeparator: { $0 == "-" || $0 == " " }) {
        let bytes = part.utf8
        let isPlain = bytes.dropFirst().allSatisfy {
          ASCII.isLower($0) || $0 >= 0x80 || $0 == UInt8(ascii: "'")
        }
        guard isPlain, let first = bytes.first, !ASCII.isDigit(first), bytes.count > 1 else {
          return .name
        }
        if ASCII.isUpper(first) { hasCapital = true } else { isSmall = true }
      }
    }
    return hasCapital && !isSmall ? .capital : .small
  }

  /// Whether letters are all capitals: an acronym, which is no word in small letters.
  static func isAcronym(_ written: some Collection<String>) -> Bool {
    written.allSatisfy { word in
      word.utf8.count > 1 && word.utf8.allSatisfy { !ASCII.isLower($0) || $0 == UInt8(ascii: "s") }
        && word.utf8.contains(where: ASCII.isUpper)
    }
  }

  /// Which terms are written with a capital inside sentences, three times of four.
  static func areCapitalized(_ terms: [[String]], in sentences: [Sentence]) -> [Bool] {
    var byFirst = WordHashes()
    for (index, words) in terms.enumerated() {
      if let first = words.first { byFirst.add(first, number: index) }
    }
    guard !byFirst.isEmpty else { return [] }
    var capitals = [Int](repeating: 0, count: terms.count)
    var others = capitals
    for sentence in sentences where !sentence.isHeading {
      let found = byFirst.numbers(in: sentence.text)
      guard !found.isEmpty else { continue }
      let words = CueWords(sentence.text)
      for term in Set(found).sorted() {
        for at in words.words.indices.dropFirst()
        where !CueWords.isMark(words.words[at - 1]) {
          guard let end = DefinitionSubject.match(terms[term], words.words, at) else { continue }
          if spelling(words.written[at..<end]) == .small {
            others[term] += 1
          } else {
            capitals[term] += 1
          }
        }
      }
    }
    return terms.indices.map { capitals[$0] > 0 && capitals[$0] >= 3 * others[$0] }
  }
}
