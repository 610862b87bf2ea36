import Testing

@testable import Ingest

struct SubjectTests {
  @Test(arguments: [
    ("A plan", "A plan", false), ("Re: A plan", "A plan", true), ("RE : A plan", "A plan", true),
    ("Re[2]: A plan", "A plan", true), ("Re(3): A plan", "A plan", true),
    ("Re^2: A plan", "A plan", true), ("Re: Re: re: A plan", "A plan", true),
    ("AW: SV: Antw: A plan", "A plan", true), ("回复：A plan", "A plan", true),
    ("Fwd: A plan", "A plan", false), ("FW: WG: A plan", "A plan", false),
    ("[Foo-list] A plan", "A plan", false), ("[Foo-list] Re: [Foo-list] A plan", "A plan", true),
    ("Re: [Foo] [bar] A plan", "A plan", true), ("A plan (fwd)", "A plan", false),
    ("[Fwd: Re: A plan]", "A plan", true), ("[only a tag]", "[only a tag]", false),
    // What says more than the list's name stays.
    ("Re: [PATCH v2 1/3] fix it", "[PATCH v2 1/3] fix it", true),
    ("[list] [VOTE] Release 1.0", "[VOTE] Release 1.0", false),
    // These only look like marks.
    ("Regarding: x", "Regarding: x", false), ("R: how to plot", "R: how to plot", false),
    ("re", "re", false), ("Re:", "", true), ("", "", false), ("Re: [x", "[x", true),
    ("Re[x]: y", "Re[x]: y", false),
  ])
  func findsTheBase(subject: String, base: String, isReply: Bool) {
    let found = Subject(subject)
    #expect(found.base == base)
    #expect(found.isReply == isReply)
  }
}
