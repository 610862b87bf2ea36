// The commands that look into what is stored.

import Pipeline

/// The commands that look into what is stored.
enum ArchiveCommands {
  static let search = Command(
    name: "search", operands: "WORDS", summary: "finds words in everything stored, with links",
    details: [
      "All words must be there, in any of their forms, in posts, articles, show notes, transcripts or their titles. \"lock file\" means just these words in this order, pack* any word that begins so, -cache leaves out what has the word.",
      "source:NAME and author:NAME take a part of a name; after:2026-11-01 and before:2026-12-01 take days, the first from its beginning, the second up to its beginning. What a shell would take away goes into single quotes: hallway search '\"lock file\" author:\"Inês Carvalho\" -cache'. A single argument with a filter in it is read word by word; of several, each is taken as the shell gives it: hallway search hash 'author:Inês Carvalho'.",
      "A word of a transcript is linked to its second.",
    ],
    options: [Option("--limit", "N", "the most places (default 20)")], takesDashedWords: true
  ) { invocation in
    let arguments = invocation.arguments
    let result = try SearchStage.run(
      arguments.operands, limit: min(10_000, try arguments.number("--limit", default: 20)),
      try invocation.context())
    Console.print(
      invocation.wantsJSON ? ReportJSON.encode(result.hits) : ReportText.list(result.hits))
    if result.hits.isEmpty {
      Console.say(result.hint ?? "nothing found")
    } else if result.found > result.hits.count, !invocation.isQuiet {
      let number = result.isMore ? "more than \(result.found)" : "\(result.found)"
      let all = result.isMore ? "--limit N shows more" : "--limit \(result.found) shows all"
      Console.say("\(result.hits.count) of \(number) shown; \(all)")
    }
    return 0
  }

  static let topics = Command(
    name: "topics", operands: "[SLUG]",
    summary: "shows topics over the weeks, or one topic's issues",
    details: [
      "As they were printed: how the weeks went (a dot is a week without the topic), in how many weeks a topic was, its posts and moments in all, its trend, its last issue, its name. With a topic's name, what each issue quoted, with links; leaves with 1 when there is none of that name."
    ]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.expectOperands(0...1, "no operand", command: "topics")
    let context = try invocation.context()
    if let slug = arguments.operands.first {
      let (topic, issues) = try TopicsStage.run(topic: slug, context)
      Console.print(
        invocation.wantsJSON
          ? ReportJSON.encode(topic, issues) : ReportText.story(topic, issues))
      return 0
    }
    let topics = try TopicsStage.run(context)
    Console.print(invocation.wantsJSON ? ReportJSON.encode(topics) : ReportText.table(topics))
    if topics.isEmpty { Console.say("no topic has been published yet") }
    return 0
  }

  static let export = Command(
    name: "export", summary: "writes the subscriptions as OPML, or everything stored",
    details: [
      "Addresses stand there as they are configured, with passwords if they have any.",
      "opml: the subscriptions with their folders, in the order of the configuration.",
      "ndjson: everything stored, one JSON object a line: sources with their health, threads, posts, articles, episodes with transcripts, published issues, and which were sent or taken back. 'hallway import' takes it back.",
    ],
    options: [
      Option(
        "--format", "FORMAT", "opml (default) or ndjson",
        words: ExportStage.Format.allCases.map(\.rawValue))
    ]
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "export")
    let name = invocation.arguments["--format"] ?? "opml"
    guard let format = ExportStage.Format(rawValue: name) else {
      let names = ExportStage.Format.allCases.map(\.rawValue)
      throw RunFailure.usage([
        "--format is '\(name)'; expected \(names.joined(separator: ", "))\(Nearest.hint(name, names))"
      ])
    }
    let context = try invocation.context()
    switch format {
    case .opml: Console.print(try ExportStage.run(context))
    case .ndjson: try ArchiveFile.write(context) { Console.write($0) }
    }
    return 0
  }
}
