// Why documents are a topic, and where its name comes from.

import Analysis
import Model
import Render
import Store

extension Explainer {
  private static let mostNear = 6
  private static let mostTerms = 10
  private static let mostLabels = 8
  private static let mostBeside = 3

  func topic(_ slug: String) throws -> Explanation {
    guard let found = material.topics.first(where: { $0.topic.slug == slug }) else {
      return start(.topic, slug)
    }
    let topic = found.topic
    let why = material.finder.explain(topic)
    var explanation = start(.topic, topic.label)
    explanation.add("slug", topic.slug)
    let place = material.issue.topics.firstIndex { $0.slug == slug }
    if let place {
      explanation.add("place", place + 1, shown: "\(place + 1) of \(material.issue.topics.count)")
    }
    let lead = composition.leads.firstIndex { $0.topic?.slug == slug }
    let isMuted = material.issue.editorial.muted.contains(slug) || place == nil
    explanation.add(
      "stands",
      isMuted
        ? "not in the issue: muted" : lead.map { "lead story \($0 + 1)" } ?? "among the topics")
    explanation.add("found", Self.words(for: why.origin, topic))
    explanation.add("parents", material.finder.parents(of: topic))
    if let cohesion = why.cohesion { explanation.add("cohesion", cohesion) }
    try addNames(found, why, &explanation)
    addScore(topic, &explanation)
    let isCluster = why.origin == .cluster
    explanation.add(
      "members",
      isCluster
        ? "Members, by their mean likeness to the others (cosine)"
        : "Members, by what names the topic in them",
      why.members.map { row($0, of: topic, isCluster) })
    explanation.add(
      "near",
      isCluster
        ? "Near misses"
        : "Near misses: they name it too seldom",
      why.near.prefix(Self.mostNear).map { row($0, of: topic, isCluster) })
    explanation.add(
      "terms", "The terms that hold it together",
      why.terms.prefix(Self.mostTerms).map { term in
        Explanation.Row(
          term.name,
          [
            ("share", .number(term.share)), ("members", .count(term.members)),
            ("documents", .count(term.documents)),
          ])
      })
    explanation.add(
      "labels", "What it might be called",
      why.labels.prefix(Self.mostLabels).map { label in
        let isUsed = topic.label.lowercased().contains(label.text.lowercased())
        return Explanation.Row(
          label.text, [("weight", .number(label.weight)), ("members", .count(label.members))],
          isUsed ? "in the label" : topic.terms.contains(label.text) ? "a term of the topic" : nil)
      })
    addKeys(topic, why.origin, &explanation)
    return explanation
  }

  /// What it is ranked by, and how the topics beside it stand.
  private func addScore(_ topic: FoundTopic, _ explanation: inout Explanation) {
    let scores = Dictionary(material.issue.threads.map { ($0.id, $0.score) }) { first, _ in first }
    func score(_ topic: FoundTopic) -> TopicScore {
      TopicScore(topic, material.documents, threads: material.threads, scores: scores)
    }
    let own = score(topic)
    explanation.add("score", own.total)
    let parts: [(String, Double)] = [
      (
        "what it joins: ln(1 + \(Explanation.hundredths(own.threads.worth)) of \(Words.count(own.threads.count, "thread", "threads")) + \(own.articles) x \(Explanation.hundredths(TopicScore.article)) + \(own.chapters) x \(Explanation.hundredths(TopicScore.chapter)))",
        own.members
      ),
      ("kinds of places beyond the first", own.kinds), ("it stands in the topics file", own.known),
      ("it is watched", own.watched),
    ]
    explanation.add(
      "parts", "What it is ranked by",
      parts.filter { $0.1 != 0 }.map { Explanation.Row($0.0, [("adds", .number($0.1))]) })
    let all = material.issue.topics.compactMap { printed in
      material.topics.first { $0.topic.slug == printed.slug }?.topic
    }
    guard let place = all.firstIndex(where: { $0.slug == topic.slug }) else { return }
    let beside = all.indices.filter { abs($0 - place) <= Self.mostBeside }
    explanation.add(
      "beside", "The topics beside it",
      beside.map { index in
        Explanation.Row(
          "\(index + 1). \(all[index].label)", [("score", .number(score(all[index]).total))],
          index == place ? "this one" : nil)
      })
  }

  private static func words(for origin: TopicExplanation.Origin, _ topic: FoundTopic) -> String {
    switch origin {
    case .known: "by its aliases and proposals in the topics file"
    case .proposal: "by the number \(topic.refs.first ?? ""), which documents name"
    case .cluster: "by documents of different places that are alike (average linkage)"
    }
  }

  /// Where label and slug come from.
  private func addNames(
    _ found: (topic: FoundTopic, recollection: TopicMemory.Recollection?),
    _ why: TopicExplanation, _ explanation: inout Explanation
  ) throws {
    switch why.origin {
    case .known: explanation.add("label", "as the topics file says")
    case .proposal: explanation.add("label", "the proposal's number and title in its registry")
    case .cluster:
      explanation.add(
        "label", "the best phrase of its members, or the best two where both are short")
    }
    guard why.origin == .cluster else {
      return explanation.add("slug_from", why.origin == .known ? "the topics file" : "the number")
    }
    guard let recollection = found.recollection else {
      return explanation.add("slug_from", "its label: no earlier topic is like it")
    }
    let share = Explanation.hundredths(recollection.share)
    let least = Explanation.hundredths(recollection.least)
    let reason =
      switch recollection.reason {
      case .members: "they share \(share) of their members (\(least) is enough)"
      case .thread:
        "they share a thread, and \(share) of the words of label and terms (\(least) is enough)"
      case .label: "they have the same name"
      case .words: "they share \(share) of the words of label and terms (\(least) is enough)"
      }
    let issue = try issuePrinting(recollection.earlier.slug)
    explanation.add(
      "slug_from",
      "\"\(recollection.earlier.label)\"\(issue.map { " of the issue \($0)" } ?? ""): \(reason)")
  }

  /// The newest earlier issue that printed a topic.
  private func issuePrinting(_ slug: String) throws -> String? {
    for issue in try archive.publishedIssues() where issue.until <= material.issue.window.until {
      guard issue.slug != material.issue.window.slug,
        let printed = try archive.printedIssue(issue.slug)
      else { continue }
      if printed.topics.contains(where: { $0.slug == slug }) { return issue.slug }
    }
    return nil
  }

  private func row(
    _ candidate: TopicExplanation.Candidate, of topic: FoundTopic, _ isCluster: Bool
  ) -> Explanation.Row {
    let document = material.documents.all[candidate.document]
    var name = "\(document.kind.rawValue): \(document.title)"
    if case .chapter(let episode, let segment) = material.documents.origins[candidate.document] {
      name =
        "\(Words.clock(material.talks[episode].segments[segment].start)) of \(document.title)"
    }
    var notes = candidate.mentions.map { mention in
      let worth = mention.worth < 1 ? " (one word alone: counts half)" : ""
      return "\"\(mention.name)\" \(mention.count)x\(worth)"
    }
    switch candidate.note {
    case .goesOn: notes.append("goes on with the topic of the chapter before")
    case .guest: notes.append("has other subjects too, but is as near as the group's own")
    case .saysNoSubject:
      notes.append("like most members, but hardly one says again what the other's title says")
    case nil: break
    }
    let others = material.topics.map(\.topic).filter {
      $0.slug != topic.slug && $0.members.contains(candidate.document)
    }
    if !others.isEmpty {
      notes.append("also in \(Words.list(others.map { "\"\($0.label)\"" }))")
    }
    let note = notes.isEmpty ? nil : notes.joined(separator: ", ")
    if isCluster {
      return Explanation.Row(
        name,
        [
          ("likeness", .number(candidate.score)), ("counts", .number(candidate.counted ?? 0)),
          ("least", .number(candidate.least)),
        ], note)
    }
    return Explanation.Row(
      name,
      [
        ("in_text", .number(candidate.score)), ("least", .number(candidate.least)),
        ("in_title", .number(candidate.inTitle ?? 0)),
        ("strength", .number(candidate.score + (candidate.inTitle ?? 0))),
      ], note)
  }

  private func addKeys(
    _ topic: FoundTopic, _ origin: TopicExplanation.Origin, _ explanation: inout Explanation
  ) {
    if let known = topic.known, origin == .known {
      let named = "\"\(known.label)\""
      let aliases = known.aliases.map { "\"\($0)\"" }.joined(separator: ", ")
      explanation.add(
        topics("aliases of \(named)", now: "[\(aliases)]", "the names by which it is found"))
      let refs = known.refs.map { "\"\($0)\"" }.joined(separator: ", ")
      explanation.add(
        topics("refs of \(named)", now: "[\(refs)]", "the proposals by which it is found"))
      explanation.add(
        topics("watch of \(named)", now: "\(known.watch)", "shows it first, with one member too"))
      explanation.add(topics("mute of \(named)", now: "\(known.mute)", "shows it never"))
    } else {
      explanation.add(
        topics(
          "[[topic]] label = \"\(topic.label)\", slug = \"\(topic.slug)\", aliases = […]",
          "makes it a known topic with the name and the members that you want"))
    }
    if origin == .proposal {
      explanation.add(
        setting(
          "[[registry]]", now: topic.refs.first.map { "\"\($0.prefix { $0 != " " })\"" },
          "the registry that numbers and titles come from"))
    }
    explanation.add(editor("mute = [\"\(topic.slug)\"]", "takes it out of this issue"))
    explanation.add(editor("pin = [\"\(topic.slug)\"]", "makes it a lead story"))
  }
}
