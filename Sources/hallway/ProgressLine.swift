// How far a fetch has come, on a terminal.

import Glibc
import Pipeline

/// A line on a terminal's standard error that is written over and over.
struct ProgressLine: Sendable {
  private static let width = 24

  /// `nil` where nobody watches: no terminal, or told to be quiet.
  init?(_ invocation: Invocation) {
    guard isatty(2) == 1, !invocation.isQuiet, !invocation.wantsJSON else { return nil }
  }

  /// Shows a bar with numbers.
  func show(_ progress: FetchProgress) {
    let filled = progress.total > 0 ? progress.done * Self.width / progress.total : Self.width
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    Console.overwrite("\(progress.what) [\(bar)] \(progress.done)/\(progress.total)")
  }

  /// Takes the line away.
  func end() { Console.overwrite("") }
}
