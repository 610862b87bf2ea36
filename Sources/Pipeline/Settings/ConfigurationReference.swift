// Every key of the configuration files, as the readers look for them.

/// Every key of the configuration files: made by the readers themselves, so that none can be missing.
package enum ConfigurationReference {
  /// A key.
  package struct Key: Sendable {
    /// Its name.
    package let name: String
    /// What its value must be: `a string`.
    package let expected: String
    /// Whether the table must have it.
    package let isRequired: Bool
    /// What it means; `nil` when nobody has written that down.
    package let words: String?
  }

  /// A table.
  package struct Table: Sendable {
    /// As it is written: `[[feed]]`; empty for the top of the file.
    package let name: String
    /// What it is about.
    package let words: String?
    /// Its keys, in the order in which they are read.
    package let keys: [Key]
  }

  /// A file.
  package struct File: Sendable {
    /// Its usual name.
    package let name: String
    /// What it is for.
    package let words: String
    /// A file to start from.
    package let example: String
    /// Its tables; the top of the file first.
    package let tables: [Table]
  }

  /// The files, the configuration itself first.
  package static let files: [File] = [settings, topics, editor]

  /// A file with every table in it: a reader looks for a table's keys where the table is.
  private static let allTables =
    "[[feed]]\n[[episode]]\n[[registry]]\n[issue]\n[fetch]\n[mail]\n"

  private static var settings: File {
    let keys = keys(in: allTables) { reader in
      var settings = Settings(file: "")
      _ = SettingsReader.tables(&reader, &settings, folder: "")
    }
    return file(
      "hallway.toml", ConfigurationWords.settingsExample, keys, ConfigurationWords.settings)
  }

  private static var topics: File {
    let keys = keys(in: "[[topic]]\n") {
      _ = TopicsFile.tables(&$0)
    }
    return file("topics.toml", ConfigurationWords.topicsExample, keys, ConfigurationWords.topics)
  }

  private static var editor: File {
    let all = "[[issue]]\nweek = \"2026-W47\"\n[[issue.choose]]\n[[issue.remark]]\n"
    let keys = keys(in: all) {
      _ = EditorFile.tables(&$0)
    }
    return file("editor.toml", ConfigurationWords.editorExample, keys, ConfigurationWords.editor)
  }

  /// What a reader looks for in a file.
  private static func keys(
    in text: String, read: (inout TableReader) -> Void
  ) -> TableReader {
    do {
      var reader = TableReader(
        try TOMLNode.parse(Array(text.utf8), file: ""), name: "", file: "")
      read(&reader)
      return reader
    } catch {
      preconditionFailure("the reference's own tables are TOML: \(error)")
    }
  }

  private static func file(
    _ name: String, _ example: String, _ reader: TableReader, _ words: [String: String]
  ) -> File {
    var names: [String] = [""]
    for key in reader.keys where !names.contains(key.table) { names.append(key.table) }
    let tables = names.map { table in
      Table(
        name: table, words: table.isEmpty ? nil : words[table],
        keys: reader.keys.filter { $0.table == table }.map { key in
          let place = "\(table) \(key.name)"
          return Key(
            name: key.name, expected: key.expected, isRequired: reader.required.contains(place),
            words: words[table.isEmpty ? key.name : place])
        })
    }
    return File(
      name: name, words: words[""] ?? "", example: example,
      tables: tables.filter { !$0.keys.isEmpty })
  }
}
