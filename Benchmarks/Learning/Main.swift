// Learns the weights that Analysis keeps as constants, on development sets: prints them beside those.

import Foundation

/// `learn terms|sentences|phrases FOLDER`, `learn weeks WEEKS POSTS REPLAY PROGRAM`.
///
/// The folder holds the sets as gzipped NDJSON (`summarize-NAME.ndjson.gz`, `keyphrases-NAME.ndjson.gz`),
/// a case a line with `input` and `gold`. What is printed is rounded and put into the sources by hand,
/// where both halves of the cases agree.
@main
enum Learning {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("terms", 2): try TermLearning.run(arguments[2])
    case ("sentences", 2): try SentenceLearning.run(arguments[2])
    case ("phrases", 2): try PhraseLearning.run(arguments[2])
    case ("weeks", 5):
      try WeekLearning.run(
        weeks: arguments[2], posts: arguments[3], replay: arguments[4], program: arguments[5])
    default:
      print("usage: learn terms|sentences|phrases FOLDER")
      print("       learn weeks WEEKS.ndjson POSTS.ndjson.gz REPLAY.py HALLWAY")
      exit(2)
    }
  }

  /// Prints names with what was fitted on all cases and on each half, beside what is in the sources.
  static func show(_ rows: [(name: String, now: Double, all: Double, even: Double, odd: Double)]) {
    print("in the sources   all   even    odd")
    for row in rows {
      print(
        String(format: "%14.2f %5.2f %6.2f %6.2f  ", row.now, row.all, row.even, row.odd) + row.name
      )
    }
  }
}
