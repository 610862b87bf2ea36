// hallway.toml to settings.

import Ingest
import Model
import Network
import Render
import Text

/// Reads `hallway.toml` and the files that it names.
package enum SettingsReader {
  /// Reads the configuration; every fault is found in one go.
  ///
  /// - Parameter other: Where else one was looked for, in vain.
  package static func read(_ file: String, not other: [String] = []) throws(RunFailure) -> Settings
  {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(file)
    } catch {
      guard !Files.exists(file) else { throw .usage(error.messages) }
      throw .usage(
        error.messages
          + other.map { "\($0): is not there either; --config names a file elsewhere" }
          + ["'hallway init' writes a configuration to start from"])
    }
    var top = TableReader(try TOMLNode.parse(bytes, file: file), name: "", file: file)
    var settings = Settings(file: file)
    let folder = Files.folder(of: Files.absolute(file))
    let named = tables(&top, &settings, folder: folder)
    let faults = top.finished()
    guard faults.isEmpty else { throw .usage(faults) }
    for list in named.lists { try readList(list.path, &settings) }
    settings.topicFiles = named.topics.map(\.path)
    for file in settings.topicFiles { settings.topics += try TopicsFile.read(file) }
    var slugs: Set<String> = []
    for topic in settings.topics where !slugs.insert(topic.slug).inserted {
      throw .usage([
        "\(file): two topics have the slug '\(topic.slug)'; give one of them another 'slug' in its topics file"
      ])
    }
    var seen: Set<String> = []
    settings.sources = settings.sources.filter { seen.insert($0.address).inserted }
    return settings
  }

  /// Looks for every key there is, and gives the files that it names.
  static func tables(
    _ top: inout TableReader, _ settings: inout Settings, folder: String
  ) -> (lists: [TableReader.NamedFile], topics: [TableReader.NamedFile]) {
    publication(&top, &settings, folder: folder)
    for var feed in top.tables("feed") {
      source(&feed, &settings, folder: folder)
      top.finish(feed)
    }
    for var episode in top.tables("episode") {
      looseEpisode(&episode, &settings, folder: folder)
      top.finish(episode)
    }
    for var registry in top.tables("registry") {
      registrySource(&registry, &settings, folder: folder)
      top.finish(registry)
    }
    sections(&top, &settings)
    return (top.files("lists", in: folder), top.files("topics", in: folder))
  }

  private static func publication(
    _ top: inout TableReader, _ settings: inout Settings, folder: String
  ) {
    settings.title = top.string("title") ?? settings.title
    settings.baseURL = top.string("base_url", example: "https://digest.example.org/") ?? ""
    if !settings.baseURL.isEmpty {
      if isWritten(settings.baseURL, "base_url", &top), !Files.isWeb(settings.baseURL) {
        top.fault(
          "base_url", "'base_url' is '\(settings.baseURL)'; expected an http or https address")
      }
      if !settings.baseURL.hasSuffix("/") { settings.baseURL += "/" }
    }
    settings.language = top.string("language", example: "en") ?? settings.language
    if !isTag(settings.language) {
      top.fault(
        "language", "'language' is '\(settings.language)'; expected a language tag, as \"en\"")
    }
    settings.timezone = top.string("timezone", example: "Europe/Paris") ?? settings.timezone
    if !CivilTime.isKnown(zone: settings.timezone) {
      top.fault(
        "timezone",
        "'timezone' is '\(settings.timezone)', which this machine does not know; expected a name like \"Europe/Paris\"\(Nearest.hint(settings.timezone, CivilTime.zones))"
      )
    }
    settings.weekStart = top.choice("week_starts", of: WeekStart.self) == .sunday ? 7 : 1
    settings.database = Files.resolve(top.string("database") ?? settings.database, in: folder)
    settings.output = Files.resolve(top.string("output") ?? settings.output, in: folder)
    settings.keeping = top.keeping("keep")
    settings.publishing = top.choice("publish", of: SiteWriter.Method.self) ?? .swap
    settings.templates = top.string("templates").map { Files.resolve($0, in: folder) }
    let named = top.string("editor")
    let editor = Files.resolve(named ?? "editor.toml", in: folder)
    if Files.exists(editor) {
      settings.editor = editor
    } else if let named {
      top.fault("editor", TableReader.missing(named, editor, "editor"))
    }
  }

  /// Whether it is written as a language tag begins: two or three letters, and parts behind `-`
  /// (RFC 5646 §2.1).
  private static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy(ASCII.isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(ASCII.isAlphanumeric)
    }
  }

  /// Whether something can be an address or a path; a fault where it is an address gone wrong.
  private static func isWritten(_ text: String, _ key: String, _ table: inout TableReader) -> Bool {
    if let meant = NamedSource.misspelt(text) {
      table.fault(key, "'\(key)' is '\(text)', which is no address; did you mean '\(meant)'?")
    } else if Files.isWeb(text), NamedSource.lacksHost(text) {
      table.fault(
        key, "'\(key)' is '\(text)', which names no host; expected one, as https://example.org/")
    } else {
      return true
    }
    return false
  }

  /// An address or the path of a file as seen from a folder; a file that is not there is a warning:
  /// it may come, and all else can be read without it.
  private static func place(
    _ text: String, _ key: String, _ table: inout TableReader, _ settings: inout Settings,
    folder: String
  ) -> String {
    guard isWritten(text, key, &table), !Files.isWeb(text) else { return text }
    let path = Files.resolve(text, in: folder)
    if !text.isEmpty, !text.contains("://"), !Files.exists(path) {
      settings.warnings.append(
        Diagnostic(
          place: settings.file, line: table.line(of: key), TableReader.missing(text, path, key)))
    }
    return path
  }

  private enum WeekStart: String, CaseIterable { case monday, sunday }

  private static func source(
    _ feed: inout TableReader, _ settings: inout Settings, folder: String
  ) {
    feed.require("url", "every feed needs an address or a path")
    let url = feed.string("url")
    let kind = feed.choice("kind", of: Source.Kind.self)
    let title = feed.string("title")
    let follow = feed.boolean("follow_threads") ?? false
    let folders = feed.strings("folder")
    let transcripts = pattern("transcript", &feed)
    let chapters = pattern("chapters", &feed)
    let moment = pattern("moment", &feed, more: ["seconds"])
    let republish = feed.boolean("republish") ?? false
    let sponsors = feed.strings("sponsors")
    let isPrivate = feed.boolean("private")
    guard let url else { return }
    if url.contains("://"), !Files.isWeb(url) {
      feed.fault("url", "'url' is '\(url)'; expected an http or https address, or a path")
    }
    if url.isEmpty { feed.fault("url", "'url' is empty; every feed needs an address or a path") }
    settings.sources.append(
      Source(
        address: place(url, "url", &feed, &settings, folder: folder), kind: kind, title: title,
        followThreads: follow, folder: folders, transcriptPattern: transcripts,
        chaptersPattern: chapters, momentPattern: moment, republish: republish,
        sponsors: sponsors, isPrivate: isPrivate ?? Addresses.hasSecret(url)))
  }

  /// A rule for the address of an episode's file.
  private static func pattern(_ key: String, _ feed: inout TableReader, more: [String] = [])
    -> String?
  {
    guard let pattern = feed.string(key) else { return nil }
    let fields = pattern.split(separator: "{").dropFirst().map {
      $0.prefix { $0 != "}" && $0 != ":" }
    }
    let names = EpisodePattern.fields + more
    for field in fields where !names.contains(String(field)) {
      feed.fault(
        key,
        "'\(key)' has the field '{\(field)}'; expected \(names.map { "{\($0)}" }.joined(separator: ", "))\(Nearest.hint(String(field), names))"
      )
    }
    return pattern
  }

  private static func looseEpisode(
    _ episode: inout TableReader, _ settings: inout Settings, folder: String
  ) {
    for key in ["transcript", "title", "published"] {
      episode.require(key, "every episode needs transcript, title and published")
    }
    let transcript = episode.string("transcript")
    let title = episode.string("title")
    let date = episode.string("published", example: "2025-10-20")
    let show = episode.string("show")
    let url = episode.string("url")
    let audio = episode.string("audio")
    let sponsors = episode.strings("sponsors")
    let published = date.flatMap { GivenDate($0) }
    if let date, published == nil {
      episode.fault("published", "'published' is '\(date)'; expected a date as \"2025-10-20\"")
    }
    guard let transcript, let title, let published else { return }
    settings.episodes.append(
      Settings.LooseEpisode(
        transcript: place(transcript, "transcript", &episode, &settings, folder: folder),
        title: title, show: show, published: published, url: url, audio: audio, sponsors: sponsors))
  }

  private static func registrySource(
    _ registry: inout TableReader, _ settings: inout Settings, folder: String
  ) {
    for key in ["prefix", "index"] {
      registry.require(key, "every registry needs a prefix and an index")
    }
    let prefix = registry.string("prefix")
    let index = registry.string("index")
    let page = registry.string("page")
    guard let prefix, let index else { return }
    if !prefix.utf8.contains(where: ASCII.isLetter) {
      registry.fault("prefix", "'prefix' is '\(prefix)'; expected letters, as \"PEP\"")
    }
    settings.registries.append(
      Settings.RegistrySource(
        prefix: prefix, index: place(index, "index", &registry, &settings, folder: folder),
        page: page))
  }

  private static func sections(_ top: inout TableReader, _ settings: inout Settings) {
    if var issue = top.table("issue") {
      settings.threadsShown = issue.integer("threads", atLeast: 1) ?? settings.threadsShown
      settings.articlesShown = issue.integer("articles", atLeast: 0) ?? settings.articlesShown
      settings.wordsPerThread =
        issue.integer("words_per_thread", atLeast: 10) ?? settings.wordsPerThread
      top.finish(issue)
    }
    if var fetch = top.table("fetch") {
      let usual = Settings.Fetching()
      settings.fetching = Settings.Fetching(
        concurrency: fetch.integer("concurrency", atLeast: 1) ?? usual.concurrency,
        perHost: fetch.integer("per_host", atLeast: 1) ?? usual.perHost,
        timeoutSeconds: fetch.duration("timeout") ?? usual.timeoutSeconds,
        maximumBytes: fetch.size("max_bytes") ?? usual.maximumBytes,
        allowPrivateAddresses: fetch.boolean("allow_private_addresses") ?? false,
        paceMilliseconds: fetch.milliseconds("pace") ?? usual.paceMilliseconds,
        deadlineSeconds: fetch.duration("deadline") ?? usual.deadlineSeconds)
      top.finish(fetch)
    }
    if var table = top.table("mail") {
      settings.mail = MailSettings.read(&table, folder: Files.folder(of: settings.file))
      top.finish(table)
    }
  }

  private static func readList(_ list: String, _ settings: inout Settings) throws(RunFailure) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(list)
    } catch {
      throw .usage(error.messages)
    }
    guard let opml = OPML.parse(bytes) else {
      throw .usage(["\(list): is not an OPML list; it looks like \(Sniffer.describe(bytes))"])
    }
    let listed = ListedSources.read(opml, list, settings.file)
    settings.warnings += listed.warnings
    settings.sources += listed.sources
  }
}

/// A file of known topics.
enum TopicsFile {
  /// Reads `[[topic]]` tables.
  static func read(_ file: String) throws(RunFailure) -> [KnownTopic] {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(file)
    } catch {
      throw .usage(error.messages)
    }
    var top = TableReader(try TOMLNode.parse(bytes, file: file), name: "", file: file)
    let topics = tables(&top)
    let faults = top.finished()
    guard faults.isEmpty else { throw .usage(faults) }
    return topics
  }

  /// Looks for every key there is.
  static func tables(_ top: inout TableReader) -> [KnownTopic] {
    var topics: [KnownTopic] = []
    for var table in top.tables("topic") {
      table.require("label", "every topic needs a name for readers")
      let label = table.string("label") ?? ""
      topics.append(
        KnownTopic(
          slug: Slug.ofTopic(table.string("slug") ?? label), label: label,
          refs: table.strings("refs"), aliases: table.strings("aliases"),
          description: table.string("description"), mute: table.boolean("mute") ?? false,
          watch: table.boolean("watch") ?? false))
      top.finish(table)
    }
    return topics
  }
}
