// What else a numbered proposal is called: known topics out of the registry and of the texts.

package import Model
import Text

/// Known topics for the proposals that texts name by number.
///
/// A number is seldom said aloud and not always written, so a proposal is looked for under its other
/// names too: its title in the registry, the names of things in it ("Global Interpreter Lock"), and
/// what people put beside the number ("PEP 703 - Making the GIL Optional (Free-threaded Python)").
package enum ProposalTopics {
  /// One topic for each proposal that a text names, by number of first mention.
  ///
  /// - Parameter claimed: Proposals that belong to other topics already.
  package static func topics(
    in texts: [String], registries: [Registry], except claimed: Set<String>
  )
    -> [KnownTopic]
  {
    var order: [String] = []
    var glosses: [String: [String]] = [:]
    for text in texts {
      let bytes = Array(text.utf8)
      for (id, end) in ProposalReferences.places(in: bytes, registries: registries)
      where !claimed.contains(id) {
        if glosses[id] == nil { order.append(id) }
        glosses[id, default: []] += self.glosses(bytes, after: end)
      }
    }
    let proposals = registries.flatMap(\.proposals.values)
    let byID = Dictionary(proposals.map { ($0.id, $0) }) { first, _ in first }
    return order.compactMap { id in
      guard let proposal = byID[id] else { return nil }
      let aliases = [proposal.title] + names(in: proposal.title) + (glosses[id] ?? [])
      return KnownTopic(
        slug: Slug.make(id), label: "\(id): \(proposal.title)", refs: [id], aliases: aliases)
    }
  }

  /// What stands beside a number behind a dash, a colon or a bracket: at most five words each, and the
  /// abbreviations in them.
  static func glosses(_ bytes: [UInt8], after end: Int) -> [String] {
    let rest = String(decoding: bytes[end...].prefix(120), as: UTF8.self)
    let line = rest.prefix { $0 != "\n" && $0 != ";" }
    let marks = [" - ", " – ", " — ", ": "]
    var parts: [Substring] = []
    let body = marks.first { line.hasPrefix($0) }.map { line.dropFirst($0.count) }
    if let body { parts.append(body.prefix { !"(.,".contains($0) }) }
    let opening =
      body?.firstIndex(of: "(") ?? (line.hasPrefix(" (") ? line.firstIndex(of: "(") : nil)
    if let opening {
      parts += line[line.index(after: opening)...].prefix { $0 != ")" }.split(separator: "/")
    }
    return parts.flatMap { part -> [String] in
      let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard (1...5).contains(words.count) else { return [] }
      return [words.joined(separator: " ")] + words.filter(isAbbreviation).map(String.init)
    }
  }

  /// Runs of two or three capitalised words in a title, and threes out of longer runs ("Global
  /// Interpreter Lock" out of "Global Interpreter Lock Optional"): the things that it names.
  static func names(in title: String) -> [String] {
    title.split(separator: " ").split { $0.first?.isUppercase != true }.flatMap { run in
      let words = Array(run)
      guard words.count > 3 else {
        return words.count > 1 ? [words.joined(separator: " ")] : []
      }
      return (0...(words.count - 3)).map { words[$0..<($0 + 3)].joined(separator: " ") }
    }
  }

  private static func isAbbreviation(_ word: Substring) -> Bool {
    (3...6).contains(word.utf8.count) && word.utf8.allSatisfy(ASCII.isUpper)
  }
}
