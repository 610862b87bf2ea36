// What an answer means for a source's record, and for when it is asked again.

import Ingest
import Model
import Network

extension SourceHealth {
  /// An answer keeps a source from being asked for at most a day, whatever it says.
  private static let longestRest = 86_400
  /// So many failures in a row are hiccups, asked again at the next run.
  private static let patience = 3

  /// Notes a good answer.
  ///
  /// - Parameters:
  ///   - fresh: Seconds for which the answer said that it is good (RFC 9111); `nil`: nothing.
  ///   - schedule: What the feed itself says.
  mutating func succeed(at now: Timestamp, fresh: Int? = nil, schedule: FeedSchedule? = nil) {
    lastAttempt = now
    lastSuccess = now
    (failures, failingSince, lastError, isGone) = (0, nil, nil, false)
    nextAttempt = Self.next(after: now, fresh: fresh, schedule: schedule)
  }

  /// The moment before which a source is left alone: the longest rest that header and feed ask for,
  /// and none of the hours and days on which the feed says that there is nothing new.
  static func next(after now: Timestamp, fresh: Int?, schedule: FeedSchedule?) -> Timestamp? {
    let rest = min(max(fresh ?? 0, schedule?.freshSeconds ?? 0), longestRest)
    // A little less, so that a run that comes every hour does not miss by a second.
    var next = now.advanced(by: Int64(rest - min(60, rest / 10)))
    guard let schedule, schedule.skipHours.count < 24, schedule.skipDays.count < 7 else {
      return rest > 0 ? next : nil
    }
    func isSkipped(_ moment: Timestamp) -> Bool {
      let hour = Int(moment.seconds - Int64(moment.utcDay.daysSinceEpoch) * 86_400) / 3600
      return schedule.skipHours.contains(hour)
        || schedule.skipDays.contains(moment.utcDay.weekday)
    }
    while isSkipped(next) {
      next = Timestamp(seconds: (next.seconds / 3600 + 1) * 3600)
    }
    return next > now ? next : nil
  }

  /// Notes an answer that is none.
  mutating func fail(_ failure: HTTPFailure, at now: Timestamp) {
    lastAttempt = now
    lastError = failure.reason
    // A clock that was ahead must not keep silent about a source until then.
    failingSince = min(failingSince ?? now, now)
    switch failure.kind {
    case .wait(let seconds):
      // The host asks for patience; that is no fault of the source.
      nextAttempt = now.advanced(by: Int64(seconds))
      return
    case .gone where movedSightings < 2: isGone = true
    case .gone, .challenge, .refused, .other: break
    }
    failures += 1
    // Where it had moved to it is no more: the address that was subscribed counts again.
    if movedSightings >= 2 { (movedTo, movedSightings) = (nil, 0) }
    let more = failures - Self.patience
    nextAttempt =
      more > 0 ? now.advanced(by: Int64(min(3600 << min(more - 1, 5), Self.longestRest))) : nil
  }

  /// Notes where permanent redirects led to a feed; it is asked there from the second time on.
  ///
  /// - Returns: Whether the move was kept just now.
  mutating func sight(_ permanentAddress: String?) -> Bool {
    guard let permanentAddress else {
      if movedSightings < 2 { (movedTo, movedSightings) = (nil, 0) }
      return false
    }
    if movedSightings >= 2 {  // it has moved on
      (movedTo, movedSightings) = (permanentAddress, 2)
      return false
    }
    movedSightings = movedTo == permanentAddress ? movedSightings + 1 : 1
    movedTo = permanentAddress
    return movedSightings == 2
  }
}
