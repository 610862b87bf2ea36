// What is remembered of each source, and what is said of it.

import Ingest
import Model
import Network
import Store

extension FetchStage {
  /// What is known of a source, with its name and kind from the configuration.
  func record(of source: Source) -> SourceHealth {
    var record = health[source.address] ?? SourceHealth(address: source.address)
    record.title = source.title ?? record.title
    record.kind = source.kind ?? record.kind
    return record
  }

  /// Stores a record.
  mutating func remember(_ record: SourceHealth) throws {
    try archive.remember(health: record)
    health[record.address] = record
  }

  /// Notes a failure: told at once if it is more than a hiccup.
  mutating func fail(_ source: Source, _ failure: HTTPFailure) throws {
    var record = record(of: source)
    let wasGone = record.isGone
    record.fail(failure, at: context.now)
    try remember(record)
    guard record.isGone else { return tell(failureOf: record, failure.reason) }
    if configured.contains(source.address) {
      report.failures.append(Self.gone(source))
    } else if !wasGone {
      report.warnings.append(Self.gone(source))
    }
  }

  /// What is said of a source that is not there any more.
  static func gone(_ source: Source) -> Diagnostic {
    Diagnostic(
      place: Addresses.withoutCredentials(source.address),
      "is gone for good (410) and is not asked again; remove it from the sources")
  }

  /// Tells of a failure: as a source's that keeps failing, or as one of this run only, as are those of
  /// what sources name: a missing transcript is missing in the issue, and no fault of the set-up.
  mutating func tell(failureOf record: SourceHealth, _ reason: String) {
    let shown = Addresses.withoutCredentials(record.address)
    let diagnostic = Diagnostic(place: reason.hasPrefix(shown) ? nil : shown, reason)
    if configured.contains(record.address), record.keepsFailing(at: context.now) {
      report.failures.append(diagnostic)
    } else {
      report.hiccups.append(diagnostic)
    }
  }

  mutating func tell(_ moved: Bool, of record: SourceHealth) {
    guard moved, let address = record.movedTo else { return }
    report.warnings.append(
      Diagnostic(
        place: Addresses.withoutCredentials(record.address),
        "has moved to \(Addresses.withoutCredentials(address)) for good and is read there from now on; change it in the sources"
      ))
  }

  /// Takes a forum's new host for its old one, under which its threads are known.
  mutating func note(moveOf record: SourceHealth, to address: String?) throws {
    guard let old = PageAddress(record.address)?.host,
      let new = address.flatMap(PageAddress.init)?.host, old != new, hosts[new] == nil,
      !hasSources(onBoth: old, new), try archive.hasThreads(onHost: old),
      try !archive.hasThreads(onHost: new)
    else { return }
    hosts[new] = hosts[old] ?? old
  }

  /// Whether the configuration has sources on two hosts: then these are two sites, whatever one of
  /// them says, and neither takes the other's name.
  private func hasSources(onBoth old: String, _ new: String) -> Bool {
    let hosts = context.settings.sources.map { PageAddress($0.address)?.host }
    return hosts.contains(old) && hosts.contains(new)
  }
}
