// What is known of each language: its names and its function words.

/// The languages that Snowball has stemmers for, and a few neighbours of theirs.
///
/// The words were written for this program, but for the English ones, which are after the list in
/// Lewis et al., *RCV1* (2004, appendix 11), shortened to what discussions use, with the
/// contractions and fillers of transcripts.
enum LanguageTable {
  /// A language.
  struct Entry: Sendable {
    /// Its code (ISO 639-1).
    let code: String
    /// Other first parts of tags that mean it.
    let names: String
    /// Its function words, in lower case.
    let words: String
  }

  /// Languages with a stemmer; English is the first.
  static let stemmed = [
    Entry(
      code: "en", names: "english eng porter",
      words: """
        a about above across actually after afterwards again against ago ah all almost alone along
        already also although always am among an and another any anybody anyhow anyone anything
        anyway anyways anywhere apart are aren't around as aside ask at away back basically be
        became because become becomes been before beforehand being below besides best better between
        beyond both but by came can can't cannot cause certain certainly come comes could couldn't
        course did didn't different do does doesn't doing don't done down during each e.g edu either
        else elsewhere enough especially et etc even ever every everybody everyone everything
        everywhere ex exactly example except far few first followed following follows for former
        forth from further furthermore get gets getting give given gives go goes going gone gonna
        good got gotten great had hadn't happens hardly has hasn't have haven't having he he's hello
        help hence her here here's hers herself hey hi him himself his how however i i'd i'll i'm
        i've i.e if imo in indeed instead into is isn't it it'd it'll it's its itself just keep kept
        kind know known knows last lately later latter least less lest let let's like liked likely
        little look looking looks lot lots made mainly make makes making many may maybe me mean
        means meanwhile merely might mm more moreover most mostly much must my myself namely near
        nearly necessary need needs neither never nevertheless new next no nobody non none
        nonetheless nor not nothing now nowhere obviously of off often oh ok okay old on once one
        ones only onto or other others otherwise ought our ours ourselves out outside over overall
        own part particular particularly people per perhaps please point possible presumably pretty
        probably put quite rather re really reasonably regarding regardless relatively right said
        same saw say saying says second see seeing seem seemed seems seen self sense sent several
        shall she should shouldn't simply since so some somebody somehow someone something sometimes
        somewhat somewhere soon sorry sort still stuff such sure take taken tell than thank thanks
        that that'd that'll that's the their theirs them themselves then there there'd there's
        thereby therefore these they they'd they'll they're they've thing things think this those
        though thought three through throughout thus time to together too took toward towards tried
        truly try trying two uh um under unless unlikely until up upon us use used uses using
        usually various very via want wants was wasn't way ways we we'd we'll we're we've well went
        were weren't what what's whatever when whenever where whereas wherever whether which while
        who who's whoever whole whom whose why will with within without won't wonder would wouldn't
        wow yeah yep yes yet you you'd you'll you're you've your yours yourself yourselves dont
        doesnt didnt isnt cant wont im ive thats youre
        """),
    Entry(
      code: "ar", names: "arabic ara",
      words: """
        في من على إلى الى عن مع هذا هذه ذلك تلك هؤلاء أولئك هو هي هم هن نحن أنا انا أنت أنتم التي
        الذي الذين اللذان اللتان ما ماذا متى أين كيف لماذا كم أي أية كان كانت كانوا يكون تكون ليس
        ليست لا لم لن قد لقد أن ان إن أنه انه إنه أنها إنها أو او أم ثم و ف ب ل ك بل لكن ولكن إذا
        اذا لو حتى منذ خلال بعد قبل بين عند عندما حيث حول دون غير سوى كل بعض جميع كما مثل أيضا ايضا
        فقط هنا هناك الآن له لها لهم لنا لي لك به بها بهم فيه فيها منه منها عليه عليها إليه عنه ومن
        وفي وعلى وإلى وهو وهي وقد وكان ولا لأن لذلك كذلك جدا يمكن يجب نفس ضد فوق تحت أمام وراء هل
        نعم يا أكثر أقل مما بما وما وأن وإن تم يتم سوف إلا الا عبر لدى حين بدون ضمن وهذا وهذه
        """),
    Entry(
      code: "hy", names: "armenian hye arm",
      words: """
        և եւ ու է են եմ ես ենք եք էր էին էի էինք էիր էիք լինել եղել կա կան չկա չէ չեն որ որը որի
        որին որոնք որոնց որից ինչ ինչպես ինչու ով երբ որտեղ թե եթե բայց իսկ կամ նաև նույնպես միայն
        մեջ մեջից վրա վրայից տակ մոտ համար հետ մասին դեպի առանց ըստ պես նման մինչև հետո առաջ այս այդ
        այն սա դա նա սրանք դրանք նրանք նրա նրան նրանց իր իրեն իրենց դու մենք դուք իմ քո մեր ձեր ինձ
        քեզ մեզ ձեզ բոլոր ամեն մի մեկ որոշ շատ քիչ ավելի ամենա այստեղ այնտեղ այդտեղ հիմա արդեն դեռ
        էլ ոչ այո չի չեմ պետք կարող կարելի քան որովհետև քանի այնպես այսպես նույն ուրիշ այլ միջև
        ընթացքում հենց գրեթե
        """),
    Entry(
      code: "eu", names: "basque eus baq",
      words: """
        eta edo baina ere ez bai da dira zen ziren naiz zara gara zarete nintzen ginen du dute zuen
        zuten dut duzu dugu duzue nuen genuen dituzte ditu dituzten zituen zituzten dio diote zion
        izan izango izaten egin egiten egingo egon dago daude zegoen zeuden dagoen duen den diren
        dela direla duela zela bada badira bat batzuk bi hau hori hura hauek horiek haiek honen
        horren haren honek horrek hark hemen hor han nola noiz non nor zer zein zergatik zenbat ni
        zu gu zuek hi nire zure gure bere haien beren beste guzti guztiak guztiek asko gutxi oso
        gehiago baino baizik arte gabe gisa bezala ondoren aurretik arabera buruz gainera beraz
        orduan orain berriz ezin ahal behar nahi ari bera berak bakarrik beti inoiz artean barruan
        kanpo eskuz hala horrela batean baten batek edozein nahiz baldin
        """),
    Entry(
      code: "ca", names: "catalan cat",
      words: """
        el la els les lo un una uns unes i o però ni que qui què quin quina quins quines on quan com
        perquè doncs si no sí de del dels d a al als en amb per pels pel sense sobre sota entre fins
        des cap contra durant segons cada tot tota tots totes altre altra altres mateix mateixa
        mateixos molt molta molts moltes poc poca pocs més menys tan tant massa gaire això allò
        aquest aquesta aquests aquestes aquell aquella aquells aquelles aquí allà jo tu ell ella
        nosaltres vosaltres ells elles em et es ens us li hi ho ne me te se meu meva meus meves teu
        teva seu seva seus seves nostre nostra és són era eren ser estar està estan estava sigut fos
        sigui ha han he hem havia havien haver va van vam vaig vas fa fan fer feia pot poden podem
        puc cal també ja encara ara abans després sempre mai així només bé ben aleshores llavors
        mentre quasi gairebé alguns algunes algun alguna cosa res ningú dos d'un d'una l'un s'ha
        n'hi
        """),
    Entry(
      code: "da", names: "danish dan",
      words: """
        og i jeg det at en et den til er som på de med han af for ikke der var mig sig men har om vi
        min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her
        alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle denne end dette
        mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos
        blive mange ad bliver hendes været jer sådan kan må hvordan hvorfor hvem hvilken hvilket
        hvilke dit dine vores jeres så bare kun lidt mere mest få får fik gør gøre gjorde går ved
        uden mellem før siden altid aldrig igen allerede nok ja nej måske både enten hver hvert
        andre andet samme sammen fordi derfor dermed derfra heller ellers altså ligesom ingen intet
        nogen se ser kommer blevet
        """),
    Entry(
      code: "nl", names: "dutch nld dut",
      words: """
        de het een en van in is dat die op te zijn met voor niet aan er maar om ook als dan bij of
        uit nog naar over door tot wel je ik we wij ze zij hij u jij jullie hem haar hun hen mij me
        ons onze jouw uw mijn wat wie waar wanneer hoe waarom welke welk was waren ben bent wordt
        worden werd werden geworden heeft hebben heb had hadden hebt kan kunnen kon konden zal
        zullen zou zouden moet moeten moest mag mogen wil willen wilde gaat gaan doet doen deed dit
        deze daar hier zo zoals al alle alles andere ander iets niets niemand iemand geen meer meest
        veel weinig zeer heel erg nu toen altijd nooit vaak soms weer reeds want omdat doordat
        hoewel terwijl indien zonder onder tegen tussen na sinds tijdens volgens toch dus echter
        eens even elk elke ieder zelf zelfde beide hierdoor daarom daarmee waarbij ervan eraan erop
        hiervan daarvan gewoon eigenlijk 't z'n m'n
        """),
    Entry(
      code: "fi", names: "finnish fin",
      words: """
        ja on ei se että oli joka mutta ovat hän kun myös kuin niin tai sen jos mitä vain nyt en
        olen olet olemme olette olin ole ollut olisi olla olivat eivät emme ette et ollaan minä sinä
        me te he minun sinun hänen meidän teidän heidän minua sinua häntä minulle minulla meitä
        meille ne niitä niiden niistä niissä siitä siinä siihen sitä sille sillä siltä tämä tämän
        tätä tässä tästä tähän nämä näiden näitä tuo tuon tuota nuo jonka jota jossa josta jotka
        joita joiden joissa johon mikä minkä missä mistä mihin milloin miten miksi kuka kenen ketä
        mukaan kanssa ilman ennen jälkeen aikana kautta vuoksi sekä eli vaan vaikka koska kuitenkin
        siis sitten siellä täällä tänne sinne enemmän hyvin vielä jo aina koskaan usein ehkä juuri
        melko todella kaikki kaikkien kaikkia jokin joku joitakin muu muut muita muun toinen toisen
        itse oma oman voi voivat voisi pitää täytyy tulee tehdä saa joten eikä ettei yksi kuten
        esimerkiksi paljon vähän noin lisäksi asti päin yli alle välillä ilmi
        """),
    Entry(
      code: "fr", names: "french fra fre",
      words: """
        le la les l un une des du de d à au aux en dans par pour sur sous avec sans chez vers entre
        contre depuis pendant avant après dès jusque selon malgré et ou où mais donc or ni car que
        qu qui quoi dont quand comme comment pourquoi si ce cet cette ces c cela ça ceci celui celle
        ceux celles je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y moi toi
        soi eux mon ma mes ton ta tes son sa ses notre nos votre vos est sont était étaient être été
        suis es sommes êtes sera seront serait soit étant ai as a avons avez ont avait avaient avoir
        eu aura aurait aient ait fait faire font peut peuvent peux pouvait pourrait doit doivent
        faut va vont ne n pas plus moins très trop peu beaucoup tout tous toute toutes même mêmes
        autre autres aussi bien encore déjà toujours jamais souvent ici là alors ainsi puis ensuite
        enfin non oui rien aucun aucune chaque quelque quelques plusieurs quel quelle quels quelles
        tel telle lors afin parce puisque lorsque cependant pourtant c'est n'est n'a qu'il qu'on
        qu'un qu'une d'un d'une j'ai l'on s'il s'est d'autres n'ont n'y aujourd'hui jusqu lorsqu
        puisqu quoiqu
        """),
    Entry(
      code: "de", names: "german deu ger",
      words: """
        der die das den dem des ein eine einer eines einem einen und oder aber doch denn sondern
        dass daß ob wenn weil als wie wo wer was wann warum wieso weshalb welche welcher welches
        welchen welchem ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen sich mein
        meine meinen meiner dein deine sein seine seinen seiner seinem ihre ihren ihrer ihrem unser
        unsere unseren in im an am auf aus bei beim mit nach von vom vor zu zum zur für durch gegen
        ohne um über unter zwischen bis seit während wegen ist sind war waren bin bist seid gewesen
        wird werden wurde wurden worden würde würden hat haben habe hatte hatten hätte kann können
        konnte könnte muss müssen musste soll sollen sollte will wollen wollte darf mag möchte nicht
        kein keine keinen keiner auch nur noch schon sehr mehr viel viele wenig immer nie oft hier
        da dort dann jetzt nun so also ja nein dieser diese dieses diesen diesem jeder jede jedes
        jeden jedem alle alles allem allen andere anderen anderer etwas nichts man selbst mal eben
        halt einfach eigentlich dabei damit dafür dazu davon daran darauf darüber daher deshalb
        jedoch sowie sowohl etwa beispielsweise wieder weiter ab bereits sonst falls beide einige
        einigen ganz gibt geht macht gar bzw
        """),
    Entry(
      code: "el", names: "greek ell gre",
      words: """
        ο η το οι τα του της των τον την τις τους ένα ένας μια μία έναν ενός μιας και κι ή αλλά όμως
        ωστόσο ότι πως που να θα δεν μη μην ας αν όταν όπως όσο γιατί επειδή αφού ενώ ώστε σε στο
        στη στην στον στα στις στους στης με από για ως προς κατά μετά πριν χωρίς μέχρι έως παρά
        αντί μεταξύ υπό είναι ήταν είμαι είσαι είμαστε είστε είχε είχαν έχει έχουν έχω έχουμε έχετε
        εγώ εσύ αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτών εμείς εσείς μου σου μας σας εμένα εσένα
        τι ποιος ποια ποιο ποιοι πού πότε πώς πόσο όλα όλοι όλες όλο όλη κάθε κάποιος κάποια κάποιο
        κάποιοι κάτι κανείς καμία τίποτα άλλος άλλη άλλο άλλα άλλοι ίδιο ίδια τόσο πολύ πιο λίγο
        μόνο επίσης ακόμα ακόμη ήδη τώρα τότε εδώ εκεί πάντα ποτέ ναι όχι λοιπόν δηλαδή έτσι μπορεί
        μπορούν πρέπει κάνει οποία οποίο οποίος οποίοι οποίες ούτε μέσα πάνω κάτω σαν στ αρα
        """),
    Entry(
      code: "hi", names: "hindi hin",
      words: """
        का के की को में से पर ने है हैं था थे थी हो हूँ होता होती होते होना हुआ हुई हुए और या एवं
        तथा लेकिन परन्तु मगर कि जो जब तब तो यदि अगर भी ही न नहीं ना मत यह ये वह वे इस इन उस उन इसके
        इसकी इसका इसे उसके उसकी उसका उसे इनके उनके उनकी उनका उन्हें उन्होंने इन्हें मैं हम तुम आप
        मुझे हमें मेरा मेरी मेरे हमारा हमारे हमारी आपका आपके आपकी अपना अपने अपनी कौन क्या कब कहाँ
        कहां कैसे क्यों किस किसी कोई कुछ कितना जिस जिसे जिसमें जिसके जिन जिनके सब सभी बहुत अधिक कम
        एक दो कर करने करना करता करते करती किया किए गया गई गए जा जाता जाती जाते रहा रहे रही सकता सकते
        सकती चाहिए लिए साथ बाद पहले तक द्वारा बीच ऊपर नीचे अब यहाँ वहाँ यहां वहां ऐसे वैसे ऐसा फिर
        बस केवल सिर्फ तरह वाला वाले वाली दिया देता दे ले लेकर होगा होगी अन्य जैसे क्योंकि इसलिए
        """),
    Entry(
      code: "hu", names: "hungarian hun",
      words: """
        a az egy és is nem hogy de ez ezt ezek ezen azt azok azon ennek annak erre arra ebben abban
        ebből abból ezzel azzal vagy vagyok vagyunk vannak van volt voltak voltam lesz lesznek lenne
        lett legyen lehet nincs sincs ha mert mint csak már még meg el fel le ki be át össze vissza
        én te ő mi ti ők engem téged őt minket nekem neked neki nekünk nekik ami amit amely amelyek
        amelyet amik aki akik akit amikor ahol ahogy mit kik mikor hol hogyan miért melyik milyen
        mennyi minden mindig soha sokkal sok kevés nagyon több legtöbb kell kellett tud tudja akkor
        most itt ott így úgy ilyen olyan után előtt alatt között mellett szerint miatt nélkül felett
        ellen iránt által felé óta túl saját más másik egyik egyéb valami valaki semmi senki se sem
        pedig azonban tehát illetve valamint hiszen ugyanis bár talán igen maga magát fog fogja
        hanem vele benne róla amelyben például számára
        """),
    Entry(
      code: "id", names: "indonesian ind",
      words: """
        yang dan di dari ke untuk pada dengan dalam ini itu tidak adalah akan juga oleh sebagai atau
        karena tetapi tapi namun jika kalau bila saat ketika agar supaya bahwa seperti saya aku kamu
        anda dia ia kami kita mereka nya kalian apa siapa kapan mana bagaimana mengapa kenapa berapa
        bisa dapat harus boleh perlu sudah telah belum masih sedang pernah lagi lebih paling sangat
        sekali hanya saja pun lah kah ada bukan jangan tanpa antara sampai hingga sejak sebelum
        sesudah setelah selama terhadap tentang atas bawah para semua setiap banyak beberapa sedikit
        lain lainnya sama sendiri tersebut begitu demikian maka lalu kemudian sehingga walaupun
        meskipun serta bagi kepada daripada secara menjadi merupakan ya sini situ sana satu dua hal
        yaitu yakni sekarang
        """),
    Entry(
      code: "ga", names: "irish gle",
      words: """
        an na agus is ar ag i a go le do de ó faoi as chun chuig roimh thar trí um gan idir mar ach
        nó má dá nuair cé cad conas cathain cá céard tá bhí bhíonn bíonn beidh bheadh níl ní raibh
        bhfuil fuil atá nach níor nár gur ba bí bheith mé tú sé sí sinn sibh siad muid é í iad mo ár
        bhur seo sin siúd gach aon cuid eile féin leis leo liom leat linn air uirthi orm ort orainn
        orthu aige aici agam agat againn acu ann inti iontu dó di dom duit dúinn dóibh den don sa
        san sna ón faoin ina anois ansin anseo freisin fós riamh arís níos mó beag tar chomh sula
        mura toisc chuir dhéanamh déanamh rinne tugann céanna roinnt gurb arbh bhfuair anuas amach
        isteach
        """),
    Entry(
      code: "it", names: "italian ita",
      words: """
        il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle
        al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle
        sul sullo sulla sui sugli sulle col e ed o od ma però anche se che chi cui quale quali
        quando dove come perché quanto quanta quanti quante non né è sono era erano essere stato
        stata stati state sia siano sarà sarebbe fosse sei siamo ho hai ha abbiamo avete hanno aveva
        avevano avere avuto abbia può possono potrebbe deve devono fare fa fanno fatto va io tu lui
        lei noi voi loro mi ti si ci vi me te mio mia miei tuo tua suo sua suoi sue nostro nostra
        nostri vostro questo questa questi queste quello quella quelli quelle quel ciò tutto tutta
        tutti tutte ogni altro altra altri altre stesso stessa qualche alcuni alcune molto molta
        molti molte poco più meno troppo così già ancora sempre mai solo poi prima dopo ora qui qua
        lì là dunque quindi mentre infatti invece oppure senza verso contro sotto sopra sì nulla
        niente nessuno cosa bene c'era dell'altro un'altra un'altro ne cos dell all dall nell sull
        coll quell quest tutt dov com
        """),
    Entry(
      code: "lt", names: "lithuanian lit",
      words: """
        ir kad tai yra buvo bus būti būtų nėra nebuvo ne į iš su už nuo apie po per prie pagal prieš
        dėl be tarp ant iki pas bei ar arba bet o tačiau jei jeigu nes kai kaip kur kas ką ko kam
        kuo kuris kuri kurie kurios kurį kurią kurio kuriame kodėl kada aš tu jis ji mes jūs jie jos
        man tau jam jai mums jums jiems mane tave jį ją mus juos jas mano tavo jo jų mūsų jūsų savo
        šis ši šie šios šį šią šio tas ta tie tos tą to toks tokia tokie toji visi visos visas visa
        visų kiekvienas kitas kita kiti kitų kitos pats pati tik dar jau labai daugiau mažiau daug
        taip gal gali galima galėtų reikia turi turėtų čia ten dabar tada niekada visada vis net
        nors tad todėl taigi pat vienas viena pvz buvę esu esame esate iškart kažkas nieko niekas
        """),
    Entry(
      code: "ne", names: "nepali nep",
      words: """
        को का की मा ले लाई बाट सँग देखि र तर वा अनि पनि नै त यो यी त्यो ती यस त्यस यसको त्यसको यसले
        यसलाई उनी उनको उनले उसले उसको म मेरो मलाई हामी हाम्रो हामीले तिमी तपाईं तपाईंको तपाई आफ्नो
        आफू उहाँ छ छन् छु छौं छैन छैनन् थियो थिए थिएन हो होइन हुन् हुन हुने हुन्छ हुन्छन् हुँदैन भयो
        भए भएको भएका भने भनेर भनी भन्ने गर्न गर्ने गरेको गरेका गर्छ गर्छन् गरी गरेर गरिएको गर्नु
        गर्दै के कुन कहिले कहाँ कसरी किन कति जो जुन जसले जब तब यदि भन्दा लागि सम्म पछि अघि बीच साथै
        तथा एक एउटा सबै धेरै केही कुनै अन्य अरू मात्र अझै अब यहाँ त्यहाँ यसरी त्यसैले किनभने सक्छ
        सकिन्छ सक्ने दिने दिएको दिन्छ गए गयो हरू हरु द्वारा अनुसार प्रति जस्तै जस्तो तापनि
        """),
    Entry(
      code: "no", names: "norwegian nor nob nno nb nn",
      words: """
        og i jeg det at en et den til er som på de med han av for ikke der var meg seg men har om vi
        min hadde ham hun nå over da fra du ut sin dem oss opp man hans hvor eller hva skal selv her
        alle vil ble kunne inn når være noe ville jo deres etter ned skulle denne enn dette mitt
        også under ha deg annen henne mine alt mye sitt sine vår mot disse hvis din noen hos bli
        mange blir hennes vært slik kan må hvordan hvorfor hvem hvilken hvilket hvilke ditt dine
        våre vårt så bare kun litt mer mest får fikk gjør gjøre gjorde går ved uten mellom før siden
        alltid aldri igjen allerede nok ja nei kanskje både enten hver hvert andre annet samme
        sammen fordi derfor dermed heller ellers altså ingen eg ikkje me dykk dei ho kva kvar
        korleis kven ein eit frå vere vore berre nokon noko desse meir òg
        """),
    Entry(
      code: "pt", names: "portuguese por",
      words: """
        o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos
        pelas para pra com sem sob sobre entre até desde contra após ante e ou mas porém nem que
        quem qual quais quando onde como porque porquê pois se não sim é são era eram ser sido foi
        foram seja sejam será seria fosse está estão estava estar estou tem têm tinha tinham ter
        tido teve tenho temos há havia haver vai vão ir pode podem poderia deve devem fazer faz
        fazem feito eu tu ele ela nós vós você vocês eles elles elas me te lhe lhes meu minha meus
        minhas teu tua seu sua seus suas nosso nossa nossos nossas dele dela deles delas este esta
        estes estas esse essa esses essas aquele aquela aqueles isto isso aquilo neste nesta nesse
        nessa deste desta desse dessa todo toda todos todas tudo cada outro outra outros outras
        mesmo mesma algum alguma alguns algumas nenhum nada muito muita muitos muitas pouco mais
        menos tão também já ainda agora sempre nunca só apenas bem aqui ali lá então assim depois
        antes enquanto embora à às ao aos quanto tal
        """),
    Entry(
      code: "ro", names: "romanian ron rum mo mol",
      words: """
        a al ai ale am ar are as aș aş au avea avem aveți aveţi fi fost este e sunt suntem era erau
        fie ești și şi si sau dar iar ci însă insa că ca dacă daca când cand cum unde care cine ce
        de din la în in într intr printr pe pentru cu fără fara sub peste până pana după dupa între
        intre prin spre către catre despre contra un o unui unei unor niște nişte eu tu el ea noi
        voi ei ele mă te se ne vă îl îi le li lui lor mi ți își îşi meu mea mei mele tău ta său sa
        săi sale nostru noastră acest această acesta aceasta aceste acești aceşti acestor acestui
        acel acea acela aceea acele cel cea cei cele tot toate toți toţi toată fiecare alt alta alte
        alți alţi altul orice oricare nimic nu nici da mai foarte prea mult multe mulți mulţi puțin
        doar numai chiar deja încă inca acum atunci aici acolo așa aşa astfel deci decât decat cât
        cat câte pot poate trebuie va vor vom să unele unii ceva cineva
        """),
    Entry(
      code: "ru", names: "russian rus",
      words: """
        и в во не что он на я с со как а то все всё она так его но да ты к у же вы за бы по только
        ее её мне было вот от меня еще ещё нет о об из ему теперь когда даже ну ли если уже или ни
        быть был него до вас нибудь уж вам сказал ведь там потом себя ничего ей может они тут где
        есть надо ней для мы тебя их чем была сам чтоб чтобы без будто чего раз тоже себе под будет
        тогда кто этот того потому этого какой какая какие ним здесь этом один почти мой тем нужно
        можно нас сейчас были куда зачем всех никогда при наконец два другой хоть после над больше
        тот через эти эта это этой этих про всего них много разве три мою моя впрочем хорошо свою
        свой своей лучше чуть нельзя такой такая такие им более всегда конечно всю между который
        которая которое которые которых которой которого этому также например поэтому просто очень
        нам наш ваш является тебе лишь однако либо которым т д п е
        """),
    Entry(
      code: "sr", names: "serbian srp scc sh hbs hr hrv scr bs bos",
      words: """
        и у је да на се за са с од до из о по су није ја ти он она оно ми ви они али или ако јер као
        што шта ко који која које којих којој коју ког кад када где како зашто тако то та те тај ту
        овај ова ово ови ове тог том тим тих сам си смо сте био била било били бити бих би ће ћу
        ћемо неће не ни нити већ још само врло веома више мање све сви сваки сваке свог своје своју
        мој моја мени мене ме му јој им их га нас вас нам вам њега њој њих њен његов њихов пре после
        између кроз преко без због према код под над током док ипак међутим такође овде тамо сада
        онда увек никад може могу треба има имају нема један једна једно друго други нешто ништа
        неки неке i u je da na se za sa s od do iz o po su nije ja ti on ona ono mi vi oni ali ili
        ako jer kao što šta sta ko tko koji koja koje kojih kojoj koju kad kada gde gdje kako zašto
        tako to ta te taj tu ovaj ova ovo ovi ove tog tom tim tih sam si smo ste bio bila bilo bili
        biti bih bi će ću ćemo neće ne ni niti već još samo vrlo veoma više manje sve svi svaki
        svoje svoju moj moja meni mene me mu joj im ih ga nas vas nam vam njega njoj njih njen
        njegov njihov pre prije posle poslije između kroz preko bez zbog prema kod pod nad tokom
        tijekom dok ipak međutim takođe također ovde ovdje tamo sada onda uvek uvijek nikad može
        mogu treba ima imaju nema jedan jedna jedno drugo drugi nešto ništa neki neke
        """),
    Entry(
      code: "es", names: "spanish spa",
      words: """
        el la los las lo un una unos unas de del a al en con sin por para sobre entre hasta desde
        hacia contra según durante tras ante bajo y e o u pero sino aunque porque pues que qué quien
        quién cual cuál cuales cuando cuándo donde dónde como cómo si sí no ni yo tú tu él ella ello
        nosotros vosotros ellos ellas usted ustedes me te se le les nos os mi mis tus su sus mío
        nuestro nuestra nuestros nuestras vuestro mí ti este esta estos estas esto ese esa esos esas
        eso aquel aquella aquellos aquello es son era eran ser sido fue fueron sea sean será sería
        soy eres somos está están estaba estar estoy ha han he hemos había habían haber hay hubo
        haya tiene tienen tengo tener tenía puede pueden puedo poder podría debe deben hacer hace
        hacen hecho va van ir muy más menos tan tanto mucho mucha muchos muchas poco pocos todo toda
        todos todas otro otra otros otras mismo misma cada algún alguna algunos algunas algo alguien
        nada nadie ningún ninguna también tampoco ya aún todavía ahora antes después siempre nunca
        aquí ahí allí así entonces luego solo sólo bien mientras además cuyo cuya cualquier vez
        """),
    Entry(
      code: "sv", names: "swedish swe",
      words: """
        och det att i en jag hon som han på den med var sig för så till är men ett om hade de av
        icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något
        från ut när efter upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller
        allt mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din
        dessa några deras blir mina samma vilken er sådan vår blivit dess inom mellan sådant varför
        varje vilka ditt vem vilket sitta sådana vart dina vars vårt våra ert era vilkas också ska
        skall vill ville måste får fick gör göra gjorde går finns mer mest bara lite många andra
        annan annat alltid aldrig redan igen ja nej kanske både antingen eftersom därför dock ändå
        nog väl innan medan genom hos bland även sitt dom mej vidare istället dvs t.ex
        """),
    Entry(
      code: "ta", names: "tamil tam",
      words: """
        ஒரு என்று மற்றும் இந்த இது என்ற கொண்டு என்பது பல ஆகும் அல்லது அவர் நான் உள்ள அந்த இவர் என
        முதல் என்ன இருந்து சில என் போன்ற வேண்டும் வந்து இதன் அது அவன் தான் பலரும் என்னும் மேலும்
        பின்னர் கொண்ட இருக்கும் தனது உள்ளது போது என்றும் அதன் தன் பிறகு அவர்கள் வரை அவள் நீ ஆகிய
        இருந்தது உள்ளன வந்த இருந்த மிகவும் இங்கு மீது ஓர் இவை இந்தக் பற்றி வரும் வேறு இரு இதில் போல்
        இப்போது அவரது மட்டும் இந்தப் எனும் மேல் பின் சேர்ந்த ஆகியோர் எனக்கு இன்னும் அந்தப் அன்று ஒரே
        மிக அங்கு பல்வேறு விட்டு பெரும் அதை பற்றிய உன் அதிக அந்தக் பேர் இதனால் அவை அதே ஏன் முறை யார்
        என்பதை எல்லாம் மட்டுமே இங்கே அங்கே இடம் இடத்தில் அதில் நாம் அதற்கு எனவே பிற சிறு மற்ற விட
        எந்த எனவும் எனப்படும் எனினும் அடுத்த இதனை இதை கொள்ள இந்தத் இதற்கு அதனால் தவிர நாங்கள்
        நீங்கள் உங்கள் எங்கள் ஆனால் இல்லை உண்டு எப்படி எப்போது எங்கே ஆக முடியும் செய்ய செய்து
        வேண்டாம் இருக்கிறது கூட
        """),
    Entry(
      code: "tr", names: "turkish tur",
      words: """
        ve bir bu da de için ile ne mi mı mu mü o şu ben sen biz siz onlar bana sana ona bize size
        onlara beni seni onu bizi sizi onları benim senim senin onun bizim sizin onların bunu bunun
        buna bunlar bunları şunu şey şeyi şeyler gibi kadar daha çok az en her hiç hep hepsi tüm
        bütün bazı birçok birkaç biri birisi kimse kim kimin hangi nasıl neden niçin niye nerede
        nereye zaman ama fakat ancak lakin veya ya yoksa çünkü eğer ise ki diye değil var yok olan
        olarak oldu olduğu olduğunu olur olmak olması olsa olup olsun idi iken sonra önce beri göre
        karşı doğru rağmen dolayı üzere yani zaten sadece yalnız bile hem hemen şimdi artık belki
        tekrar böyle şöyle öyle burada orada burası içinde üzerinde arasında tarafından ayrıca hâlâ
        hala evet hayır mıdır midir etti eden edilen eder etmek yapılan yapmak gerek gerekir lazım
        kendi kendine kendisi diğer aynı başka iki
        """),
    Entry(
      code: "yi", names: "yiddish yid ji",
      words: """
        דער די דאָס דאס דעם דאָ דארט דאָרט אַ א אַן און אָדער אבער אָבער נאָר נאר אַז אז אויב ווײַל
        ווייל ווי וואָס וואס ווער וווּ וואו ווען פאַרוואָס איך דו ער זי עס מיר איר זיי מיך דיך אים
        אונדז אונז אײַך אייך זיך מײַן מיין דײַן דיין זײַן זיין אונדזער אייער זייער אין אויף אויס פון
        פֿון פאַר פֿאַר פאר צו צום מיט בײַ ביי נאָך נאך איבער אונטער צווישן קעגן אָן ביז פֿאַרן ביזן
        איז זענען זײַנען זיינען בין ביסט געווען וועט וועלן וועל וואָלט האָט האט האָבן האבן האָב האב
        געהאַט געהאט קען קענען מוז דאַרף זאָל זאל וויל ניט נישט קיין אויך שוין מער ווייניק פיל פֿיל
        אַלע אלע אַלץ אלץ יעדער יעדע אַנדערע אנדערע דאַן דאן דעמאָלט איצט דאָך דאך ווידער אַזוי אזוי
        דאָרטן היגע דערפֿאַר דורך זינט הײַנט יאָ ניין עפּעס גאָרניט מען
        """),
  ]

  /// Languages without a stemmer, known so as not to be taken for a neighbour that has one.
  static let strangers = [
    Entry(
      code: "pl", names: "polish pol",
      words: """
        i w na z się nie do to że jest o jak ale po co tak za od są dla czy przez tylko już być był
        była było były może można jego jej ich ten ta tego tej tym tych które który która jako lub
        oraz więc bardzo gdy jeśli mnie ja ty on my wy oni ma mają mam bez pod przed nad przy ze we
        też tu tam kiedy gdzie dlaczego ponieważ sobie
        """),
    Entry(
      code: "cs", names: "czech ces cze sk slk slo",
      words: """
        a v na se že je to s z do o i ve jako za od po k by ale tak si co jsou jsem jsme byl byla
        bylo byli být pro při nebo už jen když jak který která které podle také má mít není ještě
        než před ze tím této tento tato toto kde proč protože pokud však aby sa ako aj sú som sme
        bol bola bolo boli byť pri alebo len keď ktorý ktorá ktoré podľa tiež nie ešte pred tým
        tejto preto pretože čo
        """),
    Entry(
      code: "uk", names: "ukrainian ukr be bel",
      words: """
        і й та в у на не з що як до за це але або він вона воно вони ми ви я ти його її їх для від
        про по при так також є був була було були бути вже ще тільки якщо коли де чому тому який яка
        яке які цей ця ці того цього цих може треба через під між після без над мені нас вас їм би
        же чи щоб бо дуже більше все всі ж гэта што ён яна яны ў калі каб таксама
        """),
    Entry(
      code: "bg", names: "bulgarian bul mk mkd mac",
      words: """
        на и да в се от за не е са с по като че ще това до ли но или така само още бе беше бяха има
        няма може тя той те то аз ти ние вие му ѝ им го я ги си ме ми който която което които при
        към между през след преди без под над когато където как защо какво този тази тези един една
        едно много повече вече също обаче ако тъй съм сме сте бил била било били ќе ова овој оваа
        кои која кој што уште
        """),
  ]
}
