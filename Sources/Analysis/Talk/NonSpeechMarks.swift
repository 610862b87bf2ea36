// What a transcript writes down that nobody says.

import Text

/// What a transcript writes down that nobody says: `[Music]`, `(laughs)`, `♪ … ♪`,
/// `[inaudible 00:12:03]`, `*laughter*`.
///
/// A bracket, a parenthesis or a pair of asterisks is a mark only when it holds a word for a sound
/// or a gap, or a time: an editor's "[the compiler]" stays.
enum NonSpeechMarks {
  /// The ranges of marks in UTF-8 text, ascending, apart.
  ///
  /// - Parameter cues: The range of each cue in the text; a song goes no farther than its cue.
  static func ranges(in bytes: [UInt8], cues: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var cue = 0
    var at = 0
    while at < bytes.count {
      while cue + 1 < cues.count, cues[cue].upperBound <= at { cue += 1 }
      let found: Range<Int>? =
        switch bytes[at] {
        case UInt8(ascii: "["): bracketed(bytes, at, UInt8(ascii: "]"), longest: 80, words: 8)
        case UInt8(ascii: "("): bracketed(bytes, at, UInt8(ascii: ")"), longest: 40, words: 4)
        case UInt8(ascii: "*"): bracketed(bytes, at, UInt8(ascii: "*"), longest: 40, words: 4)
        case 0xE2 where isNote(bytes, at): song(bytes, at, cues[cue])
        default: nil
        }
      if let found {
        result.append(found)
        at = found.upperBound
      } else {
        at += 1
      }
    }
    return result
  }

  /// `[…]` from an index on, when it is a mark.
  private static func bracketed(
    _ bytes: [UInt8], _ start: Int, _ close: UInt8, longest: Int, words: Int
  ) -> Range<Int>? {
    let limit = min(bytes.count, start + longest)
    guard
      let end = bytes[(start + 1)..<limit].firstIndex(where: { $0 == close || $0 == bytes[start] }),
      bytes[end] == close, end > start + 1 || close != bytes[start],
      isMark(bytes[(start + 1)..<end], words: words)
    else { return nil }
    return start..<(end + 1)
  }

  /// Whether what stands between brackets is no speech.
  private static func isMark(_ content: ArraySlice<UInt8>, words limit: Int) -> Bool {
    let words = content.split { !ASCII.isAlphanumeric($0) && $0 != UInt8(ascii: "'") }
    if words.isEmpty { return content.allSatisfy { ASCII.isSpace($0) || $0 == UInt8(ascii: "_") } }
    if words.allSatisfy({ $0.allSatisfy(ASCII.isDigit) }) {
      return content.contains(UInt8(ascii: ":"))  // [00:12:03]
    }
    guard words.count <= limit else { return false }
    return words.contains { word in
      let lower = String(decoding: word.lazy.map(ASCII.lower), as: UTF8.self)
      return sounds.contains(lower) || stems.contains { lower.hasPrefix($0) }
    }
  }

  /// `♪ … ♪` inside one cue; without a second note, to the end of the cue.
  ///
  /// A lone note at the end of a cue closes a song that began in an earlier one: only the note
  /// goes.
  private static func song(_ bytes: [UInt8], _ start: Int, _ cue: Range<Int>) -> Range<Int> {
    var at = start + 3
    while at < cue.upperBound, !isNote(bytes, at) { at += 1 }
    while at < cue.upperBound, isNote(bytes, at) { at += 3 }
    return start..<min(at, cue.upperBound)
  }

  /// `♩` to `♬`: E2 99 A9 to AC in UTF-8.
  private static func isNote(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x99
      && (0xA9...0xAC).contains(bytes[at + 2])
  }

  private static let sounds: Set<String> = [
    "music", "musical", "noise", "silence", "pause", "pauses", "paused", "jingle", "foreign",
    "static", "beep", "beeping", "bleep", "cough", "coughs", "coughing", "sigh", "sighs", "sighing",
    "gasp", "gasps", "applause", "clap", "claps", "clapping", "cheers", "cheering", "singing",
    "humming", "typing", "barking", "ringing", "indistinct", "overlapping", "inaudible", "phonetic",
  ]
  private static let stems = [
    "laugh", "chuckl", "giggl", "applau", "inaudibl", "unintelligib", "crosstalk", "whistl",
    "sneez", "sniff", "groan", "snort", "scoff",
  ]
}
