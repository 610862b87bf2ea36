// The reference of the configuration files, as a manual page and as Markdown.

import Pipeline

/// The reference of the configuration files.
enum ConfigurationPage {
  /// The manual page hallway.toml(5), as mdoc.
  static func manual() -> String {
    """
    .\\" Made by 'hallway manual config' from what the program reads.
    .Dd \(Program.released)
    .Dt HALLWAY.TOML 5
    .Os
    .Sh NAME
    .Nm hallway.toml
    .Nd configuration of hallway
    .Sh DESCRIPTION
    .Xr hallway 1
    reads three files, all of them TOML 1.0.
    \(ConfigurationReference.files.map(section).joined())\
    .Sh SEE ALSO
    .Xr hallway 1

    """
  }

  private static func section(_ file: ConfigurationReference.File) -> String {
    var text = ".Sh \(file.name.uppercased())\n" + Mdoc.prose(file.words)
    for table in file.tables {
      if !table.name.isEmpty {
        text += ".Ss \(Mdoc.plain(table.name))\\&\n" + (table.words.map(Mdoc.prose) ?? "")
      }
      text += Mdoc.list(
        table.keys.map { key in
          let words = "\(value(key)). \(key.words ?? "")"
          return ("Ic \(key.name)", Mdoc.prose(words))
        })
    }
    return text + ".Pp\nAn example:\n.Bd -literal -offset indent\n"
      + file.example.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { Mdoc.plain(String($0)) + "\n" }.joined() + ".Ed\n"
  }

  /// The same as Markdown.
  static func markdown() -> String {
    var text = """
      # Configuration

      Made by `hallway manual config.md` from what the program reads; a test keeps it in step.

      """
    for file in ConfigurationReference.files {
      text += "\n## \(file.name)\n\n\(file.words)\n\n```toml\n\(file.example)```\n"
      for table in file.tables {
        text += table.name.isEmpty ? "\n" : "\n### `\(table.name)`\n\n"
        if let words = table.words { text += "\(words)\n\n" }
        text += "| key | value | |\n| --- | --- | --- |\n"
        for key in table.keys {
          text += "| `\(key.name)` | \(cell(value(key))) | \(cell(key.words ?? "")) |\n"
        }
      }
    }
    return text
  }

  private static func value(_ key: ConfigurationReference.Key) -> String {
    key.isRequired ? "\(key.expected), needed" : key.expected
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
