// One computation beside another, on a thread of its own.

import Glibc
import Synchronization

/// A computation that runs beside its caller on a thread of its own.
///
/// For a synchronous function that has two halves to do: a task would need an asynchronous one. It
/// ends when the computation does; whoever starts it waits for its result.
final class Companion<Result: Sendable> {
  private let work: Work
  private let box: Box
  private var thread = pthread_t()
  private var isRunning: Bool

  private final class Box: Sendable {
    let value = Mutex<Result?>(nil)
  }

  /// Starts a computation; where no thread can be had, it is done at once.
  init(_ compute: @escaping @Sendable () -> Result) {
    let box = Box()
    let work = Work {
      let result = compute()
      box.value.withLock { $0 = result }
    }
    (self.box, self.work) = (box, work)
    let context = Unmanaged.passRetained(work)
    isRunning =
      pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, context.toOpaque()) == 0
    if !isRunning {
      context.release()
      work.run()
    }
  }

  /// Waits for the end, and gives the result.
  func result() -> Result? {
    if isRunning { pthread_join(thread, nil) }
    isRunning = false
    return box.value.withLock { $0 }
  }

  deinit { if isRunning { pthread_join(thread, nil) } }
}

/// Many values computed by two threads.
enum InHalves {
  /// Fewer are computed faster than a thread is started.
  private static let fewest = 1000

  /// One value for each index below a count, in order.
  static func map<Value: Sendable>(
    _ count: Int, _ value: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    guard count >= fewest else { return (0..<count).map(value) }
    let later = Companion { ((count / 2)..<count).map(value) }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<(count / 2) { values.append(value(index)) }
    values.append(contentsOf: later.result() ?? [])
    return values
  }
}

/// What a thread is given to do.
private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
