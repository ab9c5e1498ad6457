"""Words that say nothing of what a text is about, in the languages of most articles."""

from __future__ import annotations

from typing import Final

DETERMINERS: Final = frozenset(
    """the a an this that these those my your his her its our their some any each every no another such both
    all many most several few one two three der die das den dem des ein eine einen einem einer eines
    mein meine dein sein seine ihr ihre unser unsere dieser diese dieses diesen diesem jeder jede jedes
    jeden kein keine keinen alle viele le la les un une des du au aux ce cet cette ces mon ma mes ton ta
    tes son sa ses notre nos votre vos leur leurs chaque plusieurs quelques tous toutes el los las una unos
    unas del al mi mis tu tus su sus nuestro nuestra nuestros este esta estos estas ese esa cada varios
    varias todos todas этот эта это эти тот та те мой наш ваш его её их свой своя свои все каждый""".split()
)
"""Words that stand before a noun."""

PREPOSITIONS: Final = frozenset(
    """of in on for with by from to at as into between under over through against about within without across
    during among beyond behind toward towards via per around upon von mit bei aus nach durch gegen über
    unter zwischen für auf an zu zum zur im am vom ins um ohne als de dans sur avec par pour sans entre
    sous contre chez vers à d’ l’ en con por para sin sobre hasta desde в на с по для от из к у о об при
    без между под над за до против""".split()
)
"""Words after which a noun is likely."""

POINTING: Final = frozenset(
    """i he she it they you we this that these those there here who which such me my his her their its your er
    sie es wir man ich dies das il elle ils elles on nous ce cela c’est él ella ellos esto eso он она
    оно они мы я это""".split()
)
"""Words at the beginning of a sentence that point at what stands elsewhere."""

CONNECTIVES: Final = frozenset(
    """however moreover furthermore additionally also thus therefore hence meanwhile
    indeed similarly likewise instead still yet then now today yesterday
    recently finally nevertheless nonetheless consequently accordingly
    fortunately unfortunately luckily sadly clearly obviously naturally
    basically essentially ultimately overall interestingly surprisingly
    importantly again besides well yes no ok okay sure oh cependant toutefois
    néanmoins pourtant ainsi enfin puis ensuite alors bref certes or aussi
    además asimismo también así entonces ahora finalmente luego incluso однако
    поэтому кроме наконец сегодня например""".split()
)
"""Words that join a sentence to what was said before."""

CONJUNCTIONS: Final = frozenset("and or nor und oder sowie et ou y e o u и или".split())

SUBJECTS: Final = frozenset(
    """i he she it they we you who which there one ich er sie es wir ihr man je j’ tu il elle on nous vous ils
    elles yo él ella nosotros ellos ellas usted ustedes я ты он она оно мы вы они""".split()
)
"""Words after which a verb is likely."""

AUXILIARIES: Final = frozenset(
    """to will would can could may might must shall should do does did don’t doesn’t didn’t can’t cannot won’t
    not has have had is are was were be been being am let let’s also never always just wird werden kann
    können muss müssen soll sollen hat haben hatte ist sind war waren wurde wurden nicht est sont était
    ont a avait peut peuvent doit doivent ne pas se s’ es son era fue ha han había puede pueden debe
    deben no se не был была было были может могут будет будут""".split()
)
"""Words after which a verb, or what is said of a subject, is likely."""

STOP: Final = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | SUBJECTS
    | AUXILIARIES
    | CONNECTIVES
    | frozenset(
        """dear readers fellow fellow-citizens countrymen further
        altogether instead anyway otherwise elsewhere somewhere everywhere else enough
        alike abroad outside inside nearby
        hence whenever wherever nowadays afterwards later earlier early late long away aside ago
        forward together apart ahead along forth whole entire full own several different various but so yet
        if then than because while when where how why what whose whom whether although though since
        until unless before after again once here now too very only even still more much less least
        own same other others up down out off back away me him us them mine ours theirs myself
        itself himself themselves having done doing get gets got getting make makes made making take
        takes took taken taking go goes going went gone come comes came coming say says said saying
        see sees saw seen know knows knew known think thinks thought want wants wanted need needs
        needed like likes liked use uses used using give gives gave given giving put puts seem seems
        seemed become becomes became keep keeps kept try tries tried trying ask asks asked tell
        tells told show shows showed shown find finds found mean means meant help helps helped
        helping start started begin began work works worked look looks looked call calls called feel
        feels felt happen happens happened provide provides provided include includes included
        including based ensure ensures allow allows allowed enable enables require requires required
        create creates created believe believes hope expect let remain remains add adds added lot
        lots bit thing things way ways something anything nothing everything someone anyone everyone
        kind sort part parts number well good better best great new first second third last next
        really actually simply quite rather perhaps maybe often sometimes usually almost already
        soon ever today tomorrow yesterday etc e.g i.e eg ie via per vs however therefore thus
        moreover furthermore able possible likely different important certain sure right able long
        little big large small it’s that’s there’s we’re you’re they’re i’m he’s she’s what’s
        i’d he’d she’d we’d they’d you’d
        isn’t aren’t wasn’t weren’t wouldn’t couldn’t shouldn’t hasn’t haven’t hadn’t we’ve i’ve
        you’ve they’ve we’ll you’ll i’ll they’ll it’ll aber denn weil wenn dass ob wie was wer wo
        wann warum auch noch nur schon sehr mehr so dann da hier jedoch doch sich mich mir dir uns
        euch ihm ihn ihnen dessen deren damit dabei dazu davon daran worden gibt geben gab machen
        macht gemacht kommen kommt kam gehen geht ging sagen sagt sagte viel vielen nichts etwas
        hatten worden abord faut fallait mais donc car si
        que qui dont où quand comme comment aussi encore plus moins très même bien peu fait faire
        être avoir cela ça celui celle ceux y en lui leur été étaient était ayant alors ainsi pero
        porque si que como cuando donde quien cual además incluso también más menos muy mismo bien poco ya ser
        estar haber hacer hace hizo lo le les nos me te está están entre eso esto aquí allí а но что
        как так же бы ли то если когда где кто чем уже ещё очень только более чтобы который которая
        которое которые которых этого этой этом""".split()
    )
)
"""What cannot be what a passage is about; folded, with ’ for every apostrophe."""

PALE: Final = frozenset(
    """issue issues point points question questions fact facts case cases example examples reason reasons
    people person time times year years month months week weeks day days hour hours minute minutes idea
    ideas post article articles series area areas aspect aspects level levels type types form forms
    piece pieces item items set sets step steps stage stages side sides end ends top bottom place places
    result results change changes benefit benefits challenge challenges problem problems effort efforts
    process processes system systems method methods tool tools practice practices approach approaches
    solution solutions information content material materials user users team teams member members group
    groups staff colleague colleagues friend friends everyone country countries world nation history
    life experience experiences video image photo picture link links list lists page pages section
    sections table title word words name names event events site sites website product products project
    projects task tasks interest attention rest lack amount amounts range variety majority handful
    couple dozen dozens hundred hundreds thousand thousands million millions goal goals focus role roles
    opportunity opportunities situation situations context moment moments circumstance circumstances
    condition conditions matter matters subject topic topics version versions detail details feature
    features answer answers central main key core major minor primary secondary current existing
    previous recent former future past present new old modern potential actual real true false huge
    massive small large tiny vast broad wide helpful useful valuable essential necessary critical
    crucial vital significant relevant related unrelated additional extra further final overall general
    specific particular common similar separate single multiple numerous countless total average initial
    original basic simple complex easy hard difficult clear obvious wonderful amazing excellent excited
    happy proud sorry nice fine bad worse worst fun interesting great greater greatest better best
    higher highest lower lowest high low short whole various fellow proper fair free open close ready
    unable available responsible dedicated early late quick fast slow strong weak heavy light daily
    weekly monthly yearly local serious deep rich poor ago top-level long-term short-term high-level
    low-level monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december incredible remarkable unprecedented enormous
    tremendous strange nothing bit urgent""".split()
)
"""Words of things or qualities that any text may have: they set no passage off, alone or together."""

_VERBS: Final = frozenset(
    """solve develop improve understand learn teach build write choose decide provide produce reduce contain
    involve consider discuss describe explain identify determine achieve receive apply prepare publish
    discover remember forget move bring buy sell send spend lose meet sit fall hold leave grow draw
    throw pay join serve follow expand explore enjoy invite ensure encourage deliver manage maintain
    operate participate implement establish engage enhance evaluate demonstrate adopt adapt avoid agree
    argue accept appear arrive assume attend announce belong carry collect combine communicate compare
    compete connect contribute convince define depend destroy disappear eat emerge enter examine exist
    extend facilitate fail fill gather generate hear hide imagine inform introduce invest investigate
    listen miss obtain occur organize organise overcome perform persuade predict prevent protect prove
    pull raise realize realise recognize recognise recommend refer reflect refuse relate rely remove
    replace represent respond reveal save seek speak stay stop succeed suffer suggest surround survive
    tend transform treat wait wear worry write wrote built brought bought sold sent spent lost met sat
    fell held left grew grown drew drawn threw paid led ran sought spoke spoken stood taught understood
    chose chosen caught broke broken wrote written won heard hid knew grew became began kept run sign
    love hate thank resemble disrupt stretch abandon thank welcome click read visit check ensure
    turn set live die happen want offer stand lie prefer appreciate agreed promote strengthen arise driven
    given shown willing""".split()
)


_RUSSIAN_VERB: Final = (
    "ть",
    "ться",
    "ла",
    "ли",
    "ло",
    "лся",
    "лась",
    "лись",
    "ет",
    "ют",
    "ит",
    "ят",
    "ется",
    "ются",
)
_RUSSIAN_ADJECTIVE: Final = (
    "ого",
    "его",
    "ому",
    "ему",
    "ый",
    "ий",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ых",
    "их",
    "ую",
)


def is_verb(word: str) -> bool:
    """Whether a word in small letters is most often a verb, English by the word, Russian by its ending."""
    if word[0] >= "а":
        return word[0] <= "я" and len(word) > 4 and word.endswith(_RUSSIAN_VERB)
    return word in _VERBS or (word.endswith("s") and (word[:-1] in _VERBS or word[:-2] in _VERBS))


def asks_for_noun(word: str) -> bool:
    """Whether a word in small letters, by its ending, only tells of what kind a thing is that follows."""
    return word.endswith(("ly", "ed")) or ("а" <= word[0] <= "я" and word.endswith(_RUSSIAN_ADJECTIVE))
