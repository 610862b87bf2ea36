// The unit of extraction: a sentence, with where it stands.

import Text

/// A sentence, with where it stands.
package struct Sentence: Equatable, Sendable {
  /// Its words, white space folded.
  package let text: String
  /// The post or cue in which it begins, from 0.
  package let unit: Int
  /// Its place among the sentences of its post or speaker's turn, from 0.
  package let place: Int
  /// The number of words.
  package let words: Int
  /// Who says it; `nil` when not known.
  package let author: String?
  /// Whether it is a heading: never quoted.
  package let isHeading: Bool
  /// Whether it is an item of a list.
  package let isListItem: Bool
}

/// Posts and cues to sentences.
package enum Sentences {
  /// The sentences of posts, in order.
  ///
  /// - Parameter posts: Author and words of each.
  package static func ofPosts(_ posts: [(author: String, words: String)]) -> [Sentence] {
    var result: [Sentence] = []
    for (unit, post) in posts.enumerated() {
      let bytes = Array(Markup.withoutQuotesAndCode(post.words).utf8)
      var place = 0
      for (range, kind) in SentenceSplitter.sentences(in: bytes) {
        let text = Strings.folded(String(decoding: bytes[range], as: UTF8.self))
        result.append(
          Sentence(
            text: text, unit: unit, place: place, words: wordCount(text), author: post.author,
            isHeading: kind == .heading, isListItem: kind == .listItem))
        if kind != .heading { place += 1 }
      }
    }
    return result
  }

  /// The sentences of a transcript: joined across cues of one speaker, each with the cue in which
  /// it begins.
  package static func ofCues(_ cues: [(speaker: String?, text: String)]) -> [Sentence] {
    var result: [Sentence] = []
    var first = 0
    while first < cues.count {
      var end = first + 1
      while end < cues.count, cues[end].speaker == cues[first].speaker { end += 1 }
      result += turn(cues, first..<end)
      first = end
    }
    return result
  }

  private static func turn(_ cues: [(speaker: String?, text: String)], _ range: Range<Int>)
    -> [Sentence]
  {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for index in range {
      starts.append(bytes.count)
      bytes += Array(cues[index].text.utf8)
      bytes.append(0x20)
    }
    var cue = 0
    return SentenceSplitter.sentences(in: bytes, marks: false).enumerated().map { place, sentence in
      while cue + 1 < starts.count, starts[cue + 1] <= sentence.range.lowerBound { cue += 1 }
      let text = Strings.folded(String(decoding: bytes[sentence.range], as: UTF8.self))
      return Sentence(
        text: text, unit: range.lowerBound + cue, place: place, words: wordCount(text),
        author: cues[range.lowerBound].speaker, isHeading: false, isListItem: false)
    }
  }

  /// Words as a reader counts them: runs apart by blanks.
  package static func wordCount(_ text: String) -> Int {
    text.utf8.split(whereSeparator: ASCII.isSpace).count
  }
}

/// What plain-text forms mark up by habit.
enum Markup {
  private static func isFence(_ line: Substring) -> Bool {
    line.drop { $0 == " " }.hasPrefix("```")
  }

  /// Text without quoted lines (`> `), fenced code, and a signature below `-- `.
  ///
  /// Sources: RFC 3676 §4.3 and §4.5 (signature, quoting), CommonMark §4.5 (fences).
  static func withoutQuotesAndCode(_ text: String) -> String {
    guard
      text.utf8.contains(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "`") })
        || text.contains("\n-- \n")
    else { return text }
    var kept: [Substring] = []
    var fenced = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // A fence that is never closed fences nothing.
    var fences = lines.filter(isFence).count / 2 * 2
    for line in lines {
      if isFence(line), fences > 0 {
        fences -= 1
        fenced.toggle()
        kept.append("")
      } else if line == "-- " {
        break
      } else if !fenced {
        kept.append(line.hasPrefix(">") ? "" : line)
      }
    }
    return kept.joined(separator: "\n")
  }
}
