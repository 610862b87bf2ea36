// One call of a command: its arguments, and what follows from them.

import Model
import Pipeline

/// One call of a command.
struct Invocation {
  let command: Command
  let arguments: Arguments

  var isQuiet: Bool { arguments.has("--quiet") }
  var isVerbose: Bool { arguments.has("--verbose") }
  var wantsJSON: Bool { arguments.has("--json") }

  /// The moment that counts as now.
  func now() throws(RunFailure) -> Timestamp {
    // A run that has been started again is still the same one.
    if let crash = Rescue.crash { return crash.now }
    return try Now.moment(
      option: arguments["--now"], sourceDateEpoch: Console.environment("SOURCE_DATE_EPOCH"))
  }

  /// Reads the configuration and makes what the stages need of it.
  func context() throws(RunFailure) -> RunContext {
    let (file, others) = configuration
    let settings = try SettingsReader.read(file, not: others)
    // A day that is given as "now" begins there.
    CivilTime.use(zone: settings.timezone)
    return RunContext(settings: settings, now: try now()) { Console.environment($0) }
  }

  /// The window that the command line asks for.
  func window(_ context: RunContext) throws(RunFailure) -> Window {
    try request.window(now: context.now, weekStart: context.settings.weekStart)
  }

  /// The window options as written.
  var request: WindowRequest {
    WindowRequest(
      week: arguments["--week"], from: arguments["--from"], until: arguments["--until"])
  }

  /// The configuration's file, and where else one was looked for, in vain.
  private var configuration: (file: String, others: [String]) {
    if let file = arguments["--config"] { return (file, []) }
    if Files.exists("hallway.toml") { return ("hallway.toml", []) }
    let home =
      Console.environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 }
      ?? Console.environment("HOME").map { $0 + "/.config" }
    guard let own = home.map({ "\($0)/hallway/hallway.toml" }) else { return ("hallway.toml", []) }
    return Files.exists(own) ? (own, []) : ("hallway.toml", [own])
  }

  /// Shows what a stage did; returns its exit status.
  ///
  /// Told to be quiet, it names sources that keep failing only beside a new issue: cron mails what
  /// is said, and the status says it each time.
  func show(_ report: RunReport) -> Int32 {
    if wantsJSON {
      Console.print(ReportJSON.encode(report))
    } else if !isQuiet {
      for fact in report.facts { Console.say("\(fact.name): \(fact.value)") }
    }
    showWarnings(report.warnings)
    if isVerbose {
      for hiccup in report.hiccups { Console.say("warning: failed this time: \(hiccup.spelled)") }
    }
    for fault in report.faults { Console.say("hallway: \(fault.spelled)") }
    if !isQuiet || !report.issues.isEmpty {
      for failure in report.failures { Console.say("hallway: \(failure.spelled)") }
    }
    return report.status
  }

  /// Warnings: all of them if asked, else the first few and how many more there are.
  func showWarnings(_ warnings: [Diagnostic]) {
    guard !isQuiet else { return }
    let shown = isVerbose ? warnings.count : 5
    for warning in warnings.prefix(shown) { Console.say("warning: \(warning.spelled)") }
    if warnings.count > shown {
      Console.say("warning: and \(warnings.count - shown) more; --verbose shows all")
    }
  }
}
