// How long an answer stays right, and how long a host wants to be left alone.

import Model

/// What the headers of an answer say about time.
struct ResponseTimes {
  private let headers: HTTPHeaders
  /// The moment of the answer: its own Date header, or the client's now.
  private let date: Timestamp

  /// Reads nothing yet.
  ///
  /// - Parameter now: Stands for a missing Date header.
  init(_ headers: HTTPHeaders, now: Timestamp) {
    self.headers = headers
    date = headers.value("date").flatMap { HTTPDate.parse($0, now: now) } ?? now
  }

  /// The longest time that is told apart from for ever (RFC 9111 §1.2.2).
  private static let longest = 1 << 31

  /// Seconds for which the answer stays right; `nil`: it says nothing.
  ///
  /// The longer of `max-age` and `Expires` less `Date`; an unreadable Expires is in the past.
  ///
  /// Source: RFC 9111 §4.2.1, §5.2.2, §5.3.
  var freshSeconds: Int? {
    var fresh: Int?
    for directive in headers.values("cache-control").flatMap({ $0.split(separator: ",") }) {
      let halves = directive.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = halves[0].filter { $0 != " " && $0 != "\t" }.lowercased()
      // With a value, no-cache speaks of single headers only.
      if (name == "no-cache" && halves.count == 1) || name == "no-store" { return 0 }
      guard name == "max-age", halves.count == 2 else { continue }
      let digits = halves[1].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
      guard let seconds = Self.seconds(digits) else { continue }
      fresh = max(fresh ?? 0, seconds)
    }
    if let expires = headers.value("expires") {
      let end = HTTPDate.parse(expires, now: date) ?? date
      fresh = max(fresh ?? 0, Int(end.seconds - date.seconds))
    }
    return fresh
  }

  /// Seconds that Retry-After asks for, in either of its forms; `nil`: missing or unreadable.
  ///
  /// Source: RFC 9110 §10.2.3.
  var retryAfter: Int? {
    guard let value = headers.value("retry-after") else { return nil }
    if let seconds = Self.seconds(value) { return seconds }
    return HTTPDate.parse(value, now: date).map { max(0, Int($0.seconds - date.seconds)) }
  }

  private static func seconds(_ digits: String) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return min(Int(digits) ?? longest, longest)
  }
}
