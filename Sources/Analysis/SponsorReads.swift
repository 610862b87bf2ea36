// Advertising in talk, found by what is said.

import Text

/// Advertising in talk, found by what is said.
///
/// A read begins with a phrase that announces one and goes on while its evidence does: the
/// sponsor's name, a phrase of advertising, or a bare address, with gaps of a few sentences
/// between. One that begins in the last minutes runs to the end.
package enum SponsorReads {
  /// Ranges of sentences that are advertising, ascending, apart.
  ///
  /// - Parameters:
  ///   - sentences: The whole transcript's.
  ///   - start: The second at which a sentence begins.
  package static func find(_ sentences: [Sentence], start: (Sentence) -> Double?) -> [Range<Int>] {
    var reads: [Range<Int>] = []
    let end = sentences.last.flatMap(start) ?? 0
    var at = 0
    while at < sentences.count {
      let text = sentences[at].text
      let time = start(sentences[at]) ?? 0
      let late = end > 600 && time > end - 240
      guard
        openers.matches(text) || (late && closers.matches(text))
      else {
        at += 1
        continue
      }
      let read =
        late && closers.matches(text)
        ? at..<sentences.count : extent(from: at, sentences, start)
      reads.append(read)
      at = read.upperBound
    }
    return reads
  }

  /// From an opening sentence to the last one with evidence.
  private static func extent(
    from first: Int, _ sentences: [Sentence], _ start: (Sentence) -> Double?
  ) -> Range<Int> {
    var names = sponsorNames(sentences[first].text)
    var last = first
    var at = first + 1
    let opened = start(sentences[first]) ?? 0
    while at < sentences.count, at - last <= 5 {
      if let time = start(sentences[at]), time - opened > 240 { break }
      let text = sentences[at].text
      let lower = text.lowercased()
      if openers.matches(text) { names.formUnion(sponsorNames(text)) }
      if phrases.matches(text) || mentions(names, lower) || hasAddress(lower) {
        last = at
      }
      at += 1
      // A word of thanks to the sponsor ends the read.
      if last == at - 1, endings.matches(text) { break }
    }
    return first..<(last + 1)
  }

  /// The names behind "brought to you by": capitalised words, in small letters.
  private static func sponsorNames(_ text: String) -> Set<String> {
    guard
      let mark = [" by ", " from ", " sponsor, ", " sponsor "].lazy.compactMap({ word in
        text.ranges(of: word).last.map { text[$0.upperBound...] }
      }).first
    else { return [] }
    let words = mark.split { !($0.isLetter || $0.isNumber || $0 == "-") }.prefix(6)
    let named = words.filter { $0.first?.isUppercase == true && $0.count > 2 }
    return Set(named.map { $0.lowercased() })
  }

  private static func mentions(_ names: Set<String>, _ lower: String) -> Bool {
    !names.isEmpty
      && lower.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains {
        names.contains(String($0))
      }
  }

  /// `talkpython.fm/sentry`: an address as it is read out.
  private static func hasAddress(_ lower: String) -> Bool {
    lower.split(separator: " ").contains { word in
      guard let slash = word.firstIndex(of: "/"), let dot = word[..<slash].lastIndex(of: ".") else {
        return false
      }
      return word[word.index(after: dot)..<slash].count >= 2 && word[..<dot].count >= 3
        && word.last != "/"
    }
  }

  private static let openers = PhraseList([
    "brought to you by", "sponsored by", "our sponsor", "this week's sponsor", "today's sponsor",
    "word from our", "support for this podcast comes from", "support for the show comes from",
    "thanks to our friends at", "this message comes from", "this show is supported by",
    "this episode is supported by", "portion of the show is",
  ])
  private static let closers = PhraseList([
    "this has been another episode of", "thank you to our sponsors", "thanks to our sponsors",
    "check out our sponsors", "thanks for listening", "thank you for listening",
    "thank you so much for listening",
  ])
  private static let endings = PhraseList([
    "for supporting", "for sponsoring", "for being a sponsor", "the podcast player show notes",
  ])
  private static let phrases = PhraseList([
    "promo code", "coupon code", "discount code", "sign up at", "get started for free",
    "free trial", "show notes", "start building", "visit ", "check out", "check it out at",
    "percent off", "% off", "spelled ", "for supporting", "for sponsoring", "learn more at",
    "head over to", "go to ", "no strings attached",
  ])
}
