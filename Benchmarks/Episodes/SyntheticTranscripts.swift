// Transcripts of an hour, the same every time.

/// Makes transcripts like a podcast's: cues of a few seconds, talk that moves from subject to
/// subject, a sponsor read in the middle.
struct SyntheticTranscripts {
  private var state: UInt64

  /// - Parameter number: Which episode: each has words of its own.
  init(number: Int) { state = 20_261_121 &+ UInt64(number) &* 7919 }

  /// A WebVTT file of an hour: some 900 cues, 9,000 words.
  mutating func hour() -> [UInt8] {
    var out = "WEBVTT\n"
    var second = 0
    while second < 3600 {
      let subject = second / 420
      let speaker = (second / 60) % 2 == 0 ? "Ann Lee" : "Bo Ek"
      let words =
        (1800..<1860).contains(second)
        ? "This portion of the show is brought to you by Example, the service for it."
        : sentence(subject)
      out += "\n\(stamp(second)) --> \(stamp(second + 4))\n<v \(speaker)>\(words)\n"
      second += 4
    }
    return Array(out.utf8)
  }

  private mutating func sentence(_ subject: Int) -> String {
    let own = Self.subjects[subject % Self.subjects.count]
    let words = (0..<10).map { _ -> String in
      next(3) == 0 ? own[next(own.count)] : Self.common[next(Self.common.count)]
    }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// The next number below a limit, from a linear congruential generator.
  ///
  /// Source: D. Knuth, *The Art of Computer Programming* 2, §3.3.4.
  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private func stamp(_ second: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)).000"
  }

  private static let common = [
    "the", "of", "and", "we", "think", "that", "is", "really", "a", "lot", "people", "use", "it",
    "when", "you", "have", "to", "so", "what", "would", "they", "do", "with", "this", "now",
  ]
  private static let subjects = [
    ["lockfile", "resolver", "dependency", "installer", "package"],
    ["thread", "interpreter", "lock", "parallel", "core"],
    ["container", "cluster", "deploy", "image", "registry"],
    ["query", "database", "column", "index", "table"],
    ["agent", "model", "prompt", "context", "token"],
    ["type", "checker", "annotation", "generic", "protocol"],
  ]
}
