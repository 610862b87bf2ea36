// Tokens to term numbers: each distinct token is folded and stemmed once.

/// Tokens to term numbers.
///
/// A term is the stem of a word that tells subjects apart (``ContentWords``). Texts may be in many
/// languages: the same stem has the same number in each. Not `Sendable`, as its stemmers.
package struct TermTable {
  /// What is known of the words of a language.
  private struct Speech {
    /// A code of ``Language``.
    let code: String
    /// Its number; one that no language has for ``Language/none``.
    let number: Int
    let stemmer: Stemmer
    let content: ContentWords
    /// Tokens as they stand in texts to their terms, or to `noTerm`.
    var tokens = ByteTable()

    init(code: String) {
      self.code = code
      number = StopWords.languages.firstIndex(of: code) ?? StopWords.languages.count
      stemmer = Stemmer(language: code)
      content = ContentWords(language: code)
    }
  }

  /// The terms so far, by number.
  package private(set) var names = TermNames()

  /// The language of the text at hand, and those of others.
  private var speech: Speech
  private var others: [Speech] = []
  /// Stems to their terms.
  private var stems = ByteTable()
  /// Stems that may be equal to another spelling: "é" is one character or two.
  private var variants: [String: Int32] = [:]
  private let isShard: Bool
  /// Room for a word that is being folded and stemmed.
  private var word: [UInt8] = []

  private static let noTerm: Int32 = -1
  /// A longer token is looked at each time it comes: there are few, and they would take memory.
  private static let longestToken = 80

  /// Creates an empty table for texts in a language.
  ///
  /// - Parameters:
  ///   - language: A language tag.
  ///   - isShard: Whether it will be merged into another: words that are not plain ASCII then keep
  ///     their spelling, since which one of equal spellings comes first is not known yet.
  package init(language: String, isShard: Bool = false) {
    speech = Speech(code: Language.code(of: language))
    self.isShard = isShard
  }

  /// The language of the texts from now on, as a code of ``Language``.
  package var language: String { speech.code }

  /// The stemmer of that language.
  package var stemmer: Stemmer { speech.stemmer }

  /// The content words of that language.
  package var content: ContentWords { speech.content }

  /// Takes the texts from now on to be in a language; terms keep their numbers.
  ///
  /// What was learnt of the words of other languages is kept for when they come again.
  ///
  /// - Parameter tag: A language tag.
  package mutating func use(language tag: String) {
    guard tag != speech.code else { return }
    let code = Language.code(of: tag)
    guard code != speech.code else { return }
    if let place = others.firstIndex(where: { $0.code == code }) {
      swap(&speech, &others[place])
    } else {
      others.append(Speech(code: code))
      swap(&speech, &others[others.count - 1])
    }
  }

  /// Appends the terms of a text, in order, repeated as often as they stand there.
  package mutating func appendTerms(of text: Span<UInt8>, to result: inout [Int32]) {
    var at = 0
    while let token = Tokenizer.next(in: text, from: &at) {
      let term = number(of: token, in: text)
      if term >= 0 { result.append(term) }
    }
  }

  /// The term of one token; `nil` for what is none.
  package mutating func term(of token: Range<Int>, in text: Span<UInt8>) -> Int32? {
    let term = number(of: token, in: text)
    return term == Self.noTerm ? nil : term
  }

  /// Takes over the terms of a shard, in its order.
  ///
  /// - Returns: For each term of the shard its number here.
  package mutating func merge(_ shard: TermNames) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(shard.count)
    let bytes = shard.bytes.span
    let own = language
    for index in 0..<shard.count {
      let name = shard.range(of: index)
      if let language = shard.language(of: index) {
        use(language: Language.code(at: language))
        numbers.append(number(of: name, in: bytes))
      } else {
        numbers.append(number(ofStem: name, in: bytes))
      }
    }
    use(language: own)
    return numbers
  }

  @inline(__always)
  private mutating func number(of token: Range<Int>, in text: Span<UInt8>) -> Int32 {
    if let term = speech.tokens.nearValue(of: token, in: text) { return term }
    return farNumber(of: token, in: text)
  }

  @inline(never)
  private mutating func farNumber(of token: Range<Int>, in text: Span<UInt8>) -> Int32 {
    guard !token.isEmpty, token.count <= Self.longestToken else { return resolve(token, in: text) }
    if let term = speech.tokens.value(of: token, in: text) { return term }
    let term = resolve(token, in: text)
    speech.tokens.set(term, for: token, in: text)
    return term
  }

  private mutating func resolve(_ token: Range<Int>, in text: Span<UInt8>) -> Int32 {
    word.removeAll(keepingCapacity: true)
    _ = Tokenizer.fold(text.extracting(token), into: &word)
    guard word.allSatisfy(Self.isPlain) else { return resolveText(token, in: text) }
    Tokenizer.cutPossessive(&word)
    Elision.cut(&word, language: language)
    guard content.contains(word.span) else { return Self.noTerm }
    stemmer.stem(&word)
    let stem = word
    return number(ofStem: stem.indices, in: stem.span)
  }

  /// The same for more than words of ASCII, by `String`, which knows all letters.
  private mutating func resolveText(_ token: Range<Int>, in text: Span<UInt8>) -> Int32 {
    let bytes = token.map { text[$0] }
    let word = Tokenizer.term(bytes[...], language: language)
    guard content.contains(word) else { return Self.noTerm }
    if isShard { return names.append(bytes.indices, in: bytes.span, language: speech.number) }
    let stem = Array(stemmer.stem(word).utf8)
    return number(ofStem: stem.indices, in: stem.span)
  }

  private mutating func number(ofStem stem: Range<Int>, in bytes: Span<UInt8>) -> Int32 {
    let canBeKey = !stem.isEmpty && stem.count <= ByteTable.longestKey
    if canBeKey, let known = stems.value(of: stem, in: bytes) { return known }
    guard canBeKey, stem.allSatisfy({ Self.isPlain(bytes[$0]) }) else {
      return number(ofAnyStem: stem, in: bytes)
    }
    let term = names.append(stem, in: bytes)
    stems.set(term, for: stem, in: bytes)
    return term
  }

  private mutating func number(ofAnyStem stem: Range<Int>, in bytes: Span<UInt8>) -> Int32 {
    let name = String(decoding: stem.map { bytes[$0] }, as: UTF8.self)
    let term = variants[name] ?? names.append(stem, in: bytes)
    variants[name] = term
    return term
  }

  /// Whether a byte is a small ASCII letter, a digit or a sign that a token can hold: words of
  /// these are equal only if their bytes are.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "@"),
      UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
