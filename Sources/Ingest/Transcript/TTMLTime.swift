// TTML's time expressions to seconds.

import Text

/// TTML's time expressions to seconds.
///
/// Source: W3C TTML2, §12.3.1 "<time-expression>"; §6.2 "Parameter attributes" for the rates.
struct TTMLTime {
  private let frameRate: Double
  private let subFrameRate: Double
  private let tickRate: Double

  /// The rates of a document, which its root gives.
  init(root: XMLElement) {
    func positive(_ name: String) -> Double? {
      root.attribute(local: name).flatMap(Double.init).flatMap { $0 > 0 && $0 < 1e9 ? $0 : nil }
    }
    let given = positive("framerate")
    // Two numbers: a numerator and a denominator; TTML1 drafts had a colon between them.
    let multiplier =
      root.attribute(local: "frameratemultiplier")?
      .split { $0 == " " || $0 == ":" || $0 == "\t" }.compactMap { Double($0) } ?? []
    let factor =
      multiplier.count == 2 && multiplier[0] > 0 && multiplier[1] > 0
      ? multiplier[0] / multiplier[1] : 1
    frameRate = (given ?? 30) * factor
    subFrameRate = positive("subframerate") ?? 1
    tickRate = positive("tickrate") ?? (given != nil ? frameRate * subFrameRate : 1)
  }

  /// The seconds of `00:01:02.5`, `00:01:02:15` (frames), `62.5s`, `1500ms`, `1.5h`, `2m`, `45f`,
  /// `1200t`; `nil` for what is no time.
  func seconds(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    var at = 0
    guard let clock = Clock(bytes, at: &at) else { return nil }
    let unit = String(decoding: bytes[at...], as: UTF8.self)
    if clock.fields.count > 1 {
      guard unit.isEmpty, clock.fields.dropFirst().prefix(2).allSatisfy({ $0 < 61 }) else {
        return nil
      }
      return clock.fields.count == 4 ? frames(clock) : clock.seconds
    }
    switch unit {
    case "h": return clock.seconds * 3600
    case "m": return clock.seconds * 60
    case "s", "": return clock.seconds
    case "ms": return clock.seconds / 1000
    case "f": return clock.seconds / frameRate
    case "t": return clock.seconds / tickRate
    default: return nil
    }
  }

  /// `hours:minutes:seconds:frames`, and sub-frames behind a dot.
  private func frames(_ clock: Clock) -> Double {
    let whole = clock.fields.prefix(3).reduce(0.0) { $0 * 60 + Double($1) }
    let parts = clock.mark == nil ? 0 : Double(clock.fraction) / subFrameRate
    return whole + (Double(clock.fields[3]) + parts) / frameRate
  }
}
