// The command that says why.

import Pipeline

/// `hallway explain`.
enum ExplainCommand {
  static let explain = Command(
    name: "explain", operands: "ID",
    summary: "says why a rank, a sentence, a topic or a chapter came out as it did",
    details: [
      "ID is what you have at hand: the address of a thread, a post, an article or an episode (also with #t=1394), any id on the issue's page (q-… is a quote) or the page's address with it, the origin of a quote in the JSON, the beginning of a sentence, a topic's name or slug, a proposal (\"PEP 751\"), or a thread's rank (3).",
      "Shows the scores with all that they are made of, the neighbours that lost and why, and the keys of the configuration that would change it. Looks at the newest published issue, else at the last week. Leaves with 1 when nothing is found.",
    ],
    options: [
      Option("--at", "TIME", "a second of the episode that ID names: 23:14 or 1394")
    ] + Command.window
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.expectOperands(1...1, "what to explain", command: "explain")
    let second = try arguments["--at"].map { text throws(RunFailure) -> Double in
      guard let second = Moment.second(text) else {
        throw .usage(["--at is '\(text)'; expected a second as 23:14 or 1394"])
      }
      return second
    }
    let context = try invocation.context()
    let usual = try invocation.window(context)
    let (explanation, warnings) = try await ExplainStage.run(
      arguments.operands[0], at: second, in: invocation.request.isDefault ? nil : usual,
      else: usual, context)
    invocation.showWarnings(warnings)
    Console.print(invocation.wantsJSON ? explanation.json : explanation.text)
    return 0
  }
}
