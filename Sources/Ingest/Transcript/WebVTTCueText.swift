// The text of a WebVTT cue without its tags, and who speaks it.

import Text

/// The text of a WebVTT cue without its tags, and who speaks it.
///
/// Source: W3C WebVTT, §6.4 "WebVTT cue text parsing rules": a tag ends at the next `>` or with the
/// cue, references are HTML's.
struct WebVTTCueText {
  /// The lines.
  let lines: [String]
  /// The one name that voice spans give; `nil` when there is none, and when several speak.
  let speaker: String?

  /// Reads the text of a cue.
  init(_ source: String) {
    let bytes = Array(source.utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var names: Set<String> = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "<") {
        let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        if let name = Self.voice(bytes[(at + 1)..<end]) { names.insert(name) }
        at = end + 1
      } else if byte == UInt8(ascii: "&"),
        let (characters, next) = CharacterReferences.reference(in: bytes[...], at: at)
      {
        text += characters
        at = next
      } else {
        text.append(byte)
        at += 1
      }
    }
    lines = text.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    speaker = names.count == 1 ? names.first : nil
  }

  /// The name in a voice tag, classes aside: `v.loud Ann`; `nil` for any other tag.
  private static func voice(_ tag: ArraySlice<UInt8>) -> String? {
    guard tag.first == UInt8(ascii: "v") else { return nil }
    let head = tag.prefix { !ASCII.isSpace($0) }
    guard head.count == 1 || head.dropFirst().first == UInt8(ascii: ".") else { return nil }
    let name = Strings.folded(
      String(decoding: CharacterReferences.decode(tag[head.endIndex...]), as: UTF8.self))
    return name.isEmpty ? nil : name
  }
}
