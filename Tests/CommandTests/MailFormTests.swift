// The mail of an issue as Python's email package and the Nu checker read it.

import Foundation
import Support
import Testing

extension SiteTests {
  struct MailForm {
    @Test func theMailIsPrintedWithoutAWord() throws {
      #expect(try SiteTests.site().mailWords == "")
    }

    @Test(.needsPython) func itIsTextAndHTMLOfTheSame() async throws {
      let mail = try await SiteTests.site().readMail()
      #expect(mail.type == "multipart/alternative")
      // RFC 2046 section 5.1.4: the plainest first.
      #expect(mail.parts.map(\.type) == ["text/plain", "text/html"])
      #expect(mail.parts.map(\.charset) == ["utf-8", "utf-8"])
      for part in mail.parts {
        // Quoted by name, with letters that ASCII does not have.
        #expect(part.text.contains("Inês Carvalho"), "\(part.type)")
        #expect(!part.text.contains("\u{FFFD}"), "\(part.type)")
        // What survives every relay, also one that knows no 8BITMIME.
        #expect(["7bit", "quoted-printable", "base64"].contains(part.encoding), "\(part.encoding)")
      }
    }

    @Test(.needsPython) func itsHeadersAreThereAndInForm() async throws {
      let mail = try await SiteTests.site().readMail()
      #expect(mail.defects == [])
      #expect(mail.faults == [])
      #expect(mail.headers["From"] == "Tern Digest <digest@tern.example>")
      #expect(mail.headers["To"] == "list@tern.example")
      #expect(mail.headers["Subject"]?.contains("Tern, this week") == true)
    }

    /// Some programs cut a mail at 102 KB, and fetch nothing of what a page may.
    @Test(.needsPython) func itIsSmallAndWhole() async throws {
      let mail = try await SiteTests.site().readMail()
      #expect(mail.bytes < 102 << 10)
      #expect(mail.bytes > 4 << 10)
      #expect(mail.addresses.filter { $0.tag != "a" }.map(\.address) == [])
      let links = mail.addresses.map(\.address)
      #expect(links.filter { !$0.hasPrefix("https://") && !$0.hasPrefix("#") } == [])
      #expect(links.contains { $0.hasPrefix("https://forum.tern.example/") })
    }

    @Test(.needsNu, .needsPython) func itsHTMLIsValid() async throws {
      let site = try SiteTests.site()
      let parts = try await site.readMail().parts
      #expect(parts.contains { $0.type == "text/html" })
      // Mail programs ask for what HTML has left behind.
      let wanted = ["is obsolete. Use CSS instead.", "“mso-hide”"]
      let errors = try await site.errorsOfHTML(under: "mail/").filter { error in
        !wanted.contains { error.contains($0) }
      }
      #expect(errors == [])
    }
  }
}
