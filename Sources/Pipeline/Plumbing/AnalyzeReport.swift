// `hallway analyze`: NDJSON in, NDJSON out, one object a line, in the same order.

import Analysis
import FoundationEssentials
import Ingest
import Model
import Text

/// The methods of analysis by themselves, for scripts and benchmarks.
package enum AnalyzeReport {
  /// What can be asked for.
  package enum Task: Sendable {
    /// Sentences, at most so many words.
    case summarize(words: Int)
    /// Chapters of episodes.
    case segment
    /// Clusters of all documents.
    case cluster
    /// Key phrases, at most so many.
    case keyphrases(top: Int)
  }

  /// Reads NDJSON and gives NDJSON; a line that is not such an object gives an error in its place.
  ///
  /// - Returns: The output, and whether every line could be read.
  package static func run(_ task: Task, input: [UInt8], language: String) async -> (String, Bool) {
    var output = Output()
    let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().filter {
      _, line in
      !line.allSatisfy(ASCII.isSpace)
    }
    switch task {
    case .summarize(let words):
      for (number, line) in lines {
        output.add(number, line) { (talk: Talk) in try summarize(talk, words, language) }
      }
    case .segment:
      for (number, line) in lines {
        output.add(number, line) { (talk: Talk) in try segment(talk, language) }
      }
    case .cluster: await cluster(lines, language, &output)
    case .keyphrases(let top): keyphrases(lines, top, language, &output)
    }
    return (output.text, output.allRead)
  }

  // MARK: Tasks

  private static func summarize(_ talk: Talk, _ words: Int, _ language: String) throws -> Summary {
    let vocabulary = Vocabulary(language: talk.language(language))
    let sentences: [Sentence]
    let genre: SentenceSalience.Genre
    if let posts = talk.posts {
      genre = .thread
      sentences = Sentences.ofPosts(
        posts.map { ($0.author ?? "", PlainText.ownWords(in: $0.text)) })
    } else if let segments = talk.segments {
      genre = .episode
      sentences = Sentences.ofCues(segments.map { ($0.speaker, Strings.folded($0.text)) })
    } else {
      throw Malformed(message: "has neither 'posts' nor 'segments'")
    }
    let text = SentenceSalience.weigh(
      sentences, genre: genre, title: talk.title ?? "", vocabulary: vocabulary)
    let chosen = Summarizer.summarize(text, genre: genre, words: words)
    return Summary(
      id: talk.id,
      sentences: chosen.map { index in
        let sentence = sentences[index]
        return Summary.Line(
          text: sentence.text, post: talk.posts == nil ? nil : sentence.unit,
          start: talk.segments?[sentence.unit].start, score: rounded(text.weights[index]))
      })
  }

  private static func segment(_ talk: Talk, _ language: String) throws -> Chapters {
    guard let segments = talk.segments else { throw Malformed(message: "has no 'segments'") }
    let vocabulary = Vocabulary(language: talk.language(language))
    let firsts = Segmentation.boundaries(
      segments.map(\.text), speakers: segments.map(\.speaker), vocabulary: vocabulary)
    let texts = firsts.indices.map { index in
      let end = index + 1 < firsts.count ? firsts[index + 1] : segments.count
      return segments[firsts[index]..<end].map(\.text).joined(separator: " ")
    }
    let weights = TFIDF(
      documents: texts.map { vocabulary.terms(in: $0) }, terms: vocabulary.count)
    return Chapters(
      id: talk.id,
      chapters: firsts.indices.map { index in
        let phrases = Keyphrases.phrases(
          title: "", text: texts[index], weights: weights, vocabulary: vocabulary, limit: 8,
          atLeast: 2, style: .talk)
        return Chapters.Chapter(
          start: segments[firsts[index]].start, segment: firsts[index],
          title: phrases.isEmpty ? nil : ChapterTitles.title(phrases),
          keyphrases: phrases.map(\.text))
      })
  }

  private static func cluster(
    _ lines: [(Int, ArraySlice<UInt8>)], _ language: String, _ output: inout Output
  ) async {
    let vocabulary = Vocabulary(language: language)
    let read = lines.map { number, line in (number, decode(TextDocument.self, line)) }
    let documents = read.compactMap { try? $0.1.get() }  // the faulty ones are reported below
    // By what they are, so that the order in which they come changes nothing.
    let order = documents.indices.sorted { a, b in
      (documents[a].id, documents[a].title ?? "", documents[a].text, a)
        < (documents[b].id, documents[b].title ?? "", documents[b].text, b)
    }
    let finder = await TopicFinder(
      order.map { index in
        let document = documents[index]
        return Document(
          id: document.id, kind: .article, parent: document.id, title: document.title ?? "",
          text: document.text, language: Language.check(document.text, declared: language))
      }, known: [], registries: [], vocabulary: vocabulary)
    let (labels, topics) = finder.partition()
    var clusters = [Int](repeating: 0, count: documents.count)
    for (label, index) in zip(labels, order) { clusters[index] = label }
    var next = clusters.makeIterator()
    for (number, result) in read {
      switch result {
      case .success(let document):
        output.add(Assignment(id: document.id, cluster: "\(next.next() ?? 0)"))
      case .failure(let fault): output.add(fault, number)
      }
    }
    output.add(
      Topics(
        topics: topics.enumerated().map { index, label in
          Topics.Topic(
            cluster: "\(index)", label: label.label.isEmpty ? nil : label.label,
            terms: label.terms)
        }))
  }

  private static func keyphrases(
    _ lines: [(Int, ArraySlice<UInt8>)], _ top: Int, _ language: String, _ output: inout Output
  ) {
    let vocabulary = Vocabulary(language: language)
    let read = lines.map { number, line in (number, decode(TextDocument.self, line)) }
    let terms = read.map { _, result -> [Int32] in
      guard let document = try? result.get() else { return [] }  // reported below
      return vocabulary.terms(
        in: (document.title ?? "") + "\n" + document.text,
        language: Language.check(document.text, declared: language))
    }
    let weights = TFIDF(documents: terms, terms: vocabulary.count)
    for (number, result) in read {
      switch result {
      case .success(let document):
        let phrases = Keyphrases.phrases(
          title: document.title ?? "", text: document.text, weights: weights,
          vocabulary: vocabulary, limit: top,
          language: Language.check(document.text, declared: language))
        output.add(Phrases(id: document.id, keyphrases: phrases.map(\.text)))
      case .failure(let fault): output.add(fault, number)
      }
    }
  }

  /// Four digits are more than any score means.
  private static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  // MARK: What comes in

  private struct Talk: Decodable {
    struct Post: Decodable {
      let author: String?
      let text: String
    }
    struct Segment: Decodable {
      let start: Double?
      let speaker: String?
      let text: String
    }
    let id: String
    let title: String?
    let posts: [Post]?
    let segments: [Segment]?

    /// The code of the language that it is in, if that is clear, or else the declared one.
    func language(_ declared: String) -> String {
      let texts = posts?.prefix(20).map(\.text) ?? segments?.prefix(200).map(\.text) ?? []
      return Language.check(texts.joined(separator: "\n"), declared: declared)
    }
  }

  private struct TextDocument: Decodable {
    let id: String
    let title: String?
    let text: String
  }

  private struct Malformed: Error {
    let message: String
  }

  private static func decode<T: Decodable>(_ type: T.Type, _ line: ArraySlice<UInt8>)
    -> Result<T, Malformed>
  {
    do {
      return .success(try JSONDecoder().decode(type, from: Data(line)))
    } catch let error as DecodingError {
      return .failure(Malformed(message: describe(error)))
    } catch {
      return .failure(Malformed(message: "cannot be read"))
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of the wrong type"
    default: "is not a JSON object"
    }
  }

  // MARK: What goes out

  private struct Summary: Encodable {
    struct Line: Encodable {
      let text: String
      let post: Int?
      let start: Double?
      let score: Double
    }
    let id: String
    let sentences: [Line]
  }

  private struct Chapters: Encodable {
    struct Chapter: Encodable {
      let start: Double?
      let segment: Int
      let title: String?
      let keyphrases: [String]
    }
    let id: String
    let chapters: [Chapter]
  }

  private struct Assignment: Encodable {
    let id, cluster: String
  }

  private struct Topics: Encodable {
    struct Topic: Encodable {
      let cluster: String
      let label: String?
      let terms: [String]
    }
    let topics: [Topic]
  }

  private struct Phrases: Encodable {
    let id: String
    let keyphrases: [String]
  }

  private struct Fault: Encodable {
    let error: String
  }

  private struct Output {
    var text = ""
    var allRead = true
    private let encoder: JSONEncoder

    init() {
      encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    mutating func add<T: Decodable>(
      _ number: Int, _ line: ArraySlice<UInt8>, _ work: (T) throws -> some Encodable
    ) {
      switch decode(T.self, line) {
      case .success(let value):
        do {
          add(try work(value))
        } catch {
          add(error as? Malformed ?? Malformed(message: "\(error)"), number)
        }
      case .failure(let fault): add(fault, number)
      }
    }

    mutating func add(_ fault: Malformed, _ number: Int) {
      allRead = false
      add(Fault(error: "line \(number + 1): \(fault.message)"))
    }

    mutating func add(_ value: some Encodable) {
      do {
        text += String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
      } catch {
        allRead = false
        text += "{\"error\": \"cannot be written as JSON\"}\n"
      }
    }
  }
}
