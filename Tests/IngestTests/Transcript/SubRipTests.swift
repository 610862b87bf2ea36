@testable import Ingest
import Model
import Testing

struct SubRipTests {
  @Test func readsTheForm() {
    let read = transcript(
      "1\n00:00:01,000 --> 00:00:02,500\nGood\nday.\n\n2\n01:00:00,000 --> 01:00:01,000\nBye.\n")
    #expect(read?.format == "srt")
    #expect(read?.cues == [cue(1, 2.5, nil, "Good day."), cue(3600, 3601, nil, "Bye.")])
    #expect(read?.warnings == [])
  }

  @Test(arguments: [
    "00:00:01.000 --> 00:00:02.5", "0:00:01,000-->0:00:02,500",
    "00:01,000 --> 00:02,500 X1:10 Y1:20", "  00:00:01,000  -->  00:00:02,500  ",
  ])
  func readsSloppyTimes(timing: String) {
    let read = transcript("\n\n1\r\n\(timing)\r\na\r\n")
    #expect(read?.cues == [cue(1, 2.5, nil, "a")])
    #expect(read?.warnings == [])
  }

  @Test func readsLooselyWithAWarning() {
    let read = transcript("1\n1.5 -> 2.5\na\n\n2\n00:03 -> 00:04\nb\n")
    #expect(read?.cues == [cue(1.5, 2.5, nil, "a"), cue(3, 4, nil, "b")])
    #expect(
      read?.warnings == [
        Diagnostic(line: 2, "no cue has times as SubRip writes them; they were read loosely")
      ])
  }

  @Test func keepsNumbersAndEmptyLinesThatAreText() {
    let read = transcript(
      "1\n00:00:01,000 --> 00:00:02,000\n42\n\nis it\n\n2\n00:00:02,000 --> 00:00:03,000\n7")
    #expect(read?.cues.map(\.text) == ["42 is it", "7"])
    let bare = transcript("00:00:01,000 --> 00:00:02,000\n42\n00:00:02,000 --> 00:00:03,000\n7")
    #expect(bare?.cues.map(\.text) == ["42", "7"])
  }

  @Test func leavesMarkupOut() {
    let read = transcript(
      "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>a</i> <font color=\"#fff\">b</font> 1 < 2 {x} &amp; <x>"
    )
    #expect(read?.cues.map(\.text) == ["a b 1 < 2 {x} &amp; <x>"])
  }

  @Test func readsOtherEncodings() {
    let text = "1\n00:00:01,000 --> 00:00:02,000\ncaf\u{E9}\n"
    for mark in [[0xFF, 0xFE], []] as [[UInt8]] {
      let wide = mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      #expect(TranscriptParser.parse(wide)?.cues.map(\.text) == ["caf\u{E9}"])
    }
    let narrow = text.unicodeScalars.map { UInt8($0.value) }
    #expect(TranscriptParser.parse(narrow)?.cues.map(\.text) == ["caf\u{E9}"])
  }
}
