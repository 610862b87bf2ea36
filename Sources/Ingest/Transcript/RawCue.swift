// A cue as its form has it, line by line, and what becomes of it.

import Model
import Text

/// A cue as its form has it, line by line.
struct RawCue {
  var start: Double?
  var end: Double?
  var speaker: String?
  /// The lines, in order, without markup.
  var lines: [String]
}

extension Cue {
  /// A cue of what a form gives; `nil` when it has no words.
  ///
  /// What is no time (not a number, negative, endless) counts as none given.
  static func read(start: Double?, end: Double?, speaker: String?, text: String) -> Cue? {
    let words = Strings.folded(text)
    guard !words.isEmpty else { return nil }
    let name = speaker.map { Strings.folded($0) }
    return Cue(
      start: time(start), end: time(end), speaker: name?.isEmpty == true ? nil : name, text: words)
  }

  private static func time(_ seconds: Double?) -> Double? {
    seconds.flatMap { (0..<1e12).contains($0) ? $0 : nil }
  }
}

/// Names of speakers.
enum SpeakerName {
  /// More bytes than this are no name: one that is carried on from cue to cue must not make
  /// megabytes.
  static let maximumBytes = 120

  /// A name in one line without the colon at its end; `nil` for what is none.
  static func read(_ text: String) -> String? {
    var name = Strings.folded(text)
    while name.hasSuffix(":") { name = Strings.trimmed(String(name.dropLast())) }
    return name.isEmpty || name.utf8.count > maximumBytes ? nil : name
  }
}
