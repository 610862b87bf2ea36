// Advertising in talk, found by what is said.

package import Model
import Text

/// Advertising in talk, found by what is said.
///
/// A read begins with a phrase that announces one and goes on while its evidence does: the
/// sponsor's name, a phrase of advertising, or an address as it is read out, with gaps of a few
/// sentences between. It ends where somebody else speaks, or with the thanks to the sponsor. A
/// phrase that people also say in talk ("it's brought to you by") needs evidence behind it.
package enum SponsorReads {
  /// Ranges of sentences that are advertising, ascending, apart.
  ///
  /// - Parameters:
  ///   - sentences: The whole transcript's.
  ///   - seconds: The second at which each begins.
  ///   - phrases: What is said in this show's reads: a phrase of several words opens a read, a name
  ///     counts as evidence, and opens one where a phrase of advertising or an address is near.
  ///   - show: The show's name, which is no sponsor's.
  package static func find(
    _ sentences: [Sentence], seconds: [Double], phrases: [String] = [], show: String = ""
  ) -> [Range<Int>] {
    let scan = Scan(sentences, seconds: seconds, phrases: phrases, show: show)
    var reads: [Range<Int>] = []
    var names: Set<String> = []
    var at = 0
    while at < sentences.count {
      guard let read = scan.read(at: at) ?? scan.thanked(at: at, names: names) else {
        at += 1
        continue
      }
      for index in read { names.formUnion(scan.names(at: index)) }
      if let last = reads.last, read.lowerBound - last.upperBound <= 2,
        read.lowerBound <= last.upperBound
          || seconds[read.lowerBound] - seconds[last.upperBound - 1] <= 20
      {
        reads[reads.count - 1] =
          min(last.lowerBound, read.lowerBound)..<max(last.upperBound, read.upperBound)
      } else {
        reads.append(read)
      }
      at = read.upperBound
    }
    return reads
  }

  /// The names of sponsors and the sentences that return in the reads of a show, for `phrases` of
  /// its next episodes: those of two episodes at least, by name.
  ///
  /// - Parameter episodes: Episodes of one show, with their transcripts.
  package static func recurring(in episodes: [Episode]) -> [String] {
    var counts: [String: Int] = [:]
    for episode in episodes {
      let sentences = Sentences.ofCues(episode.cues.map { ($0.speaker, $0.text) })
      let seconds = SpeechClock.seconds(sentences, of: episode.cues)
      let reads = find(sentences, seconds: seconds, show: episode.show)
      var own: Set<String> = Set(
        episode.marks.compactMap { ChapterTitles.sponsor(in: $0.title) }.filter { !$0.isEmpty })
      for index in reads.joined() {
        own.formUnion(names(in: sentences[index].text, except: words(of: episode.show)))
        if (5...25).contains(sentences[index].words) {
          own.insert(Strings.trimmed(sentences[index].text.lowercased()))
        }
      }
      for phrase in own { counts[phrase, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  /// What speaks for advertising in a sentence of a read.
  package struct Sign: Equatable, Sendable {
    /// The sentence's index.
    package let sentence: Int
    /// What it is, for a reader.
    package let what: String
    /// The words.
    package let words: String
  }

  /// What speaks for advertising in a read that was found, in order.
  ///
  /// - Parameter read: One of what `find` gives of the same.
  package static func explain(
    _ read: Range<Int>, of sentences: [Sentence], seconds: [Double], phrases: [String] = [],
    show: String = ""
  ) -> [Sign] {
    let scan = Scan(sentences, seconds: seconds, phrases: phrases, show: show)
    let names = read.reduce(into: scan.shownNames) { $0.formUnion(scan.names(at: $1)) }
    return read.flatMap { scan.signs(at: $0, names: names) }
  }

  /// Whether words end a word of thanks to a sponsor that runs on: "for supporting", up to six
  /// words, and then another beginning.
  static func endsThanks(
    _ words: ArraySlice<ArraySlice<UInt8>>, before rest: ArraySlice<ArraySlice<UInt8>>
  ) -> Bool {
    guard let next = rest.first else { return false }
    let last = words.suffix(8).map { String(decoding: $0.lazy.map(ASCII.lower), as: UTF8.self) }
    guard
      let mark = last.indices.last(where: {
        ["supporting", "sponsoring"].contains(last[$0]) && $0 > 0 && last[$0 - 1] == "for"
      })
    else { return false }
    let behind = last.count - 1 - mark
    let word = String(decoding: next.lazy.map(ASCII.lower), as: UTF8.self)
    return behind == 6 || behind >= 2 && beginnings.contains(word)
  }

  /// The names behind "brought to you by" and its kin: capitalised words and addresses, in small
  /// letters.
  static func names(in text: String, except known: Set<String>) -> Set<String> {
    let lower = text.lowercased()
    // Lengths of both agree wherever the marks are found in ASCII; elsewhere there is no name.
    guard lower.utf8.count == text.utf8.count else { return [] }
    var names: Set<String> = []
    for mark in nameMarks {
      for found in lower.ranges(of: mark) {
        let start = text.utf8.index(
          text.startIndex,
          offsetBy: lower.utf8.distance(from: lower.startIndex, to: found.upperBound))
        let words = text[start...].split { !($0.isLetter || $0.isNumber || "-.".contains($0)) }
        for word in words.prefix(8) {
          let name = Strings.trimmed(word.lowercased()).trimming(".")
          let isName = word.first?.isUppercase == true || name.contains(".")
          // "Kettle.example" is called Kettle in the next sentence.
          let stem = name.lastIndex(of: ".").map { String(name[..<$0]) }
          for name in [name, stem].compactMap({ $0 })
          where isName && name.count > 2 && !known.contains(name) && !notNames.contains(name) {
            names.insert(name)
          }
        }
      }
    }
    return names
  }

  static func words(of show: String) -> Set<String> {
    Set(show.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  private static let nameMarks = [
    "brought to you by ", "sponsored by ", "supported by ", "sponsor for the show, ",
    "sponsor, ", "sponsors, ", "friends at ", "friends over at ", "comes from ", "thanks to ",
    "thank you to ", "thank you as always to ", "new tool from ", "is presented by ",
  ]
  private static let notNames: Set<String> = [
    "the", "and", "our", "this", "that", "for", "you", "your", "with", "new", "podcast", "check",
    "visit", "all", "sign", "them", "both", "their", "they", "use", "use-it", "don", "learn",
    "build",
    "python", "twitter", "show", "thank", "thanks", "guys", "get", "now", "just", "head",
  ]
  private static let beginnings: Set<String> = [
    "maybe", "so", "all", "alright", "now", "okay", "ok", "let's", "and", "i", "we", "you", "well",
    "yeah", "but", "let", "before", "what", "how",
  ]
}

/// One transcript, looked through for reads.
private struct Scan {
  let sentences: [Sentence]
  let seconds: [Double]
  let known: Set<String>
  let showName: String
  let openers: PhraseList
  let shownNames: Set<String>
  /// In how many sentences each word that may be a name stands.
  let said: [String: Int]
  /// In how many sentences a sponsor's name stands at most.
  let mostMentions: Int

  init(_ sentences: [Sentence], seconds: [Double], phrases: [String], show: String) {
    (self.sentences, self.seconds) = (sentences, seconds)
    known = SponsorReads.words(of: show)
    showName = show.lowercased().filter { $0.isLetter || $0.isNumber }
    let own = phrases.map { Strings.folded($0.lowercased()) }.filter { !$0.isEmpty }
    openers = PhraseList(own.filter { $0.split(separator: " ").count > 1 })
    shownNames = Set(own.filter { $0.split(separator: " ").count == 1 })
    var said: [String: Int] = [:]
    for sentence in sentences {
      for word in Set(Self.possibleNames(in: sentence.text)) { said[word, default: 0] += 1 }
    }
    self.said = said
    mostMentions = max(25, sentences.count / 40)
  }

  /// The read that begins at a sentence; `nil` when none does.
  func read(at first: Int) -> Range<Int>? {
    let text = sentences[first].text
    if openers.matches(text) || opens(SponsorPhrases.strong, at: first) {
      return extent(from: first)
    }
    if opens(SponsorPhrases.weak, at: first) {
      let read = extent(from: first)
      let isProven = read.dropFirst().contains { isAdvertising(sentences[$0].text) }
      return isProven || isAdvertising(text) ? read : nil
    }
    if mentions(shownNames, sentences[first]) {
      let near = first..<min(first + 3, sentences.count)
      return near.contains { isAdvertising(sentences[$0].text) } ? extent(from: first) : nil
    }
    return nil
  }

  /// The read that ends at a sentence with thanks to a sponsor and began without a phrase: back to
  /// the first mention of a name that other reads have, within a minute and a half.
  func thanked(at index: Int, names: Set<String>) -> Range<Int>? {
    guard SponsorPhrases.endings.matches(sentences[index].text) else { return nil }
    let own = usual(names.union(self.names(at: index)))
    var first: Int?
    var at = index
    while at > 0, seconds[index] - seconds[at - 1] <= 90, (first ?? index) - at <= 4 {
      at -= 1
      if mentions(own, sentences[at]) { first = at }
    }
    return first.map { $0..<(index + 1) }
  }

  /// The names that a sentence gives as a sponsor's.
  func names(at index: Int) -> Set<String> {
    usual(SponsorReads.names(in: joined(index), except: known))
  }

  /// Whether a phrase begins in a sentence; it may end in the next one.
  private func opens(_ phrases: PhraseList, at index: Int) -> Bool {
    let text = sentences[index].text
    if phrases.matches(text) { return true }
    guard index + 1 < sentences.count, !phrases.matches(sentences[index + 1].text) else {
      return false
    }
    // "Brought to you" ends a cue, "by Kettle" begins the next: recognisers put full stops there.
    let joined = text.trimming(".") + " " + sentences[index + 1].text
    return phrases.matches(joined)
  }

  /// What in a sentence speaks for advertising.
  ///
  /// - Parameter names: Those of the read's sponsors.
  func signs(at index: Int, names: Set<String>) -> [SponsorReads.Sign] {
    let text = sentences[index].text
    let own = Self.possibleNames(in: text).filter(names.contains)
    let found: [(String, String?)] = [
      ("a phrase of this show's reads", openers.first(in: text)),
      ("opens a read", SponsorPhrases.strong.first(in: joined(index))),
      ("may open a read", SponsorPhrases.weak.first(in: joined(index))),
      ("thanks a sponsor", SponsorPhrases.endings.first(in: text)),
      ("a phrase of advertising", SponsorPhrases.advertising.first(in: text)),
      ("an address as it is read out", Self.address(in: text.lowercased())),
      ("a sponsor's name", own.isEmpty ? nil : Set(own).sorted().joined(separator: ", ")),
    ]
    return found.compactMap { what, words in
      words.map { SponsorReads.Sign(sentence: index, what: what, words: $0) }
    }
  }

  private func isAdvertising(_ text: String) -> Bool {
    SponsorPhrases.advertising.matches(text) || SponsorPhrases.endings.matches(text)
      || Self.hasAddress(text.lowercased())
  }

  /// From an opening sentence to the last one with evidence.
  private func extent(from first: Int) -> Range<Int> {
    var names = self.names(at: first).union(shownNames)
    let speaker = sentences[first].author
    let opened = seconds[first]
    let isAnnounced = SponsorPhrases.strong.matches(joined(first)) || openers.matches(joined(first))
    var last = first
    var at = first + 1
    if !isAnnounced, SponsorPhrases.endings.matches(sentences[first].text) { return first..<at }
    while at < sentences.count {
      // What is announced goes on for a minute or more, and a story may stand in it.
      let isNear = at - last <= 6 && seconds[at] - seconds[last] <= 45
      let isInside = isAnnounced && seconds[at] - opened <= 100 && seconds[at] - seconds[last] <= 70
      guard isNear || isInside, seconds[at] - opened <= 300 else { break }
      if let speaker, let other = sentences[at].author, other != speaker { break }
      let text = sentences[at].text
      // A guest is greeted, or listeners are asked to subscribe: the read is over.
      if SponsorPhrases.welcomes.matches(text), at > last + 1 || !isAdvertising(text) { break }
      if SponsorPhrases.strong.matches(text) || openers.matches(text)
        || isNear && SponsorPhrases.weak.matches(text)
      {
        names.formUnion(self.names(at: at))
        last = at
      } else if mentions(names, sentences[at]) || isNear && isAdvertising(text)
        || Self.hasAddress(text.lowercased())
        || isNear && isAnnounced && hasSite(text.lowercased())
      {
        last = at
      }
      at += 1
      // A word of thanks to the sponsor ends the read.
      if last == at - 1, SponsorPhrases.endings.matches(text) {
        let next = at < sentences.count ? sentences[at].text : ""
        if !isAdvertising(next), !mentions(names, next), !SponsorPhrases.strong.matches(next) {
          break
        }
      }
    }
    return first..<(last + 1)
  }

  private func joined(_ index: Int) -> String {
    let text = sentences[index].text
    let endsOpen = text.lowercased().trimming(".").hasSuffix(" by")
    return endsOpen && index + 1 < sentences.count
      ? text.trimming(".") + " " + sentences[index + 1].text : text
  }

  /// The names that are not said all the time: "Python" in "brought to you by Python Training" is
  /// no evidence.
  private func usual(_ names: Set<String>) -> Set<String> {
    names.filter { said[$0, default: 0] <= mostMentions }
  }

  private func mentions(_ names: Set<String>, _ sentence: Sentence) -> Bool {
    mentions(names, sentence.text)
  }

  private func mentions(_ names: Set<String>, _ text: String) -> Bool {
    !names.isEmpty && Self.possibleNames(in: text).contains(where: names.contains)
  }

  /// Words with a capital or a dot inside, in small letters; where a text has no capitals at all,
  /// every word.
  private static func possibleNames(in text: String) -> [String] {
    let isSmall = !text.utf8.contains(where: ASCII.isUpper)
    return text.split { !($0.isLetter || $0.isNumber || "-.".contains($0)) }.compactMap { word in
      isSmall || word.first?.isUppercase == true || word.contains(".")
        ? word.lowercased().trimming(".") : nil
    }
  }

  /// `kettle.example.com`: a site; said in talk too.
  ///
  /// The show's own is no sponsor's.
  private func hasSite(_ lower: String) -> Bool {
    lower.split(separator: " ").contains { word in
      let labels = word.split { !($0.isLetter || $0.isNumber || "-.".contains($0)) }.first?
        .split(separator: ".")
      guard let labels, labels.count > 1, let last = labels.last else { return false }
      return Self.endings.contains(String(last)) && labels[0].count > 2
        && !showName.contains(labels[0])
    }
  }

  private static let endings: Set<String> = [
    "com", "org", "net", "io", "dev", "ai", "fm", "co", "app", "cloud", "de", "uk", "eu", "ci",
  ]

  static func hasAddress(_ lower: String) -> Bool { address(in: lower) != nil }

  /// `talkpython.fm/sentry`: an address as it is read out.
  private static func address(in lower: String) -> String? {
    let words = lower.split(separator: " ")
    return words.first { (word: Substring) in
      guard let slash = word.firstIndex(of: "/"), let dot = word[..<slash].lastIndex(of: ".") else {
        return false
      }
      return word[word.index(after: dot)..<slash].count >= 2 && word[..<dot].count >= 3
        && word.last != "/"
    }.map(String.init)
  }
}

extension String {
  /// Without a character at either end.
  fileprivate func trimming(_ character: Character) -> String {
    var text = Substring(self)
    while text.last == character { text.removeLast() }
    while text.first == character { text.removeFirst() }
    return String(text)
  }
}
