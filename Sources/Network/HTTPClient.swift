// The door to Network: many conditional GETs at once through one libcurl multi loop.
//
// Everything else in this folder is implementation. The only place that opens a socket; may
// import Model; owns libcurl.

import CCurl
import Model

/// Fetches addresses, many at once, on one thread.
package struct HTTPClient: Sendable {
  /// What bounds a fetch.
  package struct Limits: Sendable {
    /// Requests under way at once.
    package var concurrency = 16
    /// Connections to one host at once.
    package var perHost = 2
    /// Seconds for one whole request.
    package var timeoutSeconds = 30
    /// Bytes of one decompressed body.
    package var maximumBytes = 16 << 20
    /// Whether loopback, private and link-local addresses may be asked.
    package var allowPrivateAddresses = false

    /// Creates the usual limits.
    package init() {}
  }

  private let limits: Limits
  private let userAgent: String

  /// Creates a client.
  ///
  /// - Parameter userAgent: Names the program, its version, and where to complain (RFC 9110
  ///   §10.1.5).
  package init(limits: Limits, userAgent: String) {
    (self.limits, self.userAgent) = (limits, userAgent)
  }

  /// Fetches all; `onDone` is called with a request's index and outcome as each ends, in no fixed
  /// order.
  ///
  /// Redirects are followed, at most ten, never to another scheme than http and https. An address
  /// inside the network is refused when it is connected to, redirects and name look-ups included.
  package func fetch(_ requests: [HTTPRequest], onDone: (Int, HTTPOutcome) -> Void) {
    guard !requests.isEmpty else { return }
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    guard let multi = curl_multi_init() else {
      for index in requests.indices { onDone(index, .failed("no memory for a client")) }
      return
    }
    defer { curl_multi_cleanup(multi) }
    _ = hw_multi_set_long(multi, CURLMOPT_MAXCONNECTS, limits.concurrency)
    // A request that waits inside libcurl counts against its own time; so each waits here until its
    // host has room.
    let hosts = requests.map { Self.host(of: $0.address) }
    var busy: [String: Int] = [:]
    var waiting = Array(requests.indices)
    var running: [UnsafeMutableRawPointer: Transfer] = [:]
    func startMore() {
      while running.count < limits.concurrency,
        let place = waiting.firstIndex(where: { busy[hosts[$0], default: 0] < limits.perHost })
      {
        let index = waiting.remove(at: place)
        let transfer = Transfer(index: index, limits: limits)
        guard let handle = transfer.prepare(requests[index], limits, userAgent) else {
          onDone(index, .failed("no memory for a request"))
          continue
        }
        guard curl_multi_add_handle(multi, handle) == CURLM_OK else {
          transfer.release(handle)
          onDone(index, .failed("cannot be asked: libcurl takes no more requests"))
          continue
        }
        running[handle] = transfer
        busy[hosts[index], default: 0] += 1
      }
    }
    startMore()
    while !running.isEmpty {
      var active: Int32 = 0
      curl_multi_perform(multi, &active)
      var left: Int32 = 0
      while let message = curl_multi_info_read(multi, &left) {
        guard hw_message_is_done(message) != 0, let handle = message.pointee.easy_handle,
          let transfer = running.removeValue(forKey: handle)
        else { continue }
        let outcome = transfer.outcome(of: handle, result: hw_message_result(message))
        curl_multi_remove_handle(multi, handle)
        transfer.release(handle)
        busy[hosts[transfer.index], default: 1] -= 1
        onDone(transfer.index, outcome)
      }
      startMore()
      if !running.isEmpty { curl_multi_poll(multi, nil, 0, 1000, nil) }
    }
  }
}

extension HTTPClient {
  /// Host and port of an address, for the count of connections.
  private static func host(of address: String) -> String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return (rest.count > 1 ? rest[1] : rest.first ?? "").lowercased()
  }
}

/// One request under way.
private final class Transfer {
  let index: Int
  private let maximumBytes: Int
  private let allowPrivate: Bool
  private var body: [UInt8] = []
  private var etag: String?
  private var lastModified: String?
  private var charset: String?
  private var tooLarge = false
  private var refused = false
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let guardBox = UnsafeMutablePointer<hw_guard>.allocate(capacity: 1)

  init(index: Int, limits: HTTPClient.Limits) {
    self.index = index
    maximumBytes = limits.maximumBytes
    allowPrivate = limits.allowPrivateAddresses
  }

  deinit { guardBox.deallocate() }

  func prepare(_ request: HTTPRequest, _ limits: HTTPClient.Limits, _ userAgent: String)
    -> UnsafeMutableRawPointer?
  {
    guard let handle = curl_easy_init() else { return nil }
    let me = Unmanaged.passUnretained(self).toOpaque()
    _ = hw_set_string(handle, CURLOPT_URL, request.address)
    _ = hw_set_string(handle, CURLOPT_USERAGENT, userAgent)
    _ = hw_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")  // all that this curl can decode
    _ = hw_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = hw_set_string(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    _ = hw_set_string(handle, CURLOPT_PROXY, "")
    _ = hw_set_long(handle, CURLOPT_FOLLOWLOCATION, 1)
    _ = hw_set_long(handle, CURLOPT_MAXREDIRS, 10)
    _ = hw_set_long(handle, CURLOPT_NOSIGNAL, 1)
    _ = hw_set_long(handle, CURLOPT_TIMEOUT, limits.timeoutSeconds)
    _ = hw_set_long(handle, CURLOPT_CONNECTTIMEOUT, min(limits.timeoutSeconds, 15))
    _ = hw_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 64)
    _ = hw_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(limits.timeoutSeconds / 2, 1))
    _ = hw_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    var lines = [
      "Accept: application/atom+xml, application/rss+xml, application/xml;q=0.9, text/vtt;q=0.9, */*;q=0.5"
    ]
    if let etag = request.validators.etag { lines.append("If-None-Match: \(etag)") }
    if let date = request.validators.lastModified { lines.append("If-Modified-Since: \(date)") }
    // A stored validator with a line break would be a header of its own.
    for line in lines where !line.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      headers = curl_slist_append(headers, line)
    }
    _ = hw_set_headers(handle, headers)
    _ = hw_set_on_body(
      handle,
      { data, size, count, context in
        Transfer.from(context)?.receive(data, size * count) ?? 0
      }, me)
    _ = hw_set_on_header(
      handle,
      { data, size, count, context in
        Transfer.from(context)?.header(data, size * count)
        return size * count
      }, me)
    guardBox.initialize(
      to: hw_guard(
        allow: { bytes, length, context in
          guard let bytes, let transfer = Transfer.from(context) else { return 0 }
          return transfer.allows(Array(UnsafeBufferPointer(start: bytes, count: Int(length))))
            ? 1 : 0
        }, context: me))
    hw_set_guard(handle, guardBox)
    return handle
  }

  func release(_ handle: UnsafeMutableRawPointer) {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headers)
    headers = nil
  }

  func outcome(of handle: UnsafeMutableRawPointer, result: CURLcode) -> HTTPOutcome {
    let validators = Validators(etag: etag, lastModified: lastModified)
    if tooLarge { return .failed("sends more than \(maximumBytes) bytes; see fetch.max_bytes") }
    if refused, result != CURLE_OK {
      return .failed(
        "is inside a private network; set fetch.allow_private_addresses = true to read it")
    }
    guard result == CURLE_OK else {
      return .failed(String(cString: curl_easy_strerror(result)).lowercased())
    }
    switch hw_get_long(handle, CURLINFO_RESPONSE_CODE) {
    case 200:
      let address = hw_get_string(handle, CURLINFO_EFFECTIVE_URL).map { String(cString: $0) } ?? ""
      return .fresh(
        HTTPResponse(body: body, validators: validators, finalAddress: address, charset: charset))
    case 304: return .unchanged(validators)
    case let status: return .failed("answers with status \(status)")
    }
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
    pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func allows(_ address: [UInt8]) -> Bool {
    if allowPrivate || AddressGuard.isPublic(address) { return true }
    refused = true
    return false
  }

  /// Takes decompressed bytes; fewer than given ends the transfer.
  ///
  /// libcurl's own limit counts compressed ones.
  private func receive(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let data, body.count + count <= maximumBytes else {
      tooLarge = true
      return 0
    }
    data.withMemoryRebound(to: UInt8.self, capacity: count) {
      body += UnsafeBufferPointer(start: $0, count: count)
    }
    return count
  }

  private func header(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) {
    guard let data else { return }
    let line = data.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
    if line.hasPrefix("HTTP/") {  // a new response in a chain of redirects
      (etag, lastModified, charset) = (nil, nil, nil)
      body = []
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value =
      String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
      .split(
        omittingEmptySubsequences: true,
        whereSeparator: { $0 == "\r\n" || $0 == "\n" || $0 == "\r" }
      )
      .first.map(String.init) ?? ""
    switch line[..<colon].lowercased() {
    case "etag": etag = value
    case "last-modified": lastModified = value
    case "content-type": charset = ContentType.charset(value)
    default: break
    }
  }
}
