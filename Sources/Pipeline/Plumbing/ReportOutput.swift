// What commands report, as JSON and as text.

import FoundationEssentials
package import Model

/// What commands report, as JSON.
package enum ReportJSON {
  private struct Problem: Encodable {
    let place: String?
    let line: Int?
    let message: String

    init(_ diagnostic: Diagnostic) {
      (place, line, message) = (diagnostic.place, diagnostic.line, diagnostic.message)
    }
  }

  private struct Run: Encodable {
    let facts: [String: String]
    let failures, warnings: [Problem]
  }

  private struct SourceRecord: Encodable {
    let address: String
    let title, kind, lastSuccess, lastAttempt, error: String?
    let failures: Int

    enum CodingKeys: String, CodingKey {
      case address, title, kind
      case lastSuccess = "last_success"
      case lastAttempt = "last_attempt"
      case error, failures
    }
  }

  private struct Findings: Encodable {
    let faults: [String]
    var warnings: [String]?
    var facts: [String]?
    var quotes, issues: Int?
  }

  /// What a stage did.
  package static func encode(_ report: RunReport) -> String {
    json(
      Run(
        facts: Dictionary(report.facts.map { ($0.name, $0.value) }) { first, _ in first },
        failures: report.failures.map(Problem.init), warnings: report.warnings.map(Problem.init)))
  }

  /// Sources with their health.
  package static func encode(_ sources: [SourceHealth]) -> String {
    json(
      sources.map {
        SourceRecord(
          address: $0.address, title: $0.title, kind: $0.kind?.rawValue,
          lastSuccess: $0.lastSuccess?.rfc3339, lastAttempt: $0.lastAttempt?.rfc3339,
          error: $0.lastError, failures: $0.failures)
      })
  }

  /// What `verify` found.
  package static func encode(_ result: VerifyStage.Result) -> String {
    json(Findings(faults: result.faults, quotes: result.quotes, issues: result.issues))
  }

  /// What `check` found.
  package static func encode(_ result: CheckStage.Result) -> String {
    json(Findings(faults: result.faults, warnings: result.warnings, facts: result.facts))
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("strings and numbers can always be written as JSON")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

/// What commands report, as text.
package enum ReportText {
  /// Sources with their health, one a line.
  package static func table(_ sources: [SourceHealth]) -> String {
    guard !sources.isEmpty else { return "no source is configured\n" }
    return sources.map { source in
      let state =
        source.failures > 0
        ? "failed \(source.failures)x"
        : source.lastSuccess.map { "ok \($0.rfc3339)" } ?? "never read"
      let kind = source.kind?.rawValue ?? "?"
      let error = source.lastError.map { "\n    \($0)" } ?? ""
      return
        "\(padded(state, 24))\(padded(kind, 9))\(source.title.map { "\($0)  " } ?? "")\(source.address)\(error)\n"
    }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
