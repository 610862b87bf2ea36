// Posts in many languages, written for these tests: much of it is about programming.

/// Posts in many languages: a code (of `Language`, or `und`), a blank, the text.
enum LanguageSamples {
  static let all: [(code: String, text: String)] = lines.split(separator: "\n").map { line in
    let parts = line.split(separator: " ", maxSplits: 1)
    return (String(parts[0]), String(parts[1]))
  }

  private static let lines = """
    en I tried to build the wheel with uv on my machine and it failed because the lock file was written by an older version. Does anyone know how to make it resolve the extras again? There is a pull request for this, but nobody has looked at it yet.
    en The proposal adds a keyword to the grammar, which means that every parser, formatter and linter will have to change. I am not against it, but we should first ask whether a function in the standard library would do the same job with less noise.
    en We spoke with the author of Die Hard benchmarks, Jan de Vries, about La Mancha, an en-suite compiler for El Capitan. He told us that the os module was rewritten, and that das Keyboard and der Spiegel are only names and no German words at all in this text.
    de Seit gestern schlägt bei uns der Build fehl, weil pip install keine passenden Wheels für Python 3.13 findet. Ich habe im pyproject.toml die Version von setuptools angehoben und den Cache gelöscht, aber das Problem ist immer noch da. Hat jemand eine Idee, woran das liegen könnte?
    de Das neue Release von Swift bringt Typed Throws und InlineArray mit. Wir haben unseren Server umgestellt und die Latency ist um etwa zwanzig Prozent gesunken. Wer noch auf Linux mit Foundation arbeitet, sollte vorher die Release Notes lesen, denn einige Module wurden aufgeteilt.
    de Gestern Abend waren wir auf dem Weihnachtsmarkt, und es hat den ganzen Tag geschneit. Die Kinder wollten gar nicht mehr nach Hause. Am Ende sind wir mit der letzten Bahn gefahren und haben noch lange in der Küche gesessen.
    fr Depuis la mise à jour, la commande uv sync ne trouve plus les wheels de mon index privé. J'ai vidé le cache et vérifié le fichier pyproject.toml, mais c'est toujours pareil. Est-ce que quelqu'un a déjà rencontré ce problème avec Python 3.13 sous Linux ?
    fr Le nouveau borrow checker de Rust, appelé Polonius, accepte des programmes que l'ancien refusait. Nous avons testé la version nightly sur notre projet et les temps de compilation n'ont pas augmenté. Il reste cependant quelques erreurs dans les traits avec des lifetimes.
    fr Hier soir nous avons dîné chez des amis qui habitent au bord de la mer. Il faisait très beau et les enfants ont joué dans le jardin jusqu'à la nuit. On a parlé de tout, sauf de travail.
    es Desde ayer el build falla porque pip no encuentra los wheels para Python 3.13. He borrado la cache y he cambiado la versión de setuptools en el pyproject.toml, pero el problema sigue igual. ¿Alguien sabe qué puede ser? El log completo está en el issue.
    es La nueva versión del framework trae un router más rápido y un sistema de plugins que todavía es experimental. Nosotros lo hemos probado en producción y los tests pasan, aunque hay que cambiar algunas llamadas a la API que ahora son async.
    es Anoche cenamos en casa de unos amigos que viven cerca del mar. Hacía mucho calor y los niños jugaron en el jardín hasta muy tarde. Hablamos de todo menos del trabajo, y volvimos a casa en el último tren.
    pt Desde ontem o build falha porque o pip não encontra os wheels para o Python 3.13. Já apaguei a cache e mudei a versão do setuptools no pyproject.toml, mas o problema continua. Alguém sabe o que pode ser? O log completo está na issue.
    pt A nova versão do framework traz um router mais rápido e um sistema de plugins que ainda é experimental. Nós testamos em produção e os testes passam, mas é preciso mudar algumas chamadas da API que agora são async.
    pt Ontem à noite jantamos na casa de uns amigos que moram perto do mar. Fazia muito calor e as crianças brincaram no jardim até tarde. Falamos de tudo menos do trabalho e voltamos para casa no último comboio.
    it Da ieri la build fallisce perché pip non trova le wheel per Python 3.13. Ho cancellato la cache e cambiato la versione di setuptools nel pyproject.toml, ma il problema è sempre lo stesso. Qualcuno sa cosa può essere? Il log completo si trova nella issue.
    it La nuova versione del framework ha un router più veloce e un sistema di plugin che è ancora sperimentale. Noi lo abbiamo provato in produzione e i test passano, anche se bisogna cambiare alcune chiamate alla API che adesso sono async.
    it Ieri sera siamo stati a cena da amici che abitano vicino al mare. Faceva molto caldo e i bambini hanno giocato in giardino fino a tardi. Abbiamo parlato di tutto tranne che del lavoro, poi siamo tornati a casa con l'ultimo treno.
    nl Sinds gisteren mislukt de build omdat pip geen wheels voor Python 3.13 kan vinden. Ik heb de cache gewist en de versie van setuptools in pyproject.toml aangepast, maar het probleem is er nog steeds. Heeft iemand een idee waar dat aan kan liggen?
    nl De nieuwe release van de compiler is een stuk sneller, maar de foutmeldingen zijn niet altijd duidelijk. Wij hebben onze server overgezet en de tests draaien weer. Wie nog met de oude API werkt, kan het beste eerst de release notes lezen.
    nl Gisteravond waren we bij vrienden die vlak bij de zee wonen. Het was erg warm en de kinderen hebben tot laat in de tuin gespeeld. We hebben over alles gepraat, behalve over het werk.
    sv Sedan igår misslyckas bygget eftersom pip inte hittar några wheels för Python 3.13. Jag har tömt cachen och ändrat versionen av setuptools i pyproject.toml, men problemet finns kvar. Är det någon som vet vad det kan bero på?
    sv Den nya versionen av kompilatorn är mycket snabbare, men felmeddelandena är inte alltid tydliga. Vi har flyttat över vår server och alla tester går igenom. Om du fortfarande använder det gamla API:et bör du läsa release notes först.
    da Siden i går fejler vores build, fordi pip ikke kan finde nogen wheels til Python 3.13. Jeg har slettet cachen og ændret versionen af setuptools i pyproject.toml, men problemet er der stadig. Er der nogen, der ved, hvad det kan skyldes?
    da I aftes spiste vi hos nogle venner, som bor tæt ved havet. Det var meget varmt, og børnene legede i haven, til det blev mørkt. Vi talte om alt andet end arbejde og tog hjem med det sidste tog.
    no Siden i går har bygget feilet fordi pip ikke finner noen wheels for Python 3.13. Jeg har tømt cachen og endret versjonen av setuptools i pyproject.toml, men problemet er der fortsatt. Er det noen som vet hva det kan skyldes?
    no I går kveld spiste vi hos noen venner som bor nær sjøen. Det var veldig varmt, og barna lekte i hagen til det ble mørkt. Vi snakket om alt annet enn jobb og tok det siste toget hjem.
    fi Eilisestä lähtien build on epäonnistunut, koska pip ei löydä wheel-paketteja Python 3.13:lle. Olen tyhjentänyt välimuistin ja muuttanut setuptoolsin version, mutta ongelma on edelleen sama. Tietääkö joku, mistä se voi johtua? Myös lokit ovat tässä.
    ru Со вчерашнего дня сборка не проходит, потому что pip не находит wheel для Python 3.13. Я очистил кэш и поменял версию setuptools в pyproject.toml, но проблема осталась. Может быть, кто-то знает, в чём дело?
    ru Новая версия компилятора работает намного быстрее, но сообщения об ошибках не всегда понятны. Мы перенесли наш сервер, и все тесты проходят. Если вы ещё пользуетесь старым API, сначала прочитайте release notes.
    ru Вчера вечером мы ужинали у друзей, которые живут недалеко от моря. Было очень тепло, и дети играли в саду до темноты.
    sr Од јуче билд не пролази зато што pip не може да нађе wheel за Python 3.13. Обрисао сам кеш и променио верзију, али проблем је и даље ту. Да ли неко зна шта би то могло да буде?
    sr Od juče build ne prolazi zato što pip ne može da nađe wheel za Python 3.13. Obrisao sam keš i promenio verziju u pyproject.toml, ali problem je i dalje tu. Da li neko zna šta bi to moglo da bude?
    ca Des d'ahir el build falla perquè pip no troba els wheels per a Python 3.13. He esborrat la cache i he canviat la versió de setuptools, però el problema continua igual. Algú sap què pot ser? Amb la versió anterior tot això anava molt bé.
    ro De ieri build-ul nu mai merge pentru că pip nu găsește wheel-uri pentru Python 3.13. Am șters cache-ul și am schimbat versiunea, dar problema este aceeași. Știe cineva ce ar putea fi? Cu versiunea de dinainte totul era bine.
    hu Tegnap óta nem fordul le a projekt, mert a pip nem talál wheel csomagot a Python 3.13 verzióhoz. Töröltem a cache tartalmát és átírtam a setuptools verzióját is, de a hiba még mindig megvan. Tudja valaki, hogy mi lehet ez?
    tr Dünden beri build başarısız oluyor, çünkü pip Python 3.13 için wheel bulamıyor. Cache temizlendi ve setuptools sürümü de değişti, ama sorun hâlâ var. Bu sorunun neden olduğunu bilen biri var mı? Daha önce her şey çok iyi çalışıyordu.
    id Sejak kemarin build selalu gagal karena pip tidak bisa menemukan wheel untuk Python 3.13. Saya sudah menghapus cache dan mengubah versi setuptools di pyproject.toml, tetapi masalahnya masih sama. Apakah ada yang tahu apa penyebabnya?
    lt Nuo vakar build nepavyksta, nes pip neranda wheel paketų, kurie tiktų Python 3.13. Ištryniau cache ir pakeičiau setuptools versiją, bet problema vis dar yra. Gal kas nors žino, kodėl taip yra ir ką dar galima daryti?
    eu Atzotik hona build horrek huts egiten du, pip ez baita gai Python 3.13 bertsioaren wheel bat aurkitzeko. Cache hori ezabatu dut eta setuptools bertsioa aldatu dut, baina arazoa hor dago oraindik. Inork ba al daki zer izan daitekeen?
    ga Ó inné tá an build ag teip mar nach bhfuil pip in ann wheel a fháil do Python 3.13. Scrios mé an cache agus d'athraigh mé an leagan, ach tá an fhadhb ann fós. An bhfuil a fhios ag aon duine cad é atá cearr leis?
    el Από χθες το build αποτυγχάνει, επειδή το pip δεν βρίσκει wheel για την Python 3.13. Έσβησα την cache και άλλαξα την έκδοση, αλλά το πρόβλημα παραμένει. Ξέρει κανείς τι μπορεί να είναι;
    ar منذ الأمس يفشل البناء لأن pip لا يجد الحزم المناسبة على Python 3.13. لقد حذفت الذاكرة المؤقتة وغيرت الإصدار، لكن المشكلة ما زالت موجودة. هل يعرف أحد ما هو السبب؟
    hy Երեկվանից build-ը չի աշխատում, որովհետև pip-ը չի գտնում փաթեթը Python 3.13 տարբերակի համար։ Ես ջնջել եմ քեշը և փոխել եմ տարբերակը, բայց խնդիրը դեռ կա։ Ով գիտի, թե ինչ է սա։
    hi कल से build नहीं हो रहा है क्योंकि pip को Python 3.13 के लिए wheel नहीं मिल रहा है। मैंने cache हटा दिया और संस्करण भी बदल दिया, लेकिन समस्या अब भी है। क्या कोई जानता है कि यह क्यों हो रहा है?
    ne हिजोदेखि build भएको छैन किनभने pip ले Python 3.13 को लागि wheel भेट्टाउन सकेको छैन। मैले cache हटाएँ र संस्करण पनि बदलेँ, तर समस्या अझै छ। कसैलाई यो के हो भन्ने थाहा छ?
    ta நேற்று முதல் build வேலை செய்யவில்லை, ஏனென்றால் pip இந்த Python 3.13 பதிப்புக்கு wheel கண்டுபிடிக்கவில்லை. நான் cache நீக்கி விட்டேன், ஆனால் பிரச்சினை இன்னும் உள்ளது. இது என்ன என்று யாருக்கும் தெரியுமா?
    yi זינט נעכטן אַרבעט נישט דער build, ווײַל pip קען נישט געפֿינען קיין wheel פֿאַר Python 3.13. איך האָב אויסגעמעקט דעם cache און געביטן די ווערסיע, אָבער די פּראָבלעם איז נאָך אַלץ דאָ. צי ווייסט עמעצער וואָס דאָס קען זײַן?
    und Od wczoraj build nie działa, bo pip nie może znaleźć paczek wheel dla Python 3.13. Usunąłem cache i zmieniłem wersję setuptools, ale problem jest wciąż ten sam. Czy ktoś wie, co to może być i jak to naprawić?
    und Od včerejška build neprojde, protože pip nemůže najít wheel pro Python 3.13. Smazal jsem cache a změnil verzi setuptools, ale problém je pořád stejný. Neví někdo, co by to mohlo být? Na starší verzi to ještě šlo.
    und З учора збірка не проходить, тому що pip не знаходить wheel для Python 3.13. Я очистив кеш і змінив версію, але проблема все ще є. Може, хтось знає, що це таке і як це виправити?
    und От вчера билдът не минава, защото pip не намира wheel за Python 3.13. Изтрих кеша и смених версията, но проблемът все още е тук. Някой знае ли какво може да е това и как да го оправя?
    und 昨日からビルドが失敗しています。pip が Python 3.13 の wheel を見つけられません。キャッシュを消してバージョンを変えましたが、問題は同じです。誰か原因を知っていますか。
    und 从昨天开始构建失败了，因为 pip 找不到 Python 3.13 的 wheel。我已经清除了缓存并且更改了版本，但是问题还在。有人知道这是什么原因吗？
    und 어제부터 빌드가 실패합니다. pip 이 Python 3.13 용 wheel 을 찾지 못하기 때문입니다. 캐시를 지우고 버전을 바꿨지만 문제는 그대로입니다. 이유를 아시는 분 계신가요?
    und מאתמול הבנייה נכשלת כי pip לא מוצא חבילות מתאימות עבור Python 3.13. מחקתי את המטמון ושיניתי את הגרסה, אבל הבעיה עדיין קיימת. האם מישהו יודע מה זה יכול להיות?
    """
}
