// What a transcript's first sentences and its file's name say of the episode.

package import Model
import Text

/// What is known of an episode that no feed names.
package struct TranscriptIntroduction: Equatable, Sendable {
  /// Its number in the show.
  package var number: Int?
  /// The day on which it was recorded or published.
  package var day: CalendarDay?
  /// Its title, from the file's name, or, where that only counts or dates, what is said of it; `nil`
  /// where neither tells.
  package var title: String?

  /// So many seconds of talk are the introduction.
  private static let seconds = 180.0

  /// Reads "this is SHOW, episode 524, recorded September 3rd, 2025", and a name like
  /// `2025-09-03-524-things-to-learn.vtt`; a number in the name goes before one that was heard.
  ///
  /// - Parameters:
  ///   - cues: The transcript, from its beginning.
  ///   - name: The file's name without folder and ending.
  ///   - show: The show's name, which is no part of a title.
  package static func read(_ cues: [Cue], name: String, show: String) -> TranscriptIntroduction {
    var result = TranscriptIntroduction()
    let head = cues.prefix(80).filter { ($0.start ?? 0) <= seconds }.map(\.text)
    let words = Strings.folded(head.joined(separator: " ")).split(separator: " ").map {
      $0.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    for (index, word) in words.enumerated() where word == "episode" {
      let next = words[(index + 1)...].prefix(2).first { $0 != "number" }
      if let number = next.flatMap({ Int($0) }), number > 0, number < 100_000 {
        result.number = number
        break
      }
    }
    let cueWords: Set<String> = ["recorded", "published", "airing", "aired", "released"]
    for (index, word) in words.enumerated() where cueWords.contains(word) {
      if let day = day(in: words[(index + 1)...].prefix(6)) {
        result.day = day
        break
      }
    }
    result.readName(name, show: show)
    result.title = result.title ?? announced(Strings.folded(head.joined(separator: " ")))
    return result
  }

  private static let announcements = [
    "in this episode, ", "on this episode, ", "this episode is called ", "this episode is about ",
    "today's episode is called ", "today's episode is about ", "in today's episode, ",
    "on today's episode, ", "on today's show, ", "in today's show, ",
  ]
  /// A title has no more words; a longer announcement is a summary.
  private static let longestTitle = 14

  /// What the introduction announces, to the end of its sentence: "In this episode, we count down 38
  /// things to learn this year." The words are the speakers' own.
  private static func announced(_ text: String) -> String? {
    let lower = text.lowercased()
    // Letters whose small form is longer would move the places.
    guard lower.utf8.count == text.utf8.count else { return nil }
    for phrase in announcements {
      guard let range = lower.firstRange(of: phrase) else { continue }
      let start = text.utf8.index(
        text.startIndex, offsetBy: lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
      )
      let rest = text[start...]
      guard let end = rest.firstIndex(where: { ".?!".contains($0) }) else { continue }
      let title = Strings.trimmed(rest[..<end])
      let words = title.split(separator: " ").count
      if (2...longestTitle).contains(words) {
        return title.prefix(1).uppercased() + title.dropFirst()
      }
    }
    return nil
  }

  /// `september 3rd 2025`, `3 september 2025`, `the 3rd of september 2025`.
  private static func day(in words: ArraySlice<String>) -> CalendarDay? {
    let useful = words.filter { !["on", "the", "of"].contains($0) }.prefix(3)
    guard useful.count == 3 else { return nil }
    return FeedDate.parse(useful.joined(separator: " "))?.utcDay
  }

  private mutating func readName(_ name: String, show: String) {
    var parts = name.split { "-_ .".contains($0) }.map(String.init)
    if parts.count >= 3, let date = CalendarDay(iso8601: parts[..<3].joined(separator: "-")) {
      day = day ?? date
      parts.removeFirst(3)
    }
    let showWords = Set(
      show.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    var title = parts
    while let first = title.first, showWords.contains(first.lowercased()) { title.removeFirst() }
    if let first = title.first, first.lowercased() == "episode" || first.lowercased() == "ep" {
      title.removeFirst()
    }
    if let first = title.first, let found = Int(first), found > 0, found < 100_000 {
      number = found
      title.removeFirst()
    }
    let text = title.joined(separator: " ")
    if text.contains(where: \.isLetter) {
      self.title = text.prefix(1).uppercased() + text.dropFirst()
    }
  }
}
