// Words to the places in everything stored where they stand.

package import Model
import Store

/// A place where something was found.
package struct SearchHit: Equatable, Sendable {
  /// What it is.
  package enum Kind: String, Sendable { case post, article, episode, cue }

  /// What it is.
  package let kind: Kind
  /// The id of the post, article, episode or cue.
  package let id: String
  /// The title of the thread, article or episode.
  package let title: String
  /// Where to read or hear it; for a cue its very second.
  package let url: String?
  /// Who wrote or said it; `nil` when not known.
  package let author: String?
  /// When it was published; `nil` when not known.
  package let date: Timestamp?
  /// The name of the site, blog or show.
  package let site: String
  /// Seconds into the episode; `nil` outside episodes.
  package let start: Double?
  /// The words around what was found, in one line.
  package let snippet: String
}

/// Finds words in everything stored.
package struct SearchStage {
  /// What was found, best first, and what else there is to say.
  package struct Result: Sendable {
    /// The places, best first, newer first among equals.
    package var hits: [SearchHit] = []
    /// How many places there are in all, as far as they were counted.
    package var found = 0
    /// Whether there are more than were counted.
    package var isMore = false
    /// Why nothing was found, where that can be told; else `nil`.
    package var hint: String?
  }

  private let context: RunContext
  private let archive: Archive

  /// Looks for what a person has typed.
  ///
  /// - Parameters:
  ///   - operands: Words, `"phrases"`, `beginn*`, `-without`, and filters: `source:`, `author:`,
  ///     `after:` and `before:`.
  ///   - limit: The most places.
  package static func run(_ operands: [String], limit: Int, _ context: RunContext) throws -> Result
  {
    let query = try SearchQuery(operands)
    let archive = try context.storedArchive()
    // What another run is storing just now is found when that run is done.
    if try archive.isSearchIndexBehind(),
      let lock = try? RunLock(database: context.settings.database)
    {
      defer { withExtendedLifetime(lock) {} }
      // Where nothing can be written, what was indexed is found.
      try? context.archive().updateSearchIndex()
    }
    return try SearchStage(context: context, archive: archive).run(query, limit: limit)
  }

  private func run(_ query: SearchQuery, limit: Int) throws -> Result {
    let expression = SearchExpression(archive, language: context.settings.language)
    guard var search = try expression.search(for: query) else {
      throw RunFailure.usage([
        "'\(query.wanted.map(\.text).joined(separator: " "))' has no letter or digit to look for"
      ])
    }
    search.from = query.after.map(CivilTime.beginning)
    search.until = query.before.map(CivilTime.beginning)
    if !query.sources.isEmpty {
      let sites = try archive.sites()
      search.sources = Self.named(
        query.sources,
        sites.map { ([$0.address, $0.site, $0.title ?? ""], [$0.address, $0.site]) })
      if search.sources == [] {
        let names = sites.flatMap { [$0.site, $0.title ?? $0.site] }
        return Result(
          hint: "no source is called '\(query.sources[0])'\(hint(query.sources, names))")
      }
    }
    if !query.people.isEmpty {
      let people = try archive.people()
      search.people = Self.named(query.people, people.map { ([$0.name, $0.key], [$0.name]) })
      if search.people == [] {
        let names = people.map(\.name)
        return Result(hint: "nobody is called '\(query.people[0])'\(hint(query.people, names))")
      }
    }
    var result = try hits(search, limit: limit)
    if result.hits.isEmpty {
      var near: String?
      for term in query.wanted where near == nil { near = try expression.nearest(to: term) }
      result.hint =
        Self.meant(query) ?? near.map { "nothing found; did you mean '\($0)'?" }
    }
    return result
  }

  /// What is known by names that hold one of those typed; case does not count.
  private static func named(
    _ typed: [String], _ known: [(names: [String], values: [String])]
  ) -> [String] {
    let typed = typed.map { $0.lowercased() }
    return known.filter { entry in
      entry.names.contains { name in
        let name = name.lowercased()
        return typed.contains { name.contains($0) }
      }
    }.flatMap(\.values)
  }

  /// What was meant, of names and the words in them.
  private func hint(_ typed: [String], _ names: [String]) -> String {
    let words = names.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    return Nearest.hint(typed[0], Set(names + words).sorted())
  }

  /// Passages that are counted at most: each is read for that.
  private static let mostCounted = 500

  private func hits(_ search: PassageSearch, limit: Int) throws -> Result {
    var result = Result()
    var seen: Set<String> = []
    let most = max(limit * 4, Self.mostCounted)
    let keys = try archive.passages(search, limit: most)
    // Stretches of a transcript overlap: some are found twice.
    for key in keys {
      guard let passage = try archive.passage(key, of: search),
        let hit = hit(passage, people: search.people), seen.insert(hit.id).inserted
      else { continue }
      if result.hits.count < limit { result.hits.append(hit) }
    }
    (result.found, result.isMore) = (seen.count, keys.count == most)
    return result
  }

  private func hit(_ passage: Passage, people: [String]?) -> SearchHit? {
    guard case .stretch(var episode, let first, let cues) = passage.kind else {
      let kind: SearchHit.Kind =
        switch passage.kind {
        case .post: .post
        case .article: .article
        case .episode, .stretch: .episode
        }
      return Snippet(passage.marked).map {
        SearchHit(
          kind: kind, id: passage.id, title: passage.title, url: passage.url,
          author: passage.author, date: passage.date, site: passage.site, start: nil,
          snippet: $0.text)
      }
    }
    // A fetch that is going on may just have replaced them.
    guard !cues.isEmpty else { return nil }
    var ends: [Int] = []
    for cue in cues { ends.append((ends.last ?? 0) + cue.text.utf8.count + 1) }
    func index(at place: Int) -> Int { ends.firstIndex { place < $0 } ?? cues.count - 1 }
    let snippet = Snippet(passage.marked) { place in
      guard let people else { return true }
      return cues[index(at: place)].speaker.map(people.contains) ?? false
    }
    guard let snippet else { return nil }
    let found = index(at: snippet.place)
    let cue = cues[found]
    episode.momentPattern =
      context.settings.sources.first { $0.address == episode.source }?.momentPattern
    return SearchHit(
      kind: .cue, id: episode.cueID(first + found), title: episode.title,
      url: cue.start.flatMap { MomentLink.address(of: $0, in: episode) } ?? passage.url,
      author: cue.speaker, date: episode.date, site: episode.show, start: cue.start,
      snippet: snippet.text)
  }

  /// A filter whose name was mistyped.
  private static func meant(_ query: SearchQuery) -> String? {
    let names = SearchQuery.Filter.allCases.map(\.rawValue)
    for term in query.wanted where !term.isPhrase {
      guard let colon = term.text.firstIndex(of: ":"),
        let name = Nearest.name(to: String(term.text[..<colon]), in: names)
      else { continue }
      return "nothing found; did you mean '\(name)\(term.text[colon...])'?"
    }
    return nil
  }
}
