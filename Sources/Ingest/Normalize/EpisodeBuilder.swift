// Entries and cues to episodes.

package import Model
import Text

/// Entries and cues to episodes.
package enum EpisodeBuilder {
  /// The episodes of a podcast's feed, in document order; an entry without any identity is left
  /// out with a diagnostic.
  static func episodes(in feed: Feed, _ identity: EntryIdentity, source: String, show: String) -> (
    [Episode], [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    let episodes = feed.entries.compactMap { entry -> Episode? in
      let audio = entry.enclosures.first { $0.type?.hasPrefix("audio/") != false }
      guard let id = identity.of(entry) else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        return nil
      }
      let notes = HTMLText.blocks(of: entry.body)
      var episode = Episode(
        id: id, title: entry.title ?? id, url: entry.link, audio: audio?.url,
        date: entry.published ?? entry.updated, seconds: entry.duration,
        transcript: bestTranscript(entry.transcripts)?.url, notes: notes.words, source: source,
        show: show, number: entry.episode, chapters: entry.chapters,
        marks: marks(of: entry), keys: identity.keys(of: entry))
      episode.people = people(entry, feed, notes)
      episode.soundbites = entry.soundbites.map {
        Soundbite(start: $0.start, duration: $0.duration, title: $0.title)
      }
      return episode
    }
    return (episodes, diagnostics)
  }

  /// Hosts and guests: those of the episode, else the show's and those that the notes name.
  private static func people(_ entry: FeedEntry, _ feed: Feed, _ notes: [TextBlock])
    -> [EpisodePerson]
  {
    let named = entry.persons.isEmpty ? feed.persons : entry.persons
    var people = named.compactMap { person in
      person.name.map { EpisodePerson(name: $0, role: person.role ?? "host", url: person.url) }
    }
    for person in NotePeople.find(in: notes)
    where !people.contains(where: { $0.name.lowercased() == person.name.lowercased() }) {
      people.append(person)
    }
    return people
  }

  /// The chapters in the feed itself, or in the show notes; none where a file has them.
  private static func marks(of entry: FeedEntry) -> [ChapterMark] {
    if entry.chapters != nil { return [] }
    if !entry.chapterMarks.isEmpty {
      return entry.chapterMarks.map {
        ChapterMark(start: $0.start, title: $0.title, url: $0.url)
      }
    }
    let found = NoteChapters.find(in: entry.body)
    return found.isEmpty ? NoteChapters.find(in: entry.summary ?? "") : found
  }

  /// Whether a feed is a podcast's: at least half of its entries carry audio.
  static func recognizes(_ feed: Feed) -> Bool {
    let spoken = feed.entries.filter { entry in
      entry.enclosures.contains { $0.type?.hasPrefix("audio/") == true }
    }
    return !spoken.isEmpty && spoken.count * 2 >= feed.entries.count
  }

  /// An episode with its transcript's cues; the length is taken from them where nothing else gave
  /// it.
  package static func with(_ cues: [Cue], _ episode: Episode) -> Episode {
    var result = episode
    result.cues = cues
    result.seconds = episode.seconds ?? cues.compactMap { $0.end ?? $0.start }.max()
    return result
  }

  /// The transcript of the form that is read best: what its media type says, or else the ending of
  /// its path; `nil` when there is none.
  ///
  /// The form itself is told by the content, so that one of an unknown type is worth a try, but
  /// comes last.
  private static func bestTranscript(_ transcripts: [FeedTranscript]) -> FeedTranscript? {
    transcripts.enumerated().min { ($0.1.rank, $0.0) < ($1.1.rank, $1.0) }?.element
  }
}

extension FeedTranscript {
  /// The forms, the best first: exact times and speakers, exact times, times of paragraphs.
  private static let forms: [(types: [String], endings: [String])] = [
    (["text/vtt"], [".vtt"]),
    (["application/json", "text/json"], [".json"]),
    (
      [
        "application/srt", "text/srt", "application/x-subrip", "application/x-srt", "text/x-subrip",
      ], [".srt"]
    ),
    (["text/plain"], [".txt"]),
    (["text/html"], [".html", ".htm"]),
  ]

  /// The place of its form among them.
  fileprivate var rank: Int {
    let type = type.map { $0.prefix { $0 != ";" } }.map { Strings.trimmed($0).lowercased() }
    let path = url.prefix { $0 != "?" && $0 != "#" }.lowercased()
    let byType = Self.forms.firstIndex { $0.types.contains(type ?? "") }
    return byType ?? Self.forms.firstIndex { $0.endings.contains(where: path.hasSuffix) }
      ?? Self.forms.count
  }
}
