// Why talk was divided where it was.

/// Why a text was divided where it was.
package struct SegmentationExplanation: Sendable {
  /// What speaks for a boundary before a unit.
  package struct Unit: Equatable, Sendable {
    /// The probability of a boundary there.
    package let chance: Double
    /// What the words before and behind speak for one, in log odds: they are others on either side.
    package let words: Double
    /// Signs of a new subject and of none.
    package let signs: [ScorePart]
    /// What every boundary costs.
    package let prior: Double
    /// The probability around it, by which boundaries are chosen.
    package let around: Double
    /// What of that no chosen boundary took.
    package let left: Double

    /// The log odds of a boundary: the sum of what speaks for it and what against.
    package var odds: Double { words + signs.reduce(0) { $0 + $1.share } + prior }
  }

  /// A boundary that was chosen.
  package struct Pick: Equatable, Sendable {
    /// The unit before which it lies.
    package let unit: Int
    /// The unit around which the probability lies.
    package let peak: Int
    /// The probability around that, less what earlier picks took.
    package let around: Double
    /// The terms that part the stretches before and behind it, in log odds, most first.
    ///
    /// Both stretches reach to the next boundary. Terms of one side only speak for it, those of both
    /// against it.
    package let terms: [ScorePart]
  }

  /// The units in order.
  package let units: [Unit]
  /// The boundaries in order of choice.
  package let picks: [Pick]
  /// The least probability around a boundary.
  package let threshold: Double
}
