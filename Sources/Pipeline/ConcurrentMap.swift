// Work on many values, on all cores, in order.

import Analysis

/// Maps values on all cores; the results are in the order of values, whatever the number of cores.
///
/// - Parameters:
///   - state: Makes what one task keeps to itself from value to value.
///   - body: Gets the task's state, the value's index and the value.
func concurrentMap<Value: Sendable, State, Result: Sendable>(
  _ values: [Value], state: @escaping @Sendable () -> State,
  _ body: @escaping @Sendable (inout State, Int, Value) -> Result
) async -> [Result] {
  let width = min(Cores.count, values.count)
  guard width > 1 else {
    var own = state()
    return values.indices.map { body(&own, $0, values[$0]) }
  }
  return await withTaskGroup(of: [(index: Int, result: Result)].self) { group in
    for task in 0..<width {
      group.addTask {
        var own = state()
        // Every so manieth value: neighbours are alike in size.
        return stride(from: task, to: values.count, by: width).map {
          ($0, body(&own, $0, values[$0]))
        }
      }
    }
    var results = [Result?](repeating: nil, count: values.count)
    for await share in group { for (index, result) in share { results[index] = result } }
    return results.compactMap { $0 }
  }
}
