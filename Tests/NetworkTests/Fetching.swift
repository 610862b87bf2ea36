// What the tests of Network share: a client on loopback, and short ways to an outcome's parts.

import Model
import Network
import Support
import Testing

enum Fetching {
  /// 2026-11-21T09:30:00Z, a Saturday.
  static let now = Timestamp(seconds: 1_795_253_400)

  /// A client that may ask loopback, unless told otherwise.
  static func client(_ change: (inout HTTPClient.Limits) -> Void = { _ in }) -> HTTPClient {
    var limits = HTTPClient.Limits()
    limits.allowPrivateAddresses = true
    limits.maximumBytes = 1 << 20
    limits.timeoutSeconds = 20
    change(&limits)
    return HTTPClient(limits: limits, userAgent: "test/1", now: now)
  }

  /// Fetches all; records an issue unless each ends exactly once.
  static func fetch(
    _ addresses: [String], validators: Validators = Validators(),
    client: HTTPClient = Fetching.client()
  ) -> [HTTPOutcome] {
    var outcomes = [HTTPOutcome?](repeating: nil, count: addresses.count)
    client.fetch(addresses.map { HTTPRequest(address: $0, validators: validators) }) {
      #expect(outcomes[$0] == nil, "request \($0) ended twice")
      outcomes[$0] = $1
    }
    #expect(outcomes.allSatisfy { $0 != nil }, "a request never ended")
    return outcomes.compactMap(\.self)
  }

  /// Fetches one.
  static func fetch(
    _ address: String, validators: Validators = Validators(),
    client: HTTPClient = Fetching.client()
  ) throws -> HTTPOutcome {
    try #require(fetch([address], validators: validators, client: client).first)
  }
}

extension HTTPOutcome {
  var response: HTTPResponse? { if case .fresh(let response) = self { response } else { nil } }
  var text: String? { response.map { String(decoding: $0.body, as: UTF8.self) } }
  var unchanged: HTTPUnchanged? { if case .unchanged(let answer) = self { answer } else { nil } }
  var failure: HTTPFailure? { if case .failed(let failure) = self { failure } else { nil } }
  var reason: String? { failure?.reason }
  var kind: HTTPFailure.Kind? { failure?.kind }
}
