// YouTube's timed text, in JSON and in XML, to cues.

import Model
import Text

/// YouTube's timed text to cues: json3, and srv1 to srv3, which are the same in XML.
///
/// There is no specification. An event is a line; `aAppend` and `a="1"` only break it.
enum YouTubeCaptions {
  /// Reads json3; `nil` when the document has no events with times.
  static func parse(_ root: LooseJSON) -> Transcript? {
    guard let events = root["events"]?.list,
      root["wireMagic"] != nil || events.contains(where: { $0["tStartMs"] != nil })
    else { return nil }
    var lines: [TimedLine] = []
    for event in events {
      guard let start = event["tStartMs"]?.number else { continue }
      let text = (event["segs"]?.list ?? []).compactMap { $0["utf8"]?.words }.joined()
      lines.append(
        TimedLine(
          start: start / 1000, length: event["dDurationMs"]?.number.map { $0 / 1000 }, text: text,
          isRolling: event["wWinId"] != nil))
    }
    return transcript(lines)
  }

  /// Reads XML; `nil` when the root is none of its own.
  static func parse(_ root: XMLElement) -> Transcript? {
    guard root.localName == "timedtext" || root.localName == "transcript" else { return nil }
    var lines: [TimedLine] = []
    for parent in [root] + root.elements
    where parent.index == root.index || parent.localName == "body" {
      parent.forEachElement { element in
        if let line = line(element) { lines.append(line) }
      }
    }
    return lines.isEmpty ? nil : transcript(lines)
  }

  private struct TimedLine {
    var start: Double
    var length: Double?
    var text: String
    /// Whether it stays on the screen while the next one is spoken.
    var isRolling: Bool
  }

  /// srv3 has `p` with `t` and `d` in milliseconds, srv2 `text` with the same, srv1 `text` with
  /// `start` and `dur` in seconds.
  private static func line(_ element: XMLElement) -> TimedLine? {
    guard element.localName == "p" || element.localName == "text" else { return nil }
    // The references are escaped once more.
    let text = CharacterReferences.decode(element.text ?? "")
    if let start = element["t"].flatMap(Double.init) {
      return TimedLine(
        start: start / 1000, length: element["d"].flatMap(Double.init).map { $0 / 1000 },
        text: text, isRolling: element["w"] != nil)
    }
    guard let start = element["start"].flatMap(Double.init) else { return nil }
    return TimedLine(
      start: start, length: element["dur"].flatMap(Double.init), text: text, isRolling: false)
  }

  private static func transcript(_ all: [TimedLine]) -> Transcript {
    let lines = all.filter { line in line.text.utf8.contains { $0 > 0x20 } }
    var cues: [RawCue] = []
    for (index, line) in lines.enumerated() {
      var end = line.length.map { line.start + $0 }
      let next = index + 1 < lines.count ? lines[index + 1].start : nil
      if line.isRolling, let stop = end, let next, next > line.start { end = min(stop, next) }
      cues.append(
        RawCue(
          start: line.start, end: end, speaker: nil,
          lines: line.text.split(separator: "\n").map(String.init)))
    }
    return Transcript(format: "youtube-json3", cues: RollingCaptions.cues(cues))
  }
}
