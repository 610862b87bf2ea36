// The parts of one date, byte by byte.

import Text

/// Walks over the bytes of one date.
struct DateScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  var isAtDigit: Bool { at < bytes.count && ASCII.isDigit(bytes[at]) }

  /// How many digits follow.
  var digitsAhead: Int { bytes[at...].prefix(while: ASCII.isDigit).count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// A number of just so many digits.
  mutating func number(_ width: Int) -> Int? {
    guard at + width <= bytes.count, bytes[at..<(at + width)].allSatisfy(ASCII.isDigit) else {
      return nil
    }
    defer { at += width }
    return bytes[at..<(at + width)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// A number of at most so many digits.
  mutating func digits(_ most: Int) -> Int? {
    let width = min(digitsAhead, most)
    return width == 0 ? nil : number(width)
  }

  mutating func skipDigits() { at += digitsAhead }

  /// Whether `AM` or `PM` follows: `true` for the afternoon, `nil` for neither.
  mutating func meridiem() -> Bool? {
    let start = at
    _ = skip(" ")
    let letters = bytes[at...].prefix { ASCII.isLetter($0) || $0 == UInt8(ascii: ".") }
    let word = String(decoding: letters.filter(ASCII.isLetter), as: UTF8.self).lowercased()
    guard word == "am" || word == "pm" else {
      at = start
      return nil
    }
    at += letters.count
    return word == "pm"
  }

  /// Seconds east of UTC: `Z`, `+01:00`, `-0500`, `GMT-01:00`, `EST`; 0 for a zone that is not
  /// known, `nil` for an offset that no place has.
  mutating func offset() -> Int64? {
    while skip(" ") {}
    let letters = bytes[at...].prefix { ASCII.isLetter($0) || $0 == UInt8(ascii: "/") }
    at += letters.count
    guard at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") else {
      if letters.isEmpty, at < bytes.count { return nil }
      return (Self.zones[String(decoding: letters, as: UTF8.self).uppercased()] ?? 0) * 3600
    }
    let sign: Int64 = bytes[at] == UInt8(ascii: "-") ? -1 : 1
    at += 1
    guard let hours = digits(2) else { return nil }
    let minutes = skip(":") || isAtDigit ? number(2) : 0
    guard let minutes, hours <= 24, minutes < 60 else { return nil }
    return sign * Int64(hours * 3600 + minutes * 60)
  }

  /// Hours east of UTC (RFC 822 §5.1, and what feeds use besides).
  private static let zones: [String: Int64] = [
    "AST": -4, "ADT": -3, "AT": -4, "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5,
    "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8, "PDT": -7, "PT": -8, "AKST": -9,
    "AKDT": -8, "HST": -10, "WET": 0, "WEST": 1, "BST": 1, "MET": 1, "MEST": 2, "CET": 1,
    "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
  ]
}

/// Month names of the languages that feeds are written in.
enum MonthNames {
  /// The month's number; `nil` for a word that is none.
  static func month(_ word: String) -> Int? {
    var word = word.lowercased()
    while word.last == "." { word.removeLast() }
    return numbers[word]
  }

  private static let numbers: [String: Int] = {
    var result: [String: Int] = [:]
    for (index, names) in table.enumerated() {
      for name in names.split(separator: " ") {
        result[String(name)] = result[String(name)] ?? index + 1
      }
    }
    return result
  }()

  /// One line a month: English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish,
  /// Danish, Norwegian, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Turkish, Indonesian,
  /// Russian, Ukrainian, Bulgarian, Greek; abbreviations and the genitive where dates use it.
  private static let table = [
    "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari tammikuu tammikuuta tammi stycznia styczeń sty ledna leden led január januára ianuarie ian ocak oca января январь янв січня січ януари яну ιανουαρίου ιαν",
    "february feb februar febr février févr fév fevrier febrero fevereiro fev febbraio februari helmikuu helmikuuta helmi lutego luty lut února únor úno február februára februarie şubat şub февраля февраль фев лютого лют февруари φεβρουαρίου φεβ",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt marts maaliskuu maaliskuuta maalis marca marzec března březen bře március márc marec martie mart maret марта март мар березня бер март μαρτίου μαρ μάρ",
    "april apr avril avr abril abr aprile huhtikuu huhtikuuta huhti kwietnia kwiecień kwi dubna duben dub április ápr apríla aprilie nisan nis апреля апрель апр квітня кві април απριλίου απρ",
    "may mai mayo maio maggio mag mei maj toukokuu toukokuuta touko maja května květen kvě május máj mája mayıs мая май травня тра мај μαΐου μαΐ μαϊ μάι μάιος",
    "june jun juni juin junio junho giugno giu kesäkuu kesäkuuta kesä czerwca czerwiec cze června červen čvn június jún júna iunie iun haziran haz июня июнь июн червня чер юни ιουνίου ιουν ιούν",
    "july jul juli juillet juil julio julho luglio lug heinäkuu heinäkuuta heinä lipca lipiec lip července červenec čvc július júl júla iulie iul temmuz tem июля июль июл липня лип юли ιουλίου ιουλ ιούλ",
    "august aug août aout agosto ago augustus augusti elokuu elokuuta elo sierpnia sierpień sie srpna srpen srp augusztus augusta ağustos ağu agustus августа август авг серпня сер αυγούστου αυγ αύγ",
    "september sep sept septembre septiembre setiembre setembro set settembre syyskuu syyskuuta syys września wrzesień wrz září zář szeptember szept septembra septembrie eylül eyl сентября сентябрь сен сент вересня вер септември σεπτεμβρίου σεπ",
    "october oct oktober okt octobre octubre outubro out ottobre ott lokakuu lokakuuta loka października październik paź října říjen říj október októbra octombrie ekim eki октября октябрь окт жовтня жов октомври οκτωβρίου οκτ",
    "november nov novembre noviembre novembro marraskuu marraskuuta marras listopada listopad lis listopadu novembra noiembrie noi kasım kas ноября ноябрь ноя нояб листопада лис ноември νοεμβρίου νοε νοέ",
    "december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre desember des joulukuu joulukuuta joulu grudnia grudzień gru prosince prosinec pro december decembra decembrie aralık ara декабря декабрь дек грудня гру декември δεκεμβρίου δεκ",
  ]
}
