// Why a message was not sent, how far it came, and whether it may have arrived all the same.

/// Why a message was not sent, or is not known to be.
package struct MailFailure: Error, Equatable {
  /// How far the talk with the server came.
  package enum Stage: String, Sendable {
    /// Before there was any: an address in the envelope is unfit.
    case envelope
    /// Finding and reaching the server.
    case connection
    /// Its greeting and what it offers.
    case greeting
    /// TLS.
    case encryption
    /// User and password.
    case authentication
    /// The sender in the envelope.
    case sender
    /// A recipient in the envelope.
    case recipient
    /// The message itself, not whole yet.
    case message
    /// The message has gone out whole; the server's word on it.
    case acceptance
    /// Not a server's, but a program's that sends mail.
    case program
  }

  /// What became of the message.
  package enum Fate: Equatable, Sendable {
    /// Surely nobody gets it: it may be sent again.
    case notSent
    /// It may have been accepted: to send it again may deliver it twice.
    case unknown
  }

  /// How far it came.
  package let stage: Stage
  /// What became of the message.
  package let fate: Fate
  /// The server's reply code (RFC 5321 §4.2); `nil` when it gave none at this stage.
  package let reply: Int?
  /// Whether the same may go well later: the server said so, or was not there.
  package let isTemporary: Bool
  /// What is wrong, where and what to do, lower case; no password is in it.
  package let message: String

  /// Creates a failure.
  package init(
    stage: Stage, fate: Fate = .notSent, reply: Int? = nil, isTemporary: Bool = false,
    message: String
  ) {
    (self.stage, self.fate, self.reply) = (stage, fate, reply)
    (self.isTemporary, self.message) = (isTemporary, message)
  }
}
