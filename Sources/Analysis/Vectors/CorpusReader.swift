// Many texts to lists of terms, on as many cores as wished.

import Text

/// Reads many texts into lists of terms.
///
/// Each share of the texts but the first has a vocabulary of its own, and these are merged in the
/// order of texts: ids go by first appearance, whatever the number of cores.
package enum CorpusReader {
  /// The terms of texts.
  ///
  /// - Parameters:
  ///   - texts: Each is one document.
  ///   - languages: The code of each one's language; empty if all are in the vocabulary's.
  ///   - vocabulary: Takes in the new terms.
  ///   - width: How many cores may work.
  package static func read(
    _ texts: [String], languages: [String] = [], vocabulary: Vocabulary, width: Int
  ) async -> TermLists {
    precondition(
      languages.isEmpty || languages.count == texts.count, "as many languages as documents")
    let sizes = texts.map(\.utf8.count)
    var ends = sizes
    for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
    let common = vocabulary.language
    let language = { @Sendable (index: Int) in languages.isEmpty ? common : languages[index] }
    let shards = await Shards.map(Shards.ranges(ends: ends, width: width)) { range in
      // What is behind the first share will be laid behind it: room for all.
      var lists = TermLists()
      lists.reserve(terms: (ends.last ?? 0) / 8, documents: sizes.count)
      for index in range {
        lists.append { terms in
          vocabulary.appendTerms(
            of: texts[index].utf8Span.span, language: language(index), to: &terms)
        }
      }
      return (lists, TermNames())
    } other: { range in
      var table = TermTable(language: common, isShard: true)
      var lists = TermLists()
      lists.reserve(terms: sizes[range].reduce(0, +) / 8, documents: range.count)
      for index in range {
        table.use(language: language(index))
        lists.append { table.appendTerms(of: texts[index].utf8Span.span, to: &$0) }
      }
      return (lists, table.names)
    }
    return joined(shards, vocabulary)
  }

  private static func joined(
    _ shards: consuming [(TermLists, TermNames)], _ vocabulary: Vocabulary
  ) -> TermLists {
    var result = TermLists()
    swap(&result, &shards[0].0)
    for (lists, names) in shards.dropFirst() {
      result.append(lists, numbers: vocabulary.merge(names))
    }
    return result
  }
}
