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
    guard !context.settings.baseURL.isEmpty else {
      throw RunFailure.usage([
        "\(context.settings.file): has no 'base_url'; publishing needs the address where the site will be"
      ])
    }
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    var report = try FetchStage.fetch(context, onProgress: onProgress)
    report.facts += try await PublishStage.publish(window, context).facts
    return report
  }
}
