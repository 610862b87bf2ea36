// The subscriptions with their health.

package import Model
import Store

/// The subscriptions with their health.
package enum SourcesStage {
  /// What is known of each configured source, in the configuration's order; one that was never
  /// read has no dates.
  package static func run(_ context: RunContext) throws -> [SourceHealth] {
    let known =
      Files.exists(context.settings.database) ? try context.archive().sourceHealth() : [:]
    let transcripts = context.settings.episodes.map {
      Source(address: $0.transcript, kind: .podcast, title: $0.title)
    }
    return (context.settings.sources + transcripts).map { source in
      var health = known[source.address] ?? SourceHealth(address: source.address)
      health.title = source.title ?? health.title
      health.kind = source.kind ?? health.kind
      return health
    }
  }
}
