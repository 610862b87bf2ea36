// What a damaged database still gives.

package import Model

/// What no source can give again: which issues were published, what they printed and quoted, and which
/// were sent.
extension Archive {
  /// What could be taken over.
  package struct Salvage: Sendable {
    /// Issues as they were printed.
    package var issues = 0
    /// Issues of which only is known that they were published.
    package var named = 0
    /// The first place that could not be read; `nil`: there was none.
    package var problem: String?
  }

  private static let issueColumns = "slug, title, first_day, end_day, until, summary, content"

  /// What belongs to issues: table, columns, and the column that names the issue.
  private static let parts: [(table: String, columns: String, issue: String)] = [
    ("printed_quote", "issue, place, origin, text", "issue"),
    ("printed_topic", "issue, slug, label, week, posts, moments, terms, members", "issue"),
    ("printed_thread", "issue, thread", "issue"),
    ("mail", "issue, message_id, state, at", "issue"),
  ]

  /// Rows of a table of issues that are looked at one by one, at most: twenty years of weeks, each made
  /// several times.
  private static let mostRows: Int64 = 8192

  /// Copies the published issues, the texts that they quote, and their mail out of another database, as
  /// far as it can be read: what lies on a damaged page is lost, and nothing else.
  ///
  /// An issue that is named somewhere, and cannot be read, counts as published still, without content.
  ///
  /// - Parameters:
  ///   - pages: Names of issues that the site has.
  ///   - window: The days of an issue by its name; `nil` for what is no name.
  package func salvage(
    from path: String, pages: [String], window: (String) -> Window?
  ) -> Salvage {
    var salvage = Salvage()
    func note(_ problem: (any Error)?) {
      salvage.problem = salvage.problem ?? problem.map { "\($0)" }
    }
    var damaged: Connection?
    do { damaged = try Connection(path: path, isReadOnly: true) } catch { note(error) }
    do {
      try connection.transaction {
        var named = Set(pages)
        if let damaged {
          note(try copyIssues(from: damaged))
          named.formUnion(Self.named(in: damaged))
        }
        salvage.issues = try publishedIssues().count
        for slug in named.sorted() {
          guard let days = window(slug), days.slug == slug else { continue }
          salvage.named += try remember(publicationOf: days)
        }
        if let damaged { try copyParts(from: damaged, note) }
      }
      if let damaged { try keepQuoted(from: damaged) }
    } catch {
      note(error)
    }
    return salvage
  }

  /// Copies the issues; where not all can be read at once, one by one.
  private func copyIssues(from damaged: Connection) throws -> (any Error)? {
    let problem = try copy("issue", Self.issueColumns, from: damaged)
    guard problem != nil else { return nil }
    for row in 1...Self.mostRows {
      _ = try copy("issue", Self.issueColumns, from: damaged, where: "rowid = ?", .integer(row))
    }
    return problem
  }

  /// Copies what belongs to issues, and what has been seen of proposals.
  private func copyParts(from damaged: Connection, _ note: ((any Error)?) -> Void) throws {
    let slugs = try publishedIssues().map(\.slug)
    for (table, columns, issue) in Self.parts {
      let problem = try copy(table, columns, from: damaged)
      note(problem)
      guard problem != nil else { continue }
      for slug in slugs {
        _ = try copy(table, columns, from: damaged, where: "\(issue) = ?", .text(slug))
      }
    }
    note(try copy("proposal_status", "proposal, since, status", from: damaged))
    // A database of an older program has no such tables.
    _ = try copy("earlier_text", "issue, origin, words", from: damaged)
    _ = try copy("withdrawn", "issue, first_day, end_day, at", from: damaged)
  }

  /// The names of issues that can be read somewhere.
  private static func named(in damaged: Connection) -> Set<String> {
    var names: Set<String> = []
    let columns = [("slug", "issue")] + parts.map { ($0.issue, $0.table) }
    for (column, table) in columns {
      // As far as it goes.
      try? damaged.query("SELECT DISTINCT \(column) FROM \(table)") { row in
        if let name = row.text(0) { names.insert(name) }
      }
    }
    let withdrawn = try? damaged.rows("SELECT issue FROM withdrawn") { $0.text(0) ?? "" }
    return names.subtracting(withdrawn ?? [])
  }

  /// Keeps what the issues quote: the sources may have other words by now, or nothing any more.
  ///
  /// What cannot be read is no fault of its own: `verify` looks for each quote.
  private func keepQuoted(from damaged: Connection) throws {
    let origins = try connection.rows(
      "SELECT DISTINCT origin FROM printed_quote ORDER BY origin"
    ) { $0.text(0) ?? "" }
    try connection.transaction {
      for origin in origins {
        // A page that cannot be read leaves the others.
        if let text = try? Self.text(ofOrigin: origin, in: damaged) {
          try keep(text, ofOrigin: origin)
        }
      }
    }
  }

  /// Copies rows as far as they can be read; returns why not all could.
  private func copy(
    _ table: String, _ columns: String, from damaged: Connection,
    where condition: String? = nil, _ value: SQLValue? = nil
  ) throws -> (any Error)? {
    let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
    let limits = condition.map { " WHERE \($0)" } ?? ""
    var rows: [[SQLValue]] = []
    var failure: (any Error)?
    do {
      try damaged.query("SELECT \(columns) FROM \(table)\(limits)", value.map { [$0] } ?? []) {
        rows.append($0.values)
      }
    } catch {
      failure = error
    }
    for row in rows {
      // A row whose issue is not known has nothing to belong to.
      _ = try? connection.run("INSERT OR IGNORE INTO \(table)(\(columns)) VALUES(\(marks))", row)
    }
    return failure
  }
}
