// Hosts and guests that show notes name.

import Model
import Text

/// Hosts and guests that show notes name: `Guests: Ann Lee, Bo Ek and Cy Oh`.
enum NotePeople {
  private static let heads: [(String, String)] = [
    ("guests", "guest"), ("guest", "guest"), ("hosts", "host"), ("host", "host"),
    ("hosted by", "host"), ("co-hosts", "host"), ("co-host", "host"), ("panelists", "guest"),
    ("panel", "guest"), ("featuring", "guest"), ("our guest", "guest"),
    ("this week's guest", "guest"),
  ]
  /// More names than that are a list of something else.
  private static let most = 12

  /// The people, in order, each once.
  static func find(in notes: [TextBlock]) -> [EpisodePerson] {
    var people: [EpisodePerson] = []
    for block in notes {
      guard let colon = block.text.firstIndex(of: ":") else { continue }
      let head = Strings.folded(block.text[..<colon]).lowercased()
      guard let role = heads.first(where: { $0.0 == head })?.1 else { continue }
      let names = names(in: block.text[block.text.index(after: colon)...])
      for name in names where !people.contains(where: { $0.name == name }) {
        people.append(EpisodePerson(name: name, role: role))
      }
    }
    return people.count <= most ? people : []
  }

  /// Names between commas and `and`, without what stands in brackets or behind a dash.
  private static func names(in text: Substring) -> [String] {
    let joined = text.replacing(" and ", with: ",").replacing(" & ", with: ",")
    return joined.split(separator: ",").compactMap { part in
      let bare = part.prefix { !"(-–—@|".contains($0) }
      let name = Strings.folded(Substring(bare))
      let words = name.split(separator: " ")
      let isName =
        (2...5).contains(words.count)
        && words.allSatisfy { word in
          word.first?.isUppercase == true
            || ["van", "von", "de", "da", "del", "der", "la"].contains(word)
        }
      return isName ? name : nil
    }
  }
}
