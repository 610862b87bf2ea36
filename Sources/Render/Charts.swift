// Small pictures drawn as SVG.

import Model

/// Small pictures drawn as SVG, each with its numbers as a label.
///
/// What a shape means shows without colour too: advertising is low and hollow, moments stand out
/// above, moments of a week are a hollow top. Colours come from the page's style.
enum Charts {
  /// An episode's chapters as a bar, each in proportion to its length.
  ///
  /// - Parameter moments: Seconds that are marked above the bar.
  static func chapters(_ chapters: [Chapter], seconds: Double, moments: [Double] = []) -> HTML? {
    guard seconds > 0, chapters.count > 1 else { return nil }
    var shapes = ""
    var isSecond = false
    // The picture is stretched, its lines are not.
    let thin = "vector-effect=\"non-scaling-stroke\""
    for chapter in chapters {
      let x = number(chapter.start / seconds * 1000)
      let width = number(max(2, (chapter.end - chapter.start) / seconds * 1000 - 3))
      if chapter.sponsor {
        shapes +=
          "<rect class=\"ad\" x=\"\(x)\" y=\"22\" width=\"\(width)\" height=\"9\" \(thin)/>"
      } else {
        let kind = isSecond ? "b" : "a"
        shapes += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"8\" width=\"\(width)\" height=\"24\"/>"
        isSecond.toggle()
      }
    }
    let marked = moments.filter { (0...seconds).contains($0) }
    for moment in marked {
      let x = number(min(moment / seconds * 1000, 994))
      shapes += "<rect class=\"mark\" x=\"\(x)\" y=\"0\" width=\"6\" height=\"32\"/>"
    }
    let talk = chapters.filter { !$0.sponsor }.count
    let reads = chapters.count - talk
    var label = "\(Words.count(talk, "chapter")) in \(Words.clock(seconds))"
    if reads > 0 { label += ", \(Words.count(reads, "stretch", "stretches")) of advertising" }
    if !marked.isEmpty {
      label += ", \(Words.count(marked.count, "moment")) marked at "
      label += Words.list(marked.map(Words.clock))
    }
    return picture("bar", width: 1000, isStretched: true, label: label, shapes)
  }

  /// A topic's weeks as columns in time, the last one strong; at most twelve.
  ///
  /// Weeks in between of which nothing is known have no column.
  static func weeks(_ history: [Topic.WeekCount]) -> HTML? {
    guard let last = history.last.flatMap({ CalendarDay.monday(ofISOWeek: $0.week) }) else {
      return nil
    }
    let shown = history.compactMap { count -> (count: Topic.WeekCount, back: Int)? in
      guard let monday = CalendarDay.monday(ofISOWeek: count.week) else { return nil }
      let back = (last.daysSinceEpoch - monday.daysSinceEpoch) / 7
      return (0..<12).contains(back) ? (count, back) : nil
    }
    guard shown.count > 1, let span = shown.map(\.back).max() else { return nil }
    let top = Double(max(1, shown.map { $0.count.posts + $0.count.moments }.max() ?? 1))
    var shapes = ""
    for (count, back) in shown {
      let x = (span - back) * 10
      let total = max(1, Double(count.posts + count.moments) / top * 30)
      let heard = Double(count.moments) / top * 30
      shapes += column(back == 0 ? "a" : "b", x: x, from: total - heard, to: 0)
      if heard > 0 { shapes += column("m", x: x, from: total, to: total - heard) }
    }
    if span > 4, let first = shown.first?.count.week, let newest = shown.last?.count.week {
      shapes += "<text y=\"39\">\(HTMLEscaping.escape(first))</text>"
      shapes +=
        "<text y=\"39\" x=\"\(span * 10 + 8)\" text-anchor=\"end\">\(HTMLEscaping.escape(newest))</text>"
    }
    let words = shown.map { "\($0.count.week): \($0.count.posts + $0.count.moments)" }
    return picture("weeks", width: span * 10 + 8, label: words.joined(separator: ", "), shapes)
  }

  /// A column between two heights above the ground.
  private static func column(_ kind: String, x: Int, from top: Double, to bottom: Double) -> String
  {
    guard top > bottom else { return "" }
    return "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(number(32 - top))\" width=\"8\" "
      + "height=\"\(number(top - bottom))\"/>"
  }

  private static func picture(
    _ kind: String, width: Int, isStretched: Bool = false, label: String, _ shapes: String
  ) -> HTML {
    HTML(
      trusted: "<svg class=\"\(kind)\" viewBox=\"0 0 \(width) 32\" "
        + (isStretched ? "preserveAspectRatio=\"none\" " : "")
        + "role=\"img\" aria-label=\"\(HTMLEscaping.escape(label))\">\(shapes)</svg>")
  }

  /// One digit behind the point, whatever the locale.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
