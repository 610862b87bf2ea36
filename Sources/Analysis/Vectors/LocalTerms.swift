// The terms of one text, numbered for it alone.

/// The terms of one text, numbered from 0 in order of first appearance: what is counted by term then
/// takes room for them and not for a whole vocabulary.
struct LocalTerms {
  private var numbers: [Int32: Int32] = [:]

  /// How many different terms there are so far.
  var count: Int { numbers.count }

  /// The numbers of terms.
  mutating func number(_ terms: [Int32]) -> [Int32] {
    terms.map { term in
      if let known = numbers[term] { return known }
      let next = Int32(numbers.count)
      numbers[term] = next
      return next
    }
  }
}
