// Where a message can be read on the web.

import Text

/// Where a message can be read on the web.
///
/// Source: RFC 5064 (`Archived-At`), RFC 2369 (`List-Archive`).
enum Permalink {
  /// The address; empty where none is known.
  ///
  /// - Parameters:
  ///   - id: The Message-ID; `nil` for a message without one, which no archive can find.
  ///   - page: A pattern with `{message-id}` for archives that say nothing themselves.
  static func of(_ header: MIMEHeader, id: String?, page: String?) -> String {
    if let address = header[.archivedAt].flatMap(address) { return address }
    if let list = header[.listArchive].flatMap(address) {
      let folder = list.hasSuffix("/") ? list : list + "/"
      // HyperKitty knows messages by a hash that the list writes into their header.
      if let hash = header[.messageIDHash] ?? header[.oldMessageIDHash],
        folder.contains("/archives/list/")
      {
        return "\(folder)message/\(escaped(header: hash))/"
      }
      if let id, isPublicInbox(folder) { return "\(folder)\(escaped(id))/" }
    }
    guard let id, let page, let place = page.firstRange(of: "{message-id}") else { return "" }
    return page.replacingCharacters(place, with: escaped(id))
  }

  /// A web address in angle brackets or without them.
  private static func address(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix(2000), as: UTF8.self)
    let start = text.firstIndex(of: "<").map { text.index(after: $0) } ?? text.startIndex
    let address = text[start...].prefix { $0 != ">" }.filter { !$0.isWhitespace }
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    return address
  }

  /// Hosts whose archives give each message an address with its Message-ID.
  private static func isPublicInbox(_ address: String) -> Bool {
    let host = PageAddress(address)?.host ?? ""
    return ["lore.", "inbox.", "public-inbox."].contains(where: host.hasPrefix)
      || host.hasSuffix("public-inbox.org") || host.hasSuffix("yhbt.net")
  }

  private static func escaped(header: [UInt8]) -> String {
    escaped(Strings.trimmed(String(decoding: header.prefix(100), as: UTF8.self)))
  }

  /// A Message-ID inside a path: all but unreserved characters and `@` escaped.
  static func escaped(_ id: String) -> String {
    var out = ""
    for byte in id.utf8 {
      if ASCII.isAlphanumeric(byte) || Array("-._~@".utf8).contains(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return out
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
