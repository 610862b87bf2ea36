// What a stage did, for a person and for `--json`.

package import Model

/// What a stage did, for a person and for `--json`.
package struct RunReport: Sendable {
  /// A number or a text.
  package enum Value: Sendable, CustomStringConvertible {
    /// How many.
    case count(Int)
    /// Anything else.
    case text(String)

    package var description: String {
      switch self {
      case .count(let count): "\(count)"
      case .text(let text): text
      }
    }
  }

  /// Sources that keep failing, with the reason.
  package var failures: [Diagnostic] = []
  /// Sources that failed this time, but answered within the last week, and what sources name and could
  /// not be read.
  package var hiccups: [Diagnostic] = []
  /// What could not be done though the rest was: issues that could not be made, mail that could not be
  /// sent.
  package var faults: [Diagnostic] = []
  /// The exit status of the worst of them.
  private var faultStatus: Int32 = 1
  /// Everything that was repaired or left out.
  package var warnings: [Diagnostic] = []
  /// What was done, in order.
  package var facts: [(name: String, value: Value)] = []
  /// The pages of the issues that were made, in order.
  package var issues: [String] = []

  /// Whether sources of the web were asked, and no source at all could be read.
  var isCutOff = false

  /// 1 or more when something could not be done, else 3 when sources keep failing, else 0.
  package var status: Int32 { !faults.isEmpty ? faultStatus : failures.isEmpty ? 0 : 3 }

  /// One of the sources that could not be read, as an example.
  var anyFailure: Diagnostic? { failures.first ?? hiccups.first }

  /// Creates an empty report.
  package init() {}

  /// Adds why something could not be done.
  mutating func add(_ failure: RunFailure) {
    faults += failure.messages.map { Diagnostic($0) }
    faultStatus = max(faultStatus, failure.status)
  }

  /// Adds what another stage did.
  mutating func add(_ other: RunReport) {
    failures += other.failures
    hiccups += other.hiccups
    faults += other.faults
    faultStatus = max(faultStatus, other.faultStatus)
    // A fetch and an issue may find the same.
    warnings += other.warnings.filter { !warnings.contains($0) }
    facts += other.facts
    issues += other.issues
  }
}
