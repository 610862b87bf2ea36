// How fast feeds are read, beside other programs on the same files in the same session.

import Foundation
import Ingest
import Model

/// Times the whole parse: bytes in memory to entries with all their fields.
///
/// `hallway` as a process (to JSON, with all markup read to text) and the peers as installed are
/// timed too; one that is missing is named. Each figure is the best of five, and each line says
/// what was measured.
@main
enum FeedBenchmark {
  static let folder = FileManager.default.temporaryDirectory.appending(
    path: "hallway-benchmark-\(ProcessInfo.processInfo.processIdentifier)")

  static func main() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in [
      ("atom-3MB.xml", SyntheticFeeds.atom(bytes: 3_000_000)),
      ("rss-50MB.xml", SyntheticFeeds.rss(bytes: 50_000_000)),
    ] {
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      let megabytes = Double(bytes.count) / 1e6
      var entries = 0
      let (wall, processor) = best {
        entries = (try? FeedParser.parse(bytes).entries.count) ?? 0
      }
      print("\(name): \(bytes.count) bytes, \(entries) entries")
      report("FeedParser.parse, wall time", wall, megabytes)
      report("FeedParser.parse, processor time", processor, megabytes)
      // For a profiler: only the parse itself.
      if CommandLine.arguments.contains("--alone") { continue }
      for peer in Peer.all(file.path) { peer.run(megabytes) }
    }
  }

  static func report(_ name: String, _ seconds: Double, _ megabytes: Double) {
    let label = name.padding(toLength: 48, withPad: " ", startingAt: 0)
    print(label + String(format: "%9.4f s %8.1f MB/s", seconds, megabytes / seconds))
  }

  /// The least wall time and the least processor time of five runs, in seconds.
  static func best(_ body: () -> Void) -> (wall: Double, processor: Double) {
    var best = (wall: Double.infinity, processor: Double.infinity)
    for _ in 0..<5 {
      let processor = clock()
      let wall = seconds(body)
      best.wall = min(best.wall, wall)
      best.processor = min(best.processor, Double(clock() - processor) / Double(CLOCKS_PER_SEC))
    }
    return best
  }

  /// The wall time of something.
  static func seconds(_ body: () -> Void) -> Double {
    let took = ContinuousClock().measure(body)
    return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
  }
}
