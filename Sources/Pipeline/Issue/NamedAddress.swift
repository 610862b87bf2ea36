// Which of several things an address means that a person has copied.

/// An address that a person has copied: scheme and a last slash do not count, and a fragment only tells
/// apart what is on one page.
struct NamedAddress {
  private let place: Substring
  private let page: Substring

  init(_ address: String) {
    var bare = Substring(address)
    for scheme in ["https://", "http://"] where bare.hasPrefix(scheme) {
      bare = bare.dropFirst(scheme.count)
    }
    func settled(_ text: Substring) -> Substring {
      var text = text
      while text.last == "/" { text.removeLast() }
      return text
    }
    page = settled(bare.prefix { $0 != "#" })
    place = settled(bare)
  }

  /// Whether it is the page of an address, or a place of it.
  func isPage(of address: String?) -> Bool {
    address.map { NamedAddress($0).page == page } ?? false
  }

  /// The first of some things that has the very address, or else one on the same page.
  func first<Thing>(of things: [Thing], _ addresses: (Thing) -> [String?]) -> Int? {
    exact(of: things, addresses)
      ?? first(\.page, of: things, addresses)
  }

  /// The first of some things that has the very address.
  func exact<Thing>(of things: [Thing], _ addresses: (Thing) -> [String?]) -> Int? {
    first(\.place, of: things, addresses)
  }

  private func first<Thing>(
    _ part: KeyPath<NamedAddress, Substring>, of things: [Thing], _ addresses: (Thing) -> [String?]
  ) -> Int? {
    things.firstIndex { thing in
      addresses(thing).contains {
        $0.map { NamedAddress($0)[keyPath: part] } == self[keyPath: part]
      }
    }
  }
}
