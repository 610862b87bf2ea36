// What one issue gives to the site's search, as a script file.

/// Something of an issue that the site's search can find.
package struct SearchEntry: Equatable, Sendable {
  /// What an entry is, or belongs to; the raw value is shown to the reader.
  package enum Kind: String, CaseIterable, Sendable {
    /// A forum's thread.
    case thread
    /// A blog's article.
    case article
    /// A podcast's episode.
    case episode
    /// A chapter of an episode.
    case chapter
    /// A topic, which has a page of its own.
    case topic
    /// The issue itself: what belongs to none of the others.
    case issue
  }

  /// What it is, or what its quote belongs to.
  package let kind: Kind
  /// The heading, or the title of what the quote belongs to.
  package let title: String
  /// The quote; empty for a heading or a topic's label.
  package let text: String
  /// Who said or wrote it; `nil` where that is not known or makes no sense.
  package let author: String?
  /// The id in the issue's page; for a topic the slug of its page.
  package let anchor: String

  /// Creates an entry.
  package init(
    kind: Kind, title: String, text: String = "", author: String? = nil, anchor: String
  ) {
    (self.kind, self.title, self.text) = (kind, title, text)
    (self.author, self.anchor) = (author, anchor)
  }
}

/// One issue's part of the search: a script, since a page that was opened from the disk may not fetch.
package enum SearchShard {
  /// The script `search/SLUG.js`: one call of `hallway`, which `search.js` defines, with one array.
  ///
  /// It has one group for each heading, with the quotes of its kind and title, in the order of their
  /// first entries: `[kind, title, anchor, author, [[anchor, text, author], …]]`. The anchor is empty
  /// where there is no heading, a missing author is empty for a heading and left out for a quote.
  /// Where two headings have one title, a quote belongs to the one that came last. A quote that is
  /// printed twice, such as the quote of the week, stands once, where it came first.
  package static func build(_ entries: [SearchEntry]) -> String {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    var quoted: Set<[String]> = []
    for entry in entries {
      let author = entry.author ?? ""
      if !entry.text.isEmpty, !quoted.insert([entry.text, author]).inserted { continue }
      let name = "\(entry.kind.rawValue) \(entry.title)"
      var place = places[name] ?? groups.count
      if entry.text.isEmpty, place < groups.count,
        !["", entry.anchor].contains(groups[place].anchor)
      {
        // Another thread of the same title.
        place = groups.count
      }
      if place == groups.count { groups.append(Group(kind: entry.kind, title: entry.title)) }
      places[name] = place
      if entry.text.isEmpty {
        (groups[place].anchor, groups[place].author) = (entry.anchor, author)
      } else {
        groups[place].quotes.append([entry.anchor, entry.text] + (author.isEmpty ? [] : [author]))
      }
    }
    return "hallway([" + groups.map(\.json).joined(separator: ",\n") + "]);\n"
  }

  private struct Group {
    let kind: SearchEntry.Kind
    let title: String
    var anchor = ""
    var author = ""
    var quotes: [[String]] = []

    var json: String {
      // What a page does not print is not searched either.
      func literals(_ texts: [String]) -> String {
        texts.map { SearchShard.literal(HTMLEscaping.disarmed($0)) }.joined(separator: ",")
      }
      let tail = quotes.map { "[\(literals($0))]" }.joined(separator: ",")
      return "[\(literals([kind.rawValue, title, anchor, author])),[\(tail)]]"
    }
  }

  /// A text as JSON that is also JavaScript and harmless inside a page.
  ///
  /// Besides what JSON asks for (RFC 8259 §7), `<` is escaped, so that neither `</script` nor `<!--`
  /// can stand there, and the two line ends that JavaScript did not allow in a string before 2019.
  static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "<": out += "\\u003c"
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
