// Other programs on the same files.

import BenchmarkSupport
import Foundation

/// Another program on the same file.
struct Peer {
  let name: String
  let command: [String]
  /// Whether it prints the seconds that its parse took, in its own process.
  var timesItself = false

  /// Runs it and prints its best time.
  func run(_ megabytes: Double) {
    let seconds = (0..<(timesItself ? 1 : 5)).compactMap { _ in
      timesItself ? printedTime() : wallTime()
    }
    guard let best = seconds.min() else {
      print("\(name): not installed")
      return
    }
    let measured = timesItself ? "wall time of its parse" : "wall time of its process"
    FeedBenchmark.report("\(name), \(measured)", best, megabytes)
  }

  /// The wall time from start to exit; `nil` when it failed.
  private func wallTime() -> Double? {
    let cost = Process.measure(command)
    return cost.status == 0 ? cost.wall : nil
  }

  /// The seconds that it prints; `nil` when it failed.
  private func printedTime() -> Double? {
    let file = FeedBenchmark.folder.appending(path: "output").path
    guard Process.measure(command, output: file).status == 0,
      let text = try? String(contentsOfFile: file, encoding: .utf8)
    else { return nil }
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// All of them on one file.
  static func all(_ file: String) -> [Peer] {
    let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    func python(_ module: String) -> [String] {
      [
        "python3", "-c",
        """
        import sys, time, \(module)
        data = open(sys.argv[1], 'rb').read()
        best = 9e9
        for _ in range(int(sys.argv[2])):
          start = time.perf_counter()
          \(module).parse(data)
          best = min(best, time.perf_counter() - start)
        print(best)
        """,
        file, module == "feedparser" ? "1" : "5",
      ]
    }
    return [
      Peer(
        name: "hallway parse, to JSON",
        command: [here.appending(path: "hallway").path, "parse", file]),
      Peer(name: "xmllint --sax --noout", command: ["xmllint", "--sax", "--noout", file]),
      Peer(name: "sfeed", command: ["sh", "-c", "sfeed < \"$0\"", file]),
      Peer(name: "fastfeedparser", command: python("fastfeedparser"), timesItself: true),
      Peer(name: "feedparser, once", command: python("feedparser"), timesItself: true),
    ]
  }
}
