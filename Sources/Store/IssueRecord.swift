// An issue as the archive keeps it.

import FoundationEssentials
import Model

/// An issue as the archive keeps it: JSON with sorted keys.
enum IssueRecord {
  static func encode(_ issue: Issue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(issue), as: UTF8.self)
  }

  /// The issue; `nil` when a program wrote it whose issues had other parts.
  static func decode(_ text: String) -> Issue? {
    // What cannot be read is treated as what was never kept: its pages stay as they are.
    try? JSONDecoder().decode(Issue.self, from: Data(text.utf8))
  }
}
