// One issue to the mail, once.

package import Model
import Network
import Render
import Store

/// Sends a published issue by mail.
///
/// Once: before the message is handed over, the archive says so on the disk. A run that dies there has
/// perhaps sent it, and then nothing is sent until a person says so.
package enum SendStage {
  /// Sends the issue of a window, under the lock.
  ///
  /// - Parameters:
  ///   - again: Whether it is sent even though it was, or may have been.
  ///   - to: Somebody who gets it in place of the list, for a look at it; that is not remembered.
  package static func run(
    _ window: Window, _ context: RunContext, again: Bool = false, to: String? = nil
  ) throws -> RunReport {
    let edition = try context.edition()
    let lock = try RunLock(database: context.settings.database)
    defer { withExtendedLifetime(lock) {} }
    guard var mail = context.settings.mail else {
      throw RunFailure.usage([
        "\(context.settings.file): has no [mail]; sending needs 'from', 'to', and 'smtp' or 'sendmail'"
      ])
    }
    let archive = try context.archive()
    guard let to else { return try send(window, mail, edition, context, archive, again: again) }
    do {
      mail.to = [try Mailbox(to)]
    } catch {
      throw RunFailure.usage(["--to: \(error.message)"])
    }
    var message = try message(of: try published(window, archive), mail, edition, context)
    message.isForALook = true
    do {
      try submit(message, mail, context)
    } catch let failure as MailFailure {
      throw RunFailure.failed(failure.message)
    }
    var report = RunReport()
    report.facts = [("sent for a look", .text("\(window.slug) to \(to)"))]
    return report
  }

  /// The same for a caller that holds the lock.
  static func send(
    _ window: Window, _ mail: Settings.Mail, _ edition: Edition, _ context: RunContext,
    _ archive: Archive, again: Bool = false
  ) throws -> RunReport {
    var report = RunReport()
    let issue = try published(window, archive)
    guard !issue.isEmpty else {
      report.facts = [("mail", .text("none, for nothing was published in \(window.spelled)"))]
      return report
    }
    guard issue.madeEarly == nil || again else {
      report.facts = [("mail", .text("none yet, for \(window.spelled) is not over"))]
      return report
    }
    let earlier = try archive.mail(of: window.slug)
    if let record = earlier, !again {
      switch record.state {
      case .sent: report.facts = [("mail", .text("sent before, at \(record.moment.rfc3339)"))]
      case .sending:
        throw RunFailure.failed(
          "the mail of \(window.slug) was being handed over at \(record.moment.rfc3339) and may have arrived; look for \(record.messageID), and send it with 'hallway send \(window.options) --again' if it has not"
        )
      }
      return report
    }
    let message = try message(of: issue, mail, edition, context)
    func record(_ state: MailRecord.State) throws {
      try archive.record(
        MailRecord(
          issue: window.slug, messageID: message.id, state: state, moment: context.now))
    }
    // What surely was not sent is tried again by the next run, unless it was sent before.
    func forget() throws {
      if let earlier {
        try archive.record(earlier)
      } else {
        try archive.forgetMail(of: window.slug)
      }
    }
    try record(.sending)
    do {
      try submit(message, mail, context)
    } catch let failure as MailFailure {
      if failure.fate == .notSent { try forget() }
      throw RunFailure.failed(failure.message)
    } catch {
      try forget()
      throw error
    }
    try record(.sent)
    report.facts = [("mail", .text("sent to \(Words.list(mail.to.map(\.address)))"))]
    if message.isLikelyClipped {
      report.warnings = [
        Diagnostic("the mail has more than 102 KB, which Gmail cuts off; show fewer threads")
      ]
    }
    return report
  }

  /// An issue as a message.
  static func message(
    of issue: Issue, _ mail: Settings.Mail, _ edition: Edition, _ context: RunContext
  ) throws -> MailMessage {
    do {
      return try context.rendered {
        try edition.mail(issue, from: mail.from, to: mail.to, unsubscribe: mail.unsubscribe)
      }
    } catch let problem as MailProblem {
      throw RunFailure.usage(["\(context.settings.file): 'base_url': \(problem.message)"])
    }
  }

  private static func published(_ window: Window, _ archive: Archive) throws -> Issue {
    guard let issue = try archive.printedIssue(window.slug) else {
      throw RunFailure.failed(
        "the issue of \(window.spelled) has not been published; 'hallway publish' with the same window does it"
      )
    }
    return issue
  }

  private static func submit(
    _ message: MailMessage, _ mail: Settings.Mail, _ context: RunContext
  ) throws {
    let (sender, recipients) = (mail.from.address, mail.to.map(\.address))
    switch mail.way {
    case .sendmail(let program):
      try Sendmail(program: program).send(message.bytes, from: sender, to: recipients)
    case .smtp(let address, let user, let variable):
      let password = variable.flatMap { context.environment($0) }
      if let variable, password == nil {
        throw RunFailure.usage([
          "\(variable): is not set in the environment; 'password_env' says that it has the mail server's password"
        ])
      }
      let server: MailServer
      do {
        server = try MailServer(
          address, user: user, password: password,
          certificates: context.certificates)
      } catch {
        throw RunFailure.usage(["\(context.settings.file): 'smtp': \(error.message)"])
      }
      try MailSubmission.send(message.bytes, from: sender, to: recipients, by: server)
    case nil:
      throw RunFailure.usage([
        "\(context.settings.file): [mail] has neither 'smtp' nor 'sendmail'; say which way mail goes"
      ])
    }
  }
}
