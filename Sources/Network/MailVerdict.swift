// What a failed submission means, in words.

import CCurl

/// What a failed submission means, in words.
struct MailVerdict {
  let server: MailServer
  let result: CURLcode
  /// What libcurl says about it.
  let detail: String
  let dialogue: MailDialogue

  /// The failure.
  var failure: MailFailure {
    let stage = isAboutEncryption && dialogue.stage != .acceptance ? .encryption : dialogue.stage
    let reply = dialogue.replyCode.flatMap { $0 >= 400 ? $0 : nil }
    let isOpen = stage == .acceptance && reply == nil
    return MailFailure(
      stage: stage, fate: isOpen ? .unknown : .notSent, reply: reply,
      isTemporary: reply.map { $0 < 500 } ?? ![.encryption, .authentication].contains(stage),
      message: "\(server.name): \(words(stage, isRefused: reply != nil)); "
        + (isOpen
          ? "it may have been accepted: look whether it arrived before it is sent again"
          : "nothing was sent"))
  }

  private func words(_ stage: MailFailure.Stage, isRefused: Bool) -> String {
    guard isRefused else {
      if stage == .encryption { return encryption }
      return stage == .connection ? connection : "\(cause) \(Self.place(stage))"
    }
    let reply = dialogue.replyText
    switch stage {
    case .authentication:
      // A server may repeat what it was sent; its words are left out, its code is not.
      let user = server.credentials?.user ?? ""
      return
        "the server refuses the user '\(user)' or the password (\(reply.prefix(3))); check both"
    case .sender: return "the server refuses the sender: \(reply)\(hint)"
    case .recipient:
      return "the server refuses the recipient \(dialogue.recipient): \(reply)\(hint)"
    case .message, .acceptance: return "the server refuses the message: \(reply)"
    case .encryption: return encryption
    case .envelope, .connection, .greeting, .program: return "the server turns us away: \(reply)"
    }
  }

  /// Why nobody was reached.
  private var connection: String {
    switch result {
    case CURLE_COULDNT_RESOLVE_HOST: "no such host is known; is the name right?"
    case CURLE_COULDNT_CONNECT: "nobody answers (\(reason)); are host and port right?"
    case CURLE_OPERATION_TIMEDOUT:
      "no greeting within \(server.timeoutSeconds) seconds; are host, port and \(scheme) right?"
    default: "no connection (\(reason))"
    }
  }

  /// What came in between.
  private var cause: String {
    switch result {
    case CURLE_OPERATION_TIMEDOUT: "no answer within \(server.timeoutSeconds) seconds"
    case CURLE_LOGIN_DENIED: "the server offers no way to log in that is known here,"
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING: "the connection broke"
    default: "the talk broke off (\(reason))"
    }
  }

  private var scheme: String { "\(server.name.prefix { $0 != ":" })://" }

  private static func place(_ stage: MailFailure.Stage) -> String {
    switch stage {
    case .envelope, .connection, .program: "when connecting"
    case .greeting: "after its greeting"
    case .encryption: "when encryption was to begin"
    case .authentication: "when logging in"
    case .sender: "when the sender was named"
    case .recipient: "when a recipient was named"
    case .message: "before the message was through"
    case .acceptance: "after the whole message was given and before the server's word on it"
    }
  }

  private var isAboutEncryption: Bool {
    [
      CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_ENGINE_INITFAILED,
    ].contains(result)
  }

  private var encryption: String {
    switch result {
    case CURLE_PEER_FAILED_VERIFICATION:
      "the server's certificate is not to be trusted (\(reason)); if it is your own server, "
        + "name its authority's file in SSL_CERT_FILE"
    case CURLE_USE_SSL_FAILED:
      "the server offers no encryption (STARTTLS); write smtps://, or allow plain text for it"
    case CURLE_SSL_CACERT_BADFILE:
      "the file of certificates '\(server.certificates ?? "")' cannot be used; "
        + "SSL_CERT_FILE must name a PEM file"
    default:
      "encryption fails (\(reason)); is the port one for \(scheme)?"
    }
  }

  /// libcurl's own words.
  private var reason: String {
    detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
  }

  /// What often lies behind a refusal.
  private var hint: String {
    if server.credentials != nil, !dialogue.hasAuthenticated {
      return " (it offered no way to log in)"
    }
    guard dialogue.replyCode == 530 else { return "" }  // RFC 3207 §4, RFC 4954 §6
    return dialogue.replyText.uppercased().contains("STARTTLS")
      ? " (it wants encryption, which this address is not asked for)"
      : " (it wants a user and a password)"
  }
}
