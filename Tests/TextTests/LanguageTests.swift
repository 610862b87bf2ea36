import Testing

@testable import Text

struct LanguageTests {
  @Test(arguments: [
    ("en", "en"), ("en_US", "en"), ("DE", "de"), ("de-AT", "de"), ("sr-Latn-RS", "sr"),
    ("nb", "no"), ("nn-NO", "no"), ("deu", "de"), ("ger", "de"), ("German", "de"), ("hr", "sr"),
    ("pt-BR", "pt"), ("yid", "yi"), ("", "und"), ("-", "und"), ("zxx", "und"), ("und", "und"),
    ("ja", "und"), ("zh-Hans", "und"), ("pl", "und"), ("uk", "und"), ("x-klingon", "und"),
  ])
  func readsTags(tag: String, code: String) {
    #expect(Language.code(of: tag) == code)
  }

  @Test(arguments: [
    ("a", Script.latin), ("é", .latin), ("ș", .latin), ("ế", .latin), ("λ", .greek), ("ἀ", .greek),
    ("ж", .cyrillic), ("ѓ", .cyrillic), ("Ա", .armenian), ("և", .armenian), ("א", .hebrew),
    ("ع", .arabic), ("ह", .devanagari), ("த", .tamil), ("漢", .other), ("か", .other), ("한", .other),
    ("ไ", .other),
  ])
  func tellsScripts(letter: String, script: Script) {
    let bytes = Array(letter.utf8)
    #expect(Script.of(bytes.span, at: 0) == script)
  }
}

struct LanguageCheckTests {
  @Test(arguments: LanguageSamples.all.map(\.code).enumerated().map { ($0, $1) })
  func hearsWhatATextSpeaks(index: Int, code: String) {
    let text = LanguageSamples.all[index].text
    for declared in [nil, "", code, "en", "de", "pl", "ja", "tr-TR", "zxx"] {
      #expect(Language.check(text, declared: declared) == code, "\(declared ?? "nil"): \(text)")
    }
  }

  /// Near relatives are believed to be what they are said to be.
  @Test(arguments: [("da", "no"), ("no", "da"), ("es", "ca")])
  func keepsARelative(code: String, declared: String) throws {
    let sample = try #require(LanguageSamples.all.first { $0.code == code })
    #expect(Language.check(sample.text, declared: declared) == declared)
  }

  @Test(arguments: [
    ("Das ist nicht so einfach, wie es aussieht", "en", "en"),
    ("Das ist nicht so einfach, wie es aussieht", nil, "de"),
    ("Build failed", nil, "en"), ("", nil, "en"), ("", "fr", "fr"), ("", "ja", "und"),
    ("Спасибо, я это уже видел", "en", "ru"), ("Привіт, дякую за допомогу", "en", "und"),
    ("Ευχαριστώ", "en", "el"), ("ありがとう", "en", "und"), ("ありがとう", "ja", "und"),
  ])
  func believesShortTexts(text: String, declared: String?, code: String) {
    #expect(Language.check(text, declared: declared) == code)
  }

  @Test(arguments: [
    "for i in range(n): if not a[i] and b[i] is None: os.remove(de + la); return i, e, o, y, a, u",
    "select de.id, en.id from de join en on de.id = en.de_id where la.id in (1, 2, 3) and y = 7",
    "M)B9R&KJZ)EVZ=+ITNKH>?7U=PGU]+Q=?72_=PU'GT>+,<LORPU86$1EX,8 M,P$HWA=@8!SKWI_,SB<)S<W-R>!5C",
    String(repeating: "0x7f 12 3e ff de ad be ef ", count: 50),
  ])
  func leavesCodeAlone(text: String) {
    for declared in [nil, "en"] { #expect(Language.check(text, declared: declared) == "en") }
    #expect(Language.check(text, declared: "fr") == "fr")
  }

  @Test func outlivesAnyBytes() {
    for text in HostileText.texts(2000, seed: 5) {
      let code = Language.check(text.span, declared: "de")
      #expect(code == Language.none || StopWords.languages.contains(code))
    }
    for sample in LanguageSamples.all {
      let bytes = Array(sample.text.utf8)
      for count in bytes.indices {
        _ = Language.check(bytes.span.extracting(0..<count), declared: nil)
      }
    }
  }

  /// A quotation in another language does not make a text foreign.
  @Test func keepsATextThatQuotes() throws {
    let english = try #require(LanguageSamples.all.first { $0.code == "en" }).text
    for sample in LanguageSamples.all where sample.code != "en" {
      let text =
        english + " " + english + " "
        + sample.text.split(separator: " ").prefix(15)
        .joined(separator: " ")
      #expect(Language.check(text, declared: "en") == "en", "\(sample.code)")
    }
  }
}

struct ElisionTests {
  @Test(arguments: [
    ("fr", "l'application", "application"), ("fr", "qu'elle", "elle"), ("fr", "l’eau", "eau"),
    ("fr", "aujourd'hui", "aujourd'hui"), ("it", "dell'anno", "anno"), ("ca", "d'ahir", "ahir"),
    ("tr", "Python'da", "python"), ("en", "o'clock", "o'clock"), ("en", "d'art", "d'art"),
    ("fr", "Knuth's", "knuth"),
  ])
  func cutsWhatIsTied(language: String, token: String, word: String) {
    #expect(Tokenizer.term(Array(token.utf8)[...], language: language) == word)
  }

  @Test func stemsBothSpellingsOfRomanian() {
    let stemmer = Stemmer(language: "ro")
    #expect(stemmer.stem("informațiile") == "inform")
    #expect(stemmer.stem("informaţiile") == "inform")
  }

  @Test(arguments: [
    ("यह है। वह", 3), ("كيف، هل؟ نعم؛ لا", 4), ("խնդիրը կա։ Ով", 3), ("缓存，版本！", 2),
    ("αυτό· εκείνο", 2),
  ])
  func endsWordsAtForeignStops(text: String, count: Int) {
    #expect(Tokenizer.tokens(in: Array(text.utf8)).count == count)
  }
}
