// Text with a time stamp at the head of its lines, to cues.

import Model
import Text

/// `00:08:31 words` to cues: a stamp begins a cue, lines without one go on with it.
enum TimestampedText {
  /// Whether at least two of the first 40 lines with words begin with a stamp, and the first does
  /// within ten lines.
  static func recognizes(_ lines: [String]) -> Bool {
    let body = lines[FrontMatter.end(lines)...]
    let heads = body.lazy.filter { !Lines.isBlank($0) }.prefix(40).map {
      StampedHead($0, leniently: false)
    }
    let stamped = heads.count { $0 != nil }
    return stamped >= 2 && heads.prefix(10).contains { $0 != nil }
  }

  /// The cues.
  ///
  /// A stamp that goes back in time is kept, with a warning. A stamp without a name goes on with
  /// the speaker before it.
  static func parse(_ lines: [String]) -> Transcript {
    var transcript = Transcript(format: "timestamped-text", cues: [])
    var open: StampedHead?
    var speaker: String?
    var words: [String] = []
    var hasHeadings = false
    func close() {
      defer { words = [] }
      guard let open else { return }
      let text = words.joined(separator: " ")
      if let cue = Cue.read(start: open.start, end: open.end, speaker: speaker, text: text) {
        transcript.cues.append(cue)
      }
    }
    for index in lines.indices.dropFirst(FrontMatter.end(lines)) {
      let line = lines[index]
      if let head = StampedHead(line, leniently: true) {
        close()
        if let open, head.start < open.start {
          transcript.warnings.append(Diagnostic(line: index + 1, "time goes back"))
        }
        open = head
        speaker = head.speaker ?? speaker
        words = [head.text]
      } else if isHeading(line), open == nil || hasHeadings {
        // In a file that begins with headings, a later one is no speech either.
        hasHeadings = true
      } else {
        words.append(line)
      }
    }
    close()
    return transcript
  }

  private static func isHeading(_ line: String) -> Bool {
    line.utf8.first == UInt8(ascii: "#")
      && line.utf8.first { $0 != UInt8(ascii: "#") } == 0x20
  }
}

/// What stands about a document before it, between two lines of three dashes.
enum FrontMatter {
  /// The index of the first line behind it; 0 where there is none.
  static func end(_ lines: [String]) -> Int {
    guard let first = lines.first, Strings.trimmed(first) == "---",
      let end = lines.dropFirst().prefix(500).firstIndex(where: { Strings.trimmed($0) == "---" })
    else { return 0 }
    return end + 1
  }
}
