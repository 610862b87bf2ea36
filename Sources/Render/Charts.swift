// Small pictures drawn as SVG.

import Model

/// Small pictures drawn as SVG, with their text alternative.
enum Charts {
  /// An episode's chapters as a bar: each in proportion to its length, advertising hatched out.
  ///
  /// - Parameter moments: Seconds that are marked above the bar.
  static func chapters(_ chapters: [Chapter], seconds: Double, moments: [Double] = []) -> HTML? {
    guard seconds > 0, chapters.count > 1 else { return nil }
    var bars = ""
    for (index, chapter) in chapters.enumerated() {
      let x = number(chapter.start / seconds * 1000)
      let width = number(max(2, (chapter.end - chapter.start) / seconds * 1000 - 2))
      let kind = chapter.sponsor ? "ad" : index % 2 == 0 ? "a" : "b"
      bars += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"0\" width=\"\(width)\" height=\"24\"/>"
    }
    for moment in moments where (0...seconds).contains(moment) {
      bars +=
        "<rect class=\"mark\" x=\"\(number(moment / seconds * 1000))\" y=\"0\" width=\"4\" height=\"24\"/>"
    }
    let talk = chapters.filter { !$0.sponsor }.count
    let marked = moments.isEmpty ? "" : ", \(Words.count(moments.count, "moment")) marked"
    let label = "\(Words.count(talk, "chapter")) in \(Words.clock(seconds))\(marked)"
    return HTML(
      trusted:
        "<svg class=\"bar\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" role=\"img\" "
        + "aria-label=\"\(HTMLEscaping.escape(label))\">\(bars)</svg>")
  }

  /// A topic's weeks as columns, the last one strong.
  static func weeks(_ history: [Topic.WeekCount]) -> HTML? {
    guard history.count > 1 else { return nil }
    let shown = history.suffix(12)
    let top = max(1, shown.map { $0.posts + $0.moments }.max() ?? 1)
    var columns = ""
    for (index, week) in shown.enumerated() {
      let height = max(2, Double(week.posts + week.moments) / Double(top) * 30)
      let kind = index == shown.count - 1 ? "a" : "b"
      columns +=
        "<rect class=\"\(kind)\" x=\"\(index * 10)\" y=\"\(number(32 - height))\" width=\"8\" height=\"\(number(height))\"/>"
    }
    let words = shown.map { "\($0.week): \($0.posts + $0.moments)" }.joined(separator: ", ")
    return HTML(
      trusted: "<svg class=\"weeks\" viewBox=\"0 0 \(shown.count * 10) 32\" role=\"img\" "
        + "aria-label=\"\(HTMLEscaping.escape(words))\">\(columns)</svg>")
  }

  /// One digit behind the point, whatever the locale.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
