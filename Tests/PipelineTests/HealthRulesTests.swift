import Ingest
import Model
import Network
import Testing

@testable import Pipeline

/// Saturday, 21 November 2026, 09:30 UTC.
private let now = Timestamp(seconds: 1_795_253_400)

struct PollPlanTests {
  static func health(_ change: (inout SourceHealth) -> Void) -> SourceHealth {
    var health = SourceHealth(address: "https://a.example/feed")
    health.validators = Validators(etag: "\"1\"")
    health.lastFull = now.advanced(by: -86_400)
    change(&health)
    return health
  }

  static func plan(all: Bool = false, _ change: (inout SourceHealth) -> Void = { _ in }) -> PollPlan
  {
    PollPlan.plan(for: "https://a.example/feed", health(change), now: now, all: all)
  }

  @Test func asksWithWhatIsKnownOfTheStoredDocument() {
    #expect(
      Self.plan() == .ask(address: "https://a.example/feed", validators: Validators(etag: "\"1\"")))
    #expect(
      PollPlan.plan(for: "x", nil, now: now, all: false)
        == .ask(address: "x", validators: Validators()))
  }

  @Test func fetchesTheWholeDocumentEveryEightDays() {
    let old = Self.plan { $0.lastFull = now.advanced(by: -8 * 86_400) }
    #expect(old == .ask(address: "https://a.example/feed", validators: Validators()))
    let young = Self.plan { $0.lastFull = now.advanced(by: -8 * 86_400 + 1) }
    #expect(
      young == .ask(address: "https://a.example/feed", validators: Validators(etag: "\"1\"")))
  }

  @Test func fetchesTheWholeDocumentAfterAClockThatWasAhead() {
    let ahead = Self.plan { $0.lastFull = now.advanced(by: 1) }
    #expect(ahead == .ask(address: "https://a.example/feed", validators: Validators()))
  }

  @Test func waitsUntilItIsDueUnlessAPersonAsksForAll() {
    let next = now.advanced(by: 60)
    #expect(Self.plan { $0.nextAttempt = next } == .wait(until: next))
    #expect(Self.plan(all: true) { $0.nextAttempt = next } != .wait(until: next))
    #expect(Self.plan { $0.nextAttempt = now } != .wait(until: now))
    // A clock that was a year ahead when the moment was set must not silence a source for a year.
    let far = now.advanced(by: 365 * 86_400)
    #expect(Self.plan { $0.nextAttempt = far } != .wait(until: far))
  }

  @Test func asksNoMoreWhatIsGone() {
    #expect(Self.plan { $0.isGone = true } == .retired)
    #expect(Self.plan(all: true) { $0.isGone = true } != .retired)
  }

  @Test func asksWhereItHasMovedToFromTheSecondSightingOn() {
    for (sightings, address) in [(1, "https://a.example/feed"), (2, "https://b.example/feed")] {
      let plan = Self.plan {
        $0.movedTo = "https://b.example/feed"
        $0.movedSightings = sightings
      }
      #expect(plan == .ask(address: address, validators: Validators(etag: "\"1\"")))
    }
  }
}

struct HealthRulesTests {
  static func schedule(_ change: (inout FeedSchedule) -> Void) -> FeedSchedule {
    var schedule = FeedSchedule()
    change(&schedule)
    return schedule
  }

  /// Hours until a source is asked again; 0: at the next run.
  static func rest(_ fresh: Int?, _ schedule: FeedSchedule? = nil) -> Double {
    guard let next = SourceHealth.next(after: now, fresh: fresh, schedule: schedule) else {
      return 0
    }
    return Double(next.seconds - now.seconds) / 3600
  }

  @Test func restsForTheLongerOfWhatHeaderAndFeedSayAtMostADay() {
    #expect(Self.rest(nil) == 0)
    #expect(Self.rest(0) == 0)
    #expect(Self.rest(7200) == 2 - 1.0 / 60)
    #expect(Self.rest(60, Self.schedule { $0.freshSeconds = 7200 }) == 2 - 1.0 / 60)
    #expect(Self.rest(7200, Self.schedule { $0.freshSeconds = 60 }) == 2 - 1.0 / 60)
    #expect(Self.rest(1_000_000) == 24 - 1.0 / 60)
  }

  @Test func passesOverHoursAndDaysThatTheFeedSkips() {
    // It is 09:30: the hours 9 and 10 are skipped, so 11:00 is next.
    #expect(Self.rest(nil, Self.schedule { $0.skipHours = [9, 10] }) == 1.5)
    #expect(Self.rest(nil, Self.schedule { $0.skipHours = [3] }) == 0)
    // It is Saturday: Monday 00:00 is 38.5 hours away.
    #expect(Self.rest(nil, Self.schedule { $0.skipDays = [6, 7] }) == 38.5)
    // One that skips everything means nothing by it.
    #expect(Self.rest(nil, Self.schedule { $0.skipHours = Set(0..<24) }) == 0)
    #expect(Self.rest(nil, Self.schedule { $0.skipDays = Set(1...7) }) == 0)
  }

  static func failed(_ times: Int, kind: HTTPFailure.Kind = .other) -> SourceHealth {
    var health = SourceHealth(address: "https://a.example/feed")
    health.succeed(at: now.advanced(by: -86_400))
    for _ in 0..<times { health.fail(HTTPFailure(reason: "no", kind: kind), at: now) }
    return health
  }

  @Test(arguments: [(1, nil), (3, nil), (4, 3600), (5, 7200), (20, 86_400)] as [(Int, Int64?)])
  func asksMoreRarelyTheOftenerItFails(times: Int, rest: Int64?) {
    let health = Self.failed(times)
    #expect(health.failures == times)
    #expect(health.nextAttempt.map { $0.seconds - now.seconds } == rest)
  }

  @Test func aHostThatAsksForPatienceHasNotFailed() {
    let health = Self.failed(2, kind: .wait(seconds: 120))
    #expect(health.failures == 0)
    #expect(health.nextAttempt == now.advanced(by: 120))
    #expect(health.lastError == "no")
  }

  @Test func goneIsForGoodUntilItAnswersAgain() {
    var health = Self.failed(1, kind: .gone)
    #expect(health.isGone)
    health.succeed(at: now)
    #expect(!health.isGone)
    #expect(health.failures == 0)
  }

  @Test func aHiccupIsNotAWeek() {
    var health = Self.failed(1)
    #expect(!health.keepsFailing(at: now))
    #expect(!health.keepsFailing(at: now.advanced(by: 7 * 86_400 - 1)))
    #expect(health.keepsFailing(at: now.advanced(by: 7 * 86_400)))
    health.lastSuccess = nil
    #expect(health.keepsFailing(at: now))
  }

  @Test func aMoveIsKeptAfterASecondSightingOfTheSamePlace() {
    var health = SourceHealth(address: "https://a.example/feed")
    let b = "https://b.example/feed"
    let c = "https://c.example/feed"
    #expect(health.sight(b) == false)
    #expect(health.sight(c) == false)
    #expect(health.movedSightings == 1)
    #expect(health.sight(nil) == false)
    #expect(health.movedTo == nil)
    #expect(health.sight(b) == false)
    #expect(health.sight(b) == true)
    // Asked at its new place it redirects no more, and that is no reason to go back.
    #expect(health.sight(nil) == false)
    #expect(health.movedTo == b)
    #expect(health.movedSightings == 2)
    // But when nothing is there any more, the subscribed address counts again.
    health.fail(HTTPFailure(reason: "no", kind: .gone), at: now)
    #expect(health.movedTo == nil)
    #expect(!health.isGone)
  }
}

struct EpisodePatternTests {
  static let episode = Episode(
    id: "1", title: "One", url: "https://show.example/episodes/the-first?x=1",
    audio: "https://cdn.example/a/ep-007.mp3", date: nil, seconds: nil, transcript: nil, notes: "",
    source: "s", show: "Show", number: 7)

  @Test(arguments: [
    ("https://t.example/{slug}.vtt", "https://t.example/the-first.vtt"),
    ("https://t.example/{number:03}/{audio}.txt", "https://t.example/007/ep-007.txt"),
    ("https://t.example/{number}", "https://t.example/7"), ("plain", "plain"),
  ])
  func fillsAnAddress(pattern: String, address: String) {
    #expect(EpisodePattern.fill(pattern, Self.episode) == address)
  }

  @Test func givesNothingWhereTheEpisodeLacksAField() {
    var bare = Self.episode
    (bare.url, bare.number) = (nil, nil)
    #expect(EpisodePattern.fill("https://t.example/{slug}", bare) == nil)
    #expect(EpisodePattern.fill("https://t.example/{number}", bare) == nil)
    #expect(EpisodePattern.fill("https://t.example/{number", Self.episode) == nil)
  }
}
