// What a week of a large forum costs: words to weights, a summary, and the whole issue.

import Analysis
import BenchmarkSupport
import Foundation
import Glibc
import Model
import Store

/// Measures on posts that are the same every time, beside other programs where Python has them.
@main
enum WeekBenchmark {
  static let folder = FileManager.default.temporaryDirectory.appending(
    path: "hallway-benchmark-\(ProcessInfo.processInfo.processIdentifier)")

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let count = arguments.first.flatMap { Int($0) } ?? 100_000
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var forum = SyntheticForum()
    let threads = threads(of: count, &forum)
    try await words(threads.flatMap { $0 })
    try summary(threads.max { $0.count < $1.count } ?? [])
    try week(threads)
  }

  /// Posts by thread: most threads have few, some have hundreds.
  private static func threads(of count: Int, _ forum: inout SyntheticForum) -> [[String]] {
    var threads: [[String]] = []
    var left = count
    while left > 0 {
      let size = min(left, 2 + 120 / (1 + forum.next(24)) * (forum.next(9) == 0 ? 3 : 1))
      let subject = threads.count
      threads.append((0..<size).map { _ in forum.post(subject: subject) })
      left -= size
    }
    return threads
  }

  // MARK: Words

  private static func words(_ posts: [String]) async throws {
    let file = folder.appending(path: "posts.txt")
    let text = posts.joined(separator: "\n") + "\n"
    try text.write(to: file, atomically: false, encoding: .utf8)
    let megabytes = Double(text.utf8.count) / 1e6
    print("words to weights: \(posts.count) posts, \(String(format: "%.0f", megabytes)) MB")
    // In turns, and the best counts: others use the machine too.
    var best = [Double.infinity, .infinity]
    var first: TermMatrix?
    for _ in 0..<5 {
      for width in [1, 2] {
        var matrix: TermMatrix?
        let wall = await seconds { matrix = await weigh(posts, width: width) }
        best[width - 1] = min(best[width - 1], wall)
        precondition(first == nil || first == matrix, "\(width) cores gave something else")
        first = matrix
      }
    }
    report("one core", best[0], megabytes)
    report("two cores", best[1], megabytes, "\(times(best[0], best[1])) the speed of one")
    if let peer = Peer.vectorizer.seconds(file) {
      report(Peer.vectorizer.name, peer, megabytes, "one core is \(times(peer, best[0])) faster")
    } else {
      print("  \(Peer.vectorizer.name): not installed")
    }
  }

  private static func weigh(_ posts: [String], width: Int) async -> TermMatrix {
    let vocabulary = Vocabulary(language: "en")
    let lists = await CorpusReader.read(posts, vocabulary: vocabulary, width: width)
    let model = await TFIDF(lists, terms: vocabulary.count, width: width)
    return await model.matrix(lists, width: width)
  }

  // MARK: A summary

  private static func summary(_ posts: [String]) throws {
    let few = Array(posts.prefix(60))
    let file = folder.appending(path: "thread.txt")
    let sentences = Sentences.ofPosts(few.map { ("", $0) })
    try sentences.map(\.text).joined(separator: "\n").write(
      to: file, atomically: false, encoding: .utf8)
    var own = Double.infinity
    for _ in 0..<5 {
      let start = Process.now()
      let text = SentenceSalience.weigh(
        Sentences.ofPosts(few.map { ("", $0) }), genre: .thread, title: "",
        vocabulary: Vocabulary(language: "en"))
      _ = Summarizer.summarize(text, genre: .thread, words: 90)
      own = min(own, Process.now() - start)
    }
    print("a summary of \(sentences.count) sentences")
    print(String(format: "  splitting, LexRank, traits, choice: %.4f s", own))
    if let peer = Peer.lexRank.seconds(file) {
      print(
        String(format: "  %@: %.3f s", Peer.lexRank.name, peer) + ", \(times(peer, own)) as long")
    } else {
      print("  \(Peer.lexRank.name): not installed")
    }
  }

  // MARK: The issue

  private static func week(_ threads: [[String]]) throws {
    let archive = try Archive(path: folder.appending(path: "hallway.sqlite").path)
    let monday = CalendarDay(daysSinceEpoch: 20_773)
    let start = Int64(monday.daysSinceEpoch) * 86_400
    for (number, posts) in threads.enumerated() {
      let url = "https://forum.example.org/t/thread-\(number)/\(number)"
      let thread = DiscussionThread(
        id: url, title: String(posts[0].prefix(40)), url: url, source: "forum", site: "Forum",
        posts: posts.enumerated().map { place, words in
          let author = "person\((number &* 31 &+ place &* 17) % 5000)"
          return Post(
            id: "\(url)/\(place + 1)", number: place + 1, author: author, authorKey: author,
            date: Timestamp(seconds: start + Int64((number &* 37 &+ place &* 911) % 604_800)),
            url: "\(url)/\(place + 1)", words: words)
        })
      try archive.remember(threads: [thread], health: SourceHealth(address: "forum"))
    }
    let settings = folder.appending(path: "hallway.toml")
    try
      "title = \"Benchmark\"\nbase_url = \"https://example.org/\"\ndatabase = \"hallway.sqlite\"\n"
      .write(to: settings, atomically: false, encoding: .utf8)
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "hallway"
    ).path
    let posts = threads.reduce(0) { $0 + $1.count }
    let cost = Process.measure([
      program, "digest", "--config", settings.path, "--from", monday.iso8601, "--until",
      monday.advanced(by: 7).iso8601, "--format", "json",
    ])
    guard cost.status == 0 else { return print("hallway digest failed with \(cost.status)") }
    print(
      String(
        format: "an issue of %d posts in %d threads: %.1f s of processor, %.1f s wall, peak %d MB",
        posts, threads.count, cost.processor, cost.wall, cost.peak))
  }

  // MARK: Time

  static func seconds(_ body: () async -> Void) async -> Double {
    let start = Process.now()
    await body()
    return Process.now() - start
  }

  private static func times(_ long: Double, _ short: Double) -> String {
    String(format: "%.2f times", long / short)
  }

  private static func report(
    _ what: String, _ seconds: Double, _ megabytes: Double, _ note: String = ""
  ) {
    print(
      String(format: "  %@: %.3f s, %.0f MB/s", what, seconds, megabytes / seconds)
        + (note.isEmpty ? "" : "; \(note)"))
  }
}
