// Sources to the archive: what is new is fetched, read and stored.

import Ingest
import Model
import Network
import Store

/// How far a fetch has come, for a person who watches.
package struct FetchProgress: Sendable {
  /// What is being fetched: `sources`, `threads`, `transcripts`.
  package let what: String
  /// How many are done.
  package let done: Int
  /// Of how many.
  package let total: Int
}

/// Polls the sources and stores what is new.
///
/// One failing source is a warning, not the end.
package struct FetchStage {
  let context: RunContext
  let archive: Archive
  var health: [String: SourceHealth]
  var report = RunReport()
  /// Whether sources are asked that are not due.
  private let all: Bool
  private let client: HTTPClient
  private let onProgress: ((FetchProgress) -> Void)?
  /// Hosts of forums that have moved, new to old.
  var hosts: [String: String] = [:]
  /// Lists whose thread feeds are still to be read: their validators, and when they are due again.
  private var lists: [String: (validators: Validators, next: Timestamp?)] = [:]
  private var counts = (asked: 0, fetched: 0, unchanged: 0, waiting: 0)
  /// The addresses that the configuration names.
  let configured: Set<String>
  /// When the time for requests is over.
  private let end: ContinuousClock.Instant
  /// What could not be asked in that time.
  private var unasked = 0
  var changed = 0
  /// Whether the web was asked, or rests after failures; whether any source was read, or so lately
  /// that it is not due.
  private var reach = (isWebTried: false, isAnyRead: false)
  /// The first moment of what is kept; `nil`: everything is.
  let limit: Timestamp?

  /// A feed of a single thread that has failed so often is gone, not hiccuping.
  private static let patience = 3

  /// Runs the stage under the lock.
  ///
  /// - Parameters:
  ///   - all: Whether sources are asked that are not due, and those that are retired.
  ///   - onProgress: Is told after each answer.
  package static func run(
    _ context: RunContext, all: Bool = false, onProgress: ((FetchProgress) -> Void)? = nil
  ) throws -> RunReport {
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    return try fetch(context, all: all, onProgress: onProgress)
  }

  /// The same for a caller that holds the lock.
  static func fetch(
    _ context: RunContext, all: Bool = false, onProgress: ((FetchProgress) -> Void)? = nil
  ) throws -> RunReport {
    var stage = try FetchStage(context, all: all, onProgress: onProgress)
    try stage.run()
    return stage.report
  }

  private init(
    _ context: RunContext, all: Bool, onProgress: ((FetchProgress) -> Void)?
  ) throws {
    (self.context, self.all, self.onProgress) = (context, all, onProgress)
    archive = try context.archive()
    health = try archive.sourceHealth()
    configured = Set(
      context.settings.sources.map(\.address) + context.settings.episodes.map(\.transcript)
        + context.settings.registries.map(\.index))
    limit = try Self.limit(of: archive, context)
    end = .now + .seconds(context.settings.fetching.deadlineSeconds)
    client = context.httpClient()
  }

  private mutating func run() throws {
    let settings = context.settings
    report.warnings = settings.warnings
    for record in health.values.sorted(by: { $0.address < $1.address }) {
      try note(moveOf: record, to: record.movedTo)
    }
    try noteCrash()
    var threadFeeds: [ThreadFeed] = []
    try fetch(settings.sources, "sources") { stage, source, bytes, response in
      threadFeeds += try stage.store(bytes, source, response)
    }
    try fetchThreads(threadFeeds)
    try fetchTranscripts()
    try fetchChapters()
    try fetchLooseEpisodes()
    try fetchRegistries()
    if unasked > 0, !Interruption.isRequested {
      report.warnings.append(
        Diagnostic(
          place: settings.file,
          "the time for a fetch was over with \(unasked) requests to go; they are the next run's (see 'deadline' under [fetch])"
        ))
    }
    let removed = try removeOld()
    try archive.updateSearchIndex()
    try TermCounting.update(archive, language: settings.language)
    if removed > 0 { compact() }
    report.facts = [
      ("asked", .count(counts.asked - unasked)), ("fetched", .count(counts.fetched)),
      ("unchanged", .count(counts.unchanged)),
      ("failed", .count(counts.asked - unasked - counts.fetched - counts.unchanged)),
      ("not due", .count(counts.waiting)), ("new or changed", .count(changed)),
    ]
    report.isCutOff = reach.isWebTried && !reach.isAnyRead
    if removed > 0 { report.facts.append(("too old and removed", .count(removed))) }
    if settings.sources.isEmpty, settings.episodes.isEmpty {
      report.warnings.append(
        Diagnostic(place: settings.file, "names no source; add a [[feed]] or a list"))
    }
  }

  private var isOver: Bool { Self.isOver(end) }

  private static func isOver(_ end: ContinuousClock.Instant) -> Bool {
    Interruption.isRequested || ContinuousClock.now >= end
  }

  /// Reads the feeds of threads that a list has named and that have moved since they were read.
  private mutating func fetchThreads(_ named: [ThreadFeed]) throws {
    let known = Set(context.settings.sources.map(\.address))
    var seen: Set<String> = []
    var listedAs: [String: String] = [:]
    for feed in named { listedAs[feed.address] = feed.activity }
    // A list that has not changed names none: those that failed are asked again all the same.
    let lists = context.settings.sources.filter(\.followThreads)
    let hosts = Set(lists.compactMap { PageAddress($0.address)?.host })
    let failed = health.values.filter { record in
      (1..<Self.patience).contains(record.failures) && record.kind == .forum
        && PageAddress(record.address).map { hosts.contains($0.host) } == true
    }.map(\.address).sorted()
    let followed = (named.filter { hasMoved($0) }.map(\.address) + failed).filter {
      !known.contains($0) && seen.insert($0).inserted
    }
    try fetch(
      followed.map {
        Source(address: $0, kind: .forum, isPrivate: Addresses.hasSecret($0))
      }, "threads"
    ) {
      stage, source, bytes, response in
      _ = try stage.store(bytes, source, response)
    }
    for address in followed {
      guard var record = health[address], record.failures == 0, let activity = listedAs[address],
        record.listedAs != activity
      else { continue }
      record.listedAs = activity
      try remember(record)
    }
    // Only now is a list done with: a run that is killed before asks for it again.
    for (address, list) in self.lists.sorted(by: { $0.key < $1.key }) {
      guard var record = health[address] else { continue }
      (record.validators, record.nextAttempt) = list
      try remember(record)
    }
  }

  /// Whether a thread may have news: the list describes it otherwise than when its feed was read,
  /// or that was long ago.
  private func hasMoved(_ feed: ThreadFeed) -> Bool {
    guard let record = health[feed.address], let activity = feed.activity,
      record.listedAs == activity, record.failures == 0, let whole = record.lastFull
    else { return true }
    return all || PollPlan.isLongAgo(whole, now: context.now)
  }

  // MARK: Bytes

  /// Gets the bytes of sources: local ones from the disk, the others through one client.
  ///
  /// - Parameter isWhole: They are wanted even if they have not changed.
  mutating func fetch(
    _ sources: [Source], _ what: String, isWhole: Bool = false,
    _ use: (inout FetchStage, Source, [UInt8], HTTPResponse?) throws -> Void
  ) throws {
    var remote: [(source: Source, request: HTTPRequest)] = []
    for source in sources {
      if wasAskedBeforeCrash(source) {
        noteWaiting(source)
        continue
      }
      guard Files.isWeb(source.address) else {
        counts.asked += 1
        do {
          try take(try Files.read(source.address), of: source, nil, use)
        } catch let failure as RunFailure {
          try fail(source, HTTPFailure(reason: failure.messages.joined(separator: "; ")))
        }
        continue
      }
      switch PollPlan.plan(for: source.address, health[source.address], now: context.now, all: all)
      {
      case .ask(let address, let validators):
        let known = isWhole ? Validators() : validators
        remote.append((source, HTTPRequest(address: address, validators: known)))
      case .wait: noteWaiting(source)
      case .retired:
        counts.waiting += 1
        if configured.contains(source.address) { report.failures.append(Self.gone(source)) }
      }
    }
    counts.asked += remote.count
    reach.isWebTried = reach.isWebTried || !remote.isEmpty
    guard !remote.isEmpty else { return }
    guard !isOver else {
      unasked += remote.count
      return
    }
    var problem: (any Error)?
    // Answers come in any order, and are used in the sources' own: the same input, the same rows.
    var waiting: [Int: HTTPOutcome] = [:]
    var next = 0
    var done = 0
    client.fetch(remote.map(\.request), isStopped: { [end] in problem != nil || Self.isOver(end) })
    {
      index, outcome in
      done += 1
      onProgress?(FetchProgress(what: what, done: done, total: remote.count))
      waiting[index] = outcome
      while problem == nil, let outcome = waiting.removeValue(forKey: next) {
        do {
          try take(outcome, of: remote[next].source, use)
        } catch {
          problem = error
        }
        next += 1
      }
    }
    if let problem { throw problem }
    // After a stop there are gaps.
    for (index, outcome) in waiting.sorted(by: { $0.key < $1.key }) {
      try take(outcome, of: remote[index].source, use)
    }
    unasked += remote.count - done
  }

  private mutating func take(
    _ outcome: HTTPOutcome, of source: Source,
    _ use: (inout FetchStage, Source, [UInt8], HTTPResponse?) throws -> Void
  ) throws {
    switch outcome {
    case .fresh(let response): try take(response.body, of: source, response, use)
    case .unchanged(let answer):
      counts.unchanged += 1
      reach.isAnyRead = true
      var record = record(of: source)
      record.validators = answer.validators
      record.succeed(at: context.now, fresh: answer.freshSeconds)
      tell(record.sight(answer.permanentAddress), of: record)
      try remember(record)
    case .failed(let failure): try fail(source, failure)
    }
  }

  /// Has a document read; one that could not be is counted as failed.
  private mutating func take(
    _ bytes: [UInt8], of source: Source, _ response: HTTPResponse?,
    _ use: (inout FetchStage, Source, [UInt8], HTTPResponse?) throws -> Void
  ) throws {
    let failed = report.failures.count + report.hiccups.count
    try read(bytes, of: source, response, use)
    guard report.failures.count + report.hiccups.count == failed else { return }
    counts.fetched += 1
    reach.isAnyRead = true
  }

  /// Notes that a source is not asked now.
  private mutating func noteWaiting(_ source: Source) {
    counts.waiting += 1
    guard let record = health[source.address] else { return }
    if record.isWell {
      reach.isAnyRead = true
    } else {
      reach.isWebTried = true
      if record.keepsFailing(at: context.now) { tell(failureOf: record, record.lastError ?? "") }
    }
  }

  // MARK: Feeds

  /// Reads one feed and stores it; returns the thread feeds that it names, if they are to be
  /// followed.
  private mutating func store(_ bytes: [UInt8], _ source: Source, _ response: HTTPResponse?) throws
    -> [ThreadFeed]
  {
    var record = record(of: source)
    try note(moveOf: record, to: response?.permanentAddress)
    var harvest: Harvest
    do {
      harvest = try SourceReader.read(
        bytes, source: source, address: response?.finalAddress ?? source.address,
        charset: response?.charset, hosts: hosts)
    } catch {
      try fail(source, HTTPFailure(reason: "is no feed; it looks like \(error.looksLike)"))
      return []
    }
    report.warnings += harvest.diagnostics.map {
      $0.at(Addresses.withoutCredentials(source.address))
    }
    record.title = source.title ?? harvest.title
    record.kind = harvest.kind
    record.language = harvest.language ?? record.language
    record.succeed(
      at: context.now, fresh: response?.freshSeconds,
      schedule: response == nil ? nil : harvest.schedule)
    record.lastFull = context.now
    record.validators = response?.validators ?? Validators()
    tell(record.sight(response?.permanentAddress), of: record)
    if source.followThreads {
      lists[source.address] = (record.validators, record.nextAttempt)
      (record.validators, record.nextAttempt) = (Validators(), nil)
    }
    if let limit { harvest.leaveOut(before: limit) }
    changed += try archive.remember(
      threads: harvest.threads, articles: harvest.articles, episodes: harvest.episodes,
      health: record, by: .source(hosts: hosts))
    health[source.address] = record
    return source.followThreads ? harvest.threadFeeds : []
  }
}
