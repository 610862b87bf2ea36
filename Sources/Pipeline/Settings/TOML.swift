// TOML text to values that know their line and column.

import CTOML
import FoundationEssentials
import Glibc

/// A TOML value that knows where it stands.
struct TOMLNode: Decodable {
  /// A key of a table and what it holds.
  struct Entry: Decodable {
    let line: Int
    let column: Int
    let value: TOMLNode
  }

  let line: Int
  let column: Int
  let table: [String: Entry]?
  let array: [TOMLNode]?
  let string: String?
  let integer: Int?
  let boolean: Bool?
  let float: String?
  let date: String?

  /// Whether it is written as `[table]` or `[[table]]`.
  var isTable: Bool {
    table != nil || array.map { !$0.isEmpty && $0.allSatisfy { $0.table != nil } } == true
  }

  /// What it is, for a message.
  var kind: String {
    if table != nil { return "a table" }
    if array != nil { return "a list" }
    if string != nil { return "a string" }
    if integer != nil { return "a whole number" }
    if boolean != nil { return "true or false" }
    return float != nil ? "a number" : "a date"
  }

  /// Reads a document; an error is `file:line:column: message`.
  ///
  /// Source: TOML 1.0, read by toml++.
  static func parse(_ bytes: [UInt8], file: String) throws(RunFailure) -> TOMLNode {
    // toml++ goes one call deeper for each part of a key.
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where partsOfKey(line) > 32 {
      throw .usage(["\(file):\(index + 1): a key has more than 32 parts"])
    }
    let result = bytes.withUnsafeBytes {
      ctoml_to_json($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    defer {
      ctoml_free(result.json)
      ctoml_free(result.message)
    }
    guard let json = result.json else {
      let message = result.message.map { String(cString: $0) } ?? "cannot be read"
      throw .usage(["\(file):\(result.line):\(result.column): \(message)"])
    }
    do {
      let data = Data(bytes: json, count: strlen(json))
      return try JSONDecoder().decode(TOMLNode.self, from: data)
    } catch {
      throw .failed("\(file): the TOML reader gave what cannot be understood: \(error)")
    }
  }

  /// The parts of the dotted key that a line begins with (TOML 1.0 §Keys), of a table's name too.
  private static func partsOfKey(_ line: ArraySlice<UInt8>) -> Int {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    func isBare(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    /// Where the string ends that the text begins with; in a basic one a backslash takes the next byte.
    func end(ofString text: ArraySlice<UInt8>, _ mark: UInt8) -> Int? {
      var place = text.startIndex + 1
      while place < text.endIndex, text[place] != mark {
        place += mark == UInt8(ascii: "\"") && text[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      return place < text.endIndex ? place : nil
    }
    var rest = line.drop { isBlank($0) || $0 == UInt8(ascii: "[") }
    var parts = 0
    while let first = rest.first {
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        guard let end = end(ofString: rest, first) else { break }
        rest = rest[(end + 1)...]
      } else {
        guard isBare(first) else { break }
        rest = rest.drop(while: isBare)
      }
      parts += 1
      rest = rest.drop(while: isBlank)
      guard rest.first == UInt8(ascii: ".") else { break }
      rest = rest.dropFirst().drop(while: isBlank)
    }
    return parts
  }
}
