// What was repaired or left out in an archive, counted by kind.

import Model

/// What was repaired or left out in an archive, counted by kind: an old archive has thousands of
/// messages with the same fault.
struct MailTroubles {
  /// A kind of fault.
  enum Kind: Int, CaseIterable {
    case noHeader, noDate, noAuthor, noID, duplicate, sameID, brokenBase64, unknownCharset,
      badCharacters, tooDeep, tooMany, tooLong
  }

  private var counts = [Int](repeating: 0, count: Kind.allCases.count)
  private var lines = [Int](repeating: 0, count: Kind.allCases.count)
  /// The line on which the message at hand begins.
  var line = 1

  /// Counts a fault in the message at hand.
  mutating func note(_ kind: Kind) {
    if counts[kind.rawValue] == 0 { lines[kind.rawValue] = line }
    counts[kind.rawValue] += 1
  }

  /// One diagnostic for each kind, at the first message that has it.
  var diagnostics: [Diagnostic] {
    Kind.allCases.compactMap { kind in
      let count = counts[kind.rawValue]
      guard count > 0 else { return nil }
      return Diagnostic(line: lines[kind.rawValue], Self.message(kind, count))
    }
  }

  private static func message(_ kind: Kind, _ count: Int) -> String {
    func some(_ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return switch kind {
    case .noHeader: "\(some("message")) without any header left out"
    case .noDate: "\(some("message")) without a date that can be believed"
    case .noAuthor: "\(some("message")) without an author"
    case .noID: "\(some("message")) without a Message-ID; one was made from the content"
    case .duplicate: "\(some("copy").replacingCopies) of messages left out"
    case .sameID: "\(some("message")) with the Message-ID of another; kept under one of their own"
    case .brokenBase64: "\(some("part")) in broken base64; read as far as possible"
    case .unknownCharset:
      "\(some("part")) in a charset that is not known; read as windows-1252"
    case .badCharacters: "\(some("part")) with bytes that are not in their charset"
    case .tooDeep: "\(some("part")) nested deeper than \(MIMEMessage.deepest) left out"
    case .tooMany:
      "\(some("message")) with more than \(MIMEMessage.mostParts) parts; the rest left out"
    case .tooLong:
      "\(some("part")) longer than \(MIMEMessage.longestText >> 20) MB; the rest left out"
    }
  }
}

extension String {
  /// The plural that ends in -ies.
  fileprivate var replacingCopies: String { hasSuffix("copys") ? dropLast(2) + "ies" : self }
}
