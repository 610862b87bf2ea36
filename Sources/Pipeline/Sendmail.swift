// Hands a message to a program that sends it, as sendmail does.

import Glibc
package import Network

/// A program with the manners of sendmail: the message comes on standard input, the recipients are
/// operands, and the exit status tells.
package struct Sendmail: Equatable, Sendable {
  /// Its whole path.
  package let program: String
  /// Seconds after which it is stopped.
  package let timeoutSeconds: Int

  /// Creates the way to a program.
  ///
  /// No shell reads the path, so it is no command line.
  package init(program: String, timeoutSeconds: Int = 300) {
    (self.program, self.timeoutSeconds) = (program, max(1, timeoutSeconds))
  }

  /// Sends a message: `program -i -f SENDER -- RECIPIENT…`.
  ///
  /// Lines are handed over with LF, which is how such programs read them. `-i`: a lone dot does not
  /// end the message.
  ///
  /// - Parameters:
  ///   - sender: The bare address to which bounces go.
  ///   - recipients: Bare addresses.
  package func send(
    _ message: [UInt8], from sender: String, to recipients: [String]
  ) throws(MailFailure) {
    guard Files.isProgram(program) else {
      throw failure(.notSent, "is no program that can be run; name one by its whole path")
    }
    for address in [sender] + recipients
    where address.isEmpty || address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
      throw .init(
        stage: .envelope,
        message: "an address in the envelope is empty or has blanks; expected name@example.org")
    }
    guard !recipients.isEmpty else {
      throw .init(
        stage: .envelope,
        message: "the message has no recipient; name one at least")
    }
    let ending: ChildProgram.Ending
    do {
      ending = try ChildProgram.run(
        [program, "-i", "-f", sender, "--"] + recipients, input: Self.withLineFeeds(message),
        timeoutSeconds: timeoutSeconds)
    } catch {
      throw failure(.notSent, "cannot be started: \(error.message)")
    }
    if let failure = judge(ending) { throw failure }
  }

  private func judge(_ ending: ChildProgram.Ending) -> MailFailure? {
    let words = ending.output.isEmpty ? "" : ": \(ending.output)"
    // Nobody has the message who has not been told where it ends.
    let open: MailFailure.Fate = ending.tookAll ? .unknown : .notSent
    switch ending.cause {
    case .status(0):
      return ending.tookAll ? nil : failure(.unknown, "ended without reading the message\(words)")
    case .status(75):
      // EX_TEMPFAIL of <sysexits.h>: to some it means that the message waits in their queue.
      return failure(open, "puts the message off (status 75)\(words)", isTemporary: true)
    case .status(let status): return failure(.notSent, "fails with status \(status)\(words)")
    case .signal(let signal): return failure(open, "was ended by signal \(signal)\(words)")
    case .timeout:
      return failure(
        open, "was not done within \(timeoutSeconds) seconds and was stopped\(words)",
        isTemporary: true)
    }
  }

  private func failure(_ fate: MailFailure.Fate, _ what: String, isTemporary: Bool = false)
    -> MailFailure
  {
    MailFailure(
      stage: .program, fate: fate, isTemporary: isTemporary,
      message: "\(program): \(what); "
        + (fate == .unknown
          ? "the message may have been accepted: look whether it arrived before it is sent again"
          : "nothing was sent"))
  }

  /// The lines of a message as programs of this system read them.
  static func withLineFeeds(_ message: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(message.count)
    for byte in message {
      if byte == 0x0A, result.last == 0x0D { result.removeLast() }
      result.append(byte)
    }
    return result
  }
}
