// Lists and archives taken over, and the subscriptions given out.

import Ingest
package import Model
import Network
import Store

/// Takes over subscription lists, mail archives and transcripts.
package enum ImportStage {
  /// What a person says of the files.
  package struct Details: Sendable {
    /// The name of a mailing list, for a reader; `nil`: the file's.
    package var title: String?
    /// Where single messages can be read, with `{message-id}`.
    package var page: String?
    /// The show that transcripts belong to.
    package var show: String?
    /// When an episode was published whose transcript does not say.
    package var published: Timestamp?

    /// Creates details that say nothing.
    package init() {}
  }

  /// Takes over files and whole folders, told apart by their content: an OPML list into the
  /// configuration; an mbox archive, a single message, a transcript or an export into the database.
  package static func run(_ paths: [String], _ details: Details, _ context: RunContext) throws
    -> RunReport
  {
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    var report = RunReport()
    var transcripts = TranscriptImport(details)
    var known = Set(context.settings.sources.map(\.identity))
    for file in paths.flatMap(Files.all) {
      if try ArchiveFile.isOne(file) {
        report.facts += try ArchiveFile.take(file, context)
        continue
      }
      let bytes = try Files.read(file)
      if let list = OPML.parse(bytes) {
        try take(list, file, &known, &report, context)
      } else if let archive = MailArchive.parse(
        bytes, source: Files.absolute(file), site: details.title ?? name(file), page: details.page)
      {
        try take(archive, file, title: details.title ?? name(file), &report, context)
      } else if let transcript = TranscriptParser.parse(bytes) {
        try transcripts.take(transcript, file, &report, context)
      } else if paths.contains(file) {
        throw RunFailure.failed(
          "\(file): is no subscription list, mail archive or transcript; it looks like \(Sniffer.describe(bytes)) ('hallway add' takes feeds)"
        )
      } else {
        report.warnings.append(
          Diagnostic(place: file, "was left out; it looks like \(Sniffer.describe(bytes))"))
      }
    }
    report.facts += transcripts.facts
    return report
  }

  /// A file's name without its folder and its ending.
  static func name(_ file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.split(separator: ".").dropLast().joined(separator: ".")
    return stem.isEmpty ? last : stem
  }

  private static func take(
    _ list: OPML, _ file: String, _ known: inout Set<String>, _ report: inout RunReport,
    _ context: RunContext
  ) throws {
    let listed = ListedSources.read(list, file, context.settings.file)
    report.warnings += listed.warnings
    let new = listed.sources.filter { known.insert($0.identity).inserted }
    try ConfigurationEditor.append(new, to: context.settings.file)
    report.facts += [
      ("list", .text(file)), ("subscribed", .count(new.count)),
      ("already there", .count(listed.sources.count - new.count)),
    ]
    if listed.refused > 0 { report.facts.append(("left out", .count(listed.refused))) }
  }

  private static func take(
    _ archive: (threads: [DiscussionThread], diagnostics: [Diagnostic]), _ file: String,
    title: String, _ report: inout RunReport, _ context: RunContext
  ) throws {
    report.warnings += archive.diagnostics.map { $0.at(file) }
    let store = try context.archive()
    var record =
      try store.sourceHealth()[Files.absolute(file)] ?? SourceHealth(address: Files.absolute(file))
    (record.title, record.kind) = (title, .forum)
    record.succeed(at: context.now)
    let changed = try store.remember(threads: archive.threads, health: record)
    try store.updateSearchIndex()
    try TermCounting.update(store, language: context.settings.language)
    report.facts += [
      ("archive", .text(file)), ("threads", .count(archive.threads.count)),
      ("messages", .count(archive.threads.reduce(0) { $0 + $1.posts.count })),
      ("new or changed", .count(changed)),
    ]
  }
}

/// The subscriptions as a list.
package enum ExportStage {
  /// What can be given out.
  package enum Format: String, CaseIterable, Sendable {
    /// The subscriptions.
    case opml
    /// Everything stored.
    case ndjson
  }

  /// All sources as OPML, in the order of the configuration, with their folders.
  package static func run(_ context: RunContext) throws -> String {
    let known =
      Files.exists(context.settings.database) ? try context.storedArchive().sourceHealth() : [:]
    let outlines = context.settings.sources.map { source in
      OPML.Outline(
        title: source.title ?? known[source.address]?.title
          ?? Addresses.withoutCredentials(source.address), url: source.address,
        kind: (source.kind ?? known[source.address]?.kind)?.rawValue, folder: source.folder)
    }
    return OPML(title: context.settings.title, outlines: outlines).text
  }
}
