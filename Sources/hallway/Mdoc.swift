// Text to the manual's language.

/// Text to mdoc, the language of manual pages (mandoc's mdoc(7); groff reads it too).
enum Mdoc {
  /// Prose: each sentence begins a line, as mdoc wants it, and no line is long.
  static func prose(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let beginsSentence = line.hasSuffix(".") && word.first?.isUppercase == true
      let piece = plain(String(word))
      if !line.isEmpty, beginsSentence || size(line) + size(piece) > 78 {
        lines.append(line)
        line = ""
      }
      // A line that begins with a dot would be a request.
      line += line.isEmpty ? (piece.first == "." ? "\\&" : "") + piece : " " + piece
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }

  /// Bytes as mandoc counts them: a letter beyond ASCII is `\[u00EA]` to it.
  private static func size(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
  }

  /// Letters that stay what they are: roff makes a backslash, quotes and dashes into others.
  static func plain(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      switch letter {
      case "\\": result += "\\e"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      default: result.append(letter)
      }
    }
  }

  /// One argument of a macro.
  static func argument(_ text: String) -> String {
    let quoted = plain(text).reduce(into: "") { $0 += $1 == "\"" ? "\\(dq" : String($1) }
    return "\"\(quoted)\""
  }

  /// A list of names with what they mean.
  static func list(_ items: [(head: String, body: String)]) -> String {
    ".Bl -tag -width Ds\n" + items.map { ".It \($0.head)\n\($0.body)" }.joined() + ".El\n"
  }
}
