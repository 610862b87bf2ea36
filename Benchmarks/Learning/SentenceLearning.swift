// Which sentences make a summary that is most like a person's.

import Analysis
import Foundation
import Ingest
import Text

/// Steps of coordinate ascent on `SentenceSalience.weights`: ROUGE-1 at three budgets, relative to that
/// of the weights in the sources, since one budget alone rewards chance.
enum SentenceLearning {
  typealias Weights = SentenceSalience.Weights

  private static let traits:
    [(name: String, path: any WritableKeyPath<Weights, Double> & Sendable)] = [
      ("centrality", \.centrality), ("postHead", \.postHead), ("openingUnit", \.openingUnit),
      ("openingHead", \.openingHead), ("early", \.early), ("title", \.title),
      ("functionWords", \.functionWords), ("persons", \.persons), ("question", \.question),
      ("unfinished", \.unfinished), ("listItem", \.listItem), ("courtesy", \.courtesy),
      ("takenBack", \.takenBack), ("short", \.short), ("long", \.long),
    ]
  /// What a trait must add to be kept, relatively.
  private static let least = 0.0005

  /// A text with the value of each trait of each sentence.
  private struct Example {
    let text: WeighedSentences
    let values: [[Double]]
    let gold: [String: Int]
    let size: Int
  }

  static func run(_ folder: String) throws {
    let sets = try DevelopmentSets.read("summarize", in: folder)
    for genre in [SentenceSalience.Genre.thread, .episode] {
      let own = sets.compactMap { _, cases -> [Example]? in
        guard (cases.first?.input.posts != nil) == (genre == .thread) else { return nil }
        return cases.compactMap { example($0, genre) }
      }
      print(genre == .thread ? "threads" : "episodes")
      let fits = [nil, 0, 1].map { half in
        ascend(
          own.map { set in set.indices.filter { half == nil || $0 % 2 == half }.map { set[$0] } },
          genre)
      }
      let now = SentenceSalience.weights(genre)
      Learning.show(
        traits.map { name, path in
          (
            name, now[keyPath: path], fits[0][keyPath: path], fits[1][keyPath: path],
            fits[2][keyPath: path]
          )
        })
    }
  }

  private static func example(_ item: Case, _ genre: SentenceSalience.Genre) -> Example? {
    guard case .summary(let gold) = item.gold else { return nil }
    let sentences =
      item.input.posts.map { posts in
        Sentences.ofPosts(posts.map { ($0.author ?? "", PlainText.ownWords(in: $0.text)) })
      } ?? Sentences.ofCues((item.input.segments ?? []).map { ($0.speaker, $0.text) })
    // The sum is linear in the weights: one trait at a time gives its values.
    let alone = traits.map { _, path -> WeighedSentences in
      var weights = Weights()
      weights[keyPath: path] = 1
      return SentenceSalience.weigh(
        sentences, genre: genre, title: item.input.title ?? "",
        vocabulary: Vocabulary(language: "en"), weights: weights)
    }
    let words = stems(gold)
    return alone.first.map {
      Example(text: $0, values: alone.map(\.weights), gold: counts(words), size: words.count)
    }
  }

  private static func ascend(_ sets: [[Example]], _ genre: SentenceSalience.Genre) -> Weights {
    var best = SentenceSalience.weights(genre)
    let base = sets.map { scores($0, best, genre) }
    func value(_ weights: Weights) -> Double {
      zip(sets, base).reduce(0) { sum, pair in
        zip(scores(pair.0, weights, genre), pair.1).reduce(sum) { $0 + $1.0 / $1.1 }
      } / Double(3 * sets.count)
    }
    var bestValue = value(best)
    for _ in 0..<3 {
      var moved = false
      for (_, path) in traits {
        for step in [0.3, -0.3] {
          var candidate = best
          candidate[keyPath: path] += step
          let found = value(candidate)
          if found > bestValue + least { (best, bestValue, moved) = (candidate, found, true) }
        }
      }
      if !moved { break }
    }
    print(String(format: "  %.4f of the weights in the sources", bestValue))
    return best
  }

  /// The mean ROUGE-1 F at three budgets around the person's own length.
  private static func scores(
    _ examples: [Example], _ weights: Weights, _ genre: SentenceSalience.Genre
  ) -> [Double] {
    let factors = traits.map { weights[keyPath: $0.path] }
    return [0.75, 1, 1.3].map { part in
      let sum = examples.reduce(0.0) { sum, example in
        let sums = example.text.sentences.indices.map { index in
          zip(example.values, factors).reduce(0) { $0 + $1.0[index] * $1.1 }
        }
        let text = example.text.weighed(sums)
        let chosen = Summarizer.summarize(
          text, genre: genre, words: Int(part * Double(example.size)))
        let said = counts(chosen.flatMap { stems(text.sentences[$0].text) })
        let shared = said.reduce(0) { $0 + min($1.value, example.gold[$1.key] ?? 0) }
        let size = said.values.reduce(0, +)
        return sum + (size == 0 ? 0 : 2 * Double(shared) / Double(size + example.size))
      }
      return sum / Double(max(examples.count, 1))
    }
  }

  private static func stems(_ text: String) -> [String] {
    Vocabulary(language: "en").stemmedWords(in: text)
  }

  private static func counts(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
