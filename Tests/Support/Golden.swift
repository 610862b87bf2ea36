// Comparison with a stored text, naming the first line that differs.

package import Foundation

/// Comparison with a stored text.
package enum Golden {
  /// What differs from the stored text; `nil` when nothing does.
  ///
  /// With `RECORD=1` in the environment the text is stored, and that run fails all the same.
  package static func difference(_ text: String, from place: URL) throws -> String? {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
      return "recorded \(place.lastPathComponent); run again without RECORD"
    }
    guard let data = FileManager.default.contents(atPath: place.path) else {
      return "\(place.lastPathComponent) is not there; record it with RECORD=1"
    }
    let stored = String(decoding: data, as: UTF8.self)
    guard stored != text else { return nil }
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return """
      \(place.lastPathComponent):\(line + 1) differs
      stored: \(line < old.count ? String(old[line]) : "(ends)")
      now:    \(line < new.count ? String(new[line]) : "(ends)")
      """
  }
}
