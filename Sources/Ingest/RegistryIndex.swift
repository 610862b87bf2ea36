// A registry's own index of numbered proposals, as JSON, to proposals.

import FoundationEssentials
package import Model
import Text

/// A registry's own index to proposals.
package enum RegistryIndex {
  /// What makes an index unreadable.
  package struct Failure: Error {
    /// What is wrong, lower case.
    package let message: String
  }

  /// One proposal as the index has it (the form of the PEP index, api/peps.json).
  private struct Record: Decodable {
    let number: Int
    let title: String
    let status: String?
    let url: String?
    let discussion: String?
    let resolution: String?

    enum CodingKeys: String, CodingKey {
      case number, title, status, url
      case discussion = "discussions_to"
      case resolution
    }
  }

  /// Reads an index: an object from number to record, or an array of records.
  ///
  /// - Parameters:
  ///   - prefix: What stands before the number: `PEP`.
  ///   - page: The address of a proposal's page, with `{number}` or `{number:04}`; `nil`: the
  ///     record's own.
  package static func parse(_ bytes: [UInt8], prefix: String, page: String? = nil) throws(Failure)
    -> Registry
  {
    let data = Data(bytes)
    let records: [Record]
    do {
      if bytes.first(where: { !ASCII.isSpace($0) }) == UInt8(ascii: "[") {
        records = try JSONDecoder().decode([Record].self, from: data)
      } else {
        records = try JSONDecoder().decode([String: Record].self, from: data)
          .sorted { $0.key < $1.key }.map(\.value)
      }
    } catch {
      throw Failure(
        message: "is not an index of proposals: expected {\"1\": {\"number\", \"title\", …}}")
    }
    var proposals: [Int: Proposal] = [:]
    for record in records {
      let (resolution, day) = decision(record.resolution)
      proposals[record.number] = Proposal(
        id: "\(prefix) \(record.number)", number: record.number, title: record.title,
        status: record.status ?? "",
        url: page.map { spelled($0, record.number) } ?? record.url ?? "",
        discussion: record.discussion, resolution: resolution, decidedOn: day)
    }
    return Registry(prefix: prefix, proposals: proposals)
  }

  /// `{number}` and `{number:04}` in an address.
  private static func spelled(_ page: String, _ number: Int) -> String {
    guard let open = page.firstIndex(of: "{"), let close = page[open...].firstIndex(of: "}") else {
      return page
    }
    let field = page[page.index(after: open)..<close]
    let width = field.split(separator: ":").dropFirst().first.flatMap { UInt8($0) } ?? 0
    let digits = "\(number)"
    let padded = String(repeating: "0", count: max(0, Int(width) - digits.count)) + digits
    return page[..<open] + padded + page[page.index(after: close)...]
  }

  /// Address and day of a decision: `` `31-Mar-2025 <https://…>`__ ``, a day alone, or an address
  /// alone.
  private static func decision(_ text: String?) -> (String?, CalendarDay?) {
    guard let text = text.map({ Strings.trimmed($0) }), !text.isEmpty else { return (nil, nil) }
    var address: String?
    if let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      address = String(text[text.index(after: open)..<close])
    } else if text.hasPrefix("http") {
      address = text
    }
    let dayText = text.prefix { $0 != "<" }.filter { $0 != "`" }
    let fields = dayText.split(whereSeparator: { $0 == "-" || $0 == " " })
    var day = CalendarDay(iso8601: Strings.trimmed(dayText))
    if day == nil, fields.count >= 3 {
      day = FeedDate.parse(fields.prefix(3).joined(separator: " "))?.utcDay
    }
    return (address, day)
  }
}
