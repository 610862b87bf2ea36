// One request on one libcurl handle: what is sent, and what is taken in of the answer.

import CCurl
import Model

/// One request under way, to one address; libcurl holds a pointer to it until ``release()``.
final class Transfer {
  /// The request.
  let errand: Errand
  /// Whose place it takes.
  let host: String
  /// When it was started.
  let start: Duration
  /// The handle.
  let handle: UnsafeMutableRawPointer

  private let maximumBytes: Int
  private let isAllowed: ([UInt8]) -> Bool
  private var answer = Answer()
  private var headerBytes = 0
  private var hasWholeHead = false
  private var wasRefused = false
  private var lines: UnsafeMutablePointer<curl_slist>?
  private let guardBox = UnsafeMutablePointer<hw_guard>.allocate(capacity: 1)

  /// Headers of more bytes are no answer but an attack; libcurl itself has no such limit.
  private static let longestHeaders = 256 << 10

  init?(
    _ errand: Errand, host: String, start: Duration, limits: HTTPClient.Limits, userAgent: String,
    isAllowed: @escaping ([UInt8]) -> Bool
  ) {
    guard let handle = curl_easy_init() else {
      guardBox.deallocate()
      return nil
    }
    (self.errand, self.host, self.start, self.handle) = (errand, host, start, handle)
    (maximumBytes, self.isAllowed) = (limits.maximumBytes, isAllowed)
    setOptions(limits, userAgent)
    setHeaders()
    setCallbacks()
  }

  deinit { guardBox.deallocate() }

  /// Ends libcurl's hold; call once, when the handle is in no multi handle any more.
  func release() {
    curl_easy_cleanup(handle)
    curl_slist_free_all(lines)
    lines = nil
  }

  /// What came, once libcurl is done.
  func answer(_ result: CURLcode) -> Answer {
    var answer = answer
    answer.status = hw_get_long(handle, CURLINFO_RESPONSE_CODE)
    if result != CURLE_OK, answer.end == .complete {
      answer.end = wasRefused ? .refused : .broken(result)
    }
    // To libcurl, a connection that is closed within the head is an answer without a body.
    if result == CURLE_OK, !hasWholeHead { answer.end = .unsound("breaks off in its headers") }
    return answer
  }
}

extension Transfer {
  private func setOptions(_ limits: HTTPClient.Limits, _ userAgent: String) {
    let whole = limits.timeoutSeconds * 1000
    let left = max(1, whole - errand.spent.wholeMilliseconds)
    _ = hw_set_string(handle, CURLOPT_URL, errand.address.text)
    if let credentials = errand.credentials {
      _ = hw_set_string(handle, CURLOPT_USERNAME, credentials.user)
      _ = hw_set_string(handle, CURLOPT_PASSWORD, credentials.password)
    }
    _ = hw_set_string(handle, CURLOPT_USERAGENT, userAgent)
    _ = hw_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")  // all that this curl can decode
    _ = hw_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = hw_set_string(handle, CURLOPT_PROXY, "")
    _ = hw_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)  // RedirectPolicy judges each hop
    if let certificates = limits.certificates {
      _ = hw_set_string(handle, CURLOPT_CAINFO, certificates)
      _ = hw_set_string(handle, CURLOPT_CAPATH, nil)
    }
    // CURLOPT_NOSIGNAL stays off: only then does libcurl ignore SIGPIPE, which TLS libraries that
    // write by themselves raise when the server has gone.
    _ = hw_set_long(handle, CURLOPT_TIMEOUT_MS, left)
    // A name server that never answers would hold up all others when this one's time is over.
    _ = hw_set_long(handle, CURLOPT_QUICK_EXIT, 1)
    _ = hw_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, min(left, 15_000))
    _ = hw_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 64)
    _ = hw_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(limits.timeoutSeconds / 2, 1))
    _ = hw_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
  }

  private func setHeaders() {
    lines = curl_slist_append(
      lines,
      "Accept: application/atom+xml, application/rss+xml, application/xml;q=0.9, text/vtt;q=0.9, */*;q=0.5"
    )
    let validators = errand.request.validators
    for (name, value) in [
      ("If-None-Match", validators.etag), ("If-Modified-Since", validators.lastModified),
    ] {
      guard let bytes = value.flatMap(HTTPHeaders.bytes(ofOpaque:)) else { continue }
      let line = Array("\(name): ".utf8) + bytes + [0]
      lines = line.withUnsafeBytes {
        curl_slist_append(lines, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
      }
    }
    _ = hw_set_headers(handle, lines)
  }

  private func setCallbacks() {
    let me = Unmanaged.passUnretained(self).toOpaque()
    _ = hw_set_on_body(
      handle,
      { data, size, count, context in
        Transfer.from(context)?.takeBody(UnsafeRawBufferPointer(start: data, count: size * count))
          ?? 0
      }, me)
    _ = hw_set_on_header(
      handle,
      { data, size, count, context in
        Transfer.from(context)?.takeHeader(UnsafeRawBufferPointer(start: data, count: size * count))
          ?? 0
      }, me)
    guardBox.initialize(
      to: hw_guard(
        allow: { bytes, length, context in
          guard let bytes, let transfer = Transfer.from(context) else { return 0 }
          let address = Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
          if transfer.isAllowed(address) { return 1 }
          transfer.wasRefused = true
          return 0
        }, context: me))
    hw_set_guard(handle, guardBox)
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
    pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes decompressed bytes; fewer than given ends the transfer.
  ///
  /// libcurl's own limit counts compressed ones.
  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    answer.status = hw_get_long(handle, CURLINFO_RESPONSE_CODE)
    let limit = answer.hasDocument ? maximumBytes : ChallengePage.longest
    guard answer.body.count + bytes.count <= limit else {
      answer.end = answer.hasDocument ? .tooLarge : .enough
      return 0
    }
    answer.body += bytes
    return bytes.count
  }

  /// Takes a line of the head.
  private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
    headerBytes += bytes.count
    guard headerBytes <= Self.longestHeaders else {
      answer.end = .unsound("sends too many headers")
      return 0
    }
    // What follows the head of a final answer is a trailer, which says nothing that counts.
    if hasWholeHead, answer.status >= 200 { return bytes.count }
    if bytes.starts(with: Array("HTTP/".utf8)) {
      hasWholeHead = false
      answer.headers = HTTPHeaders()  // what came before was provisional (RFC 9110 §15.2)
    } else if bytes.first == 0x0D || bytes.first == 0x0A {
      return endOfHead() ? bytes.count : 0
    } else {
      answer.headers.add(line: bytes)
    }
    return bytes.count
  }

  /// Whether it is worth going on, now that the head is known.
  private func endOfHead() -> Bool {
    hasWholeHead = true
    answer.status = hw_get_long(handle, CURLINFO_RESPONSE_CODE)
    guard answer.hasDocument, answer.headers.value("transfer-encoding") == nil else { return true }
    let announced = answer.headers.values("content-length").joined(separator: ",")
    let lengths = Set(announced.split(separator: ",").map { $0.filter { $0 != " " } })
    if lengths.count > 1 {
      // Which one is right cannot be known (RFC 9112 §6.3).
      answer.end = .unsound("announces two different lengths")
    } else if let text = lengths.first, let length = Int(text), length > maximumBytes {
      answer.end = .tooLarge  // need not be waited for
    }
    return answer.end == .complete
  }
}

extension Duration {
  /// Milliseconds, rounded down.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
