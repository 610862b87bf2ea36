// JSON of any shape, for documents that do not keep to theirs.

import FoundationEssentials
import Text

/// JSON of any shape.
enum LooseJSON: Decodable {
  case string(String)
  case number(Double)
  case array([LooseJSON])
  case object([String: LooseJSON])
  case boolean(Bool)
  case null

  /// Reads a document; `nil` for what is no JSON, is nested deeper than 64 levels, or larger than
  /// 64 MiB.
  static func parse(_ bytes: [UInt8]) -> LooseJSON? {
    guard bytes.count <= 64 << 20, isShallow(bytes) else { return nil }
    // Whatever is wrong with it, it is no JSON.
    return try? JSONDecoder().decode(LooseJSON.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let list = try? container.decode([LooseJSON].self) {
      self = .array(list)
    } else if let object = try? container.decode([String: LooseJSON].self) {
      self = .object(object)
    } else {
      self = (try? container.decode(Bool.self)).map { .boolean($0) } ?? .null
    }
  }

  /// Text, or a whole number as text; `nil` for nothing.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    default: nil
    }
  }

  /// Text on one line.
  var line: String? { text.map { Strings.folded($0) }.flatMap { $0.isEmpty ? nil : $0 } }

  /// A number, or a string that spells one.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): Double(text)
    default: nil
    }
  }

  /// The elements of an array.
  var list: [LooseJSON]? { if case .array(let list) = self { list } else { nil } }

  /// The value of an object's key.
  subscript(key: String) -> LooseJSON? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  /// Whether the nesting is bounded: the decoder goes one call deeper for each level.
  private static func isShallow(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var quoted = false
    var escaped = false
    for byte in bytes {
      if quoted {
        if escaped {
          escaped = false
        } else if byte == UInt8(ascii: "\\") {
          escaped = true
        } else if byte == UInt8(ascii: "\"") {
          quoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): quoted = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth > 64 { return false }
    }
    return true
  }
}
