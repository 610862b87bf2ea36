// Everything stored, a line at a time.

import FoundationEssentials
import Model

extension Archive {
  /// The first line of an export.
  package static let exportHead = "{\"hallway_archive\":1}"

  /// Hands over everything stored as lines of JSON, without their ends: a head, the records, and a
  /// last line with their number.
  ///
  /// What is written meanwhile by others does not show. The records are those of ``ArchiveRecord``.
  package func exportLines(_ line: (String) throws -> Void) throws {
    let encoder = ArchiveRecord.encoder
    var count = 0
    try connection.snapshot {
      try line(Self.exportHead)
      try exportRecords { record in
        try line(String(decoding: try encoder.encode(record), as: UTF8.self))
        count += 1
      }
      try line("{\"records\":\(count)}")
    }
  }

  private func exportRecords(_ give: (ArchiveRecord) throws -> Void) throws {
    try exportSources(give)
    try exportRead(give)
    try connection.each("SELECT id FROM episode ORDER BY id") { row in
      try give(.episode(try episodeRecord(row.text(0) ?? "")))
    }
    try connection.each("SELECT key, id FROM known_as ORDER BY key") { row in
      try give(.alias(AliasRecord(key: row.text(0) ?? "", id: row.text(1) ?? "")))
    }
    try connection.each("SELECT source, text FROM registry_index ORDER BY source") { row in
      try give(.registry(RegistryRecord(source: row.text(0) ?? "", text: row.text(1) ?? "")))
    }
    try connection.each(
      "SELECT proposal, since, status FROM proposal_status ORDER BY proposal, since"
    ) { row in
      try give(
        .status(
          StatusRecord(
            proposal: row.text(0) ?? "", since: Moment(row.integer(1) ?? 0),
            status: row.text(2) ?? "")))
    }
    try exportIssues(give)
    try connection.each("SELECT issue, message_id, state, at FROM mail ORDER BY issue") { row in
      try give(
        .mail(
          SentRecord(
            issue: row.text(0) ?? "", messageID: row.text(1) ?? "", state: row.text(2) ?? "",
            at: Moment(row.integer(3) ?? 0))))
    }
    for withdrawal in try withdrawals() {
      try give(
        .withdrawn(
          WithdrawnRecord(
            issue: withdrawal.issue, firstDay: withdrawal.firstDay.iso8601,
            endDay: withdrawal.endDay.iso8601, at: Moment(withdrawal.moment.seconds))))
    }
  }

  private func exportSources(_ give: (ArchiveRecord) throws -> Void) throws {
    try connection.each(
      """
      SELECT address, title, kind, last_attempt, last_success, failures, failing_since, last_error,
        etag, last_modified, last_full, next_attempt, moved_to, moved_sightings, gone, listed_as,
        language FROM source ORDER BY address
      """
    ) { row in
      try give(
        .source(
          SourceRecord(
            address: row.text(0) ?? "", title: row.text(1), kind: row.text(2),
            lastAttempt: row.moment(3), lastSuccess: row.moment(4),
            failures: Int(row.integer(5) ?? 0), failingSince: row.moment(6),
            lastError: row.text(7), etag: row.text(8), lastModified: row.text(9),
            lastFull: row.moment(10), nextAttempt: row.moment(11), movedTo: row.text(12),
            movedSightings: Int(row.integer(13) ?? 0), gone: row.integer(14) == 1,
            listedAs: row.text(15), language: row.text(16))))
    }
  }

  private func exportRead(_ give: (ArchiveRecord) throws -> Void) throws {
    try connection.each(
      "SELECT id, title, url, source, site, removed_up_to FROM thread ORDER BY id"
    ) { row in
      try give(
        .thread(
          ThreadRecord(
            id: row.text(0) ?? "", title: row.text(1) ?? "", url: row.text(2) ?? "",
            source: row.text(3) ?? "", site: row.text(4) ?? "",
            removedUpTo: Int(row.integer(5) ?? 0))))
    }
    try connection.each(
      """
      SELECT id, thread, number, author, author_key, date, url, words, in_reply_to, key, source
      FROM post ORDER BY id
      """
    ) { row in
      let quotations = try connection.rows(
        "SELECT author, number, text FROM quotation WHERE post = ? ORDER BY place",
        [SQLValue(row.integer(9))]
      ) {
        PostRecord.Quoted(
          author: $0.text(0), number: $0.integer(1).map { Int($0) }, text: $0.text(2) ?? "")
      }
      try give(
        .post(
          PostRecord(
            id: row.text(0) ?? "", thread: row.text(1) ?? "",
            number: row.integer(2).map { Int($0) }, author: row.text(3) ?? "",
            authorKey: row.text(4) ?? "", date: row.moment(5), url: row.text(6) ?? "",
            words: row.text(7) ?? "", inReplyTo: row.text(8), quotations: quotations,
            source: row.text(10))))
    }
    try connection.each(
      "SELECT id, title, url, author, date, words, source, site FROM article ORDER BY id"
    ) { row in
      try give(
        .article(
          ArticleRecord(
            id: row.text(0) ?? "", title: row.text(1) ?? "", url: row.text(2) ?? "",
            author: row.text(3), date: row.moment(4), words: row.text(5) ?? "",
            source: row.text(6) ?? "", site: row.text(7) ?? "")))
    }
  }

  private func episodeRecord(_ id: String) throws -> EpisodeRecord {
    guard let episode = try episode(id) else { preconditionFailure("the snapshot has it") }
    return EpisodeRecord(
      id: id, title: episode.title, url: episode.url, audio: episode.audio,
      date: episode.date.map { Moment($0.seconds) }, seconds: episode.seconds,
      transcript: episode.transcript, notes: episode.notes, source: episode.source,
      show: episode.show, number: episode.number, chapters: episode.chapters,
      marks: try marks(of: id).map {
        EpisodeRecord.Mark(start: $0.start, title: $0.title, url: $0.url)
      },
      people: try people(of: id), soundbites: try soundbites(of: id), cues: try cues(of: id))
  }

  private func exportIssues(_ give: (ArchiveRecord) throws -> Void) throws {
    try connection.each(
      """
      SELECT slug, title, first_day, end_day, until, summary, content FROM issue ORDER BY slug
      """
    ) { row in
      let slug = row.text(0) ?? ""
      let text = row.text(6)
      let content = text.flatMap(IssueRecord.decode)
      let isReadable = try content.map(IssueRecord.encode) == text
      let quotes = try connection.rows(
        "SELECT origin, text FROM printed_quote WHERE issue = ? ORDER BY place", [.text(slug)]
      ) { PublicationRecord.Printed(origin: $0.text(0) ?? "", text: $0.text(1) ?? "") }
      let earlier = try connection.rows(
        "SELECT origin, words FROM earlier_text WHERE issue = ? ORDER BY origin", [.text(slug)]
      ) { PublicationRecord.Printed(origin: $0.text(0) ?? "", text: $0.text(1) ?? "") }
      let topics = try connection.rows(
        """
        SELECT slug, label, week, posts, moments, terms, members FROM printed_topic
        WHERE issue = ? ORDER BY slug
        """, [.text(slug)]
      ) {
        PublicationRecord.PrintedTopic(
          slug: $0.text(0) ?? "", label: $0.text(1) ?? "", week: $0.text(2) ?? "",
          posts: Int($0.integer(3) ?? 0), moments: Int($0.integer(4) ?? 0), terms: $0.lines(5),
          members: $0.lines(6))
      }
      let threads = try connection.rows(
        "SELECT thread FROM printed_thread WHERE issue = ? ORDER BY thread", [.text(slug)]
      ) { $0.text(0) ?? "" }
      try give(
        .issue(
          PublicationRecord(
            slug: slug, title: row.text(1) ?? "", firstDay: row.text(2) ?? "",
            endDay: row.text(3) ?? "", until: Moment(row.integer(4) ?? 0), summary: row.lines(5),
            content: isReadable ? content : nil, contentText: isReadable ? nil : text,
            quotes: quotes, earlierTexts: earlier.isEmpty ? nil : earlier, topics: topics,
            threads: threads)))
    }
  }
}

extension Row {
  fileprivate func moment(_ column: Int32) -> Moment? { integer(column).map(Moment.init) }

  /// The lines of a text.
  fileprivate func lines(_ column: Int32) -> [String] {
    (text(column) ?? "").split(separator: "\n").map(String.init)
  }
}
