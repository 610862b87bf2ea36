// An export back into an archive.

package import FoundationEssentials
import Model

extension Archive {
  /// How many records a file of lines gave.
  package struct Intake: Sendable {
    /// Records that were read.
    package var records = 0
    /// Those of them that were new.
    package var new = 0
    /// Whether the last line has been there, and its number was right.
    package var isWhole = false
    /// New sources, whose entries may be still to come: until they are here, no server must say that
    /// nothing has changed.
    fileprivate var sources: [SourceRecord] = []

    /// Creates an empty one.
    package init() {}
  }

  /// Why a line was not taken.
  package struct BadLine: Error {
    /// Its place among the lines that were given, from 0.
    package var index = 0
    /// What is wrong with it.
    package let message: String
  }

  private struct Tail: Decodable { let records: Int }

  /// Takes lines of an export, behind its head, up to the first bad one: what is stored already stays
  /// as it is.
  ///
  /// The index and the counts of terms are to be brought up to date when all is taken.
  package func take(_ lines: [Data], _ intake: inout Intake) throws {
    var result = intake
    let bad: BadLine? = try connection.transaction {
      let decoder = ArchiveRecord.decoder
      for (index, line) in lines.enumerated() {
        do {
          try take(line, decoder, &result)
        } catch var bad as BadLine {
          bad.index = index
          return bad
        }
      }
      return nil
    }
    intake = result
    if let bad { throw bad }
  }

  private func take(_ line: Data, _ decoder: JSONDecoder, _ intake: inout Intake) throws {
    if intake.isWhole { throw BadLine(message: "stands behind the last line of the export") }
    let record: ArchiveRecord
    do {
      record = try decoder.decode(ArchiveRecord.self, from: line)
    } catch {
      if let tail = try? decoder.decode(Tail.self, from: line) {
        guard tail.records == intake.records else {
          throw BadLine(
            message: "counts \(tail.records) records, but \(intake.records) came before it")
        }
        for source in intake.sources { try noteRead(source) }
        intake.isWhole = true
        return
      }
      throw BadLine(message: "is no record of an export: \(Self.spelled(error))")
    }
    if let fault = record.fault { throw BadLine(message: fault) }
    do {
      if try store(record) {
        intake.new += 1
        if case .source(let source) = record { intake.sources.append(source) }
      }
      intake.records += 1
    } catch {
      throw BadLine(message: "cannot be stored: \(error.message)")
    }
  }

  private static func spelled(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "it has no '\(key.stringValue)'"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of another type"
    case DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is not whole JSON" : context.debugDescription
    default: "\(error)"
    }
  }

  /// Stores a record where there is none yet; returns whether it did.
  private func store(_ record: ArchiveRecord) throws(SQLiteError) -> Bool {
    switch record {
    case .source(let source): try insert(source)
    case .thread(let thread):
      try insert(
        "thread", "id, title, url, source, site, removed_up_to",
        [
          .text(thread.id), .text(thread.title), .text(thread.url), .text(thread.source),
          .text(thread.site), SQLValue(thread.removedUpTo),
        ])
    case .post(let post): try insert(post)
    case .article(let article):
      try insert(
        "article", "id, title, url, author, date, words, source, site",
        [
          .text(article.id), .text(article.title), .text(article.url), SQLValue(article.author),
          SQLValue(article.date?.seconds), .text(article.words), .text(article.source),
          .text(article.site),
        ])
    case .episode(let episode): try insert(episode)
    case .alias(let alias): try insert("known_as", "key, id", [.text(alias.key), .text(alias.id)])
    case .registry(let registry):
      try insert(
        "registry_index", "source, text", [.text(registry.source), .text(registry.text)])
    case .status(let status):
      try insert(
        "proposal_status", "proposal, since, status",
        [.text(status.proposal), SQLValue(status.since.seconds), .text(status.status)])
    case .issue(let issue): try insert(issue)
    case .mail(let mail):
      try insert(
        "mail", "issue, message_id, state, at",
        [
          .text(mail.issue), .text(mail.messageID), .text(mail.state), SQLValue(mail.at.seconds),
        ])
    case .withdrawn(let issue): try insert(issue)
    }
  }

  private func insert(_ table: String, _ columns: String, _ values: [SQLValue])
    throws(SQLiteError) -> Bool
  {
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    return try connection.run(
      "INSERT INTO \(table)(\(columns)) VALUES(\(marks)) ON CONFLICT DO NOTHING", values) == 1
  }

  private func isStored(_ table: String, _ key: String, by column: String) throws(SQLiteError)
    -> Bool
  {
    try !connection.rows("SELECT 1 FROM \(table) WHERE \(column) = ?", [.text(key)]) { _ in true }
      .isEmpty
  }

  private func insert(_ withdrawn: WithdrawnRecord) throws(SQLiteError) -> Bool {
    guard try !isStored("issue", withdrawn.issue, by: "slug") else { return false }
    return try insert(
      "withdrawn", "issue, first_day, end_day, at",
      [
        .text(withdrawn.issue), .text(withdrawn.firstDay), .text(withdrawn.endDay),
        SQLValue(withdrawn.at.seconds),
      ])
  }

  private func insert(_ source: SourceRecord) throws(SQLiteError) -> Bool {
    try insert(
      "source",
      """
      address, title, kind, last_attempt, last_success, failures, failing_since, last_error,
      next_attempt, moved_to, moved_sightings, gone, language
      """,
      [
        .text(source.address), SQLValue(source.title), SQLValue(source.kind),
        SQLValue(source.lastAttempt?.seconds), SQLValue(source.lastSuccess?.seconds),
        SQLValue(source.failures), SQLValue(source.failingSince?.seconds),
        SQLValue(source.lastError), SQLValue(source.nextAttempt?.seconds),
        SQLValue(source.movedTo), SQLValue(source.movedSightings), SQLValue(source.gone ? 1 : 0),
        SQLValue(source.language),
      ])
  }

  /// Stores what is known of the document that a source sent last, all of which is here.
  private func noteRead(_ source: SourceRecord) throws {
    try connection.run(
      """
      UPDATE source SET etag = ?, last_modified = ?, last_full = ?, listed_as = ?
      WHERE address = ?
      """,
      [
        SQLValue(source.etag), SQLValue(source.lastModified), SQLValue(source.lastFull?.seconds),
        SQLValue(source.listedAs), .text(source.address),
      ])
  }

  private func insert(_ post: PostRecord) throws(SQLiteError) -> Bool {
    let thread = try connection.rows(
      "SELECT source FROM thread WHERE id = ?", [.text(post.thread)]
    ) { $0.text(0) }.first.flatMap(\.self)
    let isNew = try insert(
      "post", "id, thread, number, author, author_key, date, url, words, in_reply_to, source",
      [
        .text(post.id), .text(post.thread), SQLValue(post.number), .text(post.author),
        .text(post.authorKey), SQLValue(post.date?.seconds), .text(post.url), .text(post.words),
        SQLValue(post.inReplyTo), SQLValue(post.source ?? thread),
      ])
    guard isNew else { return false }
    try replaceQuotations(
      of: post.id,
      post.quotations.map { Quotation(author: $0.author, number: $0.number, text: $0.text) })
    return true
  }

  /// A stored episode still gets the transcript and whatever else it lacks.
  private func insert(_ record: EpisodeRecord) throws(SQLiteError) -> Bool {
    let isNew = try insert(
      "episode",
      "id, title, url, audio, date, seconds, transcript, notes, source, show, number, chapters",
      [
        .text(record.id), .text(record.title), SQLValue(record.url), SQLValue(record.audio),
        SQLValue(record.date?.seconds), SQLValue(record.seconds), SQLValue(record.transcript),
        .text(record.notes), .text(record.source), .text(record.show), SQLValue(record.number),
        SQLValue(record.chapters),
      ])
    let id = record.id
    if !record.cues.isEmpty, try cues(stored: id).isEmpty {
      try replaceCues(of: id, record.cues)
    }
    if try marks(of: id).isEmpty {
      try replaceMarks(
        of: id, record.marks.map { ChapterMark(start: $0.start, title: $0.title, url: $0.url) })
    }
    if try people(of: id).isEmpty { try replacePeople(of: id, record.people) }
    if try soundbites(of: id).isEmpty { try replaceSoundbites(of: id, record.soundbites) }
    return isNew
  }

  private func insert(_ issue: PublicationRecord) throws(SQLiteError) -> Bool {
    // What was decoded from JSON can be written as JSON.
    let content = issue.content.flatMap { try? IssueRecord.encode($0) } ?? issue.contentText
    // Of what a damaged database could not give only the name may be here.
    if content != nil {
      try connection.run(
        "DELETE FROM issue WHERE slug = ? AND content IS NULL", [.text(issue.slug)])
    }
    // What was taken back here does not come back by itself.
    guard try !isStored("withdrawn", issue.slug, by: "issue") else { return false }
    let isNew = try insert(
      "issue", "slug, title, first_day, end_day, until, summary, content",
      [
        .text(issue.slug), .text(issue.title), .text(issue.firstDay), .text(issue.endDay),
        SQLValue(issue.until.seconds), .text(issue.summary.joined(separator: "\n")),
        SQLValue(content),
      ])
    guard isNew else { return false }
    for (place, quote) in issue.quotes.enumerated() {
      _ = try insert(
        "printed_quote", "issue, place, origin, text",
        [.text(issue.slug), SQLValue(place), .text(quote.origin), .text(quote.text)])
    }
    for earlier in issue.earlierTexts ?? [] {
      _ = try insert(
        "earlier_text", "issue, origin, words",
        [.text(issue.slug), .text(earlier.origin), .text(earlier.text)])
    }
    for topic in issue.topics {
      _ = try insert(
        "printed_topic", "issue, slug, label, week, posts, moments, terms, members",
        [
          .text(issue.slug), .text(topic.slug), .text(topic.label), .text(topic.week),
          SQLValue(topic.posts), SQLValue(topic.moments),
          .text(topic.terms.joined(separator: "\n")), .text(topic.members.joined(separator: "\n")),
        ])
    }
    for thread in issue.threads {
      _ = try insert("printed_thread", "issue, thread", [.text(issue.slug), .text(thread)])
    }
    return true
  }
}
