// The elements of HTML that change what text is, and how their names are looked up.

/// An element's name, told without a string.
package struct HTMLName: Equatable, Sendable {
  /// Which element it is.
  package let element: HTMLElement
  /// The first 16 bytes of the name in lower case: tells names that are no known element's apart.
  fileprivate let packed: UInt128

  /// Reads a name.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var packed: UInt128 = 0
    for index in range.prefix(16) { packed = packed << 8 | UInt128(ASCII.lower(bytes[index])) }
    self.packed = packed
    element = range.count > 16 ? .unknown : HTMLNameTable.element(packed)
  }

  /// Whether it is a name of at most 16 bytes, which is in lower case: `cite`.
  package func isNamed(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes in
      bytes.reduce(0 as UInt128) { $0 << 8 | UInt128($1) } == packed
    }
  }
}

/// An element of HTML.
package enum HTMLElement: UInt8, Sendable {
  /// No element of HTML, or one with a name of the author's own.
  case unknown
  /// An element that changes nothing about its text.
  case inline
  /// An element that stands apart from what is before and behind it.
  case block
  /// An element whose content no reader sees.
  case hidden
  /// The same, with content that is no markup.
  case script, style
  /// An element without content.
  case void
  case a, aside, blockquote, br, cell, code, div, h1, h2, h3, h4, h5, h6, li, list, pre, sup, table
  /// Elements whose content is text without markup.
  case textarea, title

  /// Whether what it holds is kept apart from what is around it.
  var isBlock: Bool {
    switch self {
    case .block, .aside, .blockquote, .br, .div, .h1, .h2, .h3, .h4, .h5, .h6, .li, .list, .pre,
      .table:
      true
    default: false
    }
  }

  /// Whether it has no end tag.
  var isVoid: Bool { self == .void || self == .br }

  /// Whether only its own end tag ends its content.
  var isRawText: Bool {
    self == .script || self == .style || self == .textarea || self == .title
  }
}

/// A table of names without a hash of strings: an open table over packed names.
private enum HTMLNameTable {
  private static let size = 1024

  static func element(_ packed: UInt128) -> HTMLElement {
    var slot = slot(packed)
    while slots[slot].name != 0 {
      if slots[slot].name == packed { return slots[slot].element }
      slot = (slot + 1) % size
    }
    return .unknown
  }

  private static func slot(_ packed: UInt128) -> Int {
    let low = UInt64(truncatingIfNeeded: packed) ^ UInt64(truncatingIfNeeded: packed >> 64)
    return Int(truncatingIfNeeded: (low &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private static let slots: [(name: UInt128, element: HTMLElement)] = {
    var slots = [(name: UInt128, element: HTMLElement)](repeating: (0, .unknown), count: size)
    for (element, names) in names {
      for name in names.split(separator: " ") {
        let packed = name.utf8.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        var slot = slot(packed)
        while slots[slot].name != 0 { slot = (slot + 1) % size }
        slots[slot] = (packed, element)
      }
    }
    return slots
  }()

  /// Source: WHATWG HTML §4 and §16.2 (obsolete elements).
  private static let names: [(HTMLElement, String)] = [
    (
      .block,
      "address article body caption center dd details dialog dir dl dt fieldset figcaption figure footer form header hgroup hr html legend main nav optgroup option p section summary tbody tfoot thead tr"
    ),
    (
      .inline,
      "abbr acronym applet b bdi bdo big blink cite data datalist del dfn em embed font frame frameset i iframe image ins kbd label map mark marquee menuitem meter nobr noembed noframes noscript object output picture plaintext portal progress q rb rbc rp rt rtc ruby s samp search slot small span strike strong sub svg time tt u var desc circle g path text rect line"
    ),
    (.hidden, "template head select audio video canvas button"),
    (.script, "script"), (.style, "style"),
    (
      .void,
      "area base basefont bgsound col colgroup img input keygen link meta param source track wbr"
    ),
    (.a, "a"), (.aside, "aside"), (.blockquote, "blockquote"), (.br, "br"), (.cell, "td th"),
    (.code, "code"), (.div, "div"), (.h1, "h1"), (.h2, "h2"), (.h3, "h3"), (.h4, "h4"),
    (.h5, "h5"), (.h6, "h6"), (.li, "li"), (.list, "ul ol menu"), (.pre, "pre listing xmp math"),
    (.sup, "sup"), (.table, "table"), (.textarea, "textarea"), (.title, "title"),
  ]
}
