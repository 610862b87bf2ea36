import Testing
import Text

@testable import Ingest

struct MailFooterTests {
  @Test(arguments: [
    "_______________________________________________\nFoo mailing list\nfoo@example.org\nhttps://example.org/mailman/listinfo/foo\n",
    "_______________________________________________\nFoo mailing list -- foo@example.org\nTo unsubscribe send an email to foo-leave@example.org\n\n_______________________________________________\nBar mailing list\n",
    "---------------------------------------------------------------------\nTo unsubscribe, e-mail: dev-unsubscribe@example.org\nFor additional commands, e-mail: dev-help@example.org\n",
    "-- \nYou received this message because you are subscribed to the Google Groups \"x\" group.\n",
    "--\nTo unsubscribe from this list: send the line \"unsubscribe x\"\nMore info at https://example.org\n",
    "-=-=-=-=-=-=-=-=-=-=-=-\nGroups.io Links: You receive all messages.\nUnsubscribe: https://example.org\n-=-=-=-=-=-=-=-=-=-=-=-\n",
  ])
  func footersOfListsAreLeftOut(footer: String) {
    #expect(MailText.blocks(of: "Words.\n\n\(footer)").words == "Words.")
  }

  @Test func aRuleAboveWordsIsNoFooter() {
    let more = "More words.\n\nAnd more.\n\nThey are about the mailing list."
    let text = "Words.\n\n________________________________\n\n\(more)\n"
    #expect(MailText.blocks(of: text).words == "Words.\n\n\(more)")
  }
}
