// Entries and cues to episodes.

package import Model
import Text

/// Entries and cues to episodes.
package enum EpisodeBuilder {
  /// The episodes of a podcast's feed, in document order; an entry without any identity is left
  /// out with a diagnostic.
  static func episodes(in feed: Feed, source: String, show: String, base: String?) -> (
    [Episode], [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    let identity = EntryIdentity(feed, source: source, base: base)
    let episodes = feed.entries.compactMap { entry -> Episode? in
      let link = EntryIdentity.page(entry, feed, base)
      let audio = entry.enclosures.first { $0.type?.hasPrefix("audio/") != false }
      guard let id = identity.of(entry, page: link) else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        return nil
      }
      let notes = HTMLText.blocks(of: entry.content ?? entry.summary ?? "")
      return Episode(
        id: id, title: entry.title ?? id, url: link, audio: audio?.url,
        date: entry.published ?? entry.updated, seconds: entry.duration,
        transcript: bestTranscript(entry.transcripts)?.url, notes: notes.words, source: source,
        show: show)
    }
    return (episodes, diagnostics)
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
    let end = cues.compactMap { $0.end ?? $0.start }.max()
    return Episode(
      id: episode.id, title: episode.title, url: episode.url, audio: episode.audio,
      date: episode.date, seconds: episode.seconds ?? end, transcript: episode.transcript,
      notes: episode.notes, source: episode.source, show: episode.show, cues: cues)
  }

  /// The transcript of the form that is read best; `nil` when none is of a form that is read.
  private static func bestTranscript(_ transcripts: [FeedTranscript]) -> FeedTranscript? {
    let forms = [("text/vtt", ".vtt"), ("text/plain", ".txt")]
    return forms.lazy.compactMap { type, ending in
      transcripts.first { transcript in
        transcript.type?.lowercased().hasPrefix(type)
          ?? transcript.url.prefix { $0 != "?" }.lowercased().hasSuffix(ending)
      }
    }.first
  }
}
