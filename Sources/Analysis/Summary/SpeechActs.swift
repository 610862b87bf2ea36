// What a sentence does in a discussion: proposes, supports, objects, asks, decides.

package import Model
import Text

/// What a sentence does, told by the words that people use for it.
///
/// Computed from cue phrases and marked as such wherever it is shown. The acts follow J. Searle's
/// *A Taxonomy of Illocutionary Acts* (1975), cut down to what a reader of a discussion looks
/// for; cue phrases as in W. Cohen, V. Carvalho, T. Mitchell, *Learning to Classify Email into
/// "Speech Acts"* (2004).
package enum SpeechActs {
  /// The act of a sentence; `nil` when no phrase gives evidence of one.
  package static func act(of sentence: Sentence) -> SpeechAct? {
    guard Quotability.isQuotable(sentence) || sentence.words < 4 else { return nil }
    if sentence.text.hasSuffix("?") {
      return sentence.words >= 5 ? .question : nil
    }
    for (act, phrases) in cues where phrases.matches(sentence.text) { return act }
    return nil
  }

  private static let cues: [(SpeechAct, PhraseList)] = [
    (
      .decision,
      PhraseList([
        "has been accepted", "have been accepted", "is accepted", "has accepted", "have decided",
        "has decided", "we decided", "i've decided", "i have decided", "has been merged",
        "was merged", "i'm accepting", "i am accepting", "has been rejected", "is rejected",
        "has been withdrawn", "i'm withdrawing", "i am withdrawing", "officially accept",
        "the decision is", "resolved to", "steering council accept", "has been approved",
      ])
    ),
    (
      .concern,
      PhraseList([
        "my concern", "i'm concerned", "i am concerned", "a concern is", "i'm worried", "i worry",
        "i'm not convinced", "i am not convinced", "i'm skeptical", "i am skeptical", " -1 ",
        " nack ",
        "i disagree", "i don't agree", "i do not agree", "i object", "the problem with",
        "the downside", "a downside", "drawback", "i don't think this",
        "i'm against", "i am opposed", "seems like a bad idea", "would break",
        "risk of", "is dangerous", "i don't see how", "i fail to see",
      ])
    ),
    (
      .support,
      PhraseList([
        " +1 ", " ack ", "concept ack", "i agree", "i support", "i'm in favor", "i'm in favour",
        "i am in favor", "sounds good to me", "makes sense to me", "i like this", "i like the idea",
        "i'd love to see", "great idea", "good idea", "i fully support", "i'm all for", "lgtm",
        "strongly in favor",
      ])
    ),
    (
      .proposal,
      PhraseList([
        "i propose ", "we propose ", "my proposal", "i'd propose", "i would propose", "i suggest ",
        "i'd suggest", "i would suggest", "we could instead", "we should", "how about",
        "what if we",
        "an alternative would be", "an alternative is", "the proposal is", "this proposal",
        "this pep proposes",
      ])
    ),
  ]
}
