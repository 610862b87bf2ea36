// When a source is asked, and how.

import Model
import Network

/// What to do about a source of the web in this run.
enum PollPlan: Equatable {
  /// Ask for it there, with what is known of the stored document.
  case ask(address: String, validators: Validators)
  /// Do not ask before that moment.
  case wait(until: Timestamp)
  /// It said that it is gone for good.
  case retired

  /// A stored document is fetched whole again after so long: validators that a server never renews
  /// must not hide news for ever.
  static let wholeAfter: Int64 = 8 * 86_400

  /// Whether what was fetched whole at that moment is to be fetched whole again.
  ///
  /// A moment that is still to come is a clock that has jumped: nothing is known then.
  static func isLongAgo(_ whole: Timestamp, now: Timestamp) -> Bool {
    whole > now || now.seconds - whole.seconds >= wholeAfter
  }

  /// The plan for a source.
  ///
  /// - Parameter all: Ask whatever was said before: for a person who does not want to wait.
  static func plan(
    for address: String, _ health: SourceHealth?, now: Timestamp, all: Bool
  ) -> PollPlan {
    guard let health else { return .ask(address: address, validators: Validators()) }
    if !all {
      if health.isGone { return .retired }
      // A moment beyond all that can have been set is a clock that has jumped.
      if let next = health.nextAttempt, next > now,
        next.seconds - now.seconds <= wholeAfter
      {
        return .wait(until: next)
      }
    }
    let isOld = health.lastFull.map { isLongAgo($0, now: now) } ?? true
    let place = health.movedSightings >= 2 ? health.movedTo ?? address : address
    return .ask(address: place, validators: isOld ? Validators() : health.validators)
  }
}
