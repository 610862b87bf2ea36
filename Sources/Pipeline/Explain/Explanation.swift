// Why something in an issue is as it is: facts, tables, and the keys that would change it.

/// Why something in an issue is as it is.
package struct Explanation: Sendable {
  /// What is explained.
  package enum Kind: String, Sendable {
    case thread, post, quote, article, episode, chapter, advertising, topic, proposal
  }

  /// A text or a number.
  package enum Value: Sendable {
    case text(String)
    case number(Double)
    case count(Int)

    /// A whole number without digits behind the point.
    static func amount(_ number: Double) -> Value {
      Int(exactly: number).map { .count($0) } ?? .number(number)
    }
  }

  /// One thing to know.
  package struct Fact: Sendable {
    let key: StaticString
    let value: Value
    /// How a reader sees it; `nil`: as it is.
    let shown: String?
  }

  /// One row of a table.
  package struct Row: Sendable {
    let name: String
    let cells: [(key: StaticString, value: Value)]
    /// What there is to say of it.
    let note: String?
  }

  /// A list of things of one kind.
  package struct Table: Sendable {
    let key: StaticString
    /// What it is, for a reader.
    let title: String
    /// Whether the rows are named by sentences, which stand behind their numbers.
    let isOfSentences: Bool
    let rows: [Row]
  }

  /// A key of a file of the configuration.
  package struct Key: Sendable {
    let file: String
    let key: String
    /// What it says now; `nil` when it is not there.
    let now: String?
    let effect: String
  }

  /// What is explained.
  package let kind: Kind
  /// Its title, label or words.
  package let subject: String
  /// The issue that it was looked for in, by its name in addresses.
  package let issue: String
  /// What there is to know, in order.
  package private(set) var facts: [Fact] = []
  /// Lists, in order.
  package private(set) var tables: [Table] = []
  /// What would change it.
  package private(set) var keys: [Key] = []

  init(_ kind: Kind, _ subject: String, issue: String) {
    (self.kind, self.subject, self.issue) = (kind, subject, issue)
  }

  /// Adds a text; nothing where there is none.
  mutating func add(_ key: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    facts.append(Fact(key: key, value: .text(text), shown: nil))
  }

  /// Adds a number.
  mutating func add(_ key: StaticString, _ number: Double, shown: String? = nil) {
    facts.append(Fact(key: key, value: .number(number), shown: shown))
  }

  /// Adds a whole number.
  mutating func add(_ key: StaticString, _ count: Int, shown: String? = nil) {
    facts.append(Fact(key: key, value: .count(count), shown: shown))
  }

  /// Adds a table; nothing where it has no rows.
  mutating func add(
    _ key: StaticString, _ title: String, sentences: Bool = false, _ rows: [Row]
  ) {
    guard !rows.isEmpty else { return }
    tables.append(Table(key: key, title: title, isOfSentences: sentences, rows: rows))
  }

  /// Adds a key.
  mutating func add(_ key: Key) { keys.append(key) }
}

extension Explanation.Row {
  init(
    _ name: String, _ cells: [(key: StaticString, value: Explanation.Value)], _ note: String? = nil
  ) {
    self.init(name: name, cells: cells, note: note)
  }
}
