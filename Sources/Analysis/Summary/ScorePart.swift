// One summand of a score, by name.

/// One summand of a score, by name: what is counted, and what it is worth.
package struct ScorePart: Equatable, Sendable {
  /// What is counted, for a reader.
  package let name: String
  /// What was counted, as people count: 12 posts.
  package let counted: Double
  /// The same as it enters the score: its logarithm, for one.
  package let value: Double
  /// What 1 of the value is worth.
  package let weight: Double

  /// What it adds.
  package var share: Double { weight * value }

  /// Creates a part.
  ///
  /// - Parameter counted: `nil`: the value is what is counted.
  package init(_ name: String, counted: Double? = nil, value: Double, weight: Double) {
    (self.name, self.counted) = (name, counted ?? value)
    (self.value, self.weight) = (value, weight)
  }
}
