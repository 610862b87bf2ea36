// A page's address to a subscription.

import Ingest
package import Model
import Network

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
    if Files.exists(address) {
      result = try search.local(address)
    } else {
      let web = Files.isWeb(address) ? address : "https://\(address)"
      guard
        Files.isWeb(address) || !address.contains("/")
          || address.prefix(while: { $0 != "/" }).contains(".")
      else { throw .failed("\(address): is no file; name a page's address or a feed's file") }
      result = try search.web(web)
    }
    result.log = search.log
    result.title = title ?? result.title
    let absolute = Files.isWeb(result.url) ? result.url : Files.absolute(result.url)
    result.isKnown = context.settings.sources.contains {
      CanonicalURL.identity($0.address) == CanonicalURL.identity(absolute)
    }
    guard !dryRun, !result.isKnown else { return result }
    try ConfigurationEditor.append(
      [
        ConfigurationEditor.Subscription(
          url: absolute, title: result.title, kind: result.kind.rawValue,
          followThreads: result.kind == .forum && search.isList)
      ], to: context.settings.file)
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
          "\(path): is no feed; it looks like \(Sniffer.describe(try Files.read(path))) ('hallway import' takes lists and archives)"
        )
      }
      return result
    }

    mutating func web(_ address: String) throws(RunFailure) -> Result {
      let client = context.httpClient()
      var candidates: [Autodiscovery.Candidate] = []
      var failure = "has no feed that could be found"
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
            log.append("\(response.finalAddress): announces no feed; the usual places are tried")
            candidates = Autodiscovery.guesses(at: response.finalAddress)
          }
        case .failure(let reason): failure = reason.message
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
        case .failure(let reason): log.append("\(candidate.spelled): \(reason.message)")
        }
      }
      throw .failed(
        (["\(address): \(failure)"] + log).joined(separator: "\n  "))
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

    private struct Reason: Error { let message: String }

    private static func get(_ address: String, _ client: HTTPClient)
      -> Swift.Result<
        HTTPResponse, Reason
      >
    {
      var result = Swift.Result<HTTPResponse, Reason>.failure(Reason(message: "was not asked"))
      client.fetch([HTTPRequest(address: address)]) { _, outcome in
        switch outcome {
        case .fresh(let response): result = .success(response)
        case .unchanged: result = .failure(Reason(message: "answers that nothing has changed"))
        case .failed(let failure): result = .failure(Reason(message: failure.reason))
        }
      }
      return result
    }
  }
}
