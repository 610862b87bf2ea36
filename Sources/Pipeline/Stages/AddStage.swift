// A page's address to a subscription.

import Ingest
package import Model
import Network
import Text

/// Subscribes to a feed, or to what a page announces.
package enum AddStage {
  /// What was found and chosen.
  package struct Result: Sendable {
    /// The feed's address, or the path of a local one.
    package var url: String
    /// Its title; `nil` when it has none.
    package var title: String?
    /// What it is.
    package var kind: Source.Kind
    /// How many entries it has.
    package var entries: Int
    /// Whether it was a subscription already.
    package var isKnown = false
    /// What was looked at, with what came of it, in order.
    package var log: [String] = []
  }

  /// Candidates that are tried, at most.
  private static let mostTries = 12

  /// Finds the feed behind an address and adds it to the configuration.
  ///
  /// - Parameters:
  ///   - kind: What it is, where the user says so; else it is told from the content.
  ///   - dryRun: Whether only to show what was found.
  package static func run(
    _ address: String, kind: Source.Kind? = nil, title: String? = nil, dryRun: Bool,
    _ context: RunContext
  ) throws(RunFailure) -> Result {
    var search = Search(context: context, kind: kind)
    var result: Result
    switch try NamedSource(address) {
    case .file(let path): result = try search.local(path)
    case .web(let web, let isGuessed): result = try search.web(web, isGuessed: isGuessed)
    }
    result.log = search.log
    result.title = title ?? result.title
    let source = Source(
      address: result.url, kind: result.kind, title: result.title,
      followThreads: result.kind == .forum && search.isList)
    result.isKnown = context.settings.sources.contains { $0.identity == source.identity }
    guard !dryRun, !result.isKnown else { return result }
    try ConfigurationEditor.append([source], to: context.settings.file)
    return result
  }

  /// A search for one feed.
  private struct Search {
    let context: RunContext
    let kind: Source.Kind?
    var log: [String] = []
    /// Whether what was found is a list of threads, whose own feeds are to be followed.
    var isList = false

    mutating func local(_ path: String) throws(RunFailure) -> Result {
      guard let result = read(try Files.read(path), at: path, charset: nil) else {
        throw .failed(
          "\(path): is no feed; it looks like \(try Self.looks(Files.read(path))) ('hallway import' takes lists and archives)"
        )
      }
      return result
    }

    /// - Parameter isGuessed: Whether nobody has said that it is an https address.
    mutating func web(_ address: String, isGuessed: Bool) throws(RunFailure) -> Result {
      let client = context.httpClient()
      var candidates: [Autodiscovery.Candidate] = []
      if let known = Autodiscovery.byAddress(address) { candidates = [known] }
      if candidates.isEmpty {
        switch Self.get(address, client) {
        case .success(let response):
          if let result = read(response.body, at: response.finalAddress, charset: response.charset)
          {
            log.append("\(response.finalAddress): is a feed")
            return result
          }
          candidates = Autodiscovery.find(
            in: Encoding.utf8(response.body, charset: response.charset).0,
            at: response.finalAddress, headers: response.link)
          if candidates.isEmpty {
            guard Self.mayBePage(response) else {
              throw .failed(
                "\(response.finalAddress): is \(Self.looks(response.body)), neither a feed nor a page that could announce one"
              )
            }
            log.append("\(response.finalAddress): announces no feed; the usual places are tried")
            candidates = Autodiscovery.guesses(at: response.finalAddress)
          }
        case .failure(let reason):
          throw .failed(reason.message(at: address, isGuessed: isGuessed))
        }
      }
      for (place, candidate) in candidates.prefix(AddStage.mostTries).enumerated() {
        switch Self.get(candidate.address, client) {
        case .success(let response):
          guard let result = read(response.body, at: candidate.address, charset: response.charset)
          else {
            log.append("\(candidate.spelled): is no feed")
            continue
          }
          log.append("\(candidate.spelled): chosen")
          for other in candidates[(place + 1)...] where !other.isGuess {
            log.append("\(other.spelled): not chosen")
          }
          return result
        case .failure(let reason): log.append("\(candidate.spelled): \(reason.reason)")
        }
      }
      throw .failed(
        (["\(address): has no feed that could be found"] + log
          + ["name the feed's own address if you know it"]).joined(separator: "\n  "))
    }

    private mutating func read(_ bytes: [UInt8], at address: String, charset: String?) -> Result? {
      let source = Source(address: address, kind: kind)
      // What is no feed may be a page that announces one.
      guard
        let harvest = try? SourceReader.read(
          bytes, source: source, address: address, charset: charset)
      else { return nil }
      isList = !harvest.threadFeeds.isEmpty
      return Result(
        url: address, title: harvest.title, kind: harvest.kind, entries: harvest.entries)
    }

    /// What bytes are, for a person.
    private static func looks(_ bytes: [UInt8]) -> String {
      OPML.parse(bytes) == nil ? Sniffer.describe(bytes) : "a subscription list"
    }

    private static func mayBePage(_ response: HTTPResponse) -> Bool {
      let type = response.contentType ?? ""
      if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") { return true }
      return !["image/", "audio/", "video/"].contains(where: type.hasPrefix)
        && Sniffer.mayBePage(response.body) && OPML.parse(response.body) == nil
    }

    private static func get(_ address: String, _ client: HTTPClient)
      -> Swift.Result<
        HTTPResponse, NoAnswer
      >
    {
      var result = Swift.Result<HTTPResponse, NoAnswer>.failure(
        NoAnswer(reason: "was not asked"))
      client.fetch([HTTPRequest(address: address)]) { _, outcome in
        switch outcome {
        case .fresh(let response): result = .success(response)
        case .unchanged:
          result =
            .failure(NoAnswer(reason: "answers that nothing has changed"))
        case .failed(let failure): result = .failure(NoAnswer(failure))
        }
      }
      return result
    }
  }
}

/// Why an address gave nothing, and what a person can do about it.
struct NoAnswer: Error {
  let reason: String
  private let kind: HTTPFailure.Kind

  init(_ failure: HTTPFailure) { (reason, kind) = (failure.reason, failure.kind) }

  init(reason: String) { (self.reason, kind) = (reason, .other) }

  /// The message, with a next step where the reason has none.
  ///
  /// - Parameter isGuessed: Whether nobody has said that it is an https address.
  func message(at address: String, isGuessed: Bool) -> String {
    "\(address): \(reason)\(step(isGuessed).map { "; \($0)" } ?? "")"
  }

  private func step(_ isGuessed: Bool) -> String? {
    func answers(_ status: String) -> Bool { Strings.contains(reason, "status \(status)") }
    switch kind {
    case .wait, .refused: return nil
    case .challenge: return "name the feed's own address if you know it"
    case .gone: return "look on the site's front page for where it is now"
    case .other: break
    }
    if answers("404") { return "is the address right? the site's front page may name its feed" }
    if answers("401") || answers("403") {
      return "it lets no program read the page; name the feed's own address if you know it"
    }
    if answers("5") { return "try again later" }
    if answers("") { return "look at it in a browser" }
    if Strings.contains(reason, "host name") {
      return "is the name spelled right, and is there a network?"
    }
    return isGuessed
      ? "write http:// in front if it has no https" : "look whether a browser opens it"
  }
}
