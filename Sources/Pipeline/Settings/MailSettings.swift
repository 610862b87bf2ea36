// The [mail] table.

import Network
import Render

/// Reads the `[mail]` table.
enum MailSettings {
  /// What it says; `nil` when something in it cannot be used, which is noted.
  static func read(_ table: inout TableReader, folder: String) -> Settings.Mail? {
    table.require("from", "mail needs a sender")
    table.require("to", "mail needs somebody to go to")
    let from = mailbox(table.string("from"), "from", &table)
    let to = table.stringOrStrings("to").compactMap { mailbox($0, "to", &table) }
    let unsubscribe = table.stringOrStrings("unsubscribe").compactMap { link($0, &table) }
    let way = way(&table, folder: folder)
    if table.has("to"), to.isEmpty { table.fault("to", "'to' names nobody") }
    guard let from, !to.isEmpty else { return nil }
    return Settings.Mail(from: from, to: to, way: way, unsubscribe: unsubscribe)
  }

  private static func mailbox(_ text: String?, _ key: String, _ table: inout TableReader)
    -> Mailbox?
  {
    guard let text else { return nil }
    do {
      return try Mailbox(text)
    } catch {
      table.fault(key, "'\(key)': \(error.message)")
      return nil
    }
  }

  private static func link(_ address: String, _ table: inout TableReader) -> MailLink? {
    do {
      return try MailLink(address)
    } catch {
      table.fault("unsubscribe", "'unsubscribe': \(error.message)")
      return nil
    }
  }

  private static func way(_ table: inout TableReader, folder: String) -> Settings.Mail.Way? {
    let server = table.string("smtp")
    let user = table.string("user")
    let variable = table.string("password_env")
    let program = table.string("sendmail")
    if let server {
      if program != nil {
        table.fault("sendmail", "'sendmail' stands beside 'smtp'; mail goes one way: take one out")
      }
      do {
        // Whether there is a password shows when it is needed.
        _ = try MailServer(server, user: user, password: variable == nil ? nil : "unknown")
      } catch {
        table.fault("smtp", "'smtp': \(error.message)")
      }
      return .smtp(server, user: user, passwordEnvironment: variable)
    }
    for (key, value) in [("user", user), ("password_env", variable)] where value != nil {
      table.fault(key, "'\(key)' is for a mail server; name it with 'smtp'")
    }
    return program.map { .sendmail(Files.absolute(Files.resolve($0, in: folder))) }
  }
}
