// Episodes and their cues.

package import Model

extension Archive {
  /// The episodes published inside a window, newest first, then by id, with their transcripts.
  package func episodes(in window: Window) throws -> [Episode] {
    var episodes = try episodes(
      "date >= ? AND date < ?",
      [SQLValue(window.from.seconds), SQLValue(window.until.seconds)])
    for index in episodes.indices {
      episodes[index].cues = try cues(of: episodes[index].id)
      episodes[index].marks = try marks(of: episodes[index].id)
      episodes[index].people = try people(of: episodes[index].id)
      episodes[index].soundbites = try soundbites(of: episodes[index].id)
    }
    return episodes
  }

  /// The episodes of a show, newest first, then by id, without their transcripts.
  package func episodes(ofShow show: String) throws -> [Episode] {
    try episodes("show = ?", [.text(show)])
  }

  /// The names of all shows, in order.
  package func shows() throws -> [String] {
    try connection.rows("SELECT DISTINCT show FROM episode ORDER BY show") { $0.text(0) ?? "" }
  }

  /// The last episodes of a show that were published before a moment and have transcripts, with
  /// them, newest first.
  package func heard(ofShow show: String, before moment: Timestamp, limit: Int) throws -> [Episode]
  {
    var found = try episodes(
      "show = ? AND date < ? AND EXISTS (SELECT 1 FROM cue WHERE cue.episode = episode.id)",
      [.text(show), SQLValue(moment.seconds)], limit: limit)
    for index in found.indices { found[index].cues = try cues(of: found[index].id) }
    return found
  }

  /// An episode without its transcript; `nil` when it is not stored.
  func episode(_ id: String) throws -> Episode? { try episodes("id = ?", [.text(id)]).first }

  /// Some cues of an episode, by their places.
  func cues(of episode: String, _ places: Range<Int>) throws -> [Cue] {
    try connection.rows(
      """
      SELECT start, end, speaker, text FROM cue WHERE episode = ? AND place >= ? AND place < ?
      ORDER BY place
      """, [.text(episode), SQLValue(places.lowerBound), SQLValue(places.upperBound)]
    ) { Self.cue($0) }
  }

  /// The transcript of an episode, in its own order.
  package func cues(of episode: String) throws -> [Cue] { try cues(stored: episode) }

  /// Episodes of a source without a stored transcript, newest first, then by id.
  package func episodesWithoutTranscript(of source: String) throws -> [Episode] {
    try episodes(
      "source = ? AND NOT EXISTS (SELECT 1 FROM cue WHERE cue.episode = episode.id)",
      [.text(source)])
  }

  /// Episodes of a source without stored chapters of the publisher's, newest first, then by id.
  package func episodesWithoutChapters(of source: String) throws -> [Episode] {
    try episodes(
      "source = ? AND NOT EXISTS (SELECT 1 FROM chapter_mark WHERE chapter_mark.episode = episode.id)",
      [.text(source)])
  }

  /// Stores an episode, and its cues where it has any; returns 1 if anything is new or changed,
  /// else 0.
  func store(_ episode: Episode, by storer: Storer) throws(SQLiteError) -> Int {
    let claimant = Claimant(source: episode.source, storer: storer)
    let id = try identity(episode.id, keys: episode.keys, in: .episode, by: claimant)
    switch try claim(of: claimant, on: id, in: .episode) {
    case .none: return 0
    case .replace: break
    case .take:
      try connection.run(
        "UPDATE episode SET source = ?, show = ? WHERE id = ?",
        [.text(episode.source), .text(episode.show), .text(id)])
    }
    var changed = try connection.run(
      """
      INSERT INTO episode(id, title, url, audio, date, seconds, transcript, notes, source, show,
        number, chapters) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(id) DO UPDATE SET title = excluded.title, url = excluded.url,
        audio = excluded.audio, date = coalesce(excluded.date, date),
        seconds = coalesce(excluded.seconds, seconds),
        transcript = coalesce(excluded.transcript, transcript), notes = excluded.notes,
        number = coalesce(excluded.number, number),
        chapters = coalesce(excluded.chapters, chapters), indexed = 0
        WHERE title <> excluded.title OR url IS NOT excluded.url OR audio IS NOT excluded.audio
          OR (excluded.date IS NOT NULL AND date IS NOT excluded.date)
          OR (excluded.seconds IS NOT NULL AND seconds IS NOT excluded.seconds)
          OR (excluded.transcript IS NOT NULL AND transcript IS NOT excluded.transcript)
          OR (excluded.number IS NOT NULL AND number IS NOT excluded.number)
          OR (excluded.chapters IS NOT NULL AND chapters IS NOT excluded.chapters)
          OR notes <> excluded.notes
      """,
      [
        .text(id), .text(episode.title), SQLValue(episode.url), SQLValue(episode.audio),
        SQLValue(episode.date?.seconds), SQLValue(episode.seconds), SQLValue(episode.transcript),
        .text(episode.notes), .text(episode.source), .text(episode.show),
        SQLValue(episode.number), SQLValue(episode.chapters),
      ])
    if !episode.cues.isEmpty, try cues(stored: id) != episode.cues {
      try replaceCues(of: id, episode.cues)
      changed = 1
    }
    if !episode.marks.isEmpty, try marks(of: id) != episode.marks {
      try replaceMarks(of: id, episode.marks)
      changed = 1
    }
    if !episode.people.isEmpty, try people(of: id) != episode.people {
      try replacePeople(of: id, episode.people)
      changed = 1
    }
    if !episode.soundbites.isEmpty, try soundbites(of: id) != episode.soundbites {
      try replaceSoundbites(of: id, episode.soundbites)
      changed = 1
    }
    return min(changed, 1)
  }

  /// Episodes by a condition, newest first, then by id, without cues and marks.
  private func episodes(_ condition: String, _ values: [SQLValue], limit: Int = -1) throws
    -> [Episode]
  {
    try connection.rows(
      """
      SELECT id, title, url, audio, date, seconds, transcript, notes, source, show, number, chapters
      FROM episode WHERE \(condition) ORDER BY date DESC, id LIMIT ?
      """, values + [SQLValue(limit)]
    ) { Self.episode($0) }
  }

  private static func episode(_ row: Row) -> Episode {
    Episode(
      id: row.text(0) ?? "", title: row.text(1) ?? "", url: row.text(2), audio: row.text(3),
      date: row.integer(4).map(Timestamp.init), seconds: row.real(5), transcript: row.text(6),
      notes: row.text(7) ?? "", source: row.text(8) ?? "", show: row.text(9) ?? "",
      number: row.integer(10).map { Int($0) }, chapters: row.text(11))
  }

  func cues(stored episode: String) throws(SQLiteError) -> [Cue] {
    try connection.rows(
      "SELECT start, end, speaker, text FROM cue WHERE episode = ? ORDER BY place",
      [.text(episode)]
    ) { Self.cue($0) }
  }

  private static func cue(_ row: Row) -> Cue {
    Cue(start: row.real(0), end: row.real(1), speaker: row.text(2), text: row.text(3) ?? "")
  }

  /// Stores a transcript in place of the one that was there.
  func replaceCues(of episode: String, _ cues: [Cue]) throws(SQLiteError) {
    try keepingQuoted(quotedCues(of: episode)) { () throws(SQLiteError) in
      try connection.run("DELETE FROM cue WHERE episode = ?", [.text(episode)])
      for (place, cue) in cues.enumerated() {
        try connection.run(
          "INSERT INTO cue(episode, place, start, end, speaker, text) VALUES(?, ?, ?, ?, ?, ?)",
          [
            .text(episode), SQLValue(place), SQLValue(cue.start), SQLValue(cue.end),
            SQLValue(cue.speaker), .text(cue.text),
          ])
      }
    }
  }
}
