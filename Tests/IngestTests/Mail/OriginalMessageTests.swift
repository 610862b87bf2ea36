import Testing

@testable import Ingest

struct OriginalMessageTests {
  @Test(arguments: [
    "-----Original Message-----", "----- Original Message -----",
    "-----Ursprüngliche Nachricht-----", "-------- Forwarded Message --------",
    "---------- Forwarded message ---------", "Begin forwarded message:",
    "-----Message d'origine-----", "-----Messaggio originale-----",
  ])
  func readsAnnouncements(line: String) {
    #expect(OriginalMessage.isAnnouncement(line))
  }

  @Test(arguments: ["-----", "--- a/original message", "The original message said", "-- "])
  func otherDashesAreNone(line: String) {
    #expect(!OriginalMessage.isAnnouncement(line))
  }

  static func head(_ lines: [String], isAnnounced: Bool = false) -> (author: String?, end: Int)? {
    OriginalMessage.head(from: 0, isAnnounced: isAnnounced) { $0 < lines.count ? lines[$0] : nil }
  }

  @Test(arguments: [
    [
      "From: Doe, Jane [mailto:jane@example.org]", "Sent: Monday, January 1, 2024 10:00",
      "To: list@example.org", "Subject: A plan",
    ],
    ["Von: Jane Doe <jane@example.org>", "Gesendet: Montag", "An: Bob", "Betreff: A plan"],
    ["De : Jane Doe <jane@example.org>", "Envoyé : lundi", "À : Bob", "Objet : A plan"],
    ["*From:* Jane Doe", "*Date:* Monday", "*To:* Bob", "*Subject:* A plan"],
  ])
  func readsHeads(lines: [String]) throws {
    let found = try #require(Self.head(lines + ["", "Hello."]))
    #expect(found.author == "Jane Doe")
    #expect(found.end == 4)
  }

  @Test func fewerLabelsAreText() {
    #expect(Self.head(["From: the start", "we knew it."]) == nil)
    #expect(Self.head(["Subject: x", "Date: y", "To: z", "From: a"]) == nil)
  }
}
