// Which sentences make the summary.

/// Which sentences make the summary.
///
/// Greedy by weight less likeness to what is chosen: J. Carbonell and J. Goldstein, *The Use of
/// MMR, Diversity-Based Reranking* (1998). Whole sentences only, never over the budget, a few a
/// person.
package enum SentenceSelection {
  /// What bounds a summary.
  package struct Limits: Sendable {
    /// Words in all.
    package var words: Int
    /// Sentences of one author; `nil`: as many as there are.
    ///
    /// Where one person says everything it does not bound.
    package var perAuthor: Int?
    /// How much likeness to what is chosen costs.
    package var redundancy: Double
    /// Sentences in all; `nil`: as many as the words allow.
    package var sentences: Int?

    /// Creates limits.
    package init(words: Int, perAuthor: Int? = nil, redundancy: Double, sentences: Int? = nil) {
      (self.words, self.perAuthor) = (words, perAuthor)
      (self.redundancy, self.sentences) = (redundancy, sentences)
    }
  }

  /// The chosen sentences' indices, in reading order.
  ///
  /// - Parameter allowed: Which sentences may be chosen at all.
  /// - Complexity: O(chosen × sentences).
  package static func choose(
    _ text: WeighedSentences, limits: Limits, allowed: (Int) -> Bool
  ) -> [Int] {
    let (sentences, weights, vectors) = (text.sentences, text.weights, text.vectors)
    var candidates = sentences.indices.filter {
      // A sentence of function words ("Nothing more, nothing less.") says nothing by itself.
      isQuotable(sentences[$0]) && vectors[$0].terms.count >= 3 && allowed($0)
    }
    let authors = Set(candidates.map { sentences[$0].author ?? "" })
    let perAuthor = authors.count > 1 ? limits.perAuthor ?? Int.max : Int.max
    var likeness = [Double](repeating: 0, count: sentences.count)
    var chosen: [Int] = []
    var used = 0
    var byAuthor: [String: Int] = [:]
    while chosen.count < limits.sentences ?? Int.max {
      var best: Int?
      var bestScore = -Double.infinity
      candidates.removeAll { index in
        used + sentences[index].words > limits.words
          || byAuthor[sentences[index].author ?? "", default: 0] >= perAuthor
          || likeness[index] > 0.8
      }
      for index in candidates {
        let score = weights[index] - limits.redundancy * likeness[index]
        if score > bestScore {
          best = index
          bestScore = score
        }
      }
      guard let best else { break }
      chosen.append(best)
      used += sentences[best].words
      byAuthor[sentences[best].author ?? "", default: 0] += 1
      candidates.removeAll { $0 == best || sentences[$0].text == sentences[best].text }
      for index in candidates {
        likeness[index] = max(likeness[index], vectors[index].dot(vectors[best]))
      }
    }
    return chosen.sorted()
  }

  /// Whether a sentence can be quoted: verbatim, of a readable length, made of words, and
  /// not a heading.
  package static func isQuotable(_ sentence: Sentence) -> Bool {
    guard !sentence.isHeading, sentence.isVerbatim, (4...70).contains(sentence.words),
      !sentence.text.hasSuffix(":"),
      !sentence.text.utf8.contains(UInt8(ascii: "\\"))  // formulas
    else { return false }
    var letters = 0
    var marks = 0
    for byte in sentence.text.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x80...: letters += 1
      // \ { } _ ^ = < > | ~
      case 0x5C, 0x7B, 0x7D, 0x5F, 0x5E, 0x3D, 0x3C, 0x3E, 0x7C, 0x7E: marks += 1
      default: break
      }
    }
    let length = sentence.text.utf8.count
    return letters * 10 >= length * 6 && marks * 25 <= length
      && !sentence.text.contains("http://") && !sentence.text.contains("https://")
  }
}
