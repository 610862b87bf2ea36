// Name servers that are silent, know nothing, or cannot be reached.

import Foundation
import Support
import Testing

/// Hosts that cannot be found: what can be read is read, and a run ends in time.
@Suite(.needsRoom, .needsPython)
struct NameServerTests {
  /// What the only name server does.
  enum Server: String, CaseIterable {
    /// It cannot be reached: there is no network at all.
    case unreachable
    case silent
    /// It says that there is no such host (RFC 1035 §4.1.1, code 3).
    case unknowing = "3"
    /// It says that it has failed (code 2), for which libc says to try again.
    case failing = "2"

    /// What is said of a host.
    var words: String {
      switch self {
      case .unreachable, .unknowing, .failing: "has a host name that is not found"
      case .silent: "does not answer in time; fetch.timeout is 2 seconds"
      }
    }
  }

  /// A name server on the loopback of a room, until its input ends.
  static let script = """
    import fcntl, os, socket, struct, sys, threading
    link = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    SIOCSIFFLAGS, IFF_UP = 0x8914, 1
    fcntl.ioctl(link, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))
    link.bind(("127.0.0.1", 53))
    print("ready", flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0))).start()
    while True:
      query, client = link.recvfrom(4096)
      if sys.argv[1] == "silent": continue
      head = query[:2] + struct.pack("!H", 0x8180 | int(sys.argv[1])) + query[4:6] + bytes(6)
      end = query.index(0, 12) + 5
      link.sendto(head + query[12:end], client)
    """

  /// A room with nothing but that server.
  static func room(_ server: Server, _ folder: TemporaryFolder) throws -> (Room, Companion?) {
    // Ninety seconds of patience: more than a run may have.
    let file = try folder.write(
      "resolv.conf", "nameserver 127.0.0.1\noptions timeout:30 attempts:3\n")
    let room = try Room("mount --bind \"$1\" /etc/resolv.conf", [file], hasNetwork: true)
    guard server != .unreachable else { return (room, nil) }
    let command = room.command(
      ["/usr/bin/env", "python3", "-c", script, server.rawValue], in: "/")
    return (room, try Companion(command))
  }

  @Test(arguments: Server.allCases)
  func filesAreReadAndHostsAreNamed(server: Server) async throws {
    let folder = try TemporaryFolder()
    let place = folder.path("d")
    try await DemoWeeks.write(place)
    let hosts = (1...3).map { "http://host\($0).invalid/feed" }
    let web = hosts.map { "[[feed]]\nurl = \"\($0)\"\n" }.joined()
    let settings = try folder.read("d/hallway.toml") + "[fetch]\ntimeout = \"2s\"\n"
    try folder.write("d/hallway.toml", settings + web)
    try folder.write(
      "d/web.toml",
      "base_url = \"https://d.example/\"\ndatabase = \"web.sqlite\"\noutput = \"web\"\n[fetch]\ntimeout = \"2s\"\n\(web)"
    )
    let (room, companion) = try Self.room(server, folder)
    let run = try await ProgramRun.run(
      ["run", "--config", "hallway.toml", "--now", "2026-11-09"], in: place, room: room)
    #expect(run.status == 3, "\(run.words)")
    for host in hosts { #expect(run.words.contains("\(host): \(server.words)"), "\(run.words)") }
    #expect(run.words.contains("fetched: 6\n"))
    #expect(run.time < .seconds(60))
    let page = try folder.read("d/public/issues/2026-W45.html")
    #expect(page.contains("host1.invalid"))
    // When nothing at all could be read there is no issue.
    let cutOff = try await ProgramRun.run(
      ["run", "--config", "web.toml", "--now", "2026-11-09"], in: place, room: room)
    #expect(cutOff.status == 1)
    #expect(
      cutOff.words.contains("\nhallway: no issue is made, since no source could be read"),
      "\(cutOff.words)")
    #expect(cutOff.time < .seconds(60))
    #expect(!FileManager.default.fileExists(atPath: place + "/web"))
    try await companion?.end()
  }
}
