// Sources to the archive: what is new is fetched, read and stored.

import Ingest
import Model
import Network
import Store
import Text

/// Polls the sources and stores what is new.
///
/// One failing source is a warning, not the end.
package struct FetchStage {
  private let context: RunContext
  private let archive: Archive
  private var health: [String: SourceHealth]
  private var report = RunReport()
  /// Validators of lists whose thread feeds are still to be read.
  private var lists: [String: Validators] = [:]
  private var unchanged = 0
  private var changed = 0
  private var fetched = 0

  /// A thread's feed that has failed so often is gone, not hiccuping.
  private static let patience = 3

  /// Runs the stage under the lock.
  package static func run(_ context: RunContext) throws -> RunReport {
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    return try fetch(context)
  }

  /// The same for a caller that holds the lock.
  static func fetch(_ context: RunContext) throws -> RunReport {
    var stage = try FetchStage(context)
    try stage.run()
    return stage.report
  }

  private init(_ context: RunContext) throws {
    self.context = context
    archive = try context.archive()
    health = try archive.sourceHealth()
  }

  private mutating func run() throws {
    let settings = context.settings
    report.warnings = settings.warnings
    var threadFeeds: [Source] = []
    try fetch(settings.sources) { stage, source, bytes, response in
      threadFeeds += try stage.store(bytes, source, response)
    }
    // The feeds of single threads that a forum's list has named.
    let known = Set(settings.sources.map(\.address))
    var seen: Set<String> = []
    // A list that has not changed names none: those that failed are asked again all the same.
    let hosts = Set(
      settings.sources.filter(\.followThreads).compactMap {
        PageAddress($0.address)?.host
      })
    let failed = health.values.filter { record in
      (1..<Self.patience).contains(record.failures) && record.kind == .forum
        && PageAddress(record.address).map { hosts.contains($0.host) } == true
    }.sorted { $0.address < $1.address }.map { Source(address: $0.address, kind: .forum) }
    let followed = (threadFeeds + failed).filter {
      !known.contains($0.address) && seen.insert($0.address).inserted
    }
    try fetch(followed) { stage, source, bytes, response in
      _ = try stage.store(bytes, source, response)
    }
    // Only now is a list done with: a run that is killed before asks for it again.
    for (address, validators) in lists.sorted(by: { $0.key < $1.key }) {
      guard var record = health[address] else { continue }
      record.validators = validators
      try archive.remember(health: record)
      health[address] = record
    }
    try fetchTranscripts()
    try fetchLooseEpisodes()
    try fetchRegistries()
    try archive.updateSearchIndex()
    report.facts = [
      ("sources", "\(settings.sources.count + followed.count)"), ("fetched", "\(fetched)"),
      ("unchanged", "\(unchanged)"), ("failed", "\(report.failures.count)"),
      ("new or changed", "\(changed)"),
    ]
    if settings.sources.isEmpty, settings.episodes.isEmpty {
      report.warnings.append(
        Diagnostic(place: settings.file, "names no source; add a [[feed]] or a list"))
    }
  }

  /// Gets the bytes of sources: local ones from the disk, the others through one client.
  private mutating func fetch(
    _ sources: [Source],
    _ use: (inout FetchStage, Source, [UInt8], HTTPResponse?) throws -> Void
  ) throws {
    for source in sources where !Files.isWeb(source.address) {
      do {
        let bytes = try Files.read(source.address)
        fetched += 1
        try use(&self, source, bytes, nil)
      } catch let failure as RunFailure {
        try fail(source, failure.messages.joined(separator: "; "))
      }
    }
    let remote = sources.filter { Files.isWeb($0.address) }
    guard !remote.isEmpty else { return }
    let requests = remote.map {
      HTTPRequest(
        address: $0.address, validators: health[$0.address]?.validators ?? Validators())
    }
    var problem: (any Error)?
    let client = HTTPClient(
      limits: limits, userAgent: Program.userAgent, now: context.now)
    // Answers come in any order, and are used in the sources' own: the same input, the same rows.
    var waiting: [Int: HTTPOutcome] = [:]
    var next = 0
    client.fetch(requests) { index, outcome in
      waiting[index] = outcome
      while problem == nil, let outcome = waiting.removeValue(forKey: next) {
        do {
          try take(outcome, of: remote[next], use)
        } catch {
          problem = error
        }
        next += 1
      }
    }
    if let problem { throw problem }
  }

  private var limits: HTTPClient.Limits {
    var limits = HTTPClient.Limits()
    let settings = context.settings.fetching
    limits.concurrency = settings.concurrency
    limits.perHost = settings.perHost
    limits.timeoutSeconds = settings.timeoutSeconds
    limits.maximumBytes = settings.maximumBytes
    limits.allowPrivateAddresses = settings.allowPrivateAddresses
    return limits
  }

  private mutating func take(
    _ outcome: HTTPOutcome, of source: Source,
    _ use: (inout FetchStage, Source, [UInt8], HTTPResponse?) throws -> Void
  ) throws {
    switch outcome {
    case .fresh(let response):
      fetched += 1
      try use(&self, source, response.body, response)
    case .unchanged(let answer):
      unchanged += 1
      var record = health[source.address] ?? SourceHealth(address: source.address)
      record.validators = answer.validators
      succeed(&record)
      try archive.remember(health: record)
      health[source.address] = record
    case .failed(let failure): try fail(source, failure.reason)
    }
  }

  private func succeed(_ record: inout SourceHealth) {
    record.lastAttempt = context.now
    record.lastSuccess = context.now
    record.failures = 0
    record.lastError = nil
  }

  private mutating func fail(_ source: Source, _ reason: String) throws {
    var record = health[source.address] ?? SourceHealth(address: source.address)
    record.title = source.title ?? record.title
    record.kind = source.kind ?? record.kind
    record.lastAttempt = context.now
    record.failures += 1
    record.lastError = reason
    try archive.remember(health: record)
    health[source.address] = record
    let place = reason.hasPrefix(source.address) ? nil : source.address
    report.failures.append(Diagnostic(place: place, reason))
  }

  /// Reads one feed and stores it; returns the thread feeds that it names, if they are to be
  /// followed.
  private mutating func store(_ bytes: [UInt8], _ source: Source, _ response: HTTPResponse?) throws
    -> [Source]
  {
    let harvest: Harvest
    do {
      harvest = try SourceReader.read(
        bytes, source: source, address: response?.finalAddress ?? source.address,
        charset: response?.charset)
    } catch {
      try fail(source, "is no feed; it looks like \(error.looksLike)")
      return []
    }
    report.warnings += harvest.diagnostics.map { $0.at(source.address) }
    var record = health[source.address] ?? SourceHealth(address: source.address)
    record.title = source.title ?? harvest.title
    record.kind = harvest.kind
    let validators = response?.validators ?? Validators()
    if source.followThreads { lists[source.address] = validators }
    record.validators = source.followThreads ? Validators() : validators
    succeed(&record)
    changed += try archive.remember(
      threads: harvest.threads, articles: harvest.articles, episodes: harvest.episodes,
      health: record)
    health[source.address] = record
    guard source.followThreads else { return [] }
    return harvest.threadFeeds.map { Source(address: $0, kind: .forum) }
  }

  /// Transcripts that podcasts name and that are not stored yet.
  private mutating func fetchTranscripts() throws {
    for source in context.settings.sources where health[source.address]?.kind == .podcast {
      var episodes: [String: [Episode]] = [:]
      var sources: [Source] = []
      for (episode, address) in try archive.missingTranscripts(of: source.address) {
        guard let place = transcriptPlace(address, of: source) else {
          report.warnings.append(
            Diagnostic(
              place: source.address,
              "names the transcript '\(address)', which is not read from here"))
          continue
        }
        episodes[place, default: []].append(episode)
        guard episodes[place]?.count == 1 else { continue }
        sources.append(Source(address: place, kind: .podcast, title: episode.title))
      }
      try fetch(sources) { stage, place, bytes, response in
        for episode in episodes[place.address] ?? [] {
          try stage.storeTranscript(bytes, of: episode, place, response)
        }
      }
    }
  }

  /// Where a transcript is that a feed names: on the web, or, for a local feed, beside it or below;
  /// `nil` for any other place, so that no source makes Hallway read a file of its choice.
  private func transcriptPlace(_ address: String, of source: Source) -> String? {
    if let absolute = CanonicalURL.resolve(address, against: source.address) {
      return Files.isWeb(absolute) ? absolute : nil
    }
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    guard !Files.isWeb(source.address), !address.hasPrefix("/"), !parts.contains("..") else {
      return nil
    }
    return Files.resolve(address, in: Files.folder(of: source.address))
  }

  private mutating func fetchLooseEpisodes() throws {
    let loose = context.settings.episodes
    let sources = loose.map {
      Source(address: $0.transcript, kind: .podcast, title: $0.show ?? $0.title)
    }
    try fetch(sources) { stage, place, bytes, response in
      guard let settings = loose.first(where: { $0.transcript == place.address }) else { return }
      let page = settings.url ?? settings.audio
      let host = page.flatMap { PageAddress($0)?.host }
      let episode = Episode(
        id: page.map(CanonicalURL.identity) ?? Slug.make(settings.title), title: settings.title,
        url: settings.url, audio: settings.audio, date: settings.published, seconds: nil,
        transcript: settings.transcript, notes: "", source: place.address,
        show: settings.show ?? host ?? settings.title)
      try stage.storeTranscript(bytes, of: episode, place, response)
    }
  }

  private mutating func storeTranscript(
    _ bytes: [UInt8], of episode: Episode, _ place: Source, _ response: HTTPResponse?
  ) throws {
    guard let transcript = TranscriptParser.parse(bytes, charset: response?.charset) else {
      try fail(
        place, "is no transcript of a form that is read; it looks like \(Sniffer.describe(bytes))")
      return
    }
    report.warnings += transcript.warnings.map { $0.at(place.address) }
    var record = health[place.address] ?? SourceHealth(address: place.address)
    record.title = place.title
    record.kind = .podcast
    record.validators = response?.validators ?? Validators()
    succeed(&record)
    changed += try archive.remember(
      episodes: [EpisodeBuilder.with(transcript.cues, episode)], health: record)
    health[place.address] = record
  }

  /// Indexes of registries that are on the web are kept in the archive; local ones are read when
  /// they are needed.
  private mutating func fetchRegistries() throws {
    let registries = context.settings.registries.filter { Files.isWeb($0.index) }
    let sources = registries.map { Source(address: $0.index, title: "\($0.prefix) registry") }
    try fetch(sources) { stage, place, bytes, response in
      guard let registry = registries.first(where: { $0.index == place.address }) else { return }
      do throws(RegistryIndex.Failure) {
        _ = try RegistryIndex.parse(bytes, prefix: registry.prefix, page: registry.page)
      } catch {
        try stage.fail(place, error.message)
        return
      }
      var record = stage.health[place.address] ?? SourceHealth(address: place.address)
      record.title = place.title
      record.validators = response?.validators ?? Validators()
      stage.succeed(&record)
      try stage.archive.rememberIndex(
        of: place.address, String(decoding: bytes, as: UTF8.self), health: record)
      stage.health[place.address] = record
    }
  }
}
