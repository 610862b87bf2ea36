// Everything stored, as a file of lines of JSON.

import FoundationEssentials
import Store

/// Everything stored, as a file of lines of JSON (NDJSON).
///
/// `Store.ArchiveRecord` has the form. Written and read a piece at a time: memory does not grow with
/// the archive.
package enum ArchiveFile {
  /// Bytes that are written at once.
  private static let piece = 1 << 16
  /// Bytes of lines that are stored in one transaction.
  private static let batch = 1 << 20

  /// Writes everything stored, in pieces.
  package static func write(_ context: RunContext, _ write: ([UInt8]) -> Void) throws {
    var bytes: [UInt8] = []
    try context.storedArchive().exportLines { line in
      bytes += line.utf8
      bytes.append(0x0A)
      if bytes.count >= piece {
        write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    write(bytes)
  }

  /// Whether a file begins as an export does.
  static func isOne(_ file: String) throws(RunFailure) -> Bool {
    let head = Array(Archive.exportHead.utf8)
    return try Files.beginning(of: file, count: head.count) == head
  }

  /// Takes a file back, for a caller that holds the lock; returns what was done.
  static func take(_ file: String, _ context: RunContext) throws -> [(
    name: String, value: RunReport.Value
  )] {
    let archive = try context.archive()
    var intake = Archive.Intake()
    var lines: [Data] = []
    var size = 0
    var first = 2
    func store() throws {
      do {
        try archive.take(lines, &intake)
      } catch let bad as Archive.BadLine {
        throw RunFailure.failed("\(file):\(first + bad.index): \(bad.message)")
      }
      first += lines.count
      lines.removeAll(keepingCapacity: true)
      size = 0
    }
    var fault: RunFailure?
    do {
      try Files.forEachLine(of: file) { number, line in
        guard number > 1 else { return }
        lines.append(Data(line))
        size += line.count
        if size >= batch { try store() }
      }
      try store()
    } catch let failure as RunFailure {
      fault = failure
    }
    // What came before a fault is taken all the same.
    try archive.updateSearchIndex()
    try TermCounting.update(archive, language: context.settings.language)
    if let fault {
      throw RunFailure.failed(
        "\(fault.messages.joined(separator: "; ")); \(intake.records) records before it were taken")
    }
    guard intake.isWhole else {
      throw RunFailure.failed(
        "\(file): ends too early; \(intake.records) records were taken, \(intake.new) of them new"
      )
    }
    return [
      ("export", .text(file)), ("records", .count(intake.records)), ("new", .count(intake.new)),
    ]
  }
}
