import Foundation
import FuzzTargets
import Support
import Testing

/// The saved corpus of each reader, and what becomes of it when it is damaged.
struct CorpusTests {
  /// A file of the corpus; its name, so that a report tells which.
  struct Seed: CustomTestStringConvertible, Sendable {
    let reader: Reader
    let name: String
    var testDescription: String { "\(reader.rawValue)/\(name)" }

    var bytes: [UInt8] {
      get throws { try Places.bytes(CorpusTests.corpus.appending(path: testDescription)) }
    }
  }

  static let corpus = Places.top.appending(path: "Tests/FuzzTests/Corpus")

  static let seeds: [Seed] = Reader.allCases.flatMap { reader in
    let folder = corpus.appending(path: reader.rawValue).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { Seed(reader: reader, name: $0) }
  }

  @Test(arguments: Reader.allCases)
  func everyReaderHasACorpus(reader: Reader) {
    #expect(Self.seeds.count { $0.reader == reader } >= 12)
  }

  @Test(arguments: seeds)
  func everyPromiseIsKept(seed: Seed) throws {
    let bytes = try seed.bytes
    for (damage, input) in Damage.all(of: bytes) {
      let begin = Self.processorTime()
      do {
        try seed.reader.check(input)
      } catch {
        Issue.record("\(seed.testDescription), \(damage): \(error)")
      }
      let seconds = Self.processorTime() - begin
      #expect(
        seconds < 5, "\(seed.testDescription), \(damage): \(seconds) s for \(input.count) bytes")
    }
  }

  /// The seconds that this thread has run: whoever else runs on the machine does not count.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
