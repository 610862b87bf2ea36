// Probabilities of boundaries to boundaries.

/// Probabilities of boundaries to boundaries.
///
/// A boundary may lie a sentence earlier or later: what counts is the probability around a place,
/// less with distance. Greedy: the place with most, then what lies near it counts no more.
enum BoundaryChoice {
  /// How far probability counts, in words.
  private static let width = 40.0
  /// How far from the place a boundary may lie, in words.
  private static let snap = 30.0
  /// The least probability around a place.
  static let threshold = 0.41

  /// The units before which a boundary lies, ascending; never the first.
  ///
  /// - Parameters:
  ///   - chances: The probability of a boundary before each unit.
  ///   - words: The words of each unit.
  /// - Complexity: O(units × boundaries).
  static func choose(_ chances: [Double], words: [Int]) -> [Int] {
    Set(picks(chances, words: words).picks.map(\.unit)).sorted()
  }

  /// A boundary as it was chosen.
  struct Pick: Equatable {
    /// The unit before which it lies.
    let unit: Int
    /// The unit around which the probability lies.
    let peak: Int
    /// The probability around that unit, less what earlier picks took.
    let around: Double
  }

  /// The boundaries in the order of choice, and the probability around each unit that was there at
  /// first and that is left in the end.
  static func picks(_ chances: [Double], words: [Int]) -> (
    picks: [Pick], first: [Double], left: [Double]
  ) {
    guard chances.count > 1 else { return ([], chances, chances) }
    var places = [0.0]
    for count in words.dropLast() { places.append((places.last ?? 0) + Double(count)) }
    var left = chances
    left[0] = 0
    var around = chances.indices.map { Self.around($0, left, places) }
    let first = around
    var picks: [Pick] = []
    while let peak = peak(of: around), around[peak] >= threshold {
      var pick = peak
      for index in near(peak, places, within: snap.nextUp) where index > 0 {
        if chances[index] > chances[pick] || chances[index] == chances[pick] && index < pick {
          pick = index
        }
      }
      picks.append(Pick(unit: pick, peak: peak, around: around[peak]))
      for index in near(peak, places, within: width) {
        left[index] *= abs(places[index] - places[peak]) / width
      }
      for index in near(peak, places, within: 2 * width) {
        around[index] = Self.around(index, left, places)
      }
    }
    return (picks, first, around)
  }

  /// The first of the largest sums, from the second unit on.
  private static func peak(of around: [Double]) -> Int? {
    var best: Int?
    for index in around.indices.dropFirst()
    where around[index] > (best.map { around[$0] } ?? 0) + 1e-9 {
      best = index
    }
    return best
  }

  /// The units whose distance from one, in words, is less than a bound.
  private static func near(_ unit: Int, _ places: [Double], within bound: Double) -> Range<Int> {
    var low = unit
    var high = unit + 1
    while low > 0, places[unit] - places[low - 1] < bound { low -= 1 }
    while high < places.count, places[high] - places[unit] < bound { high += 1 }
    return low..<high
  }

  private static func around(_ unit: Int, _ left: [Double], _ places: [Double]) -> Double {
    near(unit, places, within: width).reduce(0) {
      $0 + left[$1] * (1 - abs(places[$1] - places[unit]) / width)
    }
  }
}
