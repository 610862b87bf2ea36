// The names of a document's elements and attributes, resolved as elements open and close.

import Text

/// A name as written, in lower case: feeds write `pubdate` and `TITLE` too.
struct XMLRawName: Equatable {
  private let packed: UInt128
  private let count: Int

  /// Packs a name: up to 16 bytes as they are, a longer one by its hash (FNV-1a, 128 bits).
  init(_ s: Span<UInt8>, _ range: Range<Int>) {
    count = range.count
    if range.count <= 8 {
      var packed: UInt64 = 0
      for index in range { packed = packed << 8 | UInt64(Self.lower(s[index])) }
      self.packed = UInt128(packed)
    } else if range.count <= 16 {
      var packed: UInt128 = 0
      for index in range { packed = packed << 8 | UInt128(Self.lower(s[index])) }
      self.packed = packed
    } else {
      var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
      for index in range {
        hash = (hash ^ UInt128(Self.lower(s[index]))) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
      }
      self.packed = hash
    }
  }

  /// `ASCII.lower`, which is not inlined across modules: a tenth of reading a tag.
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

/// Resolves names against the namespaces that are declared.
struct XMLNames {
  /// A resolved name of an element.
  typealias Resolved = (name: XMLName, qualified: String)

  private struct Scope {
    var prefixes: [String: String]
    var standard: String
    /// What has been resolved under these declarations; few names make up a document.
    var known: [(raw: XMLRawName, resolved: Resolved)] = []
  }

  private static let mostKnown = 64

  private var scopes = [Scope(prefixes: ["xml": "xml"], standard: "")]
  private var knownAttributes: [(raw: XMLRawName, name: String)] = []

  /// Opens an element's scope.
  ///
  /// - Parameter declarations: Prefix (empty: the default namespace) and address.
  mutating func open(_ declarations: [(prefix: String, uri: String)], isRoot: Bool) {
    guard let outer = scopes.last else { return }
    var scope = Scope(prefixes: outer.prefixes, standard: outer.standard)
    for (prefix, uri) in declarations {
      let known = XMLNamespace.prefix(of: uri)
      if prefix.isEmpty {
        // A namespace that nobody knows is taken for the form's own on the root only.
        scope.standard = known ?? (uri.isEmpty || isRoot ? "" : "unknown")
      } else {
        let prefix = prefix.lowercased()
        scope.prefixes[prefix] =
          known ?? XMLNamespace.prefix(prefix, loosely: uri) ?? "unknown-\(prefix)"
      }
    }
    scopes.append(scope)
  }

  /// Closes the innermost scope.
  mutating func close() { scopes.removeLast() }

  /// Takes bare names for Atom's from here on: a `feed` that forgot its namespace.
  mutating func assumeAtom() {
    scopes[scopes.count - 1].standard = "atom"
    scopes[scopes.count - 1].known = []
  }

  /// The name of an element.
  mutating func element(_ raw: XMLRawName, _ s: Span<UInt8>, _ range: Range<Int>) -> Resolved {
    let last = scopes.count - 1
    if let place = scopes[last].known.firstIndex(where: { $0.raw == raw }) {
      return scopes[last].known[place].resolved
    }
    let text = String(decoding: Array(s, range), as: UTF8.self)
    let qualified = qualified(text, standard: scopes[last].standard)
    let name = XMLName(rawValue: qualified) ?? .other
    let resolved = (name: name, qualified: name == .other ? qualified : "")
    if scopes[last].known.count < Self.mostKnown { scopes[last].known.append((raw, resolved)) }
    return resolved
  }

  /// The qualified name of an attribute: one without prefix is in no namespace.
  mutating func attribute(_ s: Span<UInt8>, _ range: Range<Int>) -> String {
    let raw = XMLRawName(s, range)
    if let place = knownAttributes.firstIndex(where: { $0.raw == raw }) {
      return knownAttributes[place].name
    }
    let text = String(decoding: Array(s, range), as: UTF8.self)
    let name = qualified(text, standard: "")
    if knownAttributes.count < Self.mostKnown, !text.utf8.contains(UInt8(ascii: ":")) {
      knownAttributes.append((raw, name))
    }
    return name
  }

  private func qualified(_ raw: String, standard: String) -> String {
    let lower = raw.lowercased()
    guard let colon = lower.firstIndex(of: ":") else {
      return standard.isEmpty ? lower : "\(standard):\(lower)"
    }
    let declared = String(lower[..<colon])
    let local = lower[lower.index(after: colon)...]
    // A prefix that was not declared means what it usually means.
    guard let prefix = scopes.last?.prefixes[declared] else { return lower }
    return prefix.isEmpty ? String(local) : "\(prefix):\(local)"
  }
}
