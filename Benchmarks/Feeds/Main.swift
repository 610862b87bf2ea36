// How fast feeds are read, beside other programs on the same files in the same session.

import Foundation
import Ingest
import Model

/// Times the whole parse: bytes in memory to entries with all their fields.
///
/// `hallway` as a process (to JSON, with all markup read to text) and the peers as installed are
/// timed too; one that is missing is named. Each figure is the best of five.
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
      let parse = best {
        entries = (try? FeedParser.parse(bytes).entries.count) ?? 0
      }
      print("\(name): \(bytes.count) bytes, \(entries) entries")
      report("FeedParser.parse (this process)", parse, megabytes)
      // For a profiler: only the parse itself.
      if CommandLine.arguments.contains("--alone") { continue }
      for peer in peers(file.path) { peer.run(megabytes) }
    }
  }

  static func report(_ name: String, _ seconds: Double, _ megabytes: Double) {
    let label = name.padding(toLength: 40, withPad: " ", startingAt: 0)
    print(label + String(format: "%9.4f s %8.1f MB/s", seconds, megabytes / seconds))
  }

  /// The least processor time of five runs, in seconds: what else the machine does counts less.
  static func best(_ body: () -> Void) -> Double {
    (0..<5).map { _ in
      let start = clock()
      body()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }

  /// Another program on the same file.
  struct Peer {
    let name: String
    let command: [String]
    /// Whether it prints the seconds that its parse took, in its own process.
    var timesItself = false

    func run(_ megabytes: Double) {
      var seconds: [Double] = []
      for _ in 0..<(timesItself ? 1 : 5) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = timesItself ? output : FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        guard (try? process.run()) != nil else { continue }
        let text = timesItself ? output.fileHandleForReading.readDataToEndOfFile() : Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { continue }
        let took = ContinuousClock.now - start
        let whole = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        seconds.append(
          timesItself
            ? Double(
              String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
              ?? whole : whole)
      }
      guard let best = seconds.min() else {
        print("\(name): not installed")
        return
      }
      report(name, best, megabytes)
    }
  }

  static func peers(_ file: String) -> [Peer] {
    let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    func python(_ module: String) -> [String] {
      [
        "python3", "-c",
        "import sys,time,\(module)\nd=open(sys.argv[1],'rb').read()\nb=9e9\nfor _ in range(int(sys.argv[2])):\n t=time.perf_counter();\(module).parse(d);b=min(b,time.perf_counter()-t)\nprint(b)",
        file, module == "feedparser" ? "1" : "5",
      ]
    }
    return [
      Peer(
        name: "hallway parse (process, to JSON)",
        command: [here.appending(path: "hallway").path, "parse", file]),
      Peer(
        name: "xmllint --sax --noout (process)", command: ["xmllint", "--sax", "--noout", file]),
      Peer(name: "sfeed (process)", command: ["sh", "-c", "sfeed < \"$0\"", file]),
      Peer(
        name: "fastfeedparser (its process)", command: python("fastfeedparser"), timesItself: true),
      Peer(
        name: "feedparser (its process, once)", command: python("feedparser"), timesItself: true),
    ]
  }
}
