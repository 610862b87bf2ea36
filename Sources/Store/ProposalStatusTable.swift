// Since when each proposal has had its status.

package import Model

/// A change of a proposal's status that was seen.
package struct SeenStatus: Equatable, Sendable {
  /// The proposal: `PEP 751`.
  package let proposal: String
  /// Its new status.
  package let status: String
  /// The one before.
  package let was: String
}

extension Archive {
  /// Notes the statuses that registries give, where they differ from those known.
  package func note(statuses: [Proposal], at moment: Timestamp) throws {
    var known: [String: String] = [:]
    try connection.query("SELECT proposal, status FROM proposal_status ORDER BY since") {
      known[$0.text(0) ?? ""] = $0.text(1)
    }
    let changed = statuses.filter { !$0.status.isEmpty && known[$0.id] != $0.status }
    guard !changed.isEmpty else { return }
    try connection.transaction {
      for proposal in changed {
        try connection.run(
          "INSERT OR REPLACE INTO proposal_status(proposal, since, status) VALUES(?, ?, ?)",
          [.text(proposal.id), SQLValue(moment.seconds), .text(proposal.status)])
      }
    }
  }

  /// The changes of status that were seen inside a window, by proposal; a proposal's first sighting
  /// is none.
  package func statusChanges(in window: Window) throws -> [SeenStatus] {
    try connection.rows(
      """
      SELECT proposal, status, was FROM (
        SELECT proposal, since, status,
          lag(status) OVER (PARTITION BY proposal ORDER BY since) AS was FROM proposal_status)
      WHERE was IS NOT NULL AND since >= ? AND since < ? ORDER BY proposal, since
      """, [SQLValue(window.from.seconds), SQLValue(window.until.seconds)]
    ) { SeenStatus(proposal: $0.text(0) ?? "", status: $0.text(1) ?? "", was: $0.text(2) ?? "") }
  }

  /// The status that a proposal had before a moment, as far as it was seen.
  package func status(of proposal: String, before moment: Timestamp) throws -> String? {
    try connection.rows(
      """
      SELECT status FROM proposal_status WHERE proposal = ? AND since < ?
      ORDER BY since DESC LIMIT 1
      """, [.text(proposal), SQLValue(moment.seconds)]
    ) { $0.text(0) ?? "" }.first
  }
}
