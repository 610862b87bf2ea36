import Testing

@testable import Text

struct ByteTableTests {
  /// Distinct keys of all lengths, some with NUL, some alike but for one byte.
  static let keys: [[UInt8]] = (1...ByteTable.longestKey).flatMap { count -> [[UInt8]] in
    let plain = (0..<count).map { UInt8(truncatingIfNeeded: 97 + $0 % 26) }
    var first = plain
    first[0] = 0
    var last = plain
    last[count - 1] = 0xFF
    return [plain, first, last]
  }

  @Test func findsWhatWasSet() {
    var table = ByteTable()
    for (number, key) in Self.keys.enumerated() {
      // Once in the middle of a text and once at its end.
      let text = [0x20] + key + (number % 2 == 0 ? [0x21] : [])
      let range = 1..<(1 + key.count)
      #expect(table.value(of: range, in: text.span) == nil)
      table.set(Int32(number), for: range, in: text.span)
    }
    for (number, key) in Self.keys.enumerated() {
      #expect(table.value(of: key.indices, in: key.span) == Int32(number))
      let longer = key + [0]
      if longer.count <= ByteTable.longestKey {
        #expect(table.value(of: longer.indices, in: longer.span) == nil)
      }
    }
  }

  @Test func keepsTheLastNumber() {
    var table = ByteTable()
    let text = Array("word".utf8)
    table.set(1, for: 0..<4, in: text.span)
    table.set(-1, for: 0..<4, in: text.span)
    #expect(table.value(of: 0..<4, in: text.span) == -1)
    #expect(table.value(of: 0..<3, in: text.span) == nil)
  }

  @Test func growsPastManyKeys() {
    var table = ByteTable()
    for number in 0..<20_000 {
      let key = Array("\(number)-\(number)".utf8)
      table.set(Int32(number), for: key.indices, in: key.span)
    }
    let wrong = (0..<20_000).filter { number in
      let key = Array("\(number)-\(number)".utf8)
      return table.value(of: key.indices, in: key.span) != Int32(number)
    }
    #expect(wrong == [])
  }

  @Test func anEmptyKeyIsAProgrammerError() async {
    await #expect(processExitsWith: .failure) {
      var table = ByteTable()
      table.set(0, for: 0..<0, in: [1].span)
    }
  }
}
