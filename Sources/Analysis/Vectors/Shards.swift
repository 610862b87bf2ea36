// Work cut into as many shares as there are cores.

/// Work cut into shares of neighbours.
enum Shards {
  /// Cuts a sequence of items into at most so many runs of about the same size.
  ///
  /// - Parameter ends: For each item the sizes of it and of all before, in sum.
  static func ranges(ends: [Int], width: Int) -> [Range<Int>] {
    guard let total = ends.last else { return [0..<0] }
    let width = max(1, width)
    var result: [Range<Int>] = []
    var start = 0
    for share in 1...width {
      let goal = total / width * share
      let end = share == width ? ends.count : ends.partitioningIndex { $0 >= goal } + 1
      if end > start { result.append(start..<end) }
      start = max(start, end)
    }
    return result
  }

  /// Works on the first share in this task and on each other one in a task of its own.
  ///
  /// - Returns: The results, in the order of shares.
  static func map<Result: Sendable>(
    _ ranges: [Range<Int>], first: (Range<Int>) -> Result,
    other: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    guard ranges.count > 1 else { return ranges.map(first) }
    return await withTaskGroup(of: (Int, Result).self) { group in
      for (index, range) in ranges.enumerated().dropFirst() {
        group.addTask { (index, other(range)) }
      }
      var results: [(Int, Result)] = [(0, first(ranges[0]))]
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

extension [Int] {
  /// The first index of an ascending list whose element meets a condition; the count for none.
  fileprivate func partitioningIndex(_ meets: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if meets(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
