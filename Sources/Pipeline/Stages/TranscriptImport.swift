// Transcripts at hand to episodes of a show.

import Ingest
import Model
import Store

/// Takes over the transcripts of one show.
struct TranscriptImport {
  private let details: ImportStage.Details
  private var stored: [Episode]?
  private var counts = (episodes: 0, known: 0, changed: 0)

  init(_ details: ImportStage.Details) { self.details = details }

  /// What was done, for a report.
  var facts: [(name: String, value: RunReport.Value)] {
    guard counts.episodes > 0 else { return [] }
    return [
      ("transcripts", .count(counts.episodes)), ("of episodes in a feed", .count(counts.known)),
      ("new or changed", .count(counts.changed)),
    ]
  }

  /// Stores a transcript with the episode that the show's feed has given for it, or with one of its
  /// own.
  mutating func take(
    _ transcript: Transcript, _ file: String, _ report: inout RunReport, _ context: RunContext
  ) throws {
    guard let show = details.show else {
      throw RunFailure.usage([
        "\(file): is a transcript; say whose with --show NAME"
      ])
    }
    let archive = try context.archive()
    let name = ImportStage.name(file)
    let said = TranscriptIntroduction.read(transcript.cues, name: name, show: show)
    let known = try stored ?? archive.episodes(ofShow: show)
    if stored == nil, known.isEmpty,
      let meant = Nearest.name(to: show, in: try archive.shows())
    {
      report.warnings.append(
        Diagnostic("no show is called '\(show)' so far; did you mean '\(meant)'?"))
    }
    stored = known
    let match = known.first { episode in
      episode.number != nil && episode.number == said.number || Self.isNamed(episode, name)
    }
    report.warnings += transcript.warnings.map { $0.at(file) }
    counts.episodes += 1
    if match != nil { counts.known += 1 }
    let episode = match ?? self.episode(said, name, show, file)
    if episode.date == nil {
      report.warnings.append(
        Diagnostic(
          place: file,
          "does not say when it was published, so no issue has it; name it with --published"
        ))
    }
    let address = Files.absolute(file)
    var record = try archive.sourceHealth()[address] ?? SourceHealth(address: address)
    (record.title, record.kind) = (episode.title, .podcast)
    record.succeed(at: context.now)
    counts.changed += try archive.remember(
      episodes: [EpisodeBuilder.with(transcript.cues, episode)], health: record)
    try archive.updateSearchIndex()
  }

  private func episode(
    _ said: TranscriptIntroduction, _ name: String, _ show: String, _ file: String
  )
    -> Episode
  {
    let date =
      details.published
      ?? said.day.map(CivilTime.beginning)
    let numbered = said.number.map { "\(show) \($0)" }
    return Episode(
      id: "\(Slug.make(show))/\(Slug.make(name))", title: said.title ?? numbered ?? name, url: nil,
      audio: nil, date: date, seconds: nil, transcript: Files.absolute(file), notes: "",
      source: Files.absolute(file), show: show, number: said.number)
  }

  /// Whether a file is named after an episode's page or audio.
  private static func isNamed(_ episode: Episode, _ name: String) -> Bool {
    let own = name.lowercased()
    return ["{slug}", "{audio}"].contains { pattern in
      EpisodePattern.fill(pattern, episode)?.lowercased() == own
    }
  }
}
