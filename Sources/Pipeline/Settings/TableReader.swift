// One table of a configuration, with every fault in it found.

import Model

/// Reads the keys of one table; what is wrong is gathered, with line, column and the nearest name.
struct TableReader {
  /// A key that was looked for: the reference is made of these.
  struct Key: Equatable {
    /// The table as it is written; empty for the top of the file.
    let table: String
    let name: String
    /// What its value must be.
    let expected: String
  }

  private let file: String
  private let name: String
  private let entries: [String: TOMLNode.Entry]
  /// The line that it begins in.
  let line: Int
  private var known: [String] = []
  private(set) var faults: [String] = []
  /// The keys that this reader and those that it has finished looked for, in order.
  private(set) var keys: [Key] = []
  /// Of these, the ones that must be there: `[[feed]] url`.
  private(set) var required: Set<String> = []

  /// - Parameter name: The table as it is written: `[[feed]]`; empty for the top of the file.
  init(_ node: TOMLNode, name: String, file: String) {
    entries = node.table ?? [:]
    (self.file, self.name, line) = (file, name, node.line)
  }

  /// - Parameter kind: What the string says, for the reference.
  mutating func string(_ key: String, as kind: String = "a string") -> String? {
    value(key, "a string", shownAs: kind) { $0.string }
  }

  mutating func boolean(_ key: String) -> Bool? {
    value(key, "true or false") { $0.boolean }
  }

  mutating func integer(_ key: String, atLeast least: Int) -> Int? {
    guard let number = value(key, "a whole number", { $0.integer }) else { return nil }
    guard number >= least else {
      fault(key, "'\(key)' is \(number); it must be at least \(least)")
      return nil
    }
    return number
  }

  /// - Parameter kind: What the reference says that it is.
  mutating func strings(_ key: String, as kind: String = "a list of strings") -> [String] {
    value(key, "a list of strings", shownAs: kind) { node in
      guard let array = node.array else { return nil }
      let strings = array.compactMap(\.string)
      return strings.count == array.count ? strings : nil
    } ?? []
  }

  /// A list of strings, or one string that stands for a list of one.
  mutating func stringOrStrings(_ key: String) -> [String] {
    if let one = entries[key]?.value.string {
      known.append(key)
      return [one]
    }
    return strings(key, as: "a string or a list of strings")
  }

  /// A string that is one of a few.
  mutating func choice<T: RawRepresentable & CaseIterable>(_ key: String, of type: T.Type) -> T?
  where T.RawValue == String {
    let names = T.allCases.map(\.rawValue)
    guard let text = string(key, as: "one of " + names.joined(separator: ", ")) else { return nil }
    if let value = T(rawValue: text) { return value }
    fault(
      key,
      "'\(key)' is '\(text)'; expected \(names.joined(separator: ", "))\(Nearest.hint(text, names))"
    )
    return nil
  }

  /// Seconds of `"30s"`, `"5m"` or `"2h"`.
  mutating func duration(_ key: String) -> Int? {
    quantity(key, units: ["s": 1, "m": 60, "h": 3600], example: "30s")
  }

  /// Days, weeks, months or years, as `"2y"`.
  mutating func keeping(_ key: String) -> Keeping? {
    let expected = "days, weeks, months or years, as \"90d\", \"2y\""
    guard let text = string(key, as: expected) else { return nil }
    guard let keeping = Keeping(text) else {
      fault(key, "'\(key)' is '\(text)'; expected \(expected)")
      return nil
    }
    let today = CalendarDay(daysSinceEpoch: 20_000)
    guard today.daysSinceEpoch - keeping.firstDay(on: today).daysSinceEpoch >= Keeping.leastDays
    else {
      fault(key, "'\(key)' is '\(text)'; issues look back 4 weeks, so keep \"4w\" or more")
      return nil
    }
    return keeping
  }

  /// Milliseconds of `"250ms"` or `"1s"`; `"0s"` is none.
  mutating func milliseconds(_ key: String) -> Int? {
    if entries[key]?.value.string == "0s" {
      known.append(key)
      return 0
    }
    return quantity(key, units: ["ms": 1, "s": 1000, "m": 60_000], example: "250ms")
  }

  /// Bytes of `"16MB"`, `"512KB"` or `"1GB"`.
  mutating func size(_ key: String) -> Int? {
    quantity(key, units: ["b": 1, "kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30], example: "16MB")
  }

  /// The tables of `[[key]]`, each with a reader.
  mutating func tables(_ key: String) -> [TableReader] {
    let nodes: [TOMLNode] =
      value(key, "written as [[\(inside)\(key)]]") { node in
        guard let array = node.array, array.allSatisfy({ $0.table != nil }) else { return nil }
        return array
      } ?? []
    return nodes.map { TableReader($0, name: "[[\(inside)\(key)]]", file: file) }
  }

  /// The table of `[key]`.
  mutating func table(_ key: String) -> TableReader? {
    value(key, "written as [\(inside)\(key)]") { $0.table == nil ? nil : $0 }
      .map { TableReader($0, name: "[\(inside)\(key)]", file: file) }
  }

  /// How the name of a table inside this one begins: `issue.`.
  private var inside: String {
    let bare = name.filter { $0 != "[" && $0 != "]" }
    return bare.isEmpty ? "" : bare + "."
  }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { entries[key] != nil }

  /// Notes a key that must be there.
  mutating func require(_ key: String, _ why: String) {
    required.insert("\(name) \(key)")
    guard entries[key] == nil else { return }
    faults.append("\(file):\(line): \(name.isEmpty ? "the file" : name) has no '\(key)'; \(why)")
  }

  /// Notes a fault at a key.
  mutating func fault(_ key: String, _ message: String) {
    let place = entries[key].map { "\($0.value.line):\($0.value.column)" } ?? "\(line)"
    faults.append("\(file):\(place): \(message)")
  }

  /// Takes over another reader's faults, once it is done.
  mutating func finish(_ reader: TableReader) {
    faults += reader.finished()
    keys += reader.keys
    required.formUnion(reader.required)
  }

  /// All faults, unknown keys last.
  func finished() -> [String] {
    let unknown = entries.filter { !known.contains($0.key) }
      .sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
    let place = name.isEmpty ? "" : " in \(name)"
    return faults
      + unknown.map { key, entry in
        "\(file):\(entry.line): unknown key '\(key)'\(place)\(Nearest.hint(key, known))"
      }
  }

  private mutating func value<T>(
    _ key: String, _ expected: String, shownAs kind: String? = nil, _ read: (TOMLNode) -> T?
  ) -> T? {
    known.append(key)
    keys.append(Key(table: name, name: key, expected: kind ?? expected))
    guard let node = entries[key]?.value else { return nil }
    guard let value = read(node) else {
      fault(key, "'\(key)' is \(node.kind); expected \(expected)")
      return nil
    }
    return value
  }

  private mutating func quantity(_ key: String, units: [String: Int], example: String) -> Int? {
    guard let text = string(key, as: "a number and a unit, as \"\(example)\"") else { return nil }
    let digits = text.prefix { $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    guard let number = Int(digits), number > 0, number < 1_000_000, let factor = units[unit] else {
      fault(key, "'\(key)' is '\(text)'; expected a number and a unit, as \"\(example)\"")
      return nil
    }
    return number * factor
  }
}
