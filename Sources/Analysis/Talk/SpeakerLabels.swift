// Names at the head of cues: "Ann Lee: So we began".

import Text

/// Names at the head of cues, where the form itself does not say who speaks.
///
/// "Note: the cache" looks alike, so a label counts only when a transcript uses it twice, or uses
/// another one twice.
enum SpeakerLabels {
  /// A label and the index after it.
  struct Label: Equatable {
    let name: String
    let end: Int
  }

  /// Those of the labels that are speakers.
  static func speakers(among labels: [Label?]) -> Set<String> {
    var counts: [String: Int] = [:]
    for case .some(let label) in labels { counts[label.name, default: 0] += 1 }
    return counts.values.contains { $0 > 1 } ? Set(counts.keys) : []
  }

  /// The label at the head of a cue: up to four words that begin with capitals or digits, a
  /// colon, and a blank.
  static func label(in bytes: [UInt8], _ cue: Range<Int>) -> Label? {
    let head = bytes[cue.lowerBound..<min(cue.upperBound, cue.lowerBound + 48)]
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")),
      colon + 1 >= cue.upperBound || ASCII.isSpace(bytes[colon + 1])
    else { return nil }
    let words = bytes[cue.lowerBound..<colon].split(whereSeparator: ASCII.isSpace)
    guard (1...4).contains(words.count), words.allSatisfy(isPartOfName),
      let first = words.first?.first, !ASCII.isDigit(first)
    else { return nil }
    let name = Strings.folded(String(decoding: bytes[cue.lowerBound..<colon], as: UTF8.self))
    guard !(words.count == 1 && notNames.contains(name.lowercased())) else { return nil }
    return Label(name: name, end: colon + 1)
  }

  private static func isPartOfName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    let begins = ASCII.isUpper(first) || ASCII.isDigit(first) || first >= 0x80
    return begins
      && word.allSatisfy {
        ASCII.isAlphanumeric($0) || $0 >= 0x80 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "'")
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static let notNames: Set<String> = [
    "note", "notes", "question", "answer", "example", "step", "update", "warning", "so", "well",
    "and", "but", "or", "yes", "no", "ok", "okay", "hint", "tip", "spoiler", "disclaimer", "first",
    "second", "third", "finally", "number", "remember", "result", "today", "links", "summary",
  ]
}
