import Testing

@testable import Text

struct ByteWordsTests {
  @Test func countsWordBytesLikeTheLoop() {
    // Each byte in each place, among letters that count and one sign that does not.
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        for end in 0...8 {
          var bytes = Array("aZ09_zA5".utf8)
          bytes[place] = byte
          if end < 8 { bytes[end] = UInt8(ascii: ",") }
          let expected = bytes.firstIndex { !ASCII.isAlphanumeric($0) && $0 != UInt8(ascii: "_") }
          #expect(
            ByteWords.leadingWordBytes(ByteWords.load(bytes.span, at: 0)) == expected ?? 8)
        }
      }
    }
  }

  @Test func readsZerosBeyondTheEnd() {
    let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    #expect(ByteWords.load(bytes.span, at: 1) == 0x0908_0706_0504_0302)
    #expect(ByteWords.load(bytes.span, at: 7) == 0x0908)
    #expect(ByteWords.load(bytes.span, at: 9) == 0)
  }
}
