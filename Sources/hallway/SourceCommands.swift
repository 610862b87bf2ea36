// The commands about subscriptions.

import Model
import Pipeline

/// The commands about subscriptions.
enum SourceCommands {
  static let add = Command(
    name: "add", operands: "URL|FILE", summary: "subscribes to a feed, or to what a page announces",
    details: [
      "A page's address is enough: the feeds that it announces are tried, and the first that can be read is added to the end of the configuration. What was found is shown.",
      "Without a scheme https is asked. A file that lies in the configuration's folder or below is named from there, so that the folder can be moved.",
    ],
    options: [
      Option(
        "--kind", "KIND", "forum, blog or podcast; default: told from the content",
        words: Source.Kind.allCases.map(\.rawValue)),
      Option("--title", "TITLE", "a name for readers; default: the feed's own"),
      Option("--dry-run", nil, "only show what would be added"),
    ]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.expectOperands(1...1, "an address or a file", command: "add")
    let context = try invocation.context()
    let result = try AddStage.run(
      arguments.operands[0], kind: try kind(arguments), title: arguments["--title"],
      dryRun: arguments.has("--dry-run"), context)
    if invocation.wantsJSON {
      Console.print(ReportJSON.encode(result))
    } else if !invocation.isQuiet {
      for line in result.log { Console.say(line) }
      let isNew = !result.isKnown && !arguments.has("--dry-run")
      let done = result.isKnown ? "is subscribed already" : isNew ? "added" : "found"
      let entries = result.entries == 1 ? "1 entry" : "\(result.entries) entries"
      let place = isNew ? " to \(context.settings.file)" : ""
      Console.print(
        "\(done): \(result.title.map { "\($0)  " } ?? "")\(result.url) (\(result.kind.rawValue), \(entries))\(place)\n"
      )
    }
    return 0
  }

  private static func kind(_ arguments: Arguments) throws(RunFailure) -> Source.Kind? {
    guard let name = arguments["--kind"] else { return nil }
    guard let kind = Source.Kind(rawValue: name) else {
      let names = Source.Kind.allCases.map(\.rawValue)
      throw .usage([
        "--kind is '\(name)'; expected \(names.joined(separator: ", "))\(Nearest.hint(name, names))"
      ])
    }
    return kind
  }

  static let sources = Command(
    name: "sources", summary: "shows the subscriptions with their health",
    details: [
      "Says of each when it was last read, how often in a row it has failed or until when its host has asked to wait, since when and why, when it is asked again, and how many posts of a forum's threads were in no feed."
    ]
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "sources")
    let sources = try SourcesStage.run(try invocation.context())
    Console.print(
      invocation.wantsJSON ? ReportJSON.encode(sources) : ReportText.table(sources))
    return 0
  }

  static let takeOver = Command(
    name: "import", operands: "FILE...",
    summary: "takes over subscription lists, mail archives, transcripts and exports",
    details: [
      "An OPML list is added to the configuration, with its folders. An mbox archive, or a single message, goes into the database as threads.",
      "Transcripts go into the database as episodes of the show named with --show: with the episode that its feed has given, known by number or by the file's name, or as one of their own. FILE may be a folder.",
      "What 'hallway export --format ndjson' wrote goes into the database; what is stored already stays as it is.",
    ],
    options: [
      Option("--title", "NAME", "the mailing list's name for readers; default: the file's"),
      Option(
        "--page", "ADDRESS",
        "where single messages can be read, with {message-id} in it, where they do not say"),
      Option("--show", "NAME", "the show that transcripts belong to"),
      Option("--published", "DATE", "when the episode was published, where nothing says so"),
    ]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.expectOperands(1...10_000, "a file", command: "import")
    if let page = arguments["--page"], !page.contains("{message-id}") {
      throw RunFailure.usage([
        "--page is '\(page)'; expected an address with {message-id} in it"
      ])
    }
    var details = ImportStage.Details()
    (details.title, details.page) = (arguments["--title"], arguments["--page"])
    details.show = arguments["--show"]
    let context = try invocation.context()
    if let date = arguments["--published"] {
      details.published = try Now.moment(option: "--published", of: date)
    }
    return invocation.show(try ImportStage.run(arguments.operands, details, context))
  }

  static let fetch = Command(
    name: "fetch", summary: "polls the sources and stores what is new",
    details: [
      "A source is asked again when what it said of itself allows: Retry-After, Cache-Control, Expires, ttl, skipHours, skipDays. Leaves with 3 when some sources have failed for a week, or always, or are gone."
    ],
    options: [Option("--all", nil, "ask all sources, also those that are not due or are retired")]
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "fetch")
    let progress = ProgressLine(invocation)
    let report = try FetchStage.run(
      try invocation.context(), all: invocation.arguments.has("--all"), onProgress: progress?.show)
    progress?.end()
    return invocation.show(report)
  }
}
