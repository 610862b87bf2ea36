// Other programs on the same text.

import BenchmarkSupport
import Foundation
import Glibc

/// Another program's work on a file, in Python.
struct Peer {
  let name: String
  private let script: String

  /// The seconds of processor that it says its work took; `nil` where it is not installed.
  func seconds(_ file: URL) -> Double? {
    let output = WeekBenchmark.folder.appending(path: "output").path
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    guard Process.measure([python, "-c", script, file.path], output: output).status == 0,
      let text = try? String(contentsOfFile: output, encoding: .utf8)
    else { return nil }
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// scikit-learn's vectorizer with the same weights; its stop words and stems are not ours.
  static let vectorizer = Peer(
    name: "scikit-learn TfidfVectorizer(sublinear_tf=True)",
    script: """
      import sys, time
      from sklearn.feature_extraction.text import TfidfVectorizer
      posts = open(sys.argv[1], encoding='utf-8').read().split('\\n')[:-1]
      best = 9e9
      for _ in range(3):
        start = time.process_time()
        TfidfVectorizer(sublinear_tf=True).fit_transform(posts)
        best = min(best, time.process_time() - start)
      print(best)
      """)

  /// sumy's LexRank on sentences that are split already.
  static let lexRank = Peer(
    name: "sumy LexRankSummarizer",
    script: """
      import re, sys, time
      from sumy.parsers.plaintext import PlaintextParser
      from sumy.summarizers.lex_rank import LexRankSummarizer
      from sumy.nlp.stemmers import Stemmer
      class Lines:
        def to_sentences(self, text): return re.split(r'(?<=[.]) ', text.strip())
        def to_words(self, text): return re.findall(r'[a-z0-9]+', text.lower())
      text = open(sys.argv[1], encoding='utf-8').read()
      summarizer = LexRankSummarizer(Stemmer('english'))
      document = PlaintextParser(text, Lines()).document
      start = time.process_time()
      summarizer(document, 6)
      print(time.process_time() - start)
      """)
}
