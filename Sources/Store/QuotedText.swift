// The text behind each printed quote, also where it has changed since.

import Model

/// An issue quotes what is stored when it is published. Authors edit, and shows replace transcripts:
/// the first such change after that would take the quote's text away, so for each issue that quotes it
/// the text is kept as it was. It goes when its issue is published again.
extension Archive {
  /// The stored text that a quote must stand in: a post's or an article's words, or a transcript
  /// from a cue on; `nil` when nothing with that id is stored.
  package func text(ofOrigin origin: String) throws(SQLiteError) -> String? {
    try Self.text(ofOrigin: origin, in: connection)
  }

  /// The same in any database.
  static func text(ofOrigin origin: String, in connection: Connection) throws(SQLiteError)
    -> String?
  {
    let words = try connection.rows(
      """
      SELECT words FROM post WHERE id = ?1 UNION ALL SELECT words FROM article WHERE id = ?1
      UNION ALL SELECT title FROM article WHERE id = ?1
      """, [.text(origin)]
    ) { $0.text(0) ?? "" }
    if !words.isEmpty { return words.joined(separator: "\n\n") }
    guard let (episode, place) = cue(ofOrigin: origin) else { return nil }
    // A quote has at most 70 words, and a cue at least one.
    let cues = try connection.rows(
      "SELECT text FROM cue WHERE episode = ? AND place >= ? ORDER BY place LIMIT 80",
      [.text(episode), SQLValue(place)]
    ) { $0.text(0) ?? "" }
    return cues.isEmpty ? nil : cues.joined(separator: " ")
  }

  /// The text of an origin as a published issue quotes it, where that was replaced since; else
  /// `nil`.
  package func earlierText(ofOrigin origin: String, quotedIn issue: String) throws -> String? {
    try connection.rows(
      "SELECT words FROM earlier_text WHERE issue = ? AND origin = ?",
      [.text(issue), .text(origin)]
    ) { $0.text(0) ?? "" }.first
  }

  /// Changes stored texts, and keeps those as they were that published issues quote.
  ///
  /// - Parameter origins: Whatever of it may be quoted.
  @discardableResult
  func keepingQuoted<T>(
    _ origins: [String], _ change: () throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T {
    var quoted: [(origin: String, text: String)] = []
    for origin in origins where try isQuoted(origin) {
      if let text = try text(ofOrigin: origin) { quoted.append((origin, text)) }
    }
    let result = try change()
    for (origin, text) in quoted where try self.text(ofOrigin: origin) != text {
      try keep(text, ofOrigin: origin)
    }
    return result
  }

  /// Keeps a text for each issue that quotes it and has none: what was stored between an issue and its
  /// next state is not what it quotes.
  func keep(_ text: String, ofOrigin origin: String) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR IGNORE INTO earlier_text(issue, origin, words)
      SELECT DISTINCT issue, origin, ? FROM printed_quote WHERE origin = ?
      """, [.text(text), .text(origin)])
  }

  private func isQuoted(_ origin: String) throws(SQLiteError) -> Bool {
    try connection.rows(
      "SELECT 1 FROM printed_quote WHERE origin = ? LIMIT 1", [.text(origin)]
    ) { _ in true }.first ?? false
  }

  /// The origins of all quotes that published issues have of an episode's transcript, in order.
  func quotedCues(of episode: String) throws(SQLiteError) -> [String] {
    try connection.rows(
      """
      SELECT DISTINCT origin FROM printed_quote
      WHERE origin >= ?1 || '#cue-' AND origin < ?1 || '#cue.' ORDER BY origin
      """, [.text(episode)]
    ) { $0.text(0) ?? "" }.filter { Self.cue(ofOrigin: $0)?.episode == episode }
  }

  /// The episode and the place of the cue that an origin names; `nil` when it names none.
  static func cue(ofOrigin origin: String) -> (episode: String, place: Int)? {
    guard let mark = origin.range(ofLast: "#cue-"), let place = Int(origin[mark.upperBound...])
    else { return nil }
    return (String(origin[..<mark.lowerBound]), place)
  }
}

extension String {
  /// The range of the last place where a text stands.
  fileprivate func range(ofLast text: String) -> Range<String.Index>? {
    var end = endIndex
    while let found = self[..<end].lastIndex(of: text.first ?? "#") {
      if self[found...].hasPrefix(text) { return found..<index(found, offsetBy: text.count) }
      end = found
    }
    return nil
  }
}
