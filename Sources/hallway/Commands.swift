// The table of commands: dispatch and help come from it.

import Model
import Pipeline

/// The commands, in the order in which help shows them.
enum Commands {
  static let all: [Command] = [
    demo, initialize,
    SourceCommands.add, SourceCommands.sources, SourceCommands.takeOver, ArchiveCommands.export,
    SourceCommands.fetch, digest, publish,
    send, run, withdraw,
    ArchiveCommands.search, ArchiveCommands.topics,
    ExplainCommand.explain,
    verify, check, parse, analyze,
    ManualCommands.completions, ManualCommands.manual,
  ]

  private static let demo = Command(
    name: "demo", operands: "[DIR]",
    summary: "makes a whole issue from sample sources inside the program, without network",
    details: ["Writes the sources, a configuration and the site to DIR (default: hallway-demo)."]
  ) { invocation in
    try invocation.arguments.expectOperands(0...1, "no operand", command: "demo")
    let folder = invocation.arguments.operands.first ?? "hallway-demo"
    let result = try await DemoStage.run(folder) { if !invocation.isQuiet { Console.say($0) } }
    Console.print(result)
    return 0
  }

  private static let initialize = Command(
    name: "init", operands: "[--preset \(InitStage.presets.joined(separator: "|"))] [DIR]",
    summary: "writes a commented hallway.toml that runs as it is",
    details: [
      "Nothing that is there is overwritten. DIR is made if need be; default: here.",
      "A preset is a community's forums, blogs and podcasts with its known topics: \(InitStage.presets.joined(separator: ", ")). Without --preset it is \(InitStage.presets[0]).",
      "With --templates the built-in templates are written to DIR/Templates instead: keep those that you change, and name the folder in hallway.toml with templates = \"Templates\".",
    ],
    options: [
      Option(
        "--preset", "NAME",
        "the community: \(InitStage.presets.joined(separator: ", ")); default: \(InitStage.presets[0])",
        words: InitStage.presets),
      Option("--templates", nil, "write the built-in templates"),
    ]
  ) { invocation in
    try invocation.arguments.expectOperands(0...1, "no operand", command: "init")
    if invocation.arguments.has("--templates") {
      let files = try InitStage.writeTemplates(
        folder: invocation.arguments.operands.first ?? ".")
      if !invocation.isQuiet {
        for file in files { Console.say("wrote \(file)") }
        Console.say("next: keep what you change, and add templates = \"Templates\" to hallway.toml")
      }
      return 0
    }
    let preset = invocation.arguments["--preset"] ?? InitStage.presets[0]
    let files = try InitStage.run(
      preset: preset, folder: invocation.arguments.operands.first ?? ".")
    if !invocation.isQuiet {
      for file in files { Console.say("wrote \(file)") }
      let others = InitStage.presets.filter { $0 != preset }.joined(separator: ", ")
      Console.say("preset: \(preset) (others, with --preset: \(others))")
      Console.say(
        NextSteps.text(
          folder: invocation.arguments.operands.first, file: Files.absolute(files[0]),
          program: NextSteps.program()))
    }
    return 0
  }

  private static let digest = Command(
    name: "digest", summary: "prints one issue to standard output",
    details: [
      "Markdown begins with front matter that Hugo, Zola and Jekyll read; --no-front-matter gives it for a forum's post. eml is the mail message as it would be sent. --json is --format json."
    ],
    options: [
      Option(
        "--format", "FORMAT", "text (default), html, json, markdown or eml",
        words: DigestStage.Format.allCases.map(\.rawValue)),
      Option("--no-front-matter", nil, "Markdown for a forum, not for a site"),
    ] + Command.window
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "digest")
    let asked = invocation.arguments["--format"]
    let name = asked ?? (invocation.wantsJSON ? "json" : "text")
    guard !invocation.wantsJSON || name == "json" else {
      throw RunFailure.usage([
        "--json and --format \(name) cannot be given together; --json is --format json"
      ])
    }
    guard let format = DigestStage.Format(rawValue: name) else {
      let names = DigestStage.Format.allCases.map(\.rawValue)
      throw RunFailure.usage([
        "--format is '\(name)'; expected \(names.joined(separator: ", "))\(Nearest.hint(name, names))"
      ])
    }
    let context = try invocation.context()
    let (output, warnings) = try await DigestStage.run(
      try invocation.window(context), format: format,
      frontMatter: !invocation.arguments.has("--no-front-matter"), context)
    invocation.showWarnings(warnings)
    Console.print(output)
    return 0
  }

  private static let publish = Command(
    name: "publish",
    summary: "writes the issue and its topics into the site, with archive and feed",
    options: [
      Option("--again", nil, "make an old issue again though some of it is not kept any more")
    ] + Command.window
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "publish")
    let context = try invocation.context()
    return invocation.show(
      try await PublishStage.run(
        try invocation.window(context), context, again: invocation.arguments.has("--again")))
  }

  private static let send = Command(
    name: "send", summary: "sends a published issue by mail, once",
    details: [
      "[mail] in hallway.toml says from whom, to whom and which way. An issue that was sent is not sent again; one whose sending was cut short is sent only with --again, for it may have arrived."
    ],
    options: [
      Option("--again", nil, "send it even though it was, or may have been, sent"),
      Option("--to", "ADDRESS", "send it there instead, for a look; not remembered"),
    ] + Command.window
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "send")
    let context = try invocation.context()
    return invocation.show(
      try SendStage.run(
        try invocation.window(context), context, again: invocation.arguments.has("--again"),
        to: invocation.arguments["--to"]))
  }

  private static let run = Command(
    name: "run", summary: "fetches, publishes, and sends where mail is set up: what cron calls",
    details: [
      "Publishes each complete week that has no issue yet, so it may be called as often as you like; weeks that were missed are caught up, eight at most. With a window, makes that issue again.",
      "Leaves with 3 when some sources keep failing; the issue is published all the same. With --quiet they are named beside a new issue only, so that cron sends no mail about them every day.",
    ],
    options: [
      Option(
        "--rebuild", nil,
        "put a damaged database aside, and begin a new one from the sources")
    ] + Command.window
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "run")
    let context = try invocation.context()
    let progress = ProgressLine(invocation)
    let window = invocation.request.isDefault ? nil : try invocation.window(context)
    let report = try await RunStage.run(
      window, context, rebuild: invocation.arguments.has("--rebuild"), onProgress: progress?.show)
    progress?.end()
    return invocation.show(report)
  }

  private static let withdraw = Command(
    name: "withdraw", summary: "takes a published issue back, off the site",
    details: [
      "Its pages, and those of topics and episodes that no other issue has, are removed, and its sentences can be printed again. No run makes it again by itself, unless its week was not over; 'hallway publish' does. Mail that was sent cannot be taken back.",
      "To take back one thread, article or episode, mute it in the editor's file and publish the issue again.",
    ], options: Command.window
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "withdraw")
    guard !invocation.request.isDefault else {
      throw RunFailure.usage([
        "withdraw needs to be told which issue: --week, or --from and --until"
      ])
    }
    let context = try invocation.context()
    return invocation.show(try WithdrawStage.run(try invocation.window(context), context))
  }

  private static let verify = Command(
    name: "verify",
    summary: "finds every printed quote again in its source, and every page that the site leads to",
    details: [
      "Looks at all published issues; with a window, also at that window's issue as it would be printed now. Leaves with 4 when a quote or a page is not found. A quote whose author has edited it since is found in the text as it was, which is kept; --verbose names them."
    ], options: Command.window
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "verify")
    let context = try invocation.context()
    let window = invocation.request.isDefault ? nil : try invocation.window(context)
    let result = try await VerifyStage.run(window, context)
    if invocation.wantsJSON {
      Console.print(ReportJSON.encode(result))
    } else {
      for fault in result.faults { Console.print(fault + "\n") }
      if invocation.isVerbose { for edited in result.edited { Console.say(edited) } }
      if !result.edited.isEmpty, !invocation.isQuiet {
        Console.say("quotes whose source was edited or removed since: \(result.edited.count)")
      }
      if result.issues == 0 {
        Console.say(
          "no issue has been published yet; name a window to verify what would be printed")
      } else if !invocation.isQuiet {
        Console.say(
          "\(result.quotes) quotes in \(result.issues == 1 ? "1 issue" : "\(result.issues) issues") and \(result.links) links in the site, \(result.faults.count) not found"
        )
      }
    }
    return result.faults.isEmpty ? 0 : 4
  }

  private static let check = Command(
    name: "check",
    summary: "looks at configuration, templates, sources and output, and changes nothing",
    details: ["Leaves with 4 when a run would stumble."]
  ) { invocation in
    try invocation.arguments.expectOperands(0...0, "no operand", command: "check")
    let result = try CheckStage.run(try invocation.context())
    if invocation.wantsJSON {
      Console.print(ReportJSON.encode(result))
    } else {
      for fault in result.faults { Console.print("fault: \(fault)\n") }
      if !invocation.isQuiet {
        for warning in result.warnings { Console.print("warning: \(warning)\n") }
        for fact in result.facts { Console.print("ok: \(fact)\n") }
      }
    }
    return result.faults.isEmpty ? 0 : 4
  }

  private static let parse = Command(
    name: "parse", operands: "FILE",
    summary: "prints a feed, a subscription list or a transcript as JSON",
    details: ["FILE may be - for standard input."],
    options: [
      Option("--format", "json", "the only form there is", words: ["json"]),
      Option("--base-url", "URL", "what relative addresses are resolved against"),
      Option("--content-type", "TYPE", "a Content-Type header; its charset counts"),
    ]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.expectOperands(1...1, "a file", command: "parse")
    guard (arguments["--format"] ?? "json") == "json" else {
      throw RunFailure.usage(["--format is '\(arguments["--format"] ?? "")'; expected json"])
    }
    Console.write(
      try ParseReport.run(
        arguments.operands[0], baseURL: arguments["--base-url"],
        contentType: arguments["--content-type"]))
    return 0
  }

  private static let tasks = ["summarize", "segment", "cluster", "keyphrases"]

  private static let analyze = Command(
    name: "analyze", operands: tasks.joined(separator: "|"), operandWords: tasks,
    summary: "runs one method on NDJSON from standard input",
    options: [
      Option("--budget-words", "N", "summarize: the most words (default 90)"),
      Option("--top", "N", "keyphrases: the most phrases (default 10)"),
      Option("--language", "TAG", "the language of the texts (default en)"),
    ]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.expectOperands(
      1...1, "a task: \(tasks.joined(separator: ", "))", command: "analyze")
    let task: AnalyzeReport.Task
    switch arguments.operands[0] {
    case "summarize":
      task = .summarize(words: try arguments.number("--budget-words", default: 90))
    case "segment": task = .segment
    case "cluster": task = .cluster
    case "keyphrases": task = .keyphrases(top: try arguments.number("--top", default: 10))
    case let other:
      throw RunFailure.usage([
        "unknown task '\(other)'; expected \(tasks.joined(separator: ", "))\(Nearest.hint(other, tasks))"
      ])
    }
    let (output, allRead) = await AnalyzeReport.run(
      task, input: try Files.standardInput(), language: arguments["--language"] ?? "en")
    Console.print(output)
    return allRead ? 0 : 1
  }
}
