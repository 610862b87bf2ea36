// What was wrong with a document, and at which lines.

import Glibc
import Model

/// Kinds of damage that reading XML mends.
enum XMLDamageKind: Int, CaseIterable {
  case leading, trailing, control, windows1252, ampersand, lessThan, quote, section, comment, tag,
    attributes, reference, number, doubleEncoded, entity, missingEnd, strayEnd, depth, truncated

  var message: String {
    switch self {
    case .leading: "text before the first element was left out"
    case .trailing: "text after the last element was left out"
    case .control: "control characters were left out"
    case .windows1252: "C1 control characters read as windows-1252"
    case .ampersand: "bare '&' read as text"
    case .lessThan: "bare '<' read as text"
    case .quote: "an attribute's value lacks its quotes"
    case .section: "a CDATA section without its end was ended"
    case .comment: "a comment without its end was ended"
    case .tag: "a tag without its end was ended"
    case .attributes: "an element has more than 64 attributes; the rest was left out"
    case .reference: "an unknown character reference was kept as text"
    case .number: "an impossible character number is shown as U+FFFD"
    case .doubleEncoded: "character references spell the bytes of UTF-8; read as such"
    case .entity: "an entity that the document declares was not expanded"
    case .missingEnd: "an element without its end tag was ended"
    case .strayEnd: "an end tag without its element was left out"
    case .depth: "elements nested deeper than 200 were taken out of their tags"
    case .truncated: "the document stops in the middle"
    }
  }
}

/// Damage as it is met.
struct XMLDamage {
  /// So many of one kind are told one by one; the others are counted.
  private static let shownOfAKind = 20

  private var found: [(kind: XMLDamageKind, told: Diagnostic)] = []
  private var counts = [Int](repeating: 0, count: XMLDamageKind.allCases.count)

  /// Notes one; the line is asked for only where it is shown.
  mutating func note(_ kind: XMLDamageKind, line: () -> Int) {
    counts[kind.rawValue] += 1
    guard counts[kind.rawValue] <= Self.shownOfAKind else { return }
    found.append((kind, Diagnostic(line: line(), kind.message)))
  }

  /// What has been met here, and then in a later part of the document.
  func followed(by later: XMLDamage) -> XMLDamage {
    var result = XMLDamage()
    for (kind, told) in found + later.found {
      let before = result.counts[kind.rawValue]
      result.counts[kind.rawValue] += 1
      if before < Self.shownOfAKind { result.found.append((kind, told)) }
    }
    for kind in counts.indices { result.counts[kind] = counts[kind] + later.counts[kind] }
    return result
  }

  /// What has been met since an earlier state of the same.
  func without(_ earlier: XMLDamage) -> XMLDamage {
    var result = self
    result.found.removeFirst(earlier.found.count)
    for kind in counts.indices { result.counts[kind] = counts[kind] - earlier.counts[kind] }
    return result
  }

  /// All, in document order, then how many more there are.
  var diagnostics: [Diagnostic] {
    found.map(\.told)
      + XMLDamageKind.allCases.compactMap { kind in
        let more = counts[kind.rawValue] - Self.shownOfAKind
        return more > 0 ? Diagnostic("\(kind.message) (\(more) more times)") : nil
      }
  }
}

/// The lines of a document, counted as far as somebody asks.
struct LineCounter {
  private var line = 1
  private var counted = 0

  /// The line, from 1, of an index that is not before the last one asked for.
  mutating func line(at index: Int, in bytes: Span<UInt8>) -> Int {
    let end = min(index, bytes.count)
    guard counted < end else { return line }
    bytes.extracting(counted..<end).withUnsafeBytes { buffer in
      guard var from = buffer.baseAddress else { return }
      let stop = from + buffer.count
      while from < stop, let found = memchr(from, 0x0A, stop - from) {
        line += 1
        from = UnsafeRawPointer(found) + 1
      }
    }
    counted = end
    return line
  }
}
