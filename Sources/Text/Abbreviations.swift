// Full stops that end a word and not a sentence.

/// Full stops that end a word and not a sentence: abbreviations, initials, ordinals, list numbers.
///
/// Lists of the languages of the larger communities; an abbreviation of one is no word of another.
enum Abbreviations {
  /// Whether the sentence goes on behind a full stop.
  ///
  /// - Parameters:
  ///   - sentence: Where the sentence begins.
  ///   - stop: Where the full stop stands.
  ///   - next: The blank behind it and what closes with it.
  ///   - end: The end of the paragraph.
  static func goesOn(_ bytes: [UInt8], sentence: Int, stop: Int, next: Int, _ end: Int) -> Bool {
    let low = wordStart(bytes, before: stop, from: sentence)
    let word = lowered(bytes[low..<stop])
    // J. Smith, É. Zola, А. С. Пушкин, z. B.; but not "and so do I."
    if word.unicodeScalars.count == 1, word.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
      return word != "i"
    }
    if always.contains(word) { return true }
    if !word.isEmpty, word.utf8.allSatisfy(ASCII.isDigit) {
      return low == sentence
        || word.utf8.count <= 2 && isOrdinal(bytes, before: low, from: sentence)
    }
    let follower = follower(bytes, next, end)
    if beforeNumber.contains(word) { return follower.utf8.first.map(ASCII.isDigit) ?? false }
    // "the U.S. Army", "5 p.m. Tuesday"; but "in the U.S. The law".
    if isSpelled(word) || word == "uu" { return !follower.isEmpty && !starters.contains(follower) }
    return false
  }

  private static func wordStart(_ bytes: [UInt8], before stop: Int, from sentence: Int) -> Int {
    var low = stop
    while low > sentence, !ASCII.isSpace(bytes[low - 1]), bytes[low - 1] != UInt8(ascii: "(") {
      low -= 1
    }
    return low
  }

  private static func lowered(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Letters with full stops between: `u.s`, `p.m`, `ph.d`.
  private static func isSpelled(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { (1...2).contains($0.utf8.count) }
  }

  /// Whether a number is one of German days and centuries, by what stands before it.
  private static func isOrdinal(_ bytes: [UInt8], before low: Int, from sentence: Int) -> Bool {
    guard low > sentence else { return false }
    let first = wordStart(bytes, before: low - 1, from: sentence)
    return beforeOrdinal.contains(lowered(bytes[first..<(low - 1)]))
  }

  /// The word that follows, in small letters; empty at the end.
  private static func follower(_ bytes: [UInt8], _ next: Int, _ end: Int) -> String {
    var at = next
    while at < end, ASCII.isSpace(bytes[at]) { at += 1 }
    var last = at
    while last < end, !ASCII.isSpace(bytes[last]) { last += 1 }
    return lowered(bytes[at..<last])
  }

  private static let always: Set<String> = [
    "mr", "mrs", "ms", "messrs", "dr", "prof", "st", "sr", "jr", "gen", "col", "sgt", "gov", "sen",
    "rep", "rev", "hon", "e.g", "eg", "i.e", "ie", "cf", "vs", "viz", "resp", "approx", "ca",
    "incl", "esp", "al", "a.k.a", "w.r.t", "bzw", "ggf", "evtl", "z.b", "d.h", "u.a", "vgl", "hr",
    "fr", "sog", "bspw", "sra", "srta", "dra", "dña", "ud", "uds", "ee", "p.ex", "mme", "mlle",
    "mgr", "напр", "г-н", "dhr", "mevr", "bijv", "sig", "dott",
  ]
  private static let beforeNumber: Set<String> = [
    "no", "nr", "núm", "num", "vol", "ch", "cap", "kap", "sec", "abs", "ziff", "bd", "fig", "abb",
    "eq", "p", "pp", "pág", "pag", "art", "pt", "ver", "v", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez",
  ]
  private static let beforeOrdinal: Set<String> = [
    "am", "im", "vom", "zum", "den", "der", "dem", "des", "bis", "ab", "seit",
  ]
  /// Words that begin sentences.
  private static let starters: Set<String> = [
    "the", "it", "this", "that", "these", "those", "in", "we", "he", "she", "they", "but", "and",
    "i", "a", "an", "if", "when", "for", "so", "there", "you", "what", "as", "at", "on", "no",
  ]
}
