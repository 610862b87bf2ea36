// Which issues have been sent by mail.

package import Model

/// What is known of the mail of one issue.
package struct MailRecord: Equatable, Sendable {
  /// How far it got.
  package enum State: String, Sendable {
    /// It is being handed over; what is left in this state by a run that died may have arrived.
    case sending
    /// It has been handed over.
    case sent
  }

  /// The issue's name in addresses.
  package let issue: String
  /// The message's own id.
  package let messageID: String
  /// How far it got.
  package let state: State
  /// When it got there.
  package let moment: Timestamp

  /// Creates a record.
  package init(issue: String, messageID: String, state: State, moment: Timestamp) {
    (self.issue, self.messageID, self.state, self.moment) = (issue, messageID, state, moment)
  }
}

extension Archive {
  /// What is known of an issue's mail; `nil` when nothing has been tried, or all that was tried
  /// failed for certain.
  package func mail(of issue: String) throws -> MailRecord? {
    try connection.rows(
      "SELECT message_id, state, at FROM mail WHERE issue = ?", [.text(issue)]
    ) { row in
      MailRecord(
        issue: issue, messageID: row.text(0) ?? "",
        state: row.text(1).flatMap(MailRecord.State.init) ?? .sending,
        moment: Timestamp(seconds: row.integer(2) ?? 0))
    }.first
  }

  /// Records how far an issue's mail got, on the disk before this returns.
  package func record(_ mail: MailRecord) throws {
    try connection.durably {
      try connection.run(
        "INSERT OR REPLACE INTO mail(issue, message_id, state, at) VALUES(?, ?, ?, ?)",
        [
          .text(mail.issue), .text(mail.messageID), .text(mail.state.rawValue),
          SQLValue(mail.moment.seconds),
        ])
    }
  }

  /// Forgets an attempt that failed for certain.
  package func forgetMail(of issue: String) throws {
    try connection.run("DELETE FROM mail WHERE issue = ?", [.text(issue)])
  }
}
