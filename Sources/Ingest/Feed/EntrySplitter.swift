// A damaged feed cut at its entries' tags, without a parser.

/// A damaged feed cut at its entries' tags.
struct EntrySplitter {
  /// One entry's bytes, and the end tag that it lacks.
  struct Piece {
    let range: Range<Int>
    /// Its first line.
    let line: Int
    let missingEnd: [UInt8]
  }

  /// The index at which the first entry begins; the end of the document when there is none.
  private(set) var headEnd: Int
  /// The root's start tag, which declares the prefixes.
  private(set) var rootTag: [UInt8] = []
  /// The root's end tag.
  private(set) var rootEnd: [UInt8] = []
  private(set) var entries: [Piece] = []
  /// The line of `counted`, the index up to which lines have been counted.
  private var line = 1
  private var counted = 0

  private static let longestRoot = 4096
  private static let longestName = 64

  /// Cuts mended XML at `<item` and `<entry`; CDATA sections are passed over.
  static func split(_ bytes: [UInt8]) -> EntrySplitter { EntrySplitter(bytes) }

  private init(_ bytes: [UInt8]) {
    headEnd = bytes.count
    findRoot(bytes)
    var start: Int?
    var name: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if bytes[at...].starts(with: "<![CDATA[".utf8) {
        at = Self.end(of: Array("]]>".utf8), in: bytes, from: at)
        continue
      }
      if let opened = Self.tag(bytes, at, closing: false) {
        if let start {
          add(start..<at, Self.endTag(name), bytes)
        } else if entries.isEmpty {
          headEnd = at
        }
        start = at
        name = opened
      } else if let from = start, let closed = Self.tag(bytes, at, closing: true), closed == name {
        let end = Self.end(of: [UInt8(ascii: ">")], in: bytes, from: at)
        add(from..<end, [], bytes)
        start = nil
        at = end
        continue
      }
      at += 1
    }
    if let start {
      add(start..<bytes.count, Self.endTag(name), bytes)
    }
  }

  private mutating func add(_ range: Range<Int>, _ missingEnd: [UInt8], _ bytes: [UInt8]) {
    line += bytes[counted..<range.lowerBound].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    counted = range.lowerBound
    entries.append(Piece(range: range, line: line, missingEnd: missingEnd))
  }

  private mutating func findRoot(_ bytes: [UInt8]) {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "<")) else { return }
    let end = Self.end(of: [UInt8(ascii: ">")], in: bytes, from: open)
    // The root's tag stands before every entry again: a monstrous one is left out.
    guard end - open <= Self.longestRoot else {
      (rootTag, rootEnd) = (Array("<rss>".utf8), Array("</rss>".utf8))
      return
    }
    rootTag = Array(bytes[open..<end])
    let name = rootTag.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    rootEnd = Self.endTag(Array(name))
  }

  private static func endTag(_ name: [UInt8]) -> [UInt8] {
    Array("</".utf8) + name + [UInt8(ascii: ">")]
  }

  /// The full name of an entry's tag at an index (`item`, `entry`, `atom:entry`); `nil` for any
  /// other.
  private static func tag(_ bytes: [UInt8], _ at: Int, closing: Bool) -> [UInt8]? {
    var from = at + 1
    if closing {
      guard from < bytes.count, bytes[from] == UInt8(ascii: "/") else { return nil }
      from += 1
    }
    let name = bytes[from...].prefix(longestName).prefix { byte in
      byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
        && byte != UInt8(ascii: "<")
    }
    let local = name.split(separator: UInt8(ascii: ":")).last ?? []
    let isEntry = local.elementsEqual("item".utf8) || local.elementsEqual("entry".utf8)
    return isEntry ? Array(name) : nil
  }

  private static func end(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at + wanted.count <= bytes.count {
      if bytes[at] == wanted[0], bytes[at...].starts(with: wanted) { return at + wanted.count }
      at += 1
    }
    return bytes.count
  }
}
