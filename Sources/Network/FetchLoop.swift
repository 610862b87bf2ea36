// The loop that keeps many requests under way on one thread.

import CCurl
import Model

/// Many requests on one libcurl multi handle, each when its host's turn has come.
///
/// A request that waits inside libcurl counts against its own time; so each waits in the queue until
/// its host has room. Connections, and the pauses that hosts asked for, last as long as the loop.
final class FetchLoop {
  private let limits: HTTPClient.Limits
  private let userAgent: String
  private let judge: AnswerJudge
  private let isAllowed: ([UInt8]) -> Bool
  private let multi: UnsafeMutableRawPointer?
  private let origin = ContinuousClock.now
  private var queue: HostQueue
  private var errands: [Int: Errand] = [:]
  private var running: [UnsafeMutableRawPointer: Transfer] = [:]
  private var ended: [(index: Int, outcome: HTTPOutcome)] = []

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(
    limits: HTTPClient.Limits, userAgent: String, now: Timestamp,
    isAllowed: @escaping ([UInt8]) -> Bool
  ) {
    (self.limits, self.userAgent, self.isAllowed) = (limits, userAgent, isAllowed)
    judge = AnswerJudge(limits: limits, now: now)
    queue = HostQueue(perHost: limits.perHost, pace: .milliseconds(limits.paceMilliseconds))
    multi = Self.isReady ? curl_multi_init() : nil
    if let multi { _ = hw_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(4 * width, 64)) }
  }

  deinit { if let multi { curl_multi_cleanup(multi) } }

  private var width: Int { max(1, limits.concurrency) }
  private var now: Duration { ContinuousClock.now - origin }

  /// Fetches all; calls `onDone` as each ends, and for none that has not ended when it is to stop.
  func run(
    _ requests: [HTTPRequest], isStopped: () -> Bool, onDone: (Int, HTTPOutcome) -> Void
  ) {
    for (index, request) in requests.enumerated() {
      do throws(WebAddress.Problem) {
        enqueue(try Errand(index: index, request: request))
      } catch {
        ended.append((index, .failed(AnswerJudge.badAddress(error))))
      }
    }
    repeat {
      startMore()
      perform()
      for (index, outcome) in ended { onDone(index, outcome) }
      // What has ended may have made room.
      if ended.isEmpty { wait() }
      ended = []
      if isStopped() { drop() }
    } while !running.isEmpty || queue.waiting > 0
    for (index, outcome) in ended { onDone(index, outcome) }
    ended = []
  }
}

extension FetchLoop {
  /// Lets go of all that has not ended.
  private func drop() {
    for (handle, transfer) in running {
      curl_multi_remove_handle(multi, handle)
      transfer.release()
    }
    running = [:]
    errands = [:]
    queue = HostQueue(perHost: limits.perHost, pace: .milliseconds(limits.paceMilliseconds))
  }

  /// Lets a request wait for its turn, unless its host wants a pause.
  private func enqueue(_ errand: Errand) {
    let host = errand.address.queue
    if let left = queue.pauseLeft(host: host, at: now) {
      end(
        errand.index, AnswerJudge.notAsked(host: host, seconds: left.wholeMilliseconds / 1000 + 1))
      return
    }
    errands[errand.index] = errand
    queue.add(errand.index, host: host, first: errand.isRedirected)
  }

  private func end(_ index: Int, _ failure: HTTPFailure) {
    ended.append((index, .failed(failure)))
  }

  private func startMore() {
    while running.count < width, let (index, host) = queue.start(at: now) {
      guard let errand = errands.removeValue(forKey: index) else { continue }
      guard let multi,
        let transfer = Transfer(
          errand, host: host, start: now, limits: limits, userAgent: userAgent,
          isAllowed: isAllowed)
      else {
        queue.finish(host: host)
        end(index, AnswerJudge.other("cannot be asked: no memory for a request"))
        continue
      }
      guard curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
        transfer.release()
        queue.finish(host: host)
        end(index, AnswerJudge.other("cannot be asked: libcurl takes no more requests"))
        continue
      }
      running[transfer.handle] = transfer
    }
  }

  /// Lets libcurl do what can be done now, and takes what is done.
  private func perform() {
    var active: Int32 = 0
    curl_multi_perform(multi, &active)
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard hw_message_is_done(message) != 0, let handle = message.pointee.easy_handle,
        let transfer = running.removeValue(forKey: handle)
      else { continue }
      let answer = transfer.answer(hw_message_result(message))
      curl_multi_remove_handle(multi, handle)
      transfer.release()
      queue.finish(host: transfer.host)
      take(answer, of: transfer)
    }
  }

  private func take(_ answer: Answer, of transfer: Transfer) {
    var errand = transfer.errand
    errand.spent += now - transfer.start
    switch judge.judge(answer, of: errand) {
    case .ended(let outcome):
      queue.noteAnswer(of: transfer.host, isBusy: false)
      ended.append((errand.index, outcome))
    case .follow(let next):
      errand.follow(next, status: answer.status)
      enqueue(errand)
    case .paused(let outcome, let seconds):
      ended.append((errand.index, outcome))
      pause(transfer.host, seconds: seconds)
    case .busy(let outcome, let seconds):
      ended.append((errand.index, outcome))
      if queue.noteAnswer(of: transfer.host, isBusy: true) >= Self.mostBusy {
        pause(transfer.host, seconds: seconds)
      }
    }
  }

  private func pause(_ host: String, seconds: Int) {
    for index in queue.pause(host: host, until: now + .seconds(seconds)) {
      errands[index] = nil
      end(index, AnswerJudge.notAsked(host: host, seconds: seconds))
    }
  }

  /// Answers in a row without a document by which a host is too busy for others.
  private static let mostBusy = 3

  /// Waits until something happens on a connection, or some host's pace allows the next start.
  private func wait() {
    var longest = 1000
    if running.count < width, let next = queue.timeToNextStart(at: now) {
      longest = min(longest, next.wholeMilliseconds + 1)
    }
    guard !running.isEmpty || queue.waiting > 0 else { return }
    curl_multi_poll(multi, nil, 0, Int32(longest), nil)
  }
}
