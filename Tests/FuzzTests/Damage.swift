/// What may happen to bytes on their way: the same few things on every run.
enum Damage {
  /// The bytes, whole and damaged in all ways, each with what was done to it.
  static func all(of bytes: [UInt8]) -> [(String, [UInt8])] {
    [("whole", bytes)] + cut(bytes) + flipped(bytes) + doubled(bytes)
  }

  /// Cut off at 16 places.
  static func cut(_ bytes: [UInt8]) -> [(String, [UInt8])] {
    places(16, in: bytes).map { ("cut at \($0)", Array(bytes[..<$0])) }
  }

  /// Eight copies, each with a few bytes changed.
  static func flipped(_ bytes: [UInt8]) -> [(String, [UInt8])] {
    guard !bytes.isEmpty else { return [] }
    var generator = Generator(state: UInt64(bytes.count))
    return (1...8).map { number in
      var copy = bytes
      for _ in 0..<(1 + bytes.count / 64) {
        copy[Int(generator.next() % UInt64(copy.count))] ^= UInt8(1 << (generator.next() % 8))
      }
      return ("changed, copy \(number)", copy)
    }
  }

  /// Four copies, each with a piece of it repeated many times over.
  static func doubled(_ bytes: [UInt8]) -> [(String, [UInt8])] {
    let cuts = places(4, in: bytes) + [bytes.count]
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let piece = bytes[start..<end].prefix(256)
      let copies = Array(repeatElement(piece, count: min(16, 4096 / max(1, piece.count))).joined())
      return ("repeated from \(start)", bytes[..<start] + copies + bytes[start...])
    }
  }

  private static func places(_ count: Int, in bytes: [UInt8]) -> [Int] {
    (0..<count).map { bytes.count * $0 / count }.reduce(into: []) { places, place in
      if places.last != place { places.append(place) }
    }
  }

  /// Numbers that look like chance and are the same on every machine (Knuth's MMIX constants).
  private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
