// What the titles of given chapters say of them.

import Text

/// What the titles of given chapters say of them.
package enum ChapterTitles {
  /// A title for a chapter that has none: its best key phrases that share no word, at most three, the
  /// first with a capital.
  ///
  /// - Parameters:
  ///   - phrases: Best first.
  ///   - people: Who speaks: their names are no subject.
  package static func title(_ phrases: [Keyphrases.Phrase], people: [String] = []) -> String {
    let names = Set(people.flatMap { $0.lowercased().split(separator: " ").map(String.init) })
    var chosen: [Keyphrases.Phrase] = []
    for phrase in phrases where chosen.count < 3 {
      let words = phrase.text.lowercased().split(separator: " ").map(String.init)
      if words.allSatisfy(names.contains) { continue }
      let said = chosen.reduce(0) { $0 + $1.terms.count }
      // Two phrases of several words say enough.
      if said >= 4 { break }
      if chosen.allSatisfy({ Set($0.terms).isDisjoint(with: phrase.terms) }) {
        chosen.append(phrase)
      }
    }
    let title = chosen.map(\.text).joined(separator: ", ")
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  /// The sponsor that a title names, "" where it only says that it is advertising; `nil` for any
  /// other title.
  ///
  /// "Sponsor: Kettle", "Ad", "Ad break", "[Ad] Kettle", "Werbung", "A word from our sponsors".
  package static func sponsor(in title: String) -> String? {
    let lower = Strings.folded(title.lowercased())
    if phrases.matches(lower) { return "" }
    let words = lower.split { !($0.isLetter || $0.isNumber) }
    guard let first = words.first else { return nil }
    if words.count <= 2,
      words.allSatisfy({ heads.contains(String($0)) || $0.allSatisfy(\.isNumber) })
    {
      return ""
    }
    guard heads.contains(String(first)) else { return nil }
    // "Ad hoc networks" and "Sponsoring open source" are subjects: a mark follows the word.
    let rest = lower.drop { !($0.isLetter || $0.isNumber) }.dropFirst(first.count)
    guard let mark = rest.first(where: { $0 != " " }), !(mark.isLetter || mark.isNumber) else {
      return rest.hasPrefix(" break") || rest.hasPrefix(" read") ? "" : nil
    }
    return Strings.trimmed(rest.drop { !($0.isLetter || $0.isNumber) })
  }

  /// Whether a title is that of an opening or a closing.
  package static func isFrame(_ title: String) -> Bool {
    frames.contains(Strings.folded(title.lowercased()))
  }

  private static let heads: Set<String> = [
    "sponsor", "sponsors", "sponsored", "ad", "ads", "advert", "adverts", "advertisement",
    "advertisements", "advertising", "werbung", "anzeige", "reklame", "publicité", "pub",
    "publicidad", "anuncio", "promo", "sponsorship", "break", "reclame",
  ]
  private static let phrases = PhraseList([
    "word from our sponsor", "words from our sponsor", "message from our sponsor",
    "thanks to our sponsor", "thank you to our sponsor", "our sponsors", "sponsor break",
    "sponsor message", "sponsor read", "sponsored by", "brought to you by",
  ])
  private static let frames: Set<String> = [
    "intro", "introduction", "introductions", "outro", "opening", "closing", "welcome", "goodbye",
    "credits", "end credits", "cold open", "intro music", "outro music", "start", "end",
    "begrüßung",
    "verabschiedung", "teaser",
  ]
}
