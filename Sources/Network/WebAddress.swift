// An address as libcurl reads it, apart from the credentials in it.

import CCurl

/// An `http` or `https` address, in parts, read by libcurl's own parser.
///
/// What is judged here is so the same as what is connected to.
struct WebAddress: Equatable {
  /// Why a text is no such address; no part of the text but a scheme is repeated.
  enum Problem: Error, Equatable {
    case malformed
    case scheme(String)
  }

  /// `http` or `https`.
  let scheme: String
  /// The host's name or number, lower case.
  let host: String
  /// The port, the scheme's own when none is given.
  let port: Int
  /// The whole address without credentials and fragment.
  let text: String
  /// The credentials given in the address, decoded; `nil`: none.
  let credentials: Credentials?

  /// A name and a password.
  struct Credentials: Equatable {
    let user: String
    let password: String
  }

  /// Reads an address, or, with a base, a reference to one (RFC 3986 §5).
  init(_ text: String, base: WebAddress? = nil) throws(Problem) {
    guard let url = curl_url() else { throw .malformed }
    defer { curl_url_cleanup(url) }
    // Spaces and letters beyond ASCII are common in the wild; they are sent encoded.
    let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
    if let base, curl_url_set(url, CURLUPART_URL, base.text, flags) != CURLUE_OK {
      throw .malformed
    }
    guard !text.utf8.contains(0), curl_url_set(url, CURLUPART_URL, text, flags) == CURLUE_OK,
      let scheme = Self.part(url, CURLUPART_SCHEME)?.lowercased()
    else { throw .malformed }
    guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
    guard let host = Self.part(url, CURLUPART_HOST), !host.isEmpty,
      let port = Self.part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap({ Int($0) })
    else { throw .malformed }
    let user = Self.part(url, CURLUPART_USER, CURLU_URLDECODE)
    let password = Self.part(url, CURLUPART_PASSWORD, CURLU_URLDECODE)
    for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
      curl_url_set(url, part, nil, 0)
    }
    guard let bare = Self.part(url, CURLUPART_URL) else { throw .malformed }
    (self.scheme, self.host, self.port, self.text) = (scheme, host.lowercased(), port, bare)
    credentials =
      user == nil && password == nil
      ? nil : Credentials(user: user ?? "", password: password ?? "")
  }

  /// Whose queue a request waits in: the host, with the port if it is not the scheme's own.
  var queue: String {
    port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(port)"
  }

  /// Whether credentials given for this address may be sent to another.
  ///
  /// To the same server only; from `http` to `https` it is the same when both have their own ports.
  func sharesCredentials(with other: WebAddress) -> Bool {
    guard host == other.host else { return false }
    if scheme == other.scheme { return port == other.port }
    return scheme == "http" && port == 80 && other.port == 443
  }

  private static func part(_ url: OpaquePointer, _ part: CURLUPart, _ flags: Int32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

/// Addresses in messages.
package enum Addresses {
  /// Names of parameters by which a private feed knows who asks.
  private static let secrets: Set<String> = [
    "token", "auth", "key", "apikey", "api_key", "api-key", "secret", "sig", "signature",
    "password",
    "pass", "passwd", "pwd", "access_token", "auth_token", "authtoken", "private_token",
    "feed_token", "rss_token", "session", "sid", "userkey", "user_key", "hash", "code", "uid",
  ]

  /// Whether an address has something in it that only its subscriber should know: a password, or a
  /// parameter with such a name.
  package static func hasSecret(_ address: String) -> Bool {
    withoutCredentials(address) != address
  }

  /// An address as it may be shown: without `user:password@`, and with "…" for the values of
  /// parameters that are named like secrets.
  ///
  /// Works on any text, for a message may be about an address that is none.
  package static func withoutCredentials(_ address: String) -> String {
    withoutSecrets(withoutUser(address))
  }

  private static func withoutSecrets(_ address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let end = address[mark...].firstIndex(of: "#") ?? address.endIndex
    let query = address[address.index(after: mark)..<end]
    let shown = query.split(separator: "&", omittingEmptySubsequences: false).map { field in
      guard let equals = field.firstIndex(of: "="), secrets.contains(field[..<equals].lowercased())
      else { return String(field) }
      return "\(field[...equals])…"
    }
    return address[...mark] + shown.joined(separator: "&") + address[end...]
  }

  private static func withoutUser(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var start = 0
    if let colon = bytes.indices.dropLast(2).first(where: {
      bytes[$0] == 0x3A && bytes[$0 + 1] == 0x2F && bytes[$0 + 2] == 0x2F
    }) {
      start = colon + 3
    }
    let end =
      bytes[start...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 || $0 == 0x5C }
      ?? bytes.count
    guard let at = bytes[start..<end].lastIndex(of: 0x40) else { return address }
    return String(decoding: bytes[..<start] + bytes[(at + 1)...], as: UTF8.self)
  }
}
