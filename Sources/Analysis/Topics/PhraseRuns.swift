// Text to runs of words that can make a phrase.

import Text

/// A word of a phrase, where it stands.
struct PhraseWord {
  let term: Int32
  /// The word as it stands.
  let spelling: String
  /// The same in small letters.
  let word: String
  /// Its place among all tokens.
  let place: Int
  /// What stands before it: a blank or a hyphen.
  let joint: String
  /// Whether it stands in the title.
  let isTitle: Bool
}

/// Text to maximal runs of words that can make a phrase: neighbours, and neither stop words nor
/// verbs nor adverbs.
///
/// After: S. Rose et al., *Automatic Keyword Extraction from Individual Documents* (2010), with verbs
/// and adverbs breaking a run as stop words do.
struct PhraseRuns {
  /// The runs, in order.
  private(set) var runs: [[PhraseWord]] = []
  /// How often each term has a capital inside a sentence of the text, by term.
  private(set) var capitals: [Int32: Int] = [:]
  /// How often it has none.
  private(set) var smalls: [Int32: Int] = [:]
  /// All tokens.
  private(set) var tokens = 0

  /// What is known of the language's words.
  let classes: WordClasses
  private let vocabulary: Vocabulary
  private let language: String

  /// Takes texts apart.
  ///
  /// - Parameters:
  ///   - texts: A title, where there is one, and the text.
  ///   - language: The code of the language that they are in.
  init(
    _ texts: [(text: String, isTitle: Bool)], _ vocabulary: Vocabulary, language: String
  ) {
    (self.vocabulary, self.language) = (vocabulary, language)
    classes = WordClasses(language: language)
    for (text, isTitle) in texts { read(Array(text.utf8), isTitle) }
  }

  private mutating func read(_ bytes: [UInt8], _ isTitle: Bool) {
    let found = Tokenizer.tokens(in: bytes)
    let words = found.map { Tokenizer.term(bytes[$0], language: language) }
    /// What stands before each token.
    let gaps = found.indices.map { index in
      bytes[(index == 0 ? 0 : found[index - 1].upperBound)..<found[index].lowerBound]
    }
    let joins = found.indices.map { $0 > 0 && Self.joins(gaps[$0]) }
    var run: [PhraseWord] = []
    for (index, token) in found.enumerated() {
      let opens = index == 0 || Self.endsSentence(gaps[index])
      let isCapital = Self.isCapital(bytes[token])
      let term = term(
        words[index], bytes[token], isName: isCapital && !opens,
        before: joins[index] ? words[index - 1] : "",
        after: index + 1 < found.count && joins[index + 1] ? words[index + 1] : "")
      if !run.isEmpty, term == nil || !joins[index] {
        runs.append(run)
        run = []
      }
      guard let term else { continue }
      run.append(
        PhraseWord(
          term: term, spelling: String(decoding: bytes[token], as: UTF8.self), word: words[index],
          place: tokens + index, joint: gaps[index].contains(UInt8(ascii: "-")) ? "-" : " ",
          isTitle: isTitle))
      if !isCapital {
        smalls[term, default: 0] += 1
      } else if !opens, !isTitle {
        capitals[term, default: 0] += 1
      }
    }
    if !run.isEmpty { runs.append(run) }
    tokens += found.count
  }

  /// The term of a word that can stand in a phrase.
  private func term(
    _ word: String, _ token: ArraySlice<UInt8>, isName: Bool, before: String, after: String
  ) -> Int32? {
    guard !classes.breaksPhrase(word),
      isName || !classes.isVerb(word, before: before, after: after)
    else { return nil }
    return vocabulary.term(token, language: language)
  }

  /// Blanks with at most one line end, or one hyphen or dash.
  private static func joins(_ gap: ArraySlice<UInt8>) -> Bool {
    let isHyphen =
      gap.elementsEqual([UInt8(ascii: "-")]) || gap.elementsEqual([0xE2, 0x80, 0x90])
      || gap.elementsEqual([0xE2, 0x80, 0x93])
    if isHyphen { return true }
    return gap.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0xC2 || $0 == 0xA0 }
      && gap.count { $0 == 0x0A } <= 1
  }

  private static func endsSentence(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains { Array(".!?:;\"(".utf8).contains($0) } || gap.count { $0 == 0x0A } > 1
      || Strings.contains(String(decoding: gap, as: UTF8.self), "“")
  }

  private static func isCapital(_ token: ArraySlice<UInt8>) -> Bool {
    guard let first = token.first else { return false }
    if first < 0x80 { return ASCII.isUpper(first) }
    return String(decoding: token, as: UTF8.self).first?.isUppercase ?? false
  }
}
