// The table of commands to the manual page hallway(1).

import Pipeline

/// The manual page hallway(1), as mdoc.
enum ManualPage {
  /// The page.
  static func text(_ commands: [Command]) -> String {
    """
    .\\" Made by 'hallway manual' from the table of commands.
    .Dd \(Program.released)
    .Dt HALLWAY 1
    .Os
    .Sh NAME
    .Nm hallway
    .Nd weekly issue of what a community says, in its own sentences
    .Sh SYNOPSIS
    .Nm
    .Ar command
    .Op Ar options
    .Op Ar operands
    .Nm
    .Cm help
    .Op Ar command
    .Sh DESCRIPTION
    .Nm
    reads the forums, blogs and podcasts of a community and prints one issue a week.
    Every sentence that it prints about a thread or an episode is its
    author\\(aqs own, with the author\\(aqs name and a link to the very post or
    second.
    It needs no account and no model, runs from
    .Xr cron 8 ,
    and writes static HTML and plain text.
    .Pp
    Data go to standard output, words to standard error.
    .Sh COMMANDS
    \(Mdoc.list(commands.map(item)))\
    .Sh OPTIONS
    Every command takes these as well:
    \(Mdoc.list(Command.common.map(item)))\
    .Sh ENVIRONMENT
    \(Mdoc.list(environment.map { ("Ev \($0)", Mdoc.prose($1)) }))\
    .Sh FILES
    \(Mdoc.list(files.map { ("Pa \(Mdoc.argument($0))", Mdoc.prose($1)) }))\
    .Sh EXIT STATUS
    \(Mdoc.list(ExitStatus.all.map { ("\($0.number)", Mdoc.prose($0.means)) }))\
    .Sh EXAMPLES
    \(examples.map(example).joined(separator: ".Pp\n"))\
    .Sh SEE ALSO
    .Xr crontab 5 ,
    .Xr hallway.toml 5 ,
    .Xr systemd.timer 5

    """
  }

  private static func item(_ command: Command) -> (head: String, body: String) {
    let operands = command.operands.isEmpty ? "" : " No \(Mdoc.argument(command.operands))"
    var body = Mdoc.prose(command.summary + ".")
    for paragraph in command.details { body += ".Pp\n" + Mdoc.prose(paragraph) }
    if !command.options.isEmpty { body += Mdoc.list(command.options.map(item)) }
    return ("Cm \(command.name)\(operands)", body)
  }

  private static func item(_ option: Option) -> (head: String, body: String) {
    let value = option.value.map { " Ar \($0)" } ?? ""
    return ("Fl \(Mdoc.plain(String(option.name.dropFirst())))\(value)", Mdoc.prose(option.help))
  }

  private static func example(_ what: String, _ lines: [String]) -> String {
    Mdoc.prose(what) + ".Bd -literal -offset indent\n"
      + lines.map { Mdoc.plain($0) + "\n" }.joined() + ".Ed\n"
  }

  private static let environment = [
    ("SOURCE_DATE_EPOCH", "The moment that counts as now, in seconds since 1970, without --now."),
    ("XDG_CONFIG_HOME", "Where to look for hallway/hallway.toml; default: ~/.config."),
  ]

  private static let files = [
    ("hallway.toml", "The configuration."),
    ("hallway.sqlite", "What was read, beside the configuration unless it says otherwise."),
    ("hallway.sqlite.lock", "Held by a run, so that there is only one at a time."),
    ("editor.toml", "What a person says about the issues: notes, corrections, choices."),
    ("public/", "The site."),
  ]

  private static let examples = [
    ("An issue from sample sources, without network:", ["hallway demo"]),
    (
      "A configuration for a community, one more source, and the last week's issue as text:",
      [
        "hallway init --preset python digest", "cd digest", "hallway add forum.example.org",
        "hallway fetch", "hallway digest",
      ]
    ),
    ("What cron calls:", ["hallway run --quiet --config /srv/hallway/hallway.toml"]),
  ]
}
