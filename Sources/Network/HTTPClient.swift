// The door to Network: many conditional GETs at once, polite to hosts and closed to the inside.
//
// Everything else in this folder is implementation. The only place that opens a socket; may
// import Model; owns libcurl.

package import Model

/// Fetches addresses, many at once, on one thread.
///
/// Keep one for a whole run: it keeps connections, each host's pace, and the pauses that hosts
/// asked for. It stays with one task, so it is not Sendable.
package final class HTTPClient {
  /// What bounds a fetch.
  package struct Limits: Sendable {
    /// Requests under way at once.
    package var concurrency = 16
    /// Requests to one host at once.
    package var perHost = 2
    /// The least time between the starts of two requests to one host.
    package var paceMilliseconds = 0
    /// Seconds for one whole request, redirects included; waiting for a turn is not counted.
    package var timeoutSeconds = 30
    /// Bytes of one decompressed body.
    package var maximumBytes = 16 << 20
    /// Whether loopback, private and link-local addresses may be asked.
    package var allowPrivateAddresses = false
    /// A file of certificates of the authorities to trust (PEM); `nil`: the system's.
    package var certificates: String?
    /// Seconds for which a host is left alone that answers 429 or 503 and names no time.
    package var pauseSeconds = 900
    /// The most seconds that a host can ask to be left alone for.
    package var longestPauseSeconds = 86_400

    /// Creates the usual limits.
    package init() {}
  }

  private let loop: FetchLoop

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - userAgent: Names the program, its version, and where to complain (RFC 9110 §10.1.5).
  ///   - now: Stands for the Date header of an answer that has none.
  package convenience init(limits: Limits, userAgent: String, now: Timestamp) {
    self.init(limits: limits, userAgent: userAgent, now: now) { address in
      limits.allowPrivateAddresses || AddressGuard.isPublic(address)
    }
  }

  /// The same with a guard of one's own, which is asked about each numeric address (4 or 16 bytes).
  init(
    limits: Limits, userAgent: String, now: Timestamp, isAllowed: @escaping ([UInt8]) -> Bool
  ) {
    loop = FetchLoop(limits: limits, userAgent: userAgent, now: now, isAllowed: isAllowed)
  }

  /// Fetches all; `onDone` is called with a request's index and outcome as each ends, in no fixed
  /// order.
  ///
  /// Redirects are followed, at most ten, never to another scheme than http and https, nor from
  /// https to http. An address inside the network is refused when it is connected to, redirects and
  /// name look-ups included. Once a host has answered 429 or 503, the requests to it that still
  /// wait are not sent, and fail with the pause that is left.
  ///
  /// - Parameter isStopped: Is asked at least once a second; once it is true, what has not ended is
  ///   let go without an outcome.
  package func fetch(
    _ requests: [HTTPRequest], isStopped: () -> Bool = { false },
    onDone: (Int, HTTPOutcome) -> Void
  ) {
    loop.run(requests, isStopped: isStopped, onDone: onDone)
  }
}
