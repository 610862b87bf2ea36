// The commands that print what packages install: completions and manual pages.

import Pipeline

/// The commands that print what packages install.
enum ManualCommands {
  private static let shells: [(name: String, script: @Sendable ([Command]) -> String)] = [
    ("bash", BashCompletions.script), ("zsh", ZshCompletions.script),
    ("fish", FishCompletions.script),
  ]

  static let completions = Command(
    name: "completions", operands: shells.map(\.name).joined(separator: "|"),
    operandWords: shells.map(\.name),
    summary: "prints the completion of commands and options for a shell",
    details: [
      "scripts/install and the Debian package put it where the shell looks. Without them: source <(hallway completions bash) in ~/.bashrc, or the like."
    ]
  ) { invocation in
    let names = shells.map(\.name)
    let arguments = invocation.arguments
    try arguments.expectOperands(
      1...1, "a shell: \(names.joined(separator: ", "))", command: "completions")
    let wanted = arguments.operands[0]
    guard let shell = shells.first(where: { $0.name == wanted }) else {
      throw RunFailure.usage([
        "unknown shell '\(wanted)'; expected \(names.joined(separator: ", "))\(Nearest.hint(wanted, names))"
      ])
    }
    Console.print(shell.script(Commands.all))
    return 0
  }

  private static let pages: [(name: String, text: @Sendable () -> String)] = [
    ("commands", { ManualPage.text(Commands.all) }), ("config", ConfigurationPage.manual),
    ("config.md", ConfigurationPage.markdown),
  ]

  static let manual = Command(
    name: "manual", operands: "[\(pages.map(\.name).joined(separator: "|"))]",
    operandWords: pages.map(\.name),
    summary: "prints a manual page",
    details: [
      "The pages are hallway(1), and with config hallway.toml(5), the reference of the configuration; both as mdoc. To read one: hallway manual config > page && man -l page. With config.md the reference comes as Markdown."
    ]
  ) { invocation in
    let names = pages.map(\.name)
    let arguments = invocation.arguments
    try arguments.expectOperands(0...1, "no operand", command: "manual")
    let wanted = arguments.operands.first ?? names[0]
    guard let page = pages.first(where: { $0.name == wanted }) else {
      throw RunFailure.usage([
        "unknown page '\(wanted)'; expected \(names.joined(separator: ", "))\(Nearest.hint(wanted, names))"
      ])
    }
    Console.print(page.text())
    return 0
  }
}
