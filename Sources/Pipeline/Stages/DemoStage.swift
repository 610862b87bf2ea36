// A whole issue from sample sources inside the program.

import Feeds
import Model

/// Makes a whole issue from sample sources inside the program.
package enum DemoStage {
  /// Writes the sample sources and a configuration into a folder, fetches, publishes, and gives
  /// the issue as text with the place of its page.
  ///
  /// A second run over the same folder gives the same bytes.
  package static func run(_ folder: String, say: @escaping @Sendable (String) -> Void) async throws
    -> String
  {
    guard try isFree(folder) else {
      throw RunFailure.usage(["\(folder): is there and is no demo; name another folder"])
    }
    for file in Samples.files { try Files.replace("\(folder)/\(file.name)", file.text) }
    let settings = try SettingsReader.read("\(folder)/hallway.toml")
    var text = ""
    var last = ""
    for week in Samples.weeks {
      guard let monday = CalendarDay.monday(ofISOWeek: week) else {
        preconditionFailure("the sample's own weeks are weeks")
      }
      let window = CivilTime.window(from: monday, until: monday.advanced(by: 7))
      let context = RunContext(settings: settings, now: window.until)
      let report = try await RunStage.run(window, context)
      for warning in report.warnings + report.failures { say("warning: \(warning.spelled)") }
      text = try await DigestStage.run(window, format: .text, context).output
      last = window.slug
    }
    let page = Files.absolute("\(settings.output)/issues/\(last).html")
    return text + "\n\(String(repeating: "=", count: 72))\n"
      + "The same issue as a page: \(page)\n"
      + "Its sources and configuration: \(Files.absolute(folder))\n"
  }

  /// Whether a folder is missing, empty, or an earlier demo: nothing of anybody's is overwritten.
  private static func isFree(_ folder: String) throws -> Bool {
    guard Files.exists(folder), !Files.entries(of: folder).isEmpty else { return true }
    let settings = "\(folder)/hallway.toml"
    guard Files.exists(settings), let sample = Samples.files.first else { return false }
    return try Files.read(settings) == Array(sample.text.utf8)
  }
}
