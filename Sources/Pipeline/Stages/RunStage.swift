// Fetch and publish: what cron calls.

package import Model

/// Fetches and publishes, under the lock of each.
package enum RunStage {
  /// Fetches, then publishes the issue of a window; sources that fail do not keep the issue back.
  ///
  /// - Parameter onProgress: Is told after each answer of a source.
  package static func run(
    _ window: Window, _ context: RunContext, onProgress: ((FetchProgress) -> Void)? = nil
  ) async throws -> RunReport {
    // Faults of the configuration show before anything is fetched.
    _ = try context.edition()
    try PublishStage.requireAddress(context.settings)
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    var report = try FetchStage.fetch(context, onProgress: onProgress)
    report.facts += try await PublishStage.publish(window, context).facts
    return report
  }
}
