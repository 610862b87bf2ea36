// TTML and DFXP to cues.

import Model
import Text

/// TTML and DFXP to cues: a paragraph each, or a timed span each where the paragraph itself has no
/// times.
///
/// Source: W3C TTML2, §12.1 and §12.2 (an element's times count from its container's begin, or, in
/// a sequence, from the end of the one before; both an end and a duration: the earlier), §14.1.3
/// (agents).
struct TTML {
  private struct Interval {
    var start: Double
    var end: Double?
    /// Whether anything out to the root gives a time.
    var isTimed: Bool
  }

  private let time: TTMLTime
  private var agents: [String: String] = [:]
  private var transcript = Transcript(format: "ttml", cues: [])
  private var unreadable = 0

  /// Reads a document; `nil` when its root is not TTML's.
  static func parse(_ root: XMLElement) -> Transcript? {
    guard root.localName == "tt", let body = root.elements.first(where: { $0.localName == "body" })
    else { return nil }
    var reader = TTML(time: TTMLTime(root: root))
    for head in root.elements where head.localName == "head" { reader.findAgents(head) }
    _ = reader.walk(body, in: Interval(start: 0, end: nil, isTimed: false), from: 0, speaker: nil)
    if reader.unreadable > 0 {
      reader.transcript.warnings.append(
        Diagnostic("times that cannot be read were left out: \(reader.unreadable)"))
    }
    return reader.transcript
  }

  private init(time: TTMLTime) { self.time = time }

  private mutating func findAgents(_ element: XMLElement) {
    for child in element.elements {
      if child.localName == "agent", let id = child.attribute(local: "id"),
        let name = child.elements.first(where: { $0.localName == "name" })?.text
          .flatMap(SpeakerName.read)
      {
        agents[id] = agents[id] ?? name
      } else {
        findAgents(child)
      }
    }
  }

  /// Reads an element and what is in it; returns when it ends.
  ///
  /// - Parameter origin: What its times count from.
  private mutating func walk(
    _ element: XMLElement, in outer: Interval, from origin: Double, speaker: String?
  ) -> Double? {
    let inner = interval(of: element, in: outer, from: origin)
    let speaker = agent(of: element) ?? speaker
    let isParagraph = element.localName == "p"
    if isParagraph, isTimed(element) || !hasTimes(element) {
      emit(Self.text(of: element), inner, speaker)
      return inner.end
    }
    let isSequence = element["timecontainer"] == "seq"
    var next: Double? = inner.start
    var loose = ""
    for node in element.nodes {
      switch node {
      case .text(let text): loose += text
      case .element(let child):
        switch child.localName {
        case "div", "p", "span":
          if child.localName == "span", isTimed(child) || !hasTimes(child) {
            if isTimed(child) {
              let own = interval(of: child, in: inner, from: next ?? inner.start)
              emit(Self.text(of: child), own, agent(of: child) ?? speaker)
              if isSequence { next = own.end }
            } else {
              loose += Self.text(of: child)
            }
          } else {
            let end = walk(child, in: inner, from: next ?? inner.start, speaker: speaker)
            if isSequence { next = end }
          }
        case "br": loose += " "
        default: break
        }
      }
    }
    // Words beside timed spans, and only inside of a paragraph.
    if isParagraph || element.localName == "span" { emit(loose, inner, speaker) }
    return inner.end ?? (isSequence ? next : nil)
  }

  private mutating func interval(of element: XMLElement, in outer: Interval, from origin: Double)
    -> Interval
  {
    let begin = seconds(element, "begin")
    let end = seconds(element, "end").map { origin + $0 }
    let start = origin + (begin ?? 0)
    let stop = seconds(element, "dur").map { start + $0 }
    return Interval(
      start: start, end: [end, stop, outer.end].compactMap(\.self).min(),
      isTimed: outer.isTimed || isTimed(element))
  }

  private mutating func seconds(_ element: XMLElement, _ name: String) -> Double? {
    guard let text = element[name] else { return nil }
    let seconds = time.seconds(text)
    if seconds == nil { unreadable += 1 }
    return seconds
  }

  private func agent(of element: XMLElement) -> String? {
    element.attribute(local: "agent").flatMap { list in
      list.split(separator: " ").first.flatMap { agents[String($0)] }
    }
  }

  private func isTimed(_ element: XMLElement) -> Bool {
    ["begin", "end", "dur"].contains { element[$0] != nil }
  }

  /// Whether a descendant has times of its own; the depth is bounded by the reader.
  private func hasTimes(_ element: XMLElement) -> Bool {
    element.elements.contains { isTimed($0) || hasTimes($0) }
  }

  private mutating func emit(_ text: String, _ interval: Interval, _ speaker: String?) {
    let start = interval.isTimed ? interval.start : nil
    if let cue = Cue.read(start: start, end: interval.end, speaker: speaker, text: text) {
      transcript.cues.append(cue)
    }
  }

  /// The words inside, without metadata.
  private static func text(of element: XMLElement) -> String {
    var text = ""
    for node in element.nodes {
      switch node {
      case .text(let words): text += words
      case .element(let child):
        switch child.localName {
        case "br": text += " "
        case "span", "p", "div": text += self.text(of: child)
        default: break
        }
      }
    }
    return text
  }
}
