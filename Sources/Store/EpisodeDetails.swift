// What belongs to an episode beside its transcript: chapters, people, soundbites.

import Model

extension Archive {
  /// Where the publisher says that chapters begin, in order.
  func marks(of episode: String) throws(SQLiteError) -> [ChapterMark] {
    try connection.rows(
      "SELECT start, title, url FROM chapter_mark WHERE episode = ? ORDER BY place",
      [.text(episode)]
    ) { ChapterMark(start: $0.real(0) ?? 0, title: $0.text(1) ?? "", url: $0.text(2)) }
  }

  /// Stores chapters in place of those that were there.
  func replaceMarks(of episode: String, _ marks: [ChapterMark]) throws(SQLiteError) {
    try replace("chapter_mark", of: episode, "start, title, url", marks) {
      [SQLValue($0.start), .text($0.title), SQLValue($0.url)]
    }
  }

  /// Hosts and guests, in order.
  func people(of episode: String) throws(SQLiteError) -> [EpisodePerson] {
    try connection.rows(
      "SELECT name, role, url FROM person WHERE episode = ? ORDER BY place", [.text(episode)]
    ) { EpisodePerson(name: $0.text(0) ?? "", role: $0.text(1) ?? "", url: $0.text(2)) }
  }

  /// Stores people in place of those that were there.
  func replacePeople(of episode: String, _ people: [EpisodePerson]) throws(SQLiteError) {
    try replace("person", of: episode, "name, role, url", people) {
      [.text($0.name), .text($0.role), SQLValue($0.url)]
    }
  }

  /// What the publisher recommends, in order.
  func soundbites(of episode: String) throws(SQLiteError) -> [Soundbite] {
    try connection.rows(
      "SELECT start, duration, title FROM soundbite WHERE episode = ? ORDER BY place",
      [.text(episode)]
    ) { Soundbite(start: $0.real(0) ?? 0, duration: $0.real(1) ?? 0, title: $0.text(2)) }
  }

  /// Stores soundbites in place of those that were there.
  func replaceSoundbites(of episode: String, _ soundbites: [Soundbite]) throws(SQLiteError) {
    try replace("soundbite", of: episode, "start, duration, title", soundbites) {
      [SQLValue($0.start), SQLValue($0.duration), SQLValue($0.title)]
    }
  }

  private func replace<T>(
    _ table: String, of episode: String, _ columns: String, _ rows: [T], _ values: (T) -> [SQLValue]
  ) throws(SQLiteError) {
    try connection.run("DELETE FROM \(table) WHERE episode = ?", [.text(episode)])
    for (place, row) in rows.enumerated() {
      try connection.run(
        "INSERT INTO \(table)(episode, place, \(columns)) VALUES(?, ?, ?, ?, ?)",
        [.text(episode), SQLValue(place)] + values(row))
    }
  }
}
