// A server that takes mail: its address, its encryption, who we are to it.

import CCurl

/// A server that takes mail for delivery, as a configuration names it.
package struct MailServer: Sendable {
  /// How much of the talk with it must be encrypted.
  package enum Encryption: Equatable, Sendable {
    /// All but its greeting, or nothing is sent.
    case required
    /// As much as the server offers: an attacker on the way can talk it into none.
    case offered
    /// Nothing.
    case none
  }

  /// Why a server cannot be used as it is configured.
  package enum Problem: Error, Equatable {
    /// The text is no address of a mail server.
    case address(String)
    /// The address has a password in it; holds the address without it.
    case passwordInAddress(String)
    /// A user without a password.
    case noPassword(user: String)
    /// A password without a user.
    case noUser

    /// What is wrong and what to do, lower case; no password is in it.
    package var message: String {
      switch self {
      case .address(let text):
        "'\(text)' is no mail server; expected smtps://mail.example.org or smtp://mail.example.org:587"
      case .passwordInAddress(let address):
        "the address of '\(address)' has a password in it, where others can read it; "
          + "take it out, and name the environment variable that holds it with 'password_env'"
      case .noPassword(let user):
        "the mail server's user '\(user)' has no password; "
          + "name the environment variable that holds it with 'password_env'"
      case .noUser:
        "there is a password for the mail server and no user; write smtps://user@mail.example.org"
      }
    }
  }

  /// The server as it may be shown: `smtps://mail.example.org`.
  package let name: String
  /// What it is asked to encrypt.
  package let encryption: Encryption
  /// A file of certificates of the authorities to trust (PEM); `nil`: the system's.
  package let certificates: String?
  /// Seconds for the whole of one message.
  package let timeoutSeconds: Int
  /// The address as libcurl takes it, without credentials.
  let url: String
  let credentials: WebAddress.Credentials?

  /// Takes `smtps://host`, `smtp://host:587`, `smtp://user@host:587`.
  ///
  /// A path is the name by which the client greets (`smtp://host/client.example.org`); without one
  /// it is the machine's own.
  ///
  /// - Parameters:
  ///   - user: The user, where the address does not name one.
  ///   - encryption: `nil`: required, except on a loopback address, where nobody listens.
  ///   - timeoutSeconds: RFC 5321 §4.5.3.2 lets a server take ten minutes for its last reply.
  package init(
    _ address: String, user: String? = nil, password: String? = nil,
    encryption: Encryption? = nil, certificates: String? = nil, timeoutSeconds: Int = 300
  ) throws(Problem) {
    guard let url = curl_url() else { throw .address(Addresses.withoutCredentials(address)) }
    defer { curl_url_cleanup(url) }
    guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      curl_url_set(url, CURLUPART_URL, address, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK,
      let scheme = Self.part(url, CURLUPART_SCHEME)?.lowercased(),
      scheme == "smtp" || scheme == "smtps",
      let host = Self.part(url, CURLUPART_HOST)?.lowercased(), !host.isEmpty
    else { throw .address(Addresses.withoutCredentials(address)) }
    let port = Self.part(url, CURLUPART_PORT).map { ":\($0)" } ?? ""
    name = "\(scheme)://\(host)\(port)"
    guard Self.part(url, CURLUPART_PASSWORD) == nil else { throw .passwordInAddress(name) }
    let named = Self.part(url, CURLUPART_USER, CURLU_URLDECODE) ?? user
    for part in [CURLUPART_USER, CURLUPART_OPTIONS, CURLUPART_QUERY, CURLUPART_FRAGMENT] {
      curl_url_set(url, part, nil, 0)
    }
    guard let bare = Self.part(url, CURLUPART_URL) else { throw .address(name) }
    switch (named, password) {
    case (let user?, let password?): credentials = .init(user: user, password: password)
    case (let user?, nil): throw .noPassword(user: user)
    case (nil, .some): throw .noUser
    case (nil, nil): credentials = nil
    }
    self.url = bare
    self.encryption = encryption ?? (Self.isLoopback(host) ? .none : .required)
    (self.certificates, self.timeoutSeconds) = (certificates, max(1, timeoutSeconds))
  }

  /// Whether a host is this machine itself (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3).
  private static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return host == "localhost" || host == "[::1]"
      || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
  }

  private static func part(_ url: OpaquePointer, _ part: CURLUPart, _ flags: Int32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

extension MailServer: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String { name }
  /// The same as its description: a password must not come into a log by way of a debugger.
  package var debugDescription: String { name }
}
