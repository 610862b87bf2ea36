// The door to mail: archives to discussions.
//
// Everything else in this folder is implementation. Pure: bytes in, model values out.

package import Model

/// Mail archives to discussions.
package enum MailArchive {
  /// Reads an mbox archive, or a single message.
  ///
  /// - Parameters:
  ///   - bytes: The archive, uncompressed.
  ///   - source: The address of the source, or the name of the file.
  ///   - site: The list's name, for a reader.
  ///   - page: Where single messages can be read, with `{message-id}` in the place of the escaped
  ///     Message-ID; for archives whose messages do not say it themselves.
  /// - Returns: The threads, by the date of their first message, and what was repaired or left out;
  ///   `nil` when the bytes are no archive and no message.
  /// - Complexity: O(*n* log *n*).
  package static func parse(
    _ bytes: [UInt8], source: String, site: String, page: String? = nil
  ) -> (threads: [DiscussionThread], diagnostics: [Diagnostic])? {
    guard let places = Mbox.messages(in: bytes) else { return nil }
    var troubles = MailTroubles()
    var messages: [MailMessage] = []
    var contents: [String: String] = [:]
    for place in places {
      guard
        var message = MailMessage.read(bytes, place, page: page, noting: &troubles)
      else { continue }
      let content = message.contentHash
      if let known = contents[message.id], known != content {
        // Some program gave two messages one identity; the second keeps its words under another.
        message.id = "\(message.id)#\(content)"
        if contents[message.id] == nil { troubles.note(.sameID) }
      }
      guard contents[message.id] == nil else {
        troubles.note(.duplicate)
        continue
      }
      contents[message.id] = content
      messages.append(message)
    }
    let threads = MailThreading.threads(messages).map {
      thread($0, of: messages, source: source, site: site)
    }
    return (threads, troubles.diagnostics)
  }

  private static func thread(
    _ group: MailThreading.Group, of all: [MailMessage], source: String, site: String
  ) -> DiscussionThread {
    let messages = group.members.map { all[$0] }
    let title = messages.first { !$0.subject.base.isEmpty }?.subject.base
    return DiscussionThread(
      id: "mid:\(group.root)", title: title ?? "(no subject)", url: messages.first?.url ?? "",
      source: source, site: site, posts: zip(messages, group.answered).map(post))
  }

  private static func post(_ message: MailMessage, answering answered: String?) -> Post {
    Post(
      id: "mid:\(message.id)", number: nil, author: message.author, authorKey: message.authorKey,
      date: message.date, url: message.url, words: message.words, quotations: message.quotations,
      inReplyTo: answered.map { "mid:\($0)" })
  }
}
