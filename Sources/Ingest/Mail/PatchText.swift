// Patches and other program text in the lines of a message.

import Text

/// Patches and other program text in the lines of a message.
enum PatchText {
  /// Where the patch ends that begins at a line; `nil` where none begins.
  ///
  /// - Complexity: Linear in the lines of the patch.
  static func end(from start: Int, in text: MailLines, limit: Int) -> Int? {
    guard begins(at: start, in: text, limit: limit) else { return nil }
    var (old, new) = (0, 0)
    var end = start
    var index = start
    while index < limit {
      let line = text.lines[index]
      if line.isBlank {
        // An empty line of context, or the end.
        index += 1
        if old > 0 || new > 0 {
          (old, new) = (old - 1, new - 1)
          end = index
        }
        continue
      }
      let first = text.bytes[line.text.lowerBound]
      if let hunk = hunk(text, index) {
        (old, new) = hunk
      } else if old > 0 || new > 0 {
        switch first {
        case UInt8(ascii: "+") where line.indent == 0: new -= 1
        case UInt8(ascii: "-") where line.indent == 0: old -= 1
        case UInt8(ascii: "\\"): break
        // A mail program wrapped a line, or took the blank of the context away.
        default: (old, new) = (old - 1, new - 1)
        }
      } else if !isHead(text, index) {
        break
      }
      index += 1
      end = index
    }
    return end
  }

  private static func begins(at index: Int, in text: MailLines, limit: Int) -> Bool {
    let line = text.lines[index].text
    if ByteLines.starts(text.bytes, line, with: "diff --git ")
      || ByteLines.starts(text.bytes, line, with: "diff -")
    {
      return true
    }
    if ByteLines.starts(text.bytes, line, with: "@@ -") { return hunk(text, index) != nil }
    if ByteLines.starts(text.bytes, line, with: "Index: ") {
      return index + 1 < limit
        && ByteLines.starts(text.bytes, text.lines[index + 1].text, with: "=====")
    }
    return ByteLines.starts(text.bytes, line, with: "--- ") && index + 1 < limit
      && ByteLines.starts(text.bytes, text.lines[index + 1].text, with: "+++ ")
  }

  /// The numbers of lines in `@@ -1,3 +1,4 @@`.
  private static func hunk(_ text: MailLines, _ index: Int) -> (old: Int, new: Int)? {
    let line = text.lines[index].text
    guard ByteLines.starts(text.bytes, line, with: "@@ -"), line.count < 1000 else { return nil }
    let words = text.string(index).split(separator: " ", maxSplits: 4)
    guard words.count >= 3, words[2].hasPrefix("+") else { return nil }
    func count(_ word: Substring) -> Int {
      let parts = word.dropFirst().split(separator: ",")
      // No patch in a mail has longer hunks; a larger number is a hostile one.
      return parts.count == 2 ? min(max(Int(parts[1]) ?? 0, 0), 100_000) : 1
    }
    return (count(words[1]), count(words[2]))
  }

  private static func isHead(_ text: MailLines, _ index: Int) -> Bool {
    let line = text.lines[index].text
    let marks: [StaticString] = [
      "diff -", "index ", "Index: ", "=====", "--- ", "+++ ", "new file mode", "deleted file mode",
      "old mode", "new mode", "similarity index", "dissimilarity", "rename ", "copy ",
      "Binary files", "GIT binary patch", "\\ No newline", "@@ ",
    ]
    return marks.contains { ByteLines.starts(text.bytes, line, with: $0) }
  }

  /// Whether a line counts changes: ` Sources/a.swift | 3 ++-`, `2 files changed, 3 insertions(+)`.
  static func isStatistic(_ line: String) -> Bool {
    guard line.utf8.count <= 200 else { return false }
    if Strings.contains(line, " changed, "),
      Strings.contains(line, "(+)") || Strings.contains(line, "(-)")
    {
      return true
    }
    if line.hasPrefix("create mode ") || line.hasPrefix("delete mode ") { return true }
    guard let bar = line.lastIndex(of: "|") else { return false }
    let rest = line[line.index(after: bar)...].split(separator: " ")
    guard let first = rest.first, rest.count <= 2, Int(first) != nil || first == "Bin" else {
      return false
    }
    return rest.count == 1 || rest[1].allSatisfy { $0 == "+" || $0 == "-" }
  }
}
