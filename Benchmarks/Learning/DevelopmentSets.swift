// Development sets: cases with what people made of them.

import Foundation

/// A text with what a person made of it.
struct Case: Decodable {
  struct Input: Decodable {
    struct Post: Decodable {
      let author: String?
      let text: String
    }
    struct Segment: Decodable {
      let speaker: String?
      let text: String
    }
    let title: String?
    let text: String?
    let posts: [Post]?
    let segments: [Segment]?
  }
  /// A summary, or key phrases.
  enum Gold: Decodable {
    case summary(String)
    case phrases([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let phrases = try? container.decode([String].self) {
        self = .phrases(phrases)
      } else {
        self = .summary(try container.decode(String.self))
      }
    }
  }
  let input: Input
  let gold: Gold
}

/// The sets of a task in a folder.
enum DevelopmentSets {
  /// The sets by name.
  static func read(_ task: String, in folder: String) throws -> [(name: String, cases: [Case])] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasPrefix(task + "-") && $0.hasSuffix(".ndjson.gz")
    }.sorted()
    guard !files.isEmpty else {
      print("\(folder): holds no \(task)-NAME.ndjson.gz")
      exit(1)
    }
    return try files.map { file in
      let name = file.dropFirst(task.count + 1).dropLast(".ndjson.gz".count)
      let cases = try lines(of: "\(folder)/\(file)").map {
        try JSONDecoder().decode(Case.self, from: $0)
      }
      return (String(name), cases)
    }
  }

  /// The lines of a file, gzipped or not.
  static func lines(of file: String) throws -> [Data] {
    let bytes =
      file.hasSuffix(".gz")
      ? try output(of: ["gzip", "-dc", file])
      : try Data(contentsOf: URL(filePath: file))
    return bytes.split(separator: 0x0A).map { Data($0) }
  }

  /// What a command prints; the program ends where it fails.
  @discardableResult
  static func output(of command: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard [0, 3].contains(process.terminationStatus) else {
      print("\(command.joined(separator: " ")): failed")
      exit(1)
    }
    return bytes
  }
}
