import Testing

@testable import Ingest

struct ByteLinesTests {
  @Test(arguments: [
    ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("\n\n", ["", ""]), ("", []),
    ("a\rb\n", ["a\rb"]), ("\r\n", [""]), ("a\r", ["a\r"]),
  ])
  func splits(text: String, lines: [String]) {
    let bytes = Array(text.utf8)
    let found = ByteLines.ranges(bytes, 0..<bytes.count)
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == lines)
  }

  @Test func comparesWithoutCase() {
    let bytes = Array("From x".utf8)
    #expect(ByteLines.starts(bytes, 0..<6, with: "fROM "))
    #expect(!ByteLines.starts(bytes, 0..<4, with: "From "))
    #expect(ByteLines.isBlank(Array(" \t\r".utf8), 0..<3))
  }
}
