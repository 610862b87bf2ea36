// Days that a sentence names, resolved against the day on which it was written.

import Model
import Text

/// A day that a sentence names.
struct DateExpression: Equatable {
  /// How the word before ties it to what is said.
  enum Tie: String {
    /// "on", "for", "at".
    case on
    /// "to": the day of what was put off.
    case to
    /// "by", "before", "no later than".
    case by
    /// "until", "through".
    case until
    /// "from", "starting", "as of".
    case from
    /// "after".
    case after
    /// "of".
    case of
    /// No such word.
    case bare
    /// "since", "around", "between": not the day of anything to come.
    case loose
  }

  /// The words that it takes, those that tie it counted.
  let range: Range<Int>
  /// The day; of a span of days the first, of a month's or year's end the last.
  let day: CalendarDay
  /// How it is tied.
  let tie: Tie
}

/// Finds the days that a sentence names.
///
/// English only. A day without a year is the next one after the day of writing, and none when that
/// is more than 300 days off: then it has just passed. A weekday that does not fit the date, and a
/// date of digits that two countries read differently, are no days.
struct DateExpressions {
  private let sentence: CueWords
  private let written: CalendarDay

  /// The days that a sentence names, in order, none before the day of writing.
  static func find(in sentence: CueWords, written: CalendarDay) -> [DateExpression] {
    let finder = DateExpressions(sentence: sentence, written: written)
    var result: [DateExpression] = []
    var at = 0
    while at < sentence.words.count {
      guard let (end, day) = finder.day(at: at) else {
        at += 1
        continue
      }
      let (start, tie) = finder.tie(before: at, end)
      if let day, day >= written {
        let lower = max(start, result.last?.range.upperBound ?? 0)
        result.append(DateExpression(range: lower..<end, day: day, tie: tie))
      }
      at = end
    }
    return result
  }

  private func word(_ at: Int) -> String {
    sentence.words.indices.contains(at) ? sentence.words[at] : ""
  }

  /// A day that begins at an index, and the index after it; a date of the past or one that cannot
  /// be is passed over as `nil`.
  private func day(at index: Int) -> (end: Int, day: CalendarDay?)? {
    if let weekday = weekday(at: index, isFull: false) {
      var next = index + 1
      if word(next) == "." { next += 1 }
      if word(next) == "," || word(next) == "(" { next += 1 }
      if word(next) == "the" { next += 1 }
      if let (end, day) = date(at: next, weekday: weekday) { return (end, day) }
      return plainWeekday(at: index)
    }
    return date(at: index, weekday: nil) ?? monthDay(at: index) ?? ending(at: index)
  }

  // MARK: Dates

  private func date(at index: Int, weekday: Int?) -> (end: Int, day: CalendarDay?)? {
    if let day = digits(index) { return (index + 1, fitting(day, weekday)) }
    guard let named = dayAndMonth(at: index) ?? monthAndDay(at: index) else { return nil }
    let end = spanEnd(named.end)
    let place = word(end) == "," ? end + 1 : end
    if let year = year(word(place)) {
      // "14 June 2026 to 16 June 2026"
      let after = end == named.end ? spanEnd(place + 1) : place + 1
      return (after, fitting(valid(year, named.month, named.day), weekday))
    }
    return (end, fitting(next(named.month, named.day), weekday))
  }

  /// `14 June`, `14th of June`, `14-16 June`, `14 to 16 June`.
  private func dayAndMonth(at index: Int) -> (end: Int, month: Int, day: Int)? {
    guard let day = number(word(index)) else { return nil }
    var at = word(index + 1) == "of" ? index + 2 : index + 1
    // "7 to 9 June"
    if Self.spans.contains(word(at)), number(word(at + 1)) != nil { at += 2 }
    guard let (month, end) = month(at: at) else { return nil }
    return (end, month, day)
  }

  /// `June 14`, `Jun. 14th`, `June the 14th`.
  private func monthAndDay(at index: Int) -> (end: Int, month: Int, day: Int)? {
    guard let (month, end) = month(at: index) else { return nil }
    let at = word(end) == "the" ? end + 1 : end
    // "June 14:30" and "May 2.5" are none.
    guard let day = number(word(at)), !(word(at + 1) == ":" && Int(word(at + 2)) != nil) else {
      return nil
    }
    return (at + 1, month, day)
  }

  private func month(at index: Int) -> (month: Int, end: Int)? {
    guard let month = Self.months[word(index)],
      ASCII.isUpper(sentence.written[index].utf8.first ?? 0)
    else { return nil }
    return (month, word(index + 1) == "." && word(index).utf8.count < 5 ? index + 2 : index + 1)
  }

  /// `14`, `14th`, `14-16`.
  private func number(_ word: String) -> Int? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), (1...31).contains(number), digits.utf8.count <= 2 else {
      return nil
    }
    let rest = word.dropFirst(digits.count)
    if rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest) { return number }
    guard rest.first == "-" || rest.first == "/" else { return nil }
    return self.number(String(rest.dropFirst())) == nil ? nil : number
  }

  private func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1900...2999).contains(year) else {
      return nil
    }
    return year
  }

  /// `2026-06-14`, `14.06.2026`, `14/06/2026`: not `06/07/2026`.
  private func digits(_ index: Int) -> CalendarDay? {
    let word = word(index)
    guard word.utf8.count >= 8, let first = word.utf8.first, ASCII.isDigit(first) else {
      return nil
    }
    if let day = CalendarDay(iso8601: String(word.prefix(10))) {
      return word.utf8.count == 10 || word.dropFirst(10).first == "t" ? day : nil
    }
    for mark in ["-", "/", "."] as [Character] {
      let fields = word.split(separator: mark, omittingEmptySubsequences: false)
      guard fields.count == 3, let a = Int(fields[0]), let b = Int(fields[1]),
        let c = Int(fields[2])
      else { continue }
      if mark == "/", year(String(fields[0])) != nil { return valid(a, b, c) }
      guard mark != "-", year(String(fields[2])) != nil else { return nil }
      if mark == "." || a > 12 { return valid(c, b, a) }
      return b > 12 || a == b ? valid(c, a, b) : nil
    }
    return nil
  }

  /// The index after "to 16", "through June 16".
  private func spanEnd(_ index: Int) -> Int {
    guard Self.spans.contains(word(index)) else { return index }
    let isComma = word(index) == ","
    if let (end, _, _) = dayAndMonth(at: index + 1) ?? monthAndDay(at: index + 1), !isComma {
      return year(word(end)) == nil ? end : end + 1
    }
    guard number(word(index + 1)) != nil,
      !isComma || Int(word(index + 1)) != nil && ["", ",", ".", ")"].contains(word(index + 2))
    else { return index }
    return index + 2
  }

  // MARK: Weekdays, days of the month, ends

  /// "Friday", "this Friday"; "next Friday" only where all read it alike.
  private func plainWeekday(at index: Int) -> (end: Int, day: CalendarDay?)? {
    guard let weekday = weekday(at: index, isFull: true),
      !sentence.written[index].utf8.contains(UInt8(ascii: "'"))
    else { return (index + 1, nil) }
    let before = word(index - 1)
    let after = word(index + 1)
    let day = written.advanced(by: (weekday - written.weekday + 6) % 7 + 1)
    if Self.passedBefore.contains(before) || Self.passedAfter.contains(after)
      || number(after) != nil && number(word(index + 2)) == nil && !isHour(index + 2)
      || weekday7(after) || before == "next" && weekday > written.weekday
    {
      return (index + 1, nil)
    }
    return (index + 1, day)
  }

  private func weekday7(_ word: String) -> Bool { Self.weekdays[word] != nil }

  /// "on the 14th", where nothing is counted.
  private func monthDay(at index: Int) -> (end: Int, day: CalendarDay?)? {
    guard ["st", "nd", "rd", "th"].contains(where: word(index).hasSuffix), word(index - 1) == "the",
      ["on", "by", "until", "before"].contains(word(index - 2)), let day = number(word(index)),
      ["", ".", ",", ";", "at", "and", "per", "for", "in"].contains(word(index + 1))
    else { return nil }
    let isPast = day < written.day
    let month = isPast ? written.month % 12 + 1 : written.month
    let year = isPast && month == 1 ? written.year + 1 : written.year
    return (index + 1, valid(year, month, day))
  }

  /// "end of June", "end of this month", "end of the year", "end of 2026".
  private func ending(at index: Int) -> (end: Int, day: CalendarDay?)? {
    guard word(index) == "end", word(index + 1) == "of" else { return nil }
    let at = index + 2
    if let (month, end) = month(at: at) {
      if let year = year(word(end)) { return (end + 1, lastDay(of: month, year)) }
      let isNext = month < written.month
      let day = lastDay(of: month, isNext ? written.year + 1 : written.year)
      return (end, day - written > 300 ? nil : day)
    }
    if let year = year(word(at)) {
      return ["", ".", ",", ";", ")"].contains(word(at + 1)) ? (at + 1, lastDay(of: 12, year)) : nil
    }
    guard ["the", "this"].contains(word(at)), Self.behind.contains(word(at + 2)) else {
      return nil
    }
    switch word(at + 1) {
    case "month": return (at + 2, lastDay(of: written.month, written.year))
    case "year": return (at + 2, lastDay(of: 12, written.year))
    default: return nil
    }
  }

  // MARK: Resolving

  private func weekday(at index: Int, isFull: Bool) -> Int? {
    guard let number = Self.weekdays[word(index)],
      ASCII.isUpper(sentence.written[index].utf8.first ?? 0),
      !isFull || word(index).hasSuffix("day")
    else { return nil }
    return number
  }

  private func valid(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
    guard (1...9998).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private func lastDay(of month: Int, _ year: Int) -> CalendarDay {
    CalendarDay(
      year: year, month: month, day: CalendarDay.length(ofMonth: month, year: year))
  }

  /// The next such day from the day of writing on; `nil` where it has just passed, and where the
  /// sentence names a later year.
  private func next(_ month: Int, _ day: Int) -> CalendarDay? {
    let isNext = (month, day) < (written.month, written.day)
    guard let found = valid(isNext ? written.year + 1 : written.year, month, day),
      found - written <= 300
    else { return nil }
    // "PyCon 2027 is from 14 May": of that year, or of the one before.
    let years = sentence.words.compactMap(year)
    return years.contains { (found.year + 1...found.year + 3).contains($0) } ? nil : found
  }

  private func fitting(_ day: CalendarDay?, _ weekday: Int?) -> CalendarDay? {
    weekday == nil || day?.weekday == weekday ? day : nil
  }

  // MARK: What ties a day

  /// The words before a day that belong to it: a preposition, an hour, "the".
  private func tie(before index: Int, _ end: Int) -> (start: Int, tie: DateExpression.Tie) {
    var at = index
    // "at our May 18th event", "the 12 June draft"
    if Self.determiners.contains(word(at - 1)), word(at) != "end", !Self.behind.contains(word(end))
    {
      return (at, .loose)
    }
    while ["the", "this", "next", "coming", "upcoming", "very"].contains(word(at - 1)) { at -= 1 }
    let near = Self.ties[word(at - 1)]
    var start = near == nil ? at : at - 1
    var tie = near ?? .bare
    if word(at - 1) == "than" {
      guard word(at - 2) == "later" else { return (at - 1, .loose) }
      start = ["no", "not"].contains(word(at - 3)) ? at - 3 : at - 2
      return (start, .by)
    }
    switch (word(start - 1), word(start)) {
    case ("as", "of"): (start, tie) = (start - 1, .from)
    case ("prior", "to"), ("or", "before"):
      (start, tie) = (word(start - 1) == "or" ? start - 2 : start - 1, .by)
    case ("up", "to"): (start, tie) = (start - 1, .until)
    case (let first, "on") where Self.ties[first] == .from: (start, tie) = (start - 1, .from)
    case ("or", "around"), ("or", "about"): (start, tie) = (start - 1, .loose)
    default: break
    }
    // "by 17:00 UTC on"
    guard tie == .on || tie == .bare else { return (start, tie) }
    var hour = start
    while hour > 0, start - hour < 8, isHour(hour - 1) { hour -= 1 }
    guard hour < start else { return (start, tie) }
    if word(hour - 1) == "than" {
      return word(hour - 2) == "later" ? (hour - 2, .by) : (hour, .loose)
    }
    return Self.ties[word(hour - 1)].map { (hour - 1, $0) } ?? (start, tie)
  }

  /// Whether a word belongs to an hour of the day.
  private func isHour(_ at: Int) -> Bool {
    let word = word(at)
    if Self.hours.contains(word) { return true }
    return word.utf8.first.map(ASCII.isDigit) == true && word.utf8.count <= 4
  }

  private static let ties: [String: DateExpression.Tie] = [
    "on": .on, "for": .on, "at": .on, "to": .to, "by": .by, "before": .by, "until": .until,
    "till": .until, "through": .until, "from": .from, "starting": .from, "beginning": .from,
    "effective": .from, "after": .after, "past": .after, "following": .after, "of": .of,
    "since": .loose, "around": .loose, "about": .loose, "approximately": .loose,
    "circa": .loose, "between": .loose, "during": .loose, "dated": .loose, "last": .loose,
    "early": .loose, "late": .loose, "mid": .loose, "in": .loose,
  ]
  private static let hours: Set<String> = [
    ":", "utc", "gmt", "am", "pm", "a.m", "p.m", "noon", "midnight", "aoe", "est", "edt", "pst",
    "pdt", "cet", "cest", "bst", "et", "pt", "end", "of", "day", "eod", "cob", "o'clock", "time",
    "eastern", "pacific",
  ]
  private static let passedBefore: Set<String> = [
    "that", "one", "a", "which", "what",
    "last", "past", "every", "each", "previous", "since", "any", "some", "most", "alternate",
    "black", "other", "to", "through", "and", "or", "good", "second", "first", "third", "fourth",
  ]
  /// A dash is read as a comma: "June 14–16".
  private static let spans: Set<String> = ["to", "through", "until", "till", "and", ","]
  private static let determiners: Set<String> = ["our", "the", "its", "their", "your", "my", "a"]
  private static let behind: Set<String> = [
    "", ".", ",", ";", ":", "(", ")", "!", "at", "and", "or", "in", "for", "to", "with", "as", "is",
    "will", "utc", "from", "by", "on", "but", "so", "when", "after", "before", "until",
  ]
  private static let passedAfter: Set<String> = [
    "to", "through", "and", "or", "last", "before", "after",
  ]
  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4,
    "fri": 5, "sat": 6, "sun": 7,
  ]
  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
}

extension CalendarDay {
  /// The days from another day to this one.
  fileprivate static func - (a: CalendarDay, b: CalendarDay) -> Int {
    a.daysSinceEpoch - b.daysSinceEpoch
  }
}
