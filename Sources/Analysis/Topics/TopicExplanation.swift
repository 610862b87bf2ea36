// Why documents are a topic: members, near misses, terms, and how it got its name.

import Model

/// Why documents are a topic.
package struct TopicExplanation: Equatable, Sendable {
  /// How a topic was found.
  package enum Origin: Equatable, Sendable {
    /// It stands in the topics file.
    case known
    /// Documents name a proposal by number.
    case proposal
    /// Documents are alike.
    case cluster
  }

  /// A document that is a member, or nearly was one.
  package struct Candidate: Equatable, Sendable {
    /// Its index among the documents.
    package let document: Int
    /// What it is judged by: the worth of the mentions in its text, or its mean likeness (cosine) to
    /// the group.
    package let score: Double
    /// How much of a likeness counts: that to documents of other places, where one of the two says
    /// again what the other's title says; `nil` for a topic that is known by its names.
    package var counted: Double?
    /// What it must reach.
    package let least: Double
    /// What names the topic in its text; empty in a cluster.
    package var mentions: [KnownTopics.Mention] = []
    /// What the mentions in its title add; `nil` for none.
    package var inTitle: Double?
    /// What there is to know besides.
    package var note: Note?
  }

  /// What there is to know of a candidate.
  package enum Note: Sendable {
    /// A chapter that goes on with the topic of the one before.
    case goesOn
    /// It belongs to another group or to none, and is as near as the group's own.
    case guest
    /// It is near enough, but too much of that does not count.
    case saysNoSubject
  }

  /// A term that members share.
  package struct Term: Equatable, Sendable {
    /// Its stem.
    package let name: String
    /// Its share of all likeness between members, from 0 to 1.
    package let share: Double
    /// How many members have it.
    package let members: Int
    /// In how many documents of the corpus it stands.
    package let documents: Int
  }

  /// How it was found.
  package let origin: Origin
  /// Its members, strongest first.
  package let members: [Candidate]
  /// What nearly was a member, nearest first.
  package let near: [Candidate]
  /// What holds a cluster together, most first; empty for a topic that is known by its names.
  package let terms: [Term]
  /// What a cluster might be called, best first; empty for a topic that has a name.
  package let labels: [ClusterLabels.Candidate]
  /// The mean likeness of a cluster's members to each other.
  package let cohesion: Double?
}

extension TopicFinder {
  /// Why documents are a topic that this finder found.
  package func explain(_ topic: FoundTopic) -> TopicExplanation {
    guard let known = topic.known else { return explainCluster(topic) }
    let isOwn = self.known.contains { $0.slug == known.slug }
    let all = isOwn ? self.known : proposals
    let finder = KnownTopics(all, registries: registries, vocabulary: vocabulary)
    var members: [Int: TopicExplanation.Candidate] = [:]
    var near: [TopicExplanation.Candidate] = []
    for index in documents.indices {
      guard let bearing = bearings(of: index, finder)[known.slug] else { continue }
      let isMember = topic.members.contains(index)
      let candidate = TopicExplanation.Candidate(
        document: index, score: bearing.mentions, least: bearing.least,
        mentions: finder.mentions(of: known.slug, in: documents[index].text),
        inTitle: bearing.inTitle,
        note: isMember && bearing.standing == .touching ? .goesOn : nil)
      if isMember { members[index] = candidate } else { near.append(candidate) }
    }
    return TopicExplanation(
      origin: isOwn ? .known : .proposal, members: topic.members.compactMap { members[$0] },
      near: near.sorted {
        ($0.score / $0.least, $1.document) > ($1.score / $1.least, $0.document)
      }, terms: [], labels: [], cohesion: nil)
  }

  /// How many threads, articles and episodes a topic's members come from.
  package func parents(of topic: FoundTopic) -> Int { parents(topic.members) }

  private func explainCluster(_ topic: FoundTopic) -> TopicExplanation {
    let search = search()
    let own = Set(topic.members)
    // Its guests stand in other groups too.
    let group =
      search.groups.first { $0.elementsEqual(topic.members.prefix($0.count)) } ?? topic.members
    let isOfGroup = Set(group)
    func likeness(_ a: Int, _ b: Int) -> Double {
      search.graph.neighbours[a].first { $0.node == b }?.weight ?? 0
    }
    let members = topic.members.map { index -> TopicExplanation.Candidate in
      let others = group.filter { $0 != index }
      let sum = others.reduce(0) { $0 + likeness(index, $1) }
      return TopicExplanation.Candidate(
        document: index, score: sum / Double(max(others.count, 1)),
        counted: sum / Double(max(others.count, 1)), least: search.cut,
        note: isOfGroup.contains(index) ? nil : .guest)
    }
    let linked = search.nearness(to: group, search.graph)
    let near = search.nearness(to: group, search.alike).filter { index, _ in
      !own.contains(index)
        && !topic.members.contains { documents[$0].parent == documents[index].parent }
    }.map { index, score in
      TopicExplanation.Candidate(
        document: index, score: score, counted: linked[index] ?? 0, least: search.cut,
        note: score >= search.cut ? .saysNoSubject : nil)
    }.sorted { ($0.score, $1.document) > ($1.score, $0.document) }
    let pairs = group.enumerated().flatMap { place, a in
      group.dropFirst(place + 1).map { (a, $0, likeness(a, $0)) }
    }
    return TopicExplanation(
      origin: .cluster, members: members, near: near,
      terms: sharedTerms(pairs.filter { $0.2 > 0 }.map { ($0.0, $0.1) }, group, search),
      labels: search.naming.candidates(of: topic.members),
      cohesion: pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.2 } / Double(pairs.count))
  }

  /// The terms by which pairs of documents are alike, most first.
  private func sharedTerms(_ pairs: [(Int, Int)], _ group: [Int], _ search: SubjectSearch)
    -> [TopicExplanation.Term]
  {
    var sums: [Int32: Double] = [:]
    for (a, b) in pairs {
      let (first, second) = (search.vectors[a], search.vectors[b])
      let weights = Dictionary(uniqueKeysWithValues: zip(second.terms, second.weights))
      for (term, weight) in zip(first.terms, first.weights) {
        guard let other = weights[term] else { continue }
        sums[term, default: 0] += Double(weight) * Double(other)
      }
    }
    let ranked = sums.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    let all = ranked.reduce(0) { $0 + $1.value }
    return ranked.map { term, sum in
      TopicExplanation.Term(
        name: vocabulary.name(of: term), share: sum / all,
        members: group.count { search.vectors[$0].terms.contains(term) },
        documents: weights.frequency(of: term))
    }
  }
}
