// Topical segmentation of talk, with advertising between and short chapters joined.

/// Topical segmentation of talk.
///
/// Hosts put advertising between subjects: a boundary always lies there, and one that lies close
/// by is moved there.
struct ChapterSearch {
  /// The sentences of talk, as indices into all.
  let talk: [Int]
  /// The places in `talk` before which advertising lies.
  let cuts: [Int]
  /// Boundaries that were moved to advertising: from place to place.
  let moved: [(from: Int, to: Int)]
  /// Boundaries, cuts among them, whose chapter would be too short.
  let short: [Int]
  /// The places in `talk` where chapters begin.
  let firsts: [Int]

  /// Seconds of talk between a boundary and advertising, at most, for it to be moved there.
  private static let near = 45.0
  /// Words of a chapter, at least.
  static let leastWords = 60

  init(
    _ talk: [Int], _ sentences: [Sentence], _ clock: [Double], _ vocabulary: Vocabulary
  ) {
    self.talk = talk
    let cuts = Self.cuts(talk)
    self.cuts = cuts
    var firsts = Segmentation.boundaries(
      talk.map { sentences[$0].text }, speakers: talk.map { sentences[$0].author },
      vocabulary: vocabulary, announced: Set(cuts))
    var moved: [(from: Int, to: Int)] = []
    for place in firsts.indices.dropFirst() {
      guard let cut = cuts.min(by: { abs($0 - firsts[place]) < abs($1 - firsts[place]) }) else {
        break
      }
      let low = min(cut, firsts[place])
      let high = max(cut, firsts[place])
      // The advertising itself lies between: only the talk counts.
      let talked = (low..<high).reduce(0.0) { sum, index in
        let next = talk[index] + 1
        return sum + (next < clock.count ? clock[next] - clock[talk[index]] : 0)
      }
      if talked <= Self.near {
        if firsts[place] != cut { moved.append((firsts[place], cut)) }
        firsts[place] = cut
      }
    }
    self.moved = moved
    let all = Set(firsts + cuts).sorted()
    self.firsts = Self.withoutShort(all, talk, sentences, cuts: Set(cuts))
    let kept = Set(self.firsts)
    short = all.filter { !kept.contains($0) }
  }

  /// The sentences of each chapter, as indices into all.
  var stretches: [[Int]] {
    firsts.indices.map { place in
      let end = place + 1 < firsts.count ? firsts[place + 1] : talk.count
      return Array(talk[firsts[place]..<end])
    }
  }

  /// The places before which advertising lies.
  static func cuts(_ talk: [Int]) -> [Int] {
    talk.indices.dropFirst().filter { talk[$0] != talk[$0 - 1] + 1 }
  }

  /// The same segments, those joined to the one before that are too short for a chapter; what stands
  /// between two pieces of advertising stays by itself.
  private static func withoutShort(
    _ firsts: [Int], _ talk: [Int], _ sentences: [Sentence], cuts: Set<Int>
  ) -> [Int] {
    func words(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 + sentences[talk[$1]].words }
    }
    var kept: [Int] = []
    for (place, first) in firsts.enumerated() {
      let end = place + 1 < firsts.count ? firsts[place + 1] : talk.count
      let isShort = words(first..<end) < leastWords
      if place > 0, isShort, !cuts.contains(first) { continue }
      // A short one behind a cut, or at the beginning, is joined to what follows.
      if let last = kept.last, !cuts.contains(first), words(last..<first) < leastWords { continue }
      kept.append(first)
    }
    return kept
  }
}
