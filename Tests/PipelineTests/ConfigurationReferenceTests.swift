import Model
import Support
import Testing

@testable import Pipeline

/// The reference says everything that the readers read, and nothing else.
struct ConfigurationReferenceTests {
  @Test func everyKeyIsExplained() {
    for file in ConfigurationReference.files {
      for table in file.tables {
        #expect(
          table.name.isEmpty || table.words != nil,
          "\(file.name): say what \(table.name) is in ConfigurationWords.swift")
        for key in table.keys {
          #expect(
            key.words != nil,
            "\(file.name): say what '\(key.name)' in '\(table.name)' is in ConfigurationWords.swift"
          )
        }
      }
    }
  }

  @Test func everyTableIsEntered() {
    for file in ConfigurationReference.files {
      let entered = file.tables.map(\.name)
      for key in file.tables.flatMap(\.keys) where key.expected.hasPrefix("written as ") {
        #expect(
          entered.contains(String(key.expected.dropFirst(11))),
          "\(file.name): add \(key.expected.dropFirst(11)) to what ConfigurationReference reads")
      }
    }
  }

  @Test(arguments: [
    (ConfigurationWords.settings, "hallway.toml"), (ConfigurationWords.topics, "topics.toml"),
    (ConfigurationWords.editor, "editor.toml"),
  ])
  func nothingElseIsExplained(words: [String: String], name: String) throws {
    let file = try #require(ConfigurationReference.files.first { $0.name == name })
    var places: Set<String> = [""]
    for table in file.tables {
      if !table.name.isEmpty { places.insert(table.name) }
      for key in table.keys {
        places.insert(table.name.isEmpty ? key.name : "\(table.name) \(key.name)")
      }
    }
    #expect(Set(words.keys).subtracting(places) == [])
  }

  @Test func whatMustBeThereIsMarked() throws {
    let settings = try #require(ConfigurationReference.files.first)
    let feed = try #require(settings.tables.first { $0.name == "[[feed]]" })
    #expect(feed.keys.filter(\.isRequired).map(\.name) == ["url"])
    #expect(feed.keys.first { $0.name == "kind" }?.expected == "one of forum, blog, podcast")
  }

  @Test func theExamplesCanBeRead() throws {
    func faults(_ text: String, _ read: (inout TableReader) -> Void) throws -> [String] {
      var reader = TableReader(
        try TOMLNode.parse(Array(text.utf8), file: "e"), name: "", file: "e")
      read(&reader)
      return reader.finished()
    }
    let folder = try TemporaryFolder()
    try folder.write("list.opml", "")
    let settings = try faults(ConfigurationWords.settingsExample) {
      var settings = Settings(file: "e")
      _ = SettingsReader.tables(
        &$0, &settings, folder: String(folder.path("list.opml").dropLast(10)))
      #expect(settings.sources.count == 2)
    }
    #expect(settings == [])
    let topics = try faults(ConfigurationWords.topicsExample) {
      #expect(TopicsFile.tables(&$0).count == 1)
    }
    #expect(topics == [])
    let editor = try faults(ConfigurationWords.editorExample) {
      #expect(EditorFile.tables(&$0).last?.choices.count == 1)
    }
    #expect(editor == [])
  }
}
