// What belongs to episodes beside their feed: transcripts, chapters, and registries' indexes.

import Ingest
import Model
import Network
import Store

extension FetchStage {
  /// Transcripts that podcasts name, or that their configuration says where to find, and that are
  /// not stored yet.
  mutating func fetchTranscripts() throws {
    for source in context.settings.sources where health[source.address]?.kind == .podcast {
      let episodes = try archive.episodesWithoutTranscript(of: source.address)
      let (places, files) = files(
        of: episodes, source, "transcript", source.transcriptPattern, named: \.transcript)
      // One that was read for another episode may have to be read again for this one.
      try fetch(files, "transcripts", isWhole: true) { stage, place, bytes, response in
        for episode in places[place.address] ?? [] {
          try stage.storeTranscript(bytes, of: episode, place, response)
        }
      }
    }
  }

  /// Chapters files, found in the same ways.
  mutating func fetchChapters() throws {
    for source in context.settings.sources where health[source.address]?.kind == .podcast {
      let episodes = try archive.episodesWithoutChapters(of: source.address)
      let (places, files) = files(
        of: episodes, source, "chapters file", source.chaptersPattern, named: \.chapters)
      try fetch(files, "chapters", isWhole: true) { stage, place, bytes, response in
        guard let marks = ChaptersFile.parse(bytes) else {
          try stage.fail(
            place,
            HTTPFailure(
              reason: "is no chapters file; it looks like \(Sniffer.describe(bytes))"))
          return
        }
        for var episode in places[place.address] ?? [] {
          episode.marks = marks
          try stage.store(episode, from: place, response)
        }
      }
    }
  }

  /// Transcripts at hand without a feed.
  mutating func fetchLooseEpisodes() throws {
    let loose = context.settings.episodes.filter { episode in
      limit.map { episode.published.moment >= $0 } ?? true
    }
    let sources = loose.map {
      Source(address: $0.transcript, kind: .podcast, title: $0.show ?? $0.title)
    }
    try fetch(sources, "transcripts") { stage, place, bytes, response in
      guard let settings = loose.first(where: { $0.transcript == place.address }) else { return }
      let page = settings.url ?? settings.audio
      let host = page.flatMap { PageAddress($0)?.host }
      let episode = Episode(
        id: page.map(CanonicalURL.identity) ?? Slug.make(settings.title), title: settings.title,
        url: settings.url, audio: settings.audio, date: settings.published.moment, seconds: nil,
        transcript: settings.transcript, notes: "", source: place.address,
        show: settings.show ?? host ?? settings.title)
      try stage.storeTranscript(bytes, of: episode, place, response, by: .configuration)
    }
  }

  /// The files of episodes: the episodes of each, and what to fetch, each once.
  private mutating func files(
    of episodes: [Episode], _ source: Source, _ what: String, _ pattern: String?,
    named: KeyPath<Episode, String?>
  ) -> ([String: [Episode]], [Source]) {
    var places: [String: [Episode]] = [:]
    var files: [Source] = []
    let shown = Addresses.withoutCredentials(source.address)
    for episode in episodes {
      guard let written = EpisodeFile.written(episode[keyPath: named], pattern, episode) else {
        continue
      }
      guard let place = EpisodeFile.place(written, of: source.address) else {
        report.warnings.append(
          Diagnostic(
            place: shown,
            "names the \(what) '\(Addresses.withoutCredentials(written))', which is not read from here"
          ))
        continue
      }
      // What is known of a place would be known of that source.
      guard !configured.contains(place) else {
        report.warnings.append(
          Diagnostic(
            place: shown,
            "names the \(what) '\(Addresses.withoutCredentials(written))', which is a source of its own and is not read as one"
          ))
        continue
      }
      places[place, default: []].append(episode)
      guard places[place]?.count == 1 else { continue }
      files.append(Source(address: place, kind: .podcast, title: episode.title))
    }
    return (places, files)
  }

  private mutating func storeTranscript(
    _ bytes: [UInt8], of episode: Episode, _ place: Source, _ response: HTTPResponse?,
    by storer: Storer = .source()
  ) throws {
    guard let transcript = TranscriptParser.parse(bytes, charset: response?.charset) else {
      try fail(
        place,
        HTTPFailure(
          reason:
            "is no transcript of a form that is read; it looks like \(Sniffer.describe(bytes))"))
      return
    }
    report.warnings += transcript.warnings.map {
      $0.at(Addresses.withoutCredentials(place.address))
    }
    try store(EpisodeBuilder.with(transcript.cues, episode), from: place, response, by: storer)
  }

  private mutating func store(
    _ episode: Episode, from place: Source, _ response: HTTPResponse?,
    by storer: Storer = .source()
  ) throws {
    var record = record(of: place)
    record.validators = response?.validators ?? Validators()
    record.succeed(at: context.now, fresh: response?.freshSeconds)
    record.lastFull = context.now
    changed += try archive.remember(episodes: [episode], health: record, by: storer)
    health[place.address] = record
  }

  /// Indexes of registries that are on the web are kept in the archive; local ones are read when
  /// they are needed.
  mutating func fetchRegistries() throws {
    let registries = context.settings.registries.filter { Files.isWeb($0.index) }
    let sources = registries.map { Source(address: $0.index, title: "\($0.prefix) registry") }
    try fetch(sources, "registries") { stage, place, bytes, response in
      guard let registry = registries.first(where: { $0.index == place.address }) else { return }
      do throws(RegistryIndex.Failure) {
        _ = try RegistryIndex.parse(bytes, prefix: registry.prefix, page: registry.page)
      } catch {
        try stage.fail(place, HTTPFailure(reason: error.message))
        return
      }
      var record = stage.record(of: place)
      record.validators = response?.validators ?? Validators()
      record.succeed(at: stage.context.now, fresh: response?.freshSeconds)
      record.lastFull = stage.context.now
      try stage.archive.rememberIndex(
        of: place.address, String(decoding: bytes, as: UTF8.self), health: record)
      stage.health[place.address] = record
    }
    try noteStatuses()
  }

  /// Remembers which status each proposal has now, so that a change shows.
  private mutating func noteStatuses() throws {
    let (registries, unread) = try RegistryReader.read(context.settings, archive)
    report.warnings += unread.map(\.diagnostic)
    try archive.note(
      statuses: registries.flatMap { registry in
        registry.proposals.sorted { $0.key < $1.key }.map(\.value)
      }, at: context.now)
  }
}

/// Where an episode's files are.
enum EpisodeFile {
  /// How a file is written down: as the feed names it, else by the rule of the configuration.
  static func written(_ named: String?, _ pattern: String?, _ episode: Episode) -> String? {
    named ?? pattern.flatMap { EpisodePattern.fill($0, episode) }
  }

  /// Where a file is that a feed names: on the web, or, for a local feed, beside it or below; `nil`
  /// for any other place, so that no source makes Hallway read a file of its choice.
  static func place(_ address: String, of source: String) -> String? {
    if let absolute = CanonicalURL.resolve(address, against: source) {
      return Files.isWeb(absolute) ? absolute : nil
    }
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    guard !Files.isWeb(source), !address.hasPrefix("/"), !parts.contains("..") else { return nil }
    return Files.resolve(address, in: Files.folder(of: source))
  }
}

/// Addresses of an episode's files by a rule of the configuration.
enum EpisodePattern {
  /// The fields that a rule may have.
  static let fields = ["slug", "number", "audio"]

  /// A rule with its fields filled in; `nil` when the episode lacks one of them.
  ///
  /// `{slug}` is the last part of its page's path, `{audio}` the name of its audio file, both
  /// without an ending; `{number}` its number, `{number:03}` with zeros.
  /// A field that is named in `kept` stays as it is.
  static func fill(_ pattern: String, _ episode: Episode, keeping kept: String? = nil) -> String? {
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let parts = rest[rest.index(after: open)..<close].split(separator: ":")
      if let kept, parts.first.map(String.init) == kept {
        result += rest[...close]
        rest = rest[rest.index(after: close)...]
        continue
      }
      guard let value = value(of: parts.first.map(String.init) ?? "", episode) else { return nil }
      let width = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      result += rest[..<open]
      result += String(repeating: "0", count: max(0, min(width, 9) - value.count)) + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func value(of field: String, _ episode: Episode) -> String? {
    switch field {
    case "slug": name(episode.url)
    case "audio": name(episode.audio)
    case "number": episode.number.map { "\($0)" }
    default: nil
    }
  }

  private static func name(_ address: String?) -> String? {
    guard let last = address.flatMap(PageAddress.init)?.segments.last else { return nil }
    let parts = last.split(separator: ".")
    return parts.count > 1 ? parts.dropLast().joined(separator: ".") : last
  }
}
