// What an archive of transcripts costs: time and memory, and that both grow no faster than it.

import Analysis
import Foundation
import Ingest
import Model
import Store

/// Reads, analyses and stores one-hour transcripts, then reads a week of them back.
@main
enum EpisodeBenchmark {
  static func main() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "hallway-benchmark-\(ProcessInfo.processInfo.processIdentifier).sqlite")
    let arguments = CommandLine.arguments.dropFirst()
    let most = arguments.first.flatMap { Int($0) } ?? 1000
    print("one-hour transcripts: processor seconds, and the peak of memory in the whole process")
    for count in [most / 4, most / 2, most] where count > 0 {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: file.path + suffix)
      }
      try measure(count, file.path)
    }
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: file.path + suffix)
    }
  }

  static func measure(_ count: Int, _ path: String) throws {
    let archive = try Archive(path: path)
    let vocabulary = Vocabulary(language: "en")
    var cost = (parse: 0.0, analyze: 0.0, store: 0.0, index: 0.0, window: 0.0)
    var words = 0
    for number in 0..<count {
      var transcripts = SyntheticTranscripts(number: number)
      let bytes = transcripts.hour()
      var cues: [Cue] = []
      cost.parse += seconds { cues = TranscriptParser.parse(bytes)?.cues ?? [] }
      words += cues.reduce(0) { $0 + $1.text.utf8.count { $0 == 0x20 } + 1 }
      let episode = Episode(
        id: "show/\(number)", title: "Episode \(number)", url: nil,
        audio: "https://cdn.example.org/\(number).mp3",
        date: Timestamp(seconds: Int64(1_700_000_000 + number * 86_400)), seconds: 3600,
        transcript: nil, notes: "", source: "show", show: "Show", cues: cues)
      cost.analyze += seconds { _ = EpisodeAnalyzer.analyze(episode, vocabulary: vocabulary) }
      cost.store += try seconds {
        try archive.remember(episodes: [episode], health: SourceHealth(address: "show"))
      }
    }
    cost.index = try seconds { try archive.updateSearchIndex() }
    let last = Int64(1_700_000_000 + count * 86_400)
    let day = CalendarDay(daysSinceEpoch: Int(last / 86_400))
    cost.window = try seconds {
      _ = try archive.episodes(
        in: Window(
          firstDay: day.advanced(by: -7), endDay: day, from: Timestamp(seconds: last - 7 * 86_400),
          until: Timestamp(seconds: last)))
    }
    print(
      String(
        format:
          "%5d (%d words): parse %.2f, analyze %.2f, store %.2f, index %.2f, a week back %.3f; peak %d MB",
        count, words, cost.parse, cost.analyze, cost.store, cost.index, cost.window, peak()))
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  /// The most memory that the process has held, in MB.
  static func peak() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
