// Which redirects are followed.

/// Which redirects are followed, and what they mean.
///
/// Each hop is judged here, so libcurl follows none by itself.
enum RedirectPolicy {
  /// The most redirects of one request.
  static let most = 10

  /// Whether a status is a redirect that is followed.
  static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Whether a redirect asks to forget the old address (RFC 9110 §15.4.2, §15.4.9).
  static func isPermanent(_ status: Int) -> Bool { status == 301 || status == 308 }

  /// What becomes of a redirect.
  enum Verdict: Equatable {
    case follow(WebAddress)
    case stop(HTTPFailure)
  }

  /// Judges one hop.
  ///
  /// - Parameters:
  ///   - location: The value of the Location header; `nil`: it is missing.
  ///   - path: The addresses asked so far, the last one of which redirects.
  static func judge(_ status: Int, location: String?, path: [WebAddress]) -> Verdict {
    guard let current = path.last else { return stop("redirects from nowhere") }
    guard let location, !location.isEmpty else {
      return stop("answers with status \(status), but does not say where to go")
    }
    let next: WebAddress
    do throws(WebAddress.Problem) {
      next = try WebAddress(location, base: current)
    } catch {
      switch error {
      case .scheme(let scheme):
        return stop(
          "redirects to a '\(scheme)' address; only http and https are followed", .refused)
      case .malformed: return stop("redirects to something that is no address")
      }
    }
    if current.scheme == "https", next.scheme == "http" {
      return stop("redirects from https to http, which is not followed", .refused)
    }
    if path.contains(where: { $0.text == next.text }) { return stop("redirects in a loop") }
    if path.count > most { return stop("redirects more than \(most) times") }
    return .follow(next)
  }

  private static func stop(_ reason: String, _ kind: HTTPFailure.Kind = .other) -> Verdict {
    .stop(HTTPFailure(reason: reason, kind: kind))
  }
}
