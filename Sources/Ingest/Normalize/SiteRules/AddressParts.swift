// What site rules read out of addresses and titles.

import Text

extension PageAddress {
  /// The host without `www.`: a site that answers under both names is one site.
  var site: String { Self.site(ofHost: host) }

  /// The same for a host alone.
  static func site(ofHost host: String) -> String {
    host.utf8.starts(with: "www.".utf8) ? String(host.dropFirst(4)) : host
  }

  /// The value of a query parameter; `nil` when it is missing.
  func parameter(_ name: String) -> String? {
    for field in query.utf8.split(separator: UInt8(ascii: "&")) {
      guard let mark = field.firstIndex(of: UInt8(ascii: "=")),
        field[..<mark].elementsEqual(name.utf8)
      else { continue }
      return String(Substring(field[field.index(after: mark)...]))
    }
    return nil
  }

  /// Whether a text stands in the path.
  func pathContains(_ part: String) -> Bool { Strings.contains(path, part) }
}

extension StringProtocol {
  /// The positive number that all of the text is, in decimal digits; `nil` for anything else.
  var decimal: Int? {
    guard !isEmpty, utf8.count <= 18, utf8.allSatisfy(ASCII.isDigit) else { return nil }
    return Int(self).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether it is an id of ASCII letters and digits.
  var isPlainID: Bool { !isEmpty && utf8.allSatisfy(ASCII.isAlphanumeric) }

  /// The first place where a text stands.
  func firstRange(of text: String) -> Range<Index>? {
    guard let first = text.first else { return nil }
    var from = startIndex
    while let at = self[from...].firstIndex(of: first) {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      from = index(after: at)
    }
    return nil
  }
}
