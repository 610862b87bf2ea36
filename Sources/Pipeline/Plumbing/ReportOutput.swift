// What commands report, as JSON and as text.

import FoundationEssentials
import Model
import Network

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

  private struct Fact: Encodable {
    let value: RunReport.Value

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .count(let count): try container.encode(count)
      case .text(let text): try container.encode(text)
      }
    }

    /// What two stages of one run did: numbers together, else what the later one says.
    static func + (first: Fact, second: Fact) -> Fact {
      guard case .count(let one) = first.value, case .count(let other) = second.value else {
        return second
      }
      return Fact(value: .count(one + other))
    }
  }

  private struct Run: Encodable {
    let facts: [String: Fact]
    let failures, hiccups, faults, warnings: [Problem]
    let issues: [String]
  }

  private struct SourceRecord: Encodable {
    let address: String
    let title, kind, lastSuccess, lastAttempt, nextAttempt, failingSince, error, movedTo: String?
    let failures, holes: Int
    let gone: Bool

    enum CodingKeys: String, CodingKey {
      case address, title, kind
      case lastSuccess = "last_success"
      case lastAttempt = "last_attempt"
      case nextAttempt = "next_attempt"
      case failingSince = "failing_since"
      case movedTo = "moved_to"
      case error, failures, holes, gone
    }

    init(_ status: SourceStatus) {
      let health = status.health
      address = Addresses.withoutCredentials(health.address)
      (title, kind) = (health.title, health.kind?.rawValue)
      (lastSuccess, lastAttempt) = (health.lastSuccess?.rfc3339, health.lastAttempt?.rfc3339)
      (nextAttempt, failingSince) = (health.nextAttempt?.rfc3339, health.failingSince?.rfc3339)
      (error, movedTo) = (
        health.lastError, health.movedTo.map(Addresses.withoutCredentials)
      )
      (failures, holes, gone) = (health.failures, status.holes, health.isGone)
    }
  }

  private struct Findings: Encodable {
    let faults: [String]
    var edited: [String]?
    var warnings: [String]?
    var facts: [String]?
    var quotes, issues, links: Int?
  }

  /// What a stage did.
  package static func encode(_ report: RunReport) -> String {
    json(
      Run(
        facts: Dictionary(
          report.facts.map { ($0.name.replacing(" ", with: "_"), Fact(value: $0.value)) },
          uniquingKeysWith: +),
        failures: report.failures.map(Problem.init), hiccups: report.hiccups.map(Problem.init),
        faults: report.faults.map(Problem.init),
        warnings: report.warnings.map(Problem.init), issues: report.issues))
  }

  /// Sources with their health.
  package static func encode(_ sources: [SourceStatus]) -> String {
    json(sources.map(SourceRecord.init))
  }

  /// What `add` found.
  package static func encode(_ result: AddStage.Result) -> String {
    json(
      Added(
        url: result.url, kind: result.kind.rawValue, title: result.title, entries: result.entries,
        known: result.isKnown, log: result.log))
  }

  private struct Added: Encodable {
    let url, kind: String
    let title: String?
    let entries: Int
    let known: Bool
    let log: [String]
  }

  /// What `verify` found.
  package static func encode(_ result: VerifyStage.Result) -> String {
    json(
      Findings(
        faults: result.faults, edited: result.edited, quotes: result.quotes,
        issues: result.issues, links: result.links))
  }

  /// What `check` found.
  package static func encode(_ result: CheckStage.Result) -> String {
    json(Findings(faults: result.faults, warnings: result.warnings, facts: result.facts))
  }

  static func json(_ value: some Encodable) -> String {
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
  /// Sources with their health, one a line, and what there is to say of each below it.
  package static func table(_ sources: [SourceStatus]) -> String {
    guard !sources.isEmpty else { return "no source is configured\n" }
    let width = (sources.map { state(of: $0).count }.max() ?? 0) + 2
    return sources.map { status in
      let source = status.health
      let address = Addresses.withoutCredentials(source.address)
      let kind = source.kind?.rawValue ?? "?"
      let head =
        "\(padded(state(of: status), width))\(padded(kind, 9))\(source.title.map { "\($0)  " } ?? "")\(address)\n"
      return head + notes(on: status).map { "    \($0)\n" }.joined()
    }.joined()
  }

  private static func state(of status: SourceStatus) -> String {
    let source = status.health
    if source.isGone { return "gone for good" }
    if source.failures > 0 { return "failed \(source.failures)x" }
    // A host that asks for a pause has not failed, but has not answered either.
    if let attempt = source.lastAttempt, source.lastSuccess.map({ $0 < attempt }) ?? true {
      return source.nextAttempt.map {
        $0 > status.now ? "waits until \($0.rfc3339)" : "was asked to wait"
      } ?? "not read"
    }
    return source.lastSuccess.map { "ok \($0.rfc3339)" } ?? "never read"
  }

  private static func notes(on status: SourceStatus) -> [String] {
    let source = status.health
    var notes: [String] = []
    if let error = source.lastError {
      let since = source.failingSince.map { " (since \($0.rfc3339))" } ?? ""
      notes.append(error + since)
      notes.append(
        source.lastSuccess.map { "last read \($0.rfc3339)" } ?? "has never been read")
    }
    if let movedTo = source.movedTo {
      notes.append("says that it has moved to \(Addresses.withoutCredentials(movedTo))")
    }
    if source.isGone {
      notes.append("not asked again, but with 'hallway fetch --all'")
    } else if let next = source.nextAttempt, next > status.now {
      notes.append("not asked again before \(next.rfc3339)")
    } else if source.lastError != nil {
      notes.append("asked again at the next fetch")
    }
    if status.holes > 0 {
      notes.append("\(status.holes) posts of its threads were in no feed; fetch more often")
    }
    return notes
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
