// A sentence as cue patterns see it: small words, short forms written out, marks apart.

import Text

/// A sentence as cue patterns see it.
///
/// Words are in small letters, short forms written out ("I'm" is "i am", "can't" is "can not"),
/// marks that end a clause are words of their own, and what stands in double quotes is one `"`:
/// a title or another's words are not the writer's.
struct CueWords {
  /// The words.
  private(set) var words: [String] = []
  /// The words as written; `ACK` is a vote, `ack` a packet.
  private(set) var written: [String] = []
  /// Where the sentence begins, openers like "But" and "Yes," passed over.
  private(set) var head: Int

  /// Takes a sentence apart.
  init(_ text: String) {
    var words: [String] = []
    var written: [String] = []
    var isQuoted = false
    for piece in text.split(separator: " ") {
      let bytes = Self.plain(piece.utf8)
      var from = bytes.startIndex
      for (at, byte) in bytes.enumerated() where !Self.isInner(bytes, at, byte) {
        if !isQuoted { Self.append(bytes[from..<at], to: &words, &written) }
        from = at + 1
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
          if isQuoted { continue }
        }
        guard !isQuoted, Self.marks.contains(byte) else { continue }
        words.append(String(UnicodeScalar(byte)))
        written.append(words[words.count - 1])
      }
      if !isQuoted { Self.append(bytes[from...], to: &words, &written) }
    }
    self.words = words
    self.written = written
    head = Self.head(of: words)
  }

  /// Puts one word in the place of several: a date is one thing to a pattern.
  mutating func replace(_ range: Range<Int>, with word: String) {
    words.replaceSubrange(range, with: [word])
    written.replaceSubrange(range, with: [word])
    head = Self.head(of: words)
  }

  private static func head(of words: [String]) -> Int {
    words.firstIndex { !openers.contains($0) && $0 != "," } ?? 0
  }

  /// The words of the clause before an index, nearest last.
  func clause(before index: Int) -> ArraySlice<String> {
    let start = words[..<index].lastIndex(where: Self.clauseEnds.contains)
    return words[(start.map { $0 + 1 } ?? 0)..<index]
  }

  /// Whether a word is a mark.
  static func isMark(_ word: String) -> Bool {
    word.utf8.count == 1 && word.utf8.first.map(marks.contains) == true
  }

  /// Typographic apostrophes and quotes made plain, dashes a comma.
  private static func plain(_ piece: Substring.UTF8View) -> [UInt8] {
    var result: [UInt8] = []
    for byte in piece {
      result.append(byte)
      // U+2013 to U+201D are E2 80 93 to E2 80 9D in UTF-8.
      guard result.count >= 3, result[result.count - 2] == 0x80, result[result.count - 3] == 0xE2
      else { continue }
      let mark: Character? =
        switch byte {
        case 0x98, 0x99: "'"
        case 0x9C, 0x9D: "\""
        case 0x93, 0x94: ","
        default: nil
        }
      guard let ascii = mark?.asciiValue else { continue }
      result.removeLast(3)
      result.append(ascii)
    }
    return result
  }

  /// Whether a byte belongs to a word: letters, digits, and marks between them.
  private static func isInner(_ bytes: [UInt8], _ at: Int, _ byte: UInt8) -> Bool {
    if ASCII.isAlphanumeric(byte) || byte >= 0x80 { return true }
    let next = at + 1 < bytes.count && ASCII.isAlphanumeric(bytes[at + 1])
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "#"): return next
    case UInt8(ascii: "-"):  // "SE-0401" is two words.
      return next && !(at > 0 && ASCII.isLetter(bytes[at - 1]) && ASCII.isDigit(bytes[at + 1]))
    case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"):
      return next && at > 0 && ASCII.isAlphanumeric(bytes[at - 1])
    default: return false
    }
  }

  private static func append(
    _ bytes: ArraySlice<UInt8>, to words: inout [String], _ written: inout [String]
  ) {
    guard !bytes.isEmpty else { return }
    let asWritten = String(decoding: bytes, as: UTF8.self)
    let small = String(decoding: bytes.lazy.map(ASCII.lower), as: UTF8.self)
    for word in parts(of: small) {
      words.append(word)
      written.append(asWritten)
    }
  }

  /// A short form written out.
  private static func parts(of word: String) -> [String] {
    if let known = shortForms[word] { return known }
    guard word.utf8.contains(UInt8(ascii: "'")) else { return [word] }
    for (end, full) in endings where word.hasSuffix(end) {
      let stem = String(word.dropLast(end.count))
      return full == "is" && !subjects.contains(stem) ? [stem] : [stem, full]
    }
    return [word]
  }

  private static let marks: Set<UInt8> = Set(",;:()!?.\"".utf8)
  private static let clauseEnds: Set<String> = [",", ";", ":", "(", ")", "but", "?", "!", "."]
  private static let shortForms: [String: [String]] = [
    "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"],
    "let's": ["let", "us"], "lets": ["let", "us"], "dont": ["do", "not"], "im": ["i", "am"],
    "favour": ["favor"],
    "sceptical": ["skeptical"],
  ]
  private static let endings: [(String, String)] = [
    ("n't", "not"), ("'m", "am"), ("'d", "would"), ("'ve", "have"), ("'re", "are"),
    ("'ll", "will"), ("'s", "is"),
  ]
  /// Where "'s" is "is" and not a genitive.
  private static let subjects: Set<String> = [
    "it", "that", "he", "she", "what", "there", "here", "who", "how", "where", "this", "why",
    "everything", "something", "nothing",
  ]
  private static let openers: Set<String> = [
    "but", "and", "so", "yes", "yeah", "yep", "no", "well", "ok", "okay", "sure", "overall",
    "also", "then", "however", "still", "therefore", "thus", "hence", "instead", "personally",
    "maybe", "perhaps", "honestly", "frankly", "again", "further", "furthermore", "additionally",
    "finally", "firstly", "secondly", "ultimately", "generally", "imo", "imho", "fwiw", "hmm", "oh",
    "unfortunately", "initially", "alternatively", "separately", "otherwise", "regardless",
    "anyway",
    "actually", "similarly", "now", "(", "ah", "hi", "thanks",
  ]
}
