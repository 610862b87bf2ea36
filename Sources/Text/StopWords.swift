// Words too common to tell one subject from another.

/// Words too common to tell one subject from another.
package enum StopWords {
  /// English function words, spoken fillers included, in lower case.
  ///
  /// After the list in Lewis et al., *RCV1* (2004, appendix 11), shortened to what discussions
  /// use, with the contractions and fillers of transcripts.
  package static let english: Set<String> = Set(
    """
    a about above across actually after afterwards again against ago ah all almost alone along already also
    although always am among an and another any anybody anyhow anyone anything anyway anyways anywhere
    apart are aren't around as aside ask at away back basically be became because become becomes been before
    beforehand being below besides best better between beyond both but by came can can't cannot cause
    certain certainly come comes could couldn't course did didn't different do does doesn't doing don't done
    down during each e.g edu either else elsewhere enough especially et etc even ever every everybody everyone
    everything everywhere ex exactly example except far few first followed following follows for former forth
    from further furthermore get gets getting give given gives go goes going gone gonna good got gotten great
    had hadn't happens hardly has hasn't have haven't having he he's hello help hence her here here's hers
    herself hey hi him himself his how however i i'd i'll i'm i've i.e if imo in indeed instead into is isn't
    it it'd it'll it's its itself just keep kept kind know known knows last lately later latter least less lest
    let let's like liked likely little look looking looks lot lots made mainly make makes making many may maybe
    me mean means meanwhile merely might mm more moreover most mostly much must my myself namely near nearly
    necessary need needs neither never nevertheless new next no nobody non none nonetheless nor not nothing now
    nowhere obviously of off often oh ok okay old on once one ones only onto or other others otherwise ought
    our ours ourselves out outside over overall own part particular particularly people per perhaps please
    point possible presumably pretty probably put quite rather re really reasonably regarding regardless
    relatively right said same saw say saying says second see seeing seem seemed seems seen self sense sent
    several shall she should shouldn't simply since so some somebody somehow someone something sometimes
    somewhat somewhere soon sorry sort still stuff such sure take taken tell than thank thanks that that'd
    that'll that's the their theirs them themselves then there there'd there's thereby therefore these they
    they'd they'll they're they've thing things think this those though thought three through throughout thus
    time to together too took toward towards tried truly try trying two uh um under unless unlikely until up
    upon us use used uses using usually various very via want wants was wasn't way ways we we'd we'll we're
    we've well went were weren't what what's whatever when whenever where whereas wherever whether which while
    who who's whoever whole whom whose why will with within without won't wonder would wouldn't wow yeah yep
    yes yet you you'd you'll you're you've your yours yourself yourselves
    dont doesnt didnt isnt cant wont im ive thats youre
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
