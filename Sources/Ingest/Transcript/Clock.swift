// Times as transcripts write them: `1:02:03.456`.

import Text

/// A time as written: fields apart by colons, and a fraction behind a dot or a comma.
///
/// Each form has its own rules; what they need to know of the writing is kept.
struct Clock {
  /// The numbers of the fields, the largest unit first; at least one, at most four.
  let fields: [Int]
  /// How many digits each field has.
  let widths: [Int]
  /// What stands before the fraction: a dot or a comma; `nil` where there is none.
  let mark: UInt8?
  /// The fraction's digits, the first nine, as a number.
  let fraction: Int
  /// How many digits the fraction has.
  let fractionWidth: Int

  /// Reads the time at an index and passes it; `nil` for what is none, and for a field of more than
  /// nine digits.
  init?(_ bytes: [UInt8], at index: inout Int) {
    var at = index
    var fields: [Int] = []
    var widths: [Int] = []
    while true {
      guard let (value, width) = Self.digits(bytes, &at), width <= 9 else { return nil }
      fields.append(value)
      widths.append(width)
      guard fields.count < 4, at + 1 < bytes.count, bytes[at] == UInt8(ascii: ":"),
        ASCII.isDigit(bytes[at + 1])
      else { break }
      at += 1
    }
    var mark: UInt8?
    var fraction = (value: 0, width: 0)
    if at + 1 < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","),
      ASCII.isDigit(bytes[at + 1])
    {
      mark = bytes[at]
      at += 1
      fraction = Self.digits(bytes, &at) ?? fraction
    }
    (self.fields, self.widths, self.mark) = (fields, widths, mark)
    (self.fraction, self.fractionWidth) = (fraction.value, fraction.width)
    index = at
  }

  /// Reads a text that is a time and nothing else.
  init?(_ text: String) {
    let bytes = Array(Strings.trimmed(text).utf8)
    var at = 0
    self.init(bytes, at: &at)
    if at < bytes.count { return nil }
  }

  /// The fields but the first as minutes and seconds: each of two digits and below 60.
  var hasSixtieths: Bool {
    zip(fields, widths).dropFirst().allSatisfy { $0 < 60 && $1 == 2 }
  }

  /// Seconds, the last field being seconds and the fraction decimal.
  var seconds: Double {
    let whole = fields.reduce(0.0) { $0 * 60 + Double($1) }
    return whole + Double(fraction) / Self.powers[min(fractionWidth, 9)]
  }

  private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// The number at an index, of its first nine digits, and how many digits there are.
  private static func digits(_ bytes: [UInt8], _ at: inout Int) -> (value: Int, width: Int)? {
    let start = at
    var value = 0
    while at < bytes.count, ASCII.isDigit(bytes[at]) {
      if at - start < 9 { value = value * 10 + Int(bytes[at] &- 0x30) }
      at += 1
    }
    return at > start ? (value, at - start) : nil
  }
}

extension [UInt8] {
  /// The index of the first byte from an index on that is no white space.
  func passBlanks(_ at: Int) -> Int {
    var at = at
    while at < count, ASCII.isSpace(self[at]) { at += 1 }
    return at
  }

  /// Whether a text stands at an index.
  func has(_ text: StaticString, at index: Int) -> Bool {
    span.begins(text, at: index)
  }
}
