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

  /// What is wrong, and where.
  private struct Fault {
    let line: Int
    /// `nil`: the whole line is meant.
    let column: Int?
    let message: String
  }

  /// A file that a key names.
  struct NamedFile {
    /// Where it is.
    let path: String
    /// As it is written.
    let written: String
    let line, column: Int
  }

  private let file: String
  private let name: String
  private let entries: [String: TOMLNode.Entry]
  /// The line that it begins in.
  let line: Int
  private var known: [String] = []
  private var wrong: [Fault] = []
  /// The keys that this reader and those that it has finished looked for, in order.
  private(set) var keys: [Key] = []
  /// Of these, the ones that must be there: `[[feed]] url`.
  private(set) var required: Set<String> = []

  /// - Parameter name: The table as it is written: `[[feed]]`; empty for the top of the file.
  init(_ node: TOMLNode, name: String, file: String) {
    entries = node.table ?? [:]
    (self.file, self.name, line) = (file, name, node.line)
  }

  /// - Parameters:
  ///   - kind: What the string says, for the reference.
  ///   - example: A good one, for the message about something else.
  mutating func string(
    _ key: String, as kind: String = "a string", example: String? = nil
  ) -> String? {
    let expected = "a string" + (example.map { ", as \"\($0)\"" } ?? "")
    return value(key, expected, shownAs: kind) { $0.string }
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
    guard number <= Self.most else {
      fault(key, "'\(key)' is \(number); it can be at most \(Self.most)")
      return nil
    }
    return number
  }

  /// No number of the configuration needs to be larger.
  private static let most = 1_000_000

  /// - Parameter kind: What the reference says that it is.
  mutating func strings(_ key: String, as kind: String = "a list of strings") -> [String] {
    let one = entries[key]?.value.string.map { ", as [\"\($0)\"]" } ?? ""
    return value(key, "a list of strings\(one)", shownAs: kind) { node in
      guard let array = node.array else { return nil }
      let strings = array.compactMap(\.string)
      return strings.count == array.count ? strings : nil
    } ?? []
  }

  /// The files that a list names, as seen from a folder; one that is not there is a fault.
  mutating func files(_ key: String, in folder: String) -> [NamedFile] {
    let names = strings(key)
    return zip(names, entries[key]?.value.array ?? []).map { name, node in
      let file = NamedFile(
        path: Files.resolve(name, in: folder), written: name, line: node.line, column: node.column)
      if !Files.exists(file.path) {
        wrong.append(
          Fault(line: node.line, column: node.column, message: Self.missing(name, file.path, key)))
      }
      return file
    }
  }

  /// The file that a key names and that is not there, in words.
  static func missing(_ name: String, _ path: String, _ key: String) -> String {
    let hint = Nearest.hint(Files.name(of: path), Files.entries(of: Files.folder(of: path)))
    return "'\(key)' names \(name), which is not there\(hint)"
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
    let kind = "one of " + names.joined(separator: ", ")
    guard let text = string(key, as: kind, example: names.first) else { return nil }
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
    guard let text = string(key, as: expected, example: "2y") else { return nil }
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
      value(
        key, "tables, each written as [[\(inside)\(key)]]",
        shownAs: "written as [[\(inside)\(key)]]"
      ) { node in
        guard let array = node.array, array.allSatisfy({ $0.table != nil }) else { return nil }
        return array
      } ?? []
    return nodes.map { TableReader($0, name: "[[\(inside)\(key)]]", file: file) }
  }

  /// The table of `[key]`.
  mutating func table(_ key: String) -> TableReader? {
    value(
      key, "a table, written as [\(inside)\(key)]", shownAs: "written as [\(inside)\(key)]"
    ) { $0.table == nil ? nil : $0 }
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
    let table = name.isEmpty ? "the file" : name
    wrong.append(Fault(line: line, column: nil, message: "\(table) has no '\(key)'; \(why)"))
  }

  /// The line of a key; that of the table where the key is not there.
  func line(of key: String) -> Int { entries[key]?.line ?? line }

  /// Notes a fault at a key.
  mutating func fault(_ key: String, _ message: String) {
    let value = entries[key]?.value
    wrong.append(Fault(line: value?.line ?? line, column: value?.column, message: message))
  }

  /// Takes over another reader's faults, once it is done.
  mutating func finish(_ reader: TableReader) {
    wrong += reader.wrong + reader.unknown
    keys += reader.keys
    required.formUnion(reader.required)
  }

  /// All faults, in the order of their lines.
  func finished() -> [String] {
    (wrong + unknown).enumerated().sorted { a, b in
      (a.element.line, a.element.column ?? 0, a.offset)
        < (b.element.line, b.element.column ?? 0, b.offset)
    }.map { _, fault in
      let place = "\(fault.line)" + (fault.column.map { ":\($0)" } ?? "")
      return "\(file):\(place): \(fault.message)"
    }
  }

  /// The keys that nobody looked for.
  private var unknown: [Fault] {
    let place = name.isEmpty ? "" : " in \(name)"
    return entries.filter { !known.contains($0.key) }
      .sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
      .map { key, entry in
        let what = entry.value.isTable ? "table" : "key"
        return Fault(
          line: entry.line, column: nil,
          message: "unknown \(what) '\(key)'\(place)\(Nearest.hint(key, known))")
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
    let kind = "a number and a unit, as \"\(example)\""
    guard let text = string(key, as: kind, example: example) else { return nil }
    let digits = text.prefix { $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    guard let number = Int(digits), number > 0, number < 1_000_000, let factor = units[unit] else {
      fault(key, "'\(key)' is '\(text)'; expected a number and a unit, as \"\(example)\"")
      return nil
    }
    return number * factor
  }
}
