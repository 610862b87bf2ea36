// editor.toml: what a person says about the issues.

import Model

/// What `editor.toml` says about one issue, as written: addresses and names are not resolved yet.
struct EditorEntry: Sendable {
  /// A sentence to print that was not chosen.
  struct Choice: Sendable {
    /// The address of the thread, post, article or episode that it stands in.
    let place: String
    /// The sentence, word by word.
    let text: String
    /// The line in the file.
    let line: Int
  }

  /// The line in the file where it begins.
  let line: Int
  /// The lines of its keys.
  var lines: [String: Int] = [:]
  /// The first day and the first day after; `nil`: every issue.
  let days: ClosedRange<CalendarDay>?
  var note: [String] = []
  var corrections: [String] = []
  var pin: [String] = []
  var order: [String] = []
  var mute: [String] = []
  /// Ids or beginnings of quotes that are not printed.
  var drop: [String] = []
  var choices: [Choice] = []
  var remarks: [(subject: String, text: String, line: Int)] = []

  init(line: Int, days: ClosedRange<CalendarDay>?) { (self.line, self.days) = (line, days) }

  /// The line of a key; that of the entry where the key has none of its own.
  func line(of key: String) -> Int { lines[key] ?? line }

  /// Whether it is about the issue of a window.
  func isAbout(_ window: Window) -> Bool {
    days.map { $0 == window.firstDay...window.endDay } ?? true
  }
}

/// Reads the editor's file.
enum EditorFile {
  /// Its entries; those for every issue first.
  ///
  /// - Parameter weekStart: ISO number of the day with which weeks start.
  static func read(_ file: String, weekStart: Int) throws(RunFailure) -> [EditorEntry] {
    var top = TableReader(
      try TOMLNode.parse(try Files.read(file), file: file), name: "", file: file)
    let entries = tables(&top, weekStart: weekStart)
    let faults = top.finished()
    guard faults.isEmpty else { throw .usage(faults) }
    return entries
  }

  /// Looks for every key there is.
  static func tables(_ top: inout TableReader, weekStart: Int = 1) -> [EditorEntry] {
    var always = EditorEntry(line: 1, days: nil)
    always.mute = top.strings("mute")
    always.lines["mute"] = top.line(of: "mute")
    var entries = [always]
    for var table in top.tables("issue") {
      if let entry = entry(&table, weekStart) { entries.append(entry) }
      top.finish(table)
    }
    return entries
  }

  private static func entry(_ table: inout TableReader, _ weekStart: Int) -> EditorEntry? {
    guard let days = days(&table, weekStart) else { return nil }
    var entry = EditorEntry(line: table.line, days: days)
    entry.note = paragraphs(table.string("note"))
    entry.corrections = table.strings("corrections")
    (entry.pin, entry.order) = (table.strings("pin"), table.strings("order"))
    (entry.mute, entry.drop) = (table.strings("mute"), table.strings("drop"))
    for key in ["pin", "order", "mute", "drop"] { entry.lines[key] = table.line(of: key) }
    for var choice in table.tables("choose") {
      choice.require("in", "say in which thread, article or episode the sentence stands")
      choice.require("text", "give the sentence, word by word")
      let (place, text) = (choice.string("in"), choice.string("text"))
      if let place, let text {
        entry.choices.append(EditorEntry.Choice(place: place, text: text, line: choice.line))
      }
      table.finish(choice)
    }
    for var remark in table.tables("remark") {
      remark.require("on", "say what the words are about: an address or a topic")
      remark.require("text", "give your words")
      let (subject, text) = (remark.string("on"), remark.string("text"))
      if let subject, let text {
        entry.remarks.append((subject, text, remark.line(of: "on")))
      }
      table.finish(remark)
    }
    return entry
  }

  /// The days of `week`, or of `from` and `until`.
  private static func days(_ table: inout TableReader, _ weekStart: Int) -> ClosedRange<
    CalendarDay
  >? {
    let week = table.string("week", example: "2026-W47")
    let from = table.string("from", example: "2026-11-16")
    let until = table.string("until", example: "2026-11-23")
    if let week {
      guard from == nil, until == nil else {
        table.fault("week", "'week' stands beside 'from' or 'until'; give one or the other")
        return nil
      }
      guard let first = WindowRequest.firstDay(ofWeek: week, weekStart: weekStart) else {
        table.fault("week", "'week' is '\(week)'; \(WindowRequest.problem(ofWeek: week))")
        return nil
      }
      return first...first.advanced(by: 7)
    }
    guard let from, let until else {
      table.require("week", "say which issue: week = \"2026-W47\", or from and until")
      return nil
    }
    guard let first = CalendarDay(iso8601: from), let end = CalendarDay(iso8601: until), first < end
    else {
      table.fault(
        "from", "'from' and 'until' are '\(from)' and '\(until)'; expected two days in order")
      return nil
    }
    return first...end
  }

  private static func paragraphs(_ text: String?) -> [String] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy { $0 == " " || $0 == "\t" } }
      .map { $0.joined(separator: " ") }
  }
}
