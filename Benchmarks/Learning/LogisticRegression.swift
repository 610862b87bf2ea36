// A linear model of whether something is so.

import Foundation

/// Logistic regression with a small ridge, by Newton's method.
///
/// Source: T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning* (2009), §4.4.1.
struct LogisticRegression {
  private var rows: [[Double]] = []
  private var labels: [Double] = []
  private var weights: [Double] = []

  /// Adds an example; each group of examples (a text, a week) weighs as much as any other.
  mutating func add(_ features: [Double], _ label: Bool, weight: Double) {
    rows.append([1] + features)
    labels.append(label ? 1 : 0)
    weights.append(weight)
  }

  /// The base and the weights of the features, in log odds.
  func fit() -> [Double] {
    let count = rows.first?.count ?? 0
    var model = [Double](repeating: 0, count: count)
    for _ in 0..<25 {
      var gradient = [Double](repeating: 0, count: count)
      var hessian = [[Double]](
        repeating: [Double](repeating: 0, count: count), count: count)
      for ((row, label), weight) in zip(zip(rows, labels), weights) {
        let odds = zip(row, model).reduce(0) { $0 + $1.0 * $1.1 }
        let chance = 1 / (1 + exp(-odds))
        for i in 0..<count {
          gradient[i] += weight * (label - chance) * row[i]
          for j in 0...i { hessian[i][j] += weight * chance * (1 - chance) * row[i] * row[j] }
        }
      }
      for i in 0..<count {
        for j in 0..<i { hessian[j][i] = hessian[i][j] }
        hessian[i][i] += 1e-3
        gradient[i] -= 1e-3 * model[i]
      }
      let step = LinearEquations.solve(hessian, gradient)
      for i in 0..<count { model[i] += step[i] }
      if step.allSatisfy({ abs($0) < 1e-7 }) { break }
    }
    return model
  }
}
