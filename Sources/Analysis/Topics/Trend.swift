// Whether a topic grows or fades over the weeks.

import Glibc
package import Model

/// Whether a topic grows or fades over the weeks.
///
/// The last week's count against the weeks before it, as a Poisson variable with their mean: told only
/// where chance would seldom give it, so that three posts after two are no rise.
///
/// After: J. Kleinberg, *Bursty and Hierarchical Structure in Streams* (2002), for counts that leave
/// their base rate; the square-root transform that gives counts a constant variance is F. Anscombe's,
/// *The Transformation of Poisson, Binomial and Negative-Binomial Data* (1948).
package enum Trends {
  /// Weeks before the last that tell what is usual.
  private static let usual = 6
  /// Weeks that are looked back.
  private static let remembered = 10
  /// Fewer say nothing.
  private static let least = 2
  /// Standard deviations from what is usual.
  private static let clear = 2.0
  /// How many times the usual is a burst.
  private static let burst = 3.0

  /// The trend of weekly counts; `nil` where the weeks are too few to tell.
  ///
  /// - Parameter counts: Posts and moments by week, oldest first; weeks without any as 0.
  package static func trend(_ counts: [Int]) -> Topic.Trend? {
    guard let last = counts.last else { return nil }
    let before = counts.dropLast().suffix(usual)
    guard before.count >= least else { return nil }
    let mean = Double(before.reduce(0, +)) / Double(before.count)
    // The mean of a few weeks is itself uncertain.
    let spread = (1 + 1 / Double(before.count)).squareRoot()
    let distance = 2 * (anscombe(Double(last)) - anscombe(mean)) / spread
    if distance >= clear { return Double(last) >= burst * max(mean, 1) ? .burst : .rising }
    return distance <= -clear ? .fading : .steady
  }

  private static func anscombe(_ count: Double) -> Double { (count + 0.375).squareRoot() }

  /// The counts of the last issues that had a topic.
  ///
  /// In the weeks between it was no topic: nothing was counted, which is not nothing said.
  ///
  /// - Parameters:
  ///   - history: One count a week, by week, oldest first; weeks spelled `2026-W47`.
  ///   - weeks: The weeks of all issues, oldest first.
  package static func counts(_ history: [Topic.WeekCount], weeks: [String]) -> [Int] {
    let byWeek = Dictionary(history.map { ($0.week, $0.posts + $0.moments) }) { _, last in last }
    return weeks.suffix(remembered).compactMap { byWeek[$0] }
  }
}
