// A linear score that tells two classes apart.

/// Fisher's linear discriminant, by least squares: in each group the examples of either class weigh one
/// half, and a little ridge holds what hardly varies.
///
/// Source: T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning* (2009), §4.3 and
/// exercise 4.2.
struct LinearDiscriminant {
  private var products: [[Double]] = []
  private var targets: [Double] = []
  /// For the spread of each feature.
  private var sums: [Double] = []
  private var squares: [Double] = []
  private var count = 0.0

  /// Adds a group of examples; one without both classes says nothing.
  mutating func add(_ rows: [[Double]], _ labels: [Bool], weight: Double) {
    guard let first = rows.first else { return }
    let size = first.count + 1
    if products.isEmpty {
      products = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
      targets = [Double](repeating: 0, count: size)
      (sums, squares) = (targets, targets)
    }
    for row in rows {
      count += 1
      for (place, value) in row.enumerated() {
        sums[place] += value
        squares[place] += value * value
      }
    }
    let positive = Double(labels.count { $0 })
    guard positive > 0, positive < Double(labels.count) else { return }
    for (row, label) in zip(rows, labels) {
      let share = weight * 0.5 / (label ? positive : Double(labels.count) - positive)
      let values = row + [1]
      for i in 0..<size {
        targets[i] += share * (label ? 0.5 : -0.5) * values[i]
        for j in 0..<size { products[i][j] += share * values[i] * values[j] }
      }
    }
  }

  /// The weights of the features.
  func fit() -> [Double] {
    var matrix = products
    for place in matrix.indices {
      let mean = sums[place] / count
      let isBase = place == matrix.count - 1
      matrix[place][place] += 1e-3 * (isBase ? 1 : squares[place] / count - mean * mean)
    }
    return Array(LinearEquations.solve(matrix, targets).dropLast())
  }
}
