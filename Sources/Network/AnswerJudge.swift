// What an answer means: a document, a way to go on, a pause, or a failure in words.

import CCurl
import Model

/// What an answer means to the one who asked.
struct AnswerJudge {
  /// What becomes of a request.
  enum Verdict {
    case ended(HTTPOutcome)
    /// Asks the next address of a chain of redirects.
    case follow(WebAddress)
    /// Ended, and the host wants no more requests for so many seconds.
    case paused(HTTPOutcome, seconds: Int)
    /// Ended, and the host may want no more for so many seconds: it does not say so, and it may be this
    /// one document alone that is not to be had.
    case busy(HTTPOutcome, seconds: Int)
  }

  let limits: HTTPClient.Limits
  let now: Timestamp

  /// Judges the answer to an errand's last address.
  func judge(_ answer: Answer, of errand: Errand) -> Verdict {
    let isReadable = answer.end == .complete || answer.end == .enough
    // A status other than that of a document says all, however its body ends.
    guard isReadable || (answer.status >= 300 && answer.end != .refused) else {
      return .ended(.failed(failure(answer, of: errand)))
    }
    let times = ResponseTimes(answer.headers, now: now)
    if let maker = ChallengePage.maker(
      status: answer.status, headers: answer.headers, body: answer.body)
    {
      let outcome = HTTPOutcome.failed(ChallengePage.failure(maker: maker))
      return answer.status == 429
        ? .paused(outcome, seconds: pause(times.retryAfter)) : .ended(outcome)
    }
    switch answer.status {
    case 200, 203: return .ended(.fresh(response(answer, times, errand)))
    case 304: return .ended(unchanged(answer, times, errand))
    case 410: return .ended(.failed(gone(errand)))
    case 429, 503:
      let seconds = pause(times.retryAfter)
      let words = Self.words(ofStatus: answer.status)
      let wish = times.retryAfter == nil ? "is left alone for" : "asks to wait"
      let outcome = HTTPOutcome.failed(
        HTTPFailure(
          reason: "answers with \(words) and \(wish) \(Self.span(seconds))",
          kind: .wait(seconds: seconds)))
      return answer.status == 503 && times.retryAfter == nil
        ? .busy(outcome, seconds: seconds) : .paused(outcome, seconds: seconds)
    case let status where RedirectPolicy.isRedirect(status):
      let location = answer.headers.value("location")
      switch RedirectPolicy.judge(status, location: location, path: errand.path) {
      case .follow(let next): return .follow(next)
      case .stop(let failure): return .ended(.failed(failure))
      }
    default:
      return .ended(.failed(Self.other("answers with \(Self.words(ofStatus: answer.status))")))
    }
  }

  /// Why a request is not even sent: its host wants a pause, which has so many seconds left.
  static func notAsked(host: String, seconds: Int) -> HTTPFailure {
    HTTPFailure(
      reason: "was not asked, for \(host) is left alone for \(span(seconds))",
      kind: .wait(seconds: seconds))
  }

  /// Why a text is no address that can be asked.
  static func badAddress(_ problem: WebAddress.Problem) -> HTTPFailure {
    switch problem {
    case .scheme(let scheme):
      HTTPFailure(
        reason: "is a '\(scheme)' address; only http and https are read", kind: .refused)
    case .malformed: other("is no web address that can be read")
    }
  }

  static func other(_ reason: String) -> HTTPFailure { HTTPFailure(reason: reason, kind: .other) }
}

extension AnswerJudge {
  private func response(_ answer: Answer, _ times: ResponseTimes, _ errand: Errand) -> HTTPResponse
  {
    let headers = answer.headers
    let contentType = headers.value("content-type")
    let mediaType = contentType?.prefix { $0 != ";" && $0 != "," }.lowercased()
      .filter { $0 != " " && $0 != "\t" }
    return HTTPResponse(
      body: answer.body,
      validators: Validators(
        etag: headers.opaque("etag"), lastModified: headers.opaque("last-modified")),
      finalAddress: errand.finalAddress, charset: contentType.flatMap(ContentType.charset),
      contentType: mediaType == "" ? nil : mediaType, link: headers.values("link"),
      freshSeconds: times.freshSeconds, permanentAddress: errand.permanentAddress)
  }

  private func unchanged(_ answer: Answer, _ times: ResponseTimes, _ errand: Errand) -> HTTPOutcome
  {
    let old = errand.request.validators
    guard old != Validators() else {
      return .failed(Self.other("answers that nothing has changed (status 304), unasked"))
    }
    // A 304 renews the fields that it has and keeps the others (RFC 9111 §3.2).
    let validators = Validators(
      etag: answer.headers.opaque("etag") ?? old.etag,
      lastModified: answer.headers.opaque("last-modified") ?? old.lastModified)
    return .unchanged(
      HTTPUnchanged(
        validators: validators, freshSeconds: times.freshSeconds,
        permanentAddress: errand.permanentAddress))
  }

  /// A temporary redirect to what is gone does not say that the address itself is.
  private func gone(_ errand: Errand) -> HTTPFailure {
    errand.isPermanent
      ? HTTPFailure(reason: "is gone for good (status 410)", kind: .gone)
      : Self.other("redirects for now to an address that is gone (status 410)")
  }

  private func pause(_ asked: Int?) -> Int {
    max(1, min(asked ?? limits.pauseSeconds, limits.longestPauseSeconds))
  }

  private func failure(_ answer: Answer, of errand: Errand) -> HTTPFailure {
    switch answer.end {
    case .tooLarge:
      Self.other("sends more than \(limits.maximumBytes) bytes; see fetch.max_bytes")
    case .unsound(let reason): Self.other(reason)
    case .refused where errand.isRedirected:
      HTTPFailure(
        reason: "redirects into a private network, which is not followed", kind: .refused)
    case .refused:
      HTTPFailure(
        reason:
          "is inside a private network; set fetch.allow_private_addresses = true to read it",
        kind: .refused)
    case .broken(let code): Self.other(words(of: code, begun: answer.status != 0))
    case .complete, .enough: Self.other("answers with nothing")
    }
  }

  private func words(of code: CURLcode, begun: Bool) -> String {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: "has a host name that is not found"
    case CURLE_COULDNT_CONNECT: "cannot be connected to"
    case CURLE_OPERATION_TIMEDOUT:
      (begun ? "sends too slowly" : "does not answer in time")
        + "; fetch.timeout is \(Self.span(limits.timeoutSeconds))"
    case CURLE_GOT_NOTHING: "closes the connection without an answer"
    case CURLE_PARTIAL_FILE: "ends before the length that it announced"
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR: "breaks the connection off"
    case CURLE_BAD_CONTENT_ENCODING: "is compressed in a way that cannot be read"
    case CURLE_OUT_OF_MEMORY: "sends a header that is too long, or memory is short"
    case CURLE_PEER_FAILED_VERIFICATION:
      "has a certificate that cannot be trusted (SSL_CERT_FILE can name the file of another authority)"
    case CURLE_SSL_CACERT_BADFILE: "is not asked, since what SSL_CERT_FILE names is no PEM file"
    case CURLE_SSL_CONNECT_ERROR: "cannot be connected to over tls"
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: "answers in something else than http"
    case let code: String(cString: curl_easy_strerror(code)).lowercased()
    }
  }

  /// `status 404 (not found)`.
  private static func words(ofStatus status: Int) -> String {
    let names = [
      400: "bad request", 401: "unauthorized", 402: "payment required", 403: "forbidden",
      404: "not found", 406: "not acceptable", 429: "too many requests",
      451: "unavailable for legal reasons", 500: "internal server error", 502: "bad gateway",
      503: "service unavailable", 504: "gateway timeout",
    ]
    return "status \(status)" + (names[status].map { " (\($0))" } ?? "")
  }

  /// A length of time as a reader says it: `90 seconds`, `2 minutes`, `3 hours`.
  private static func span(_ seconds: Int) -> String {
    func count(_ number: Int, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    if seconds >= 7200 || (seconds > 0 && seconds % 3600 == 0) {
      return count((seconds + 3599) / 3600, "hour")
    }
    if seconds >= 600 || (seconds > 0 && seconds % 60 == 0) {
      return count((seconds + 59) / 60, "minute")
    }
    return count(seconds, "second")
  }
}
