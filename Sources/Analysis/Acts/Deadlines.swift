// Sentences that announce a day by which something happens or must be done.

package import Model
import Text

/// A day ahead that a sentence announces.
package struct Deadline: Equatable, Sendable {
  /// What happens on it.
  package enum Kind: String, Sendable {
    /// Something can no longer be done, or must be done by then.
    case closes
    /// Something is published.
    case release
    /// Something is shut down or no longer supported.
    case ends
    /// Something begins, or takes place.
    case event
  }

  /// The index of the sentence.
  package let sentence: Int
  /// The day.
  package let day: CalendarDay
  /// What happens on it.
  package let kind: Kind
}

/// Finds sentences that announce a day ahead.
///
/// English only, and high precision before recall: a day counts with a verb or noun that announces
/// it ("closes on", "is scheduled for", "please vote by"), and not where a condition, a past tense
/// or another's words stand before it. The sentences are ones that can be printed by themselves.
package enum Deadlines {
  /// The announcements among sentences, in their order; a sentence that announces two days is there
  /// twice.
  ///
  /// - Parameters:
  ///   - sentences: Of posts and articles.
  ///   - written: The day on which a post (``Sentence/unit``) was written; `nil` when that is not
  ///     known: nothing is found in it then.
  /// - Complexity: Linear; what names no day costs a look at its bytes.
  package static func find(
    in sentences: [Sentence], written: (_ unit: Int) -> CalendarDay?
  ) -> [Deadline] {
    sentences.indices.flatMap { index -> [Deadline] in
      let sentence = sentences[index]
      guard DayNames.occur(in: sentence.text), let day = written(sentence.unit),
        isPrintable(sentence)
      else { return [] }
      return announced(in: sentence, written: day).map {
        Deadline(sentence: index, day: $0.day, kind: $0.kind)
      }
    }
  }

  private static func isPrintable(_ sentence: Sentence) -> Bool {
    guard Quotability.isQuotable(sentence, atLeast: 5), SentenceTraits.isFinished(sentence.text),
      let first = sentence.text.utf8.first, !ASCII.isLower(first), first != UInt8(ascii: "("),
      !sentence.text.utf8.suffix(2).contains(UInt8(ascii: "?"))
    else { return false }
    return !StandsAlone.leans(
      sentence.text, opensThread: sentence.unit == 0, isTalk: sentence.isSpoken)
  }

  private static func announced(
    in sentence: Sentence, written: CalendarDay
  ) -> [(day: CalendarDay, kind: Deadline.Kind)] {
    var words = CueWords(sentence.text)
    // "2026-06-02: call for papers": a line of a chronicle.
    guard words.words.count > 1, words.words[1] != ":" || !startsWithDigit(words.words[0]) else {
      return []
    }
    let last = written.advanced(by: 366)
    let days = DateExpressions.find(in: words, written: written)
    guard days.contains(where: { $0.day <= last }) else { return [] }
    for day in days.reversed() { words.replace(day.range, with: "#" + day.tie.rawValue) }
    var result: [(day: CalendarDay, kind: Deadline.Kind)] = []
    var shortened = 0
    var free = 0
    for day in days {
      let at = day.range.lowerBound - shortened
      shortened += day.range.count - 1
      guard day.day <= last, let kind = DeadlineCues.kind(of: at, in: words, after: free) else {
        continue
      }
      free = at + 1
      if !result.contains(where: { $0.day == day.day }) { result.append((day.day, kind)) }
    }
    return result
  }

  private static func startsWithDigit(_ word: String) -> Bool {
    word.utf8.first.map(ASCII.isDigit) ?? false
  }
}
