// Hands a message to a mail server, whole or not at all.

import CCurl

/// Mail submission over SMTP.
///
/// Source: RFC 5321, RFC 3207 (STARTTLS), RFC 8314 (`smtps`), RFC 4954 (AUTH).
package enum MailSubmission {
  /// Sends a message to all recipients, or to none when the server refuses one of them.
  ///
  /// Blocks until the server has answered, or its time is over.
  ///
  /// - Parameters:
  ///   - message: Lines that end in CRLF; dots need no care.
  ///   - sender: The bare address to which bounces go.
  ///   - recipients: Bare addresses.
  package static func send(
    _ message: [UInt8], from sender: String, to recipients: [String], by server: MailServer
  ) throws(MailFailure) {
    for address in [sender] + recipients where !isEnvelopeAddress(address) {
      throw .init(
        stage: .envelope,
        message: "'\(Self.printable(address))' is no bare mail address; expected name@example.org")
    }
    guard !recipients.isEmpty else {
      throw .init(
        stage: .envelope,
        message: "the message has no recipient; name one at least")
    }
    guard let handle = curl_easy_init() else {
      throw .init(
        stage: .connection,
        message: "\(server.name): libcurl does not start; is there memory left?")
    }
    let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    var list: UnsafeMutablePointer<curl_slist>?
    for recipient in recipients { list = curl_slist_append(list, recipient) }
    let dialogue = MailDialogue(message)
    setOptions(handle, server)
    _ = hw_set_error_text(handle, errorText)
    _ = hw_set_long(handle, CURLOPT_INFILESIZE, message.count)
    _ = hw_set_string(handle, CURLOPT_MAIL_FROM, sender)
    _ = hw_set_recipients(handle, list)
    dialogue.listen(to: handle)
    let result = withExtendedLifetime(dialogue) {
      let result = curl_easy_perform(handle)
      // The goodbye that is said now changes nothing, so it may not take long.
      _ = hw_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, 2)
      curl_easy_cleanup(handle)
      return result
    }
    curl_slist_free_all(list)
    let detail = String(cString: errorText)
    errorText.deallocate()
    guard result != CURLE_OK else { return }
    // The server has taken it; what went wrong afterwards changes nothing.
    if dialogue.stage == .acceptance, dialogue.replyCode == 250 { return }
    throw MailVerdict(server: server, result: result, detail: detail, dialogue: dialogue).failure
  }

  private static func setOptions(_ handle: UnsafeMutableRawPointer, _ server: MailServer) {
    _ = hw_set_string(handle, CURLOPT_URL, server.url)
    _ = hw_set_string(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    _ = hw_set_string(handle, CURLOPT_PROXY, "")
    _ = hw_set_long(handle, CURLOPT_UPLOAD, 1)
    if let credentials = server.credentials {
      _ = hw_set_string(handle, CURLOPT_USERNAME, credentials.user)
      _ = hw_set_string(handle, CURLOPT_PASSWORD, credentials.password)
      // Left to itself libcurl tries Kerberos where a server offers it, and gives up without a ticket.
      _ = hw_set_string(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN;AUTH=CRAM-MD5")
    }
    let level =
      switch server.encryption {
      case .required: CURLUSESSL_ALL
      case .offered: CURLUSESSL_TRY
      case .none: CURLUSESSL_NONE
      }
    _ = hw_set_long(handle, CURLOPT_USE_SSL, Int(level.rawValue))
    _ = hw_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let certificates = server.certificates {
      _ = hw_set_string(handle, CURLOPT_CAINFO, certificates)
      _ = hw_set_string(handle, CURLOPT_CAPATH, nil)
    }
    // CURLOPT_NOSIGNAL stays off: only then does libcurl ignore SIGPIPE, which TLS would raise when
    // the server is gone, and which ends the program.
    _ = hw_set_long(handle, CURLOPT_TIMEOUT_MS, server.timeoutSeconds * 1000)
    _ = hw_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, min(server.timeoutSeconds, 30) * 1000)
    _ = hw_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, server.timeoutSeconds)
  }

  /// Whether an address can do no harm in a command: ASCII, no blanks, no brackets.
  private static func isEnvelopeAddress(_ address: String) -> Bool {
    address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>".utf8.contains($0) }
      && address.utf8.contains(UInt8(ascii: "@"))
  }

  private static func printable(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
  }
}
