// What is said in advertising: phrases that open, prove and end a read.

import Text

/// What is said in advertising.
enum SponsorPhrases {
  /// What nobody says but to begin a read.
  static let strong = PhraseList([
    "episode is brought to you by", "episode was brought to you by", "show is brought to you by",
    "podcast is brought to you by", "episode has been brought to you by", "been brought to you by",
    "brought to you in part by", "also brought to you by", "python is brought to you by",
    "to me is brought to you by", "today's show is brought", "today's episode is brought",
    "episode is sponsored by", "episode has been sponsored by", "episode was sponsored by",
    "show is sponsored by", "podcast is sponsored by", "this week's sponsor", "today's sponsor",
    "word from our sponsor", "message from our sponsor", "hear from our sponsor",
    "thank our sponsor", "about our sponsor", "about one of our sponsors",
    "support for this podcast comes from", "support for the show comes from",
    "support for this episode comes from", "support for today's", "this message comes from",
    "show is supported by", "episode is supported by", "podcast is supported by",
    "portion of the show is", "portion of this episode is", "thanks to our friends at",
    "thank you to our sponsors", "thanks to our sponsors", "thank our sponsors",
    "check out our sponsors", "is presented by our", "sponsor for this episode",
    "sponsor for the show", "sponsor of this episode", "sponsors for this episode",
    "sponsors of this episode", "sponsor of today's",
  ])
  /// What opens a read where evidence follows.
  static let weak = PhraseList([
    "brought to you by", "sponsored by", "our sponsor", "word from our", "our friends at",
    "our friends over at", "partially supported by", "take a quick break", "take a short break",
    "quick word about", "we'll be right back", "as a sponsor",
  ])
  /// The last words of a read.
  static let endings = PhraseList([
    "for supporting the", "for supporting this", "for supporting talk", "for supporting our",
    "for sponsoring", "for being a sponsor", "the podcast player show notes",
    "thank you both for supporting", "thank you guys for supporting", "them for supporting",
    "them both for supporting",
  ])
  /// What is said in advertising and seldom in talk.
  static let advertising = PhraseList([
    "promo code", "coupon code", "discount code", "offer code", "use our code", "use the code",
    "use code", "sign up at", "sign up for free", "get started for free", "free trial",
    "for free at", "player's show notes", "player show notes", "in your show notes",
    "just visit ", "visit them at", "percent off", "% off", "spelled ", "for sponsoring",
    "learn more at", "to learn more", "head over to ", "head on over to", "no strings attached",
    "check them out at", "check it out at", "check out what they", "start building",
    "get started at",
    "get started by", "by visiting ",
    "try it for free", "try them for free", "that's all one word", "all caps", "all one word",
    "not a subscription in sight", "browse the catalog", "free credit", "money-back",
    "limited time", "for listeners of", "listeners get", "book a demo",
  ])
  /// What a host says to guests and listeners when a read is over.
  static let welcomes = PhraseList([
    "welcome to the show", "welcome back to", "welcome to the podcast", "thanks for having me",
    "thanks for having us", "thank you for having", "hello, hello", "so excited to have you",
    "be sure to subscribe", "subscribe to the show", "subscribe to the podcast", "theme song",
    "favorite podcast app", "podcast player app", "leave a review", "leaving a review",
    "thanks for listening", "thank you for listening", "thank you so much for listening",
  ])
}
