// The subscriptions with their health.

import Ingest
package import Model
import Store

/// A subscription with what is known of it.
package struct SourceStatus: Sendable {
  /// What is remembered of its reading.
  package let health: SourceHealth
  /// How many posts of its threads no feed has given.
  package let holes: Int
  /// The moment of the report.
  package let now: Timestamp
}

/// The subscriptions with their health.
package enum SourcesStage {
  /// What is known of each configured source, in the configuration's order; one that was never
  /// read has no dates.
  package static func run(_ context: RunContext) throws -> [SourceStatus] {
    let archive = Files.exists(context.settings.database) ? try context.storedArchive() : nil
    let known = try archive?.sourceHealth() ?? [:]
    var holes: [String: Int] = [:]
    for (thread, count) in try archive?.holes() ?? [] {
      holes[String(thread.prefix { $0 != "/" }), default: 0] += count
    }
    let transcripts = context.settings.episodes.map {
      Source(address: $0.transcript, kind: .podcast, title: $0.title)
    }
    return (context.settings.sources + transcripts).map { source in
      var health = known[source.address] ?? SourceHealth(address: source.address)
      health.title = source.title ?? health.title
      health.kind = source.kind ?? health.kind
      let host = PageAddress(source.address)?.host ?? ""
      return SourceStatus(
        health: health, holes: health.kind == .forum ? holes[host] ?? 0 : 0, now: context.now)
    }
  }
}
