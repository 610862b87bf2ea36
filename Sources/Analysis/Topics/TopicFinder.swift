// The door to Analysis: which subjects the documents of a window share.
//
// Everything else in this folder is implementation, but for the single methods that `hallway
// analyze` shows. Pure: no clock, no files, no network. May import Model and Text.

package import Model

/// A subject that documents share.
package struct FoundTopic: Equatable, Sendable {
  /// Its name in addresses.
  package var slug: String
  /// Its name for readers.
  package var label: String
  /// The terms that hold it together, best first.
  package var terms: [String]
  /// Proposals that its members name, best first, as `PEP 751`.
  package var refs: [String]
  /// Its members, as indices into the documents, strongest first.
  package var members: [Int]
  /// The known topic that it is; `nil` for one that was found.
  package var known: KnownTopic?
}

/// Finds the subjects that documents share.
package struct TopicFinder {
  let documents: [Document]
  let known: [KnownTopic]
  let registries: [Registry]
  let vocabulary: Vocabulary
  private let terms: TermLists
  /// Term weights over all documents.
  package private(set) var weights: TFIDF

  /// Prepares documents: their terms and weights.
  package init(
    _ documents: [Document], known: [KnownTopic], registries: [Registry], vocabulary: Vocabulary
  ) async {
    (self.documents, self.known, self.registries) = (documents, known, registries)
    self.vocabulary = vocabulary
    // A title counts twice.
    let texts = documents.map { "\($0.title)\n\($0.title)\n\($0.text)" }
    terms = await CorpusReader.read(
      texts, languages: documents.map { $0.language ?? vocabulary.language },
      vocabulary: vocabulary, width: Cores.count)
    weights = await TFIDF(terms, terms: vocabulary.count, width: Cores.count)
  }

  /// The terms of all documents, by id, as stems.
  package var termNames: [String] { (0..<Int32(vocabulary.count)).map(vocabulary.name) }

  /// Weighs terms by a larger corpus besides: a few documents do not tell common words from rare.
  ///
  /// - Parameter background: By the ids of `termNames`.
  package mutating func weigh(over background: TFIDF.Background) {
    weights = weights.over(background)
  }

  /// The key phrases of a document, best first.
  package func phrases(of index: Int, limit: Int) -> [Keyphrases.Phrase] {
    // A chapter has no title of its own yet; an episode's would stand in all of its chapters.
    // What is said once in minutes of talk is not its subject.
    let isTalk = documents[index].kind == .chapter
    return Keyphrases.phrases(
      title: isTalk ? "" : documents[index].title, text: documents[index].text, weights: weights,
      vocabulary: vocabulary, limit: limit, atLeast: isTalk ? 3 : 1,
      style: isTalk ? .talk : .text, language: documents[index].language)
  }

  /// The phrases that a chapter is titled by: the name of a known topic that it is about, then its own.
  ///
  /// - Parameter topics: As found here, strongest member first.
  package func titlePhrases(of index: Int, in topics: [FoundTopic]) -> [Keyphrases.Phrase] {
    let own = phrases(of: index, limit: 8)
    // The topic of which it is the foremost member.
    let known = topics.enumerated().compactMap { order, topic -> (Int, Int, FoundTopic)? in
      guard topic.known != nil, let place = topic.members.firstIndex(of: index) else { return nil }
      return (place, order, topic)
    }.min { ($0.0, $0.1) < ($1.0, $1.1) }
    guard let label = known?.2.terms.first else { return own }
    return [
      Keyphrases.Phrase(
        text: label, terms: vocabulary.terms(in: label), count: 1, inTitle: false,
        weight: own.first?.weight ?? 0)
    ] + own
  }

  /// The phrases that a cluster is named by: all candidates, since one that is a part of a better
  /// one may be what members share.
  private func labelPhrases(of index: Int) -> [Keyphrases.Phrase] {
    Array(
      Keyphrases.candidates(
        title: documents[index].kind == .chapter ? "" : documents[index].title,
        text: documents[index].text, weights: weights, vocabulary: vocabulary,
        language: documents[index].language
      ).prefix(150))
  }

  /// The topics: known ones first, then proposals that stand by themselves, then clusters.
  ///
  /// A document may be in several; a topic has members from at least two parents, unless it is a
  /// known one that is watched.
  package func topics() -> [FoundTopic] {
    let found = knownTopics(known) + knownTopics(proposals)
    let named = found.map { Set($0.members) }
    var topics = found.filter { $0.known?.mute != true }
    for cluster in clusters() {
      let members = Set(cluster.members)
      // A cluster that says no more than a known topic is not shown again.
      if named.contains(where: { $0.isSuperset(of: members) }) { continue }
      topics.append(cluster)
    }
    return Self.withUniqueSlugs(topics)
  }

  /// Every document's cluster, and each cluster's name: all documents are placed, however near
  /// they are.
  package func partition() -> (clusters: [Int], labels: [ClusterLabels.Label]) {
    let clusters = Clustering.clusters(of: Self.graph(terms, weights: weights) { _, _ in true })
    let count = (clusters.max() ?? -1) + 1
    let naming = ClusterLabels(documents.indices.map(labelPhrases))
    let labels = (0..<count).map { cluster in
      naming.label(clusters.indices.filter { clusters[$0] == cluster })
    }
    return (clusters, labels)
  }

  func parents(_ members: [Int]) -> Int { Set(members.map { documents[$0].parent }).count }

  /// Topics for the proposals that stand by themselves.
  var proposals: [KnownTopic] {
    ProposalTopics.topics(
      in: documents.map { $0.title + "\n" + $0.text }, registries: registries,
      except: Set(known.flatMap(\.refs)))
  }

  /// What a document has to do with each known topic that it names, by slug.
  func bearings(of index: Int, _ finder: KnownTopics) -> [String: TopicBearing] {
    let document = documents[index]
    let inTitle = document.kind == .chapter ? [:] : finder.mentions(in: document.title)
    let mentions = finder.mentions(in: document.text)
    let words = Sentences.wordCount(document.text)
    var bearings: [String: TopicBearing] = [:]
    for slug in Set(mentions.keys).union(inTitle.keys) {
      bearings[slug] = TopicBearing(
        kind: document.kind, words: words, mentions: mentions[slug], inTitle: inTitle[slug])
    }
    return bearings
  }

  private func knownTopics(_ known: [KnownTopic]) -> [FoundTopic] {
    let finder = KnownTopics(known, registries: registries, vocabulary: vocabulary)
    var strengths: [String: [(document: Int, strength: Double)]] = [:]
    // Chapters that name a topic without being about it: they are a part of it when they lie
    // beside one that is.
    var touched: [String: [(document: Int, strength: Double)]] = [:]
    for index in documents.indices {
      for (slug, bearing) in bearings(of: index, finder).sorted(by: { $0.key < $1.key }) {
        switch bearing.standing {
        case .member: strengths[slug, default: []].append((index, bearing.strength))
        case .touching: touched[slug, default: []].append((index, bearing.strength))
        case .passing: break
        }
      }
    }
    return known.compactMap { topic in
      guard var found = strengths[topic.slug] else { return nil }
      for beside in touched[topic.slug] ?? [] {
        let isBeside = found.contains { member in
          // What comes after: talk goes on with a topic, it does not begin before it.
          beside.document == member.document + 1
            && documents[member.document].parent == documents[beside.document].parent
        }
        if isBeside { found.append(beside) }
      }
      let members = found.sorted { ($0.strength, $1.document) > ($1.strength, $0.document) }
        .map(\.document)
      guard topic.watch || parents(members) > 1 else { return nil }
      return FoundTopic(
        slug: topic.slug, label: topic.label, terms: Self.terms(of: topic),
        refs: refs(of: members, first: topic.refs), members: members, known: topic)
    }
  }

  /// A known topic's names; a proposal's number for the long label that holds it.
  private static func terms(of topic: KnownTopic) -> [String] {
    let isProposal = topic.refs.first.map { topic.label.hasPrefix("\($0):") } ?? false
    let name = isProposal ? Array(topic.refs) : [topic.label]
    return name + topic.aliases.filter { !name.contains($0) }.prefix(5)
  }

  private func proposal(_ id: String) -> Proposal? {
    for registry in registries {
      guard id.hasPrefix(registry.prefix + " "),
        let number = Int(id.dropFirst(registry.prefix.count + 1))
      else { continue }
      return registry.proposals[number]
    }
    return nil
  }

  /// Proposals that a topic's members name: its own first, then any that two members share.
  private func refs(of members: [Int], first: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for member in members {
      let text = documents[member].title + "\n" + documents[member].text
      for (id, _) in ProposalReferences.find(in: text, registries: registries) {
        counts[id, default: 0] += 1
      }
    }
    let shared = counts.filter { $0.value > 1 && !first.contains($0.key) }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    return first.filter { counts[$0] != nil } + shared
  }

  /// Documents of different parents that are one subject.
  private func clusters() -> [FoundTopic] {
    let search = search()
    return search.groups.compactMap { group in
      guard parents(group) > 1 else { return nil }
      let members = group + search.guests(of: group)
      let label = search.naming.label(members)
      guard !label.label.isEmpty else { return nil }
      return FoundTopic(
        slug: Slug.ofTopic(label.label), label: label.label, terms: label.terms,
        refs: refs(of: members, first: []), members: members, known: nil)
    }
  }

  /// The search for documents that are one subject.
  func search() -> SubjectSearch {
    SubjectSearch(documents, terms, weights, vocabulary, phrases: labelPhrases)
  }

  /// The cosine graph of TF-IDF vectors: terms of one document only, and of more than half of
  /// all, do not count.
  ///
  /// - Parameter mayLink: Whether two documents may be linked at all.
  private static func graph(
    _ terms: TermLists, weights: TFIDF, mayLink: (Int, Int) -> Bool
  ) -> SimilarityGraph {
    let count = terms.count
    let most = count >= 12 ? count / 2 : count
    let matrix = weights.matrix(terms) { term in
      (2...max(most, 2)).contains(weights.documentFrequency[Int(term)])
    }
    // Where all say the same, nothing else is left to compare.
    let whole = weights.matrix(terms) { _ in true }
    let vectors = (0..<count).map { matrix[$0].terms.isEmpty ? whole[$0] : matrix[$0] }
    let graph = SimilarityGraph(vectors, cut: 0.02, nearest: count > 400 ? 100 : nil)
    return SimilarityGraph(filtering: graph, mayLink)
  }

  private static func withUniqueSlugs(_ topics: [FoundTopic]) -> [FoundTopic] {
    var seen: Set<String> = []
    return topics.map { topic in
      var topic = topic
      var number = 2
      let stem = topic.slug
      while !seen.insert(topic.slug).inserted {
        topic.slug = "\(stem)-\(number)"
        number += 1
      }
      return topic
    }
  }
}
