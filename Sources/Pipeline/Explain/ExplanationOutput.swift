// An explanation as text and as JSON.

import Text

extension Explanation {
  /// The explanation for a person.
  package var text: String {
    var text = "\(kind.rawValue): \(subject)\n\n"
    text += Self.facts(facts + [Fact(key: "issue", value: .text(issue), shown: nil)])
    for table in tables { text += "\n\(table.title)\n" + Self.lines(table) }
    if !keys.isEmpty {
      text += "\nWhat would change it\n"
      for key in keys {
        let now = key.now.map { " = \($0)" } ?? ""
        text += "  \(key.file): \(key.key)\(now)\n      \(key.effect)\n"
      }
    }
    return text
  }

  private static func facts(_ facts: [Fact]) -> String {
    let names = facts.map { "\($0.key)".replacing("_", with: " ") }
    let width = (names.map(\.count).max() ?? 0) + 2
    return zip(names, facts).map { name, fact in
      padded(name, width) + (fact.shown ?? shown(fact.value)) + "\n"
    }.joined()
  }

  private static func lines(_ table: Table) -> String {
    var columns: [StaticString] = []
    for cell in table.rows.flatMap(\.cells)
    where !columns.contains(where: { "\($0)" == "\(cell.key)" }) {
      columns.append(cell.key)
    }
    let cells = table.rows.map { row in
      columns.map { column in
        row.cells.first { "\($0.key)" == "\(column)" }.map { shown($0.value) } ?? ""
      }
    }
    let heads = columns.map { "\($0)".replacing("_", with: " ") }
    let widths = heads.indices.map { column in
      max(heads[column].count, cells.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    func numbers(_ cells: [String]) -> String {
      zip(cells, widths).map { String(repeating: " ", count: $1 - DisplayWidth.of($0)) + $0 }
        .joined(separator: "  ")
    }
    let names = table.rows.map { short($0.name, table.isOfSentences ? 90 : 64) }
    let width = table.isOfSentences ? 0 : (names.map { DisplayWidth.of($0) }.max() ?? 0)
    func line(_ name: String, _ cells: [String]) -> String {
      if table.isOfSentences { return "  \(numbers(cells))  \(name)\n" }
      let line = columns.isEmpty ? name : "\(padded(name, width))  \(numbers(cells))"
      return "  \(line)\n"
    }
    var text = columns.isEmpty ? "" : line("", heads)
    while text.hasSuffix(" \n") {
      text.replaceSubrange(text.index(text.endIndex, offsetBy: -2)..., with: "\n")
    }
    for (index, row) in table.rows.enumerated() {
      text += line(names[index], cells[index])
      if let note = row.note { text += "      \(note)\n" }
    }
    return text
  }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .number(let number): number.isFinite ? hundredths(number) : "none"
    }
  }

  /// Two digits behind the point; more would claim to know more.
  static func hundredths(_ number: Double) -> String {
    let all = Int((min(abs(number), 1e12) * 100).rounded())
    let rest = all % 100
    return "\(number < 0 && all > 0 ? "-" : "")\(all / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func short(_ text: String, _ most: Int) -> String {
    text.count <= most ? text : text.prefix(most - 1) + "…"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The explanation for a program: one object, its fields in order.
  package var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("kind", kind.rawValue)
      writer.field("subject", subject)
      writer.field("issue", issue)
      for fact in facts { Self.write(fact.key, fact.value, &writer) }
      for table in tables {
        writer.field(table.key, table.rows) { writer, row in
          writer.field(table.isOfSentences ? "text" : "name", row.name)
          for cell in row.cells { Self.write(cell.key, cell.value, &writer) }
          writer.field("note", row.note)
        }
      }
      writer.field("keys", keys) { writer, key in
        writer.field("file", key.file)
        writer.field("key", key.key)
        writer.field("now", key.now)
        writer.field("effect", key.effect)
      }
    }
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func write(_ key: StaticString, _ value: Value, _ writer: inout JSONWriter) {
    switch value {
    case .text(let text): writer.field(key, text)
    case .number(let number): writer.field(key, number)
    case .count(let count): writer.field(key, count)
    }
  }
}
