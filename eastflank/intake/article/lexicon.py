"""The words that the rules know: verbs by what they say about a force, and nouns by what they name."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.intake.article.verb_forms import Tells, Tense, Verb, first_of_each, verb_table
from eastflank.intake.article.word_sets import word_row, word_set

_VERBS: Mapping[Tells, str] = {
    Tells.SEND: (
        "send deploy dispatch station base post contribute provide supply assign transfer shift "
        "relocate redeploy "
        "bring add second airlift fly detach position garrison place put move rotate ship pre- "
        "position allocate "
        "earmark furnish lend divert redirect insert rush ferry disperse spread stage rebase"
    ),
    Tells.GO: (
        "arrive land reach come go enter follow embark remain stay serve stand operate work "
        "patrol train head "
        "travel live disembark cross advance touch sail roll form guard man occupy pour flow"
    ),
    Tells.HAVE: "have keep maintain retain sustain hold",
    Tells.LEAD: "lead head command spearhead coordinate run oversee",
    Tells.HOST: "host house accommodate accept receive welcome",
    Tells.JOIN: "join participate reinforce support augment rejoin",
    Tells.LEAVE: (
        "withdraw pull leave recall depart exit quit remove evacuate end expel return close repatriate "
        "vacate phase wind"
    ),
    Tells.COUNT: (
        "number count comprise consist total include grow rise increase double raise expand enlarge triple "
        "reduce cut shrink exceed amount strengthen scale reinforce complete halve trim slash "
        "quadruple swell lower lift"
    ),
    Tells.DECIDE: (
        "plan intend want wish hope agree decide approve promise pledge commit vow offer propose "
        "consider mull "
        "weigh discuss study examine review explore expect begin start continue refuse deny "
        "authorise authorize "
        "order prepare aim mean request endorse vote sign volunteer undertake suggest "
        "contemplate prolong extend "
        "renew resume finalise finalize confirm accelerate sanction ratify debate ponder "
        "evaluate ask invite urge "
        "allow permit clear cancel scrap drop shelve suspend abandon reject "
        "oppose rule call postpone delay look "
        "need require seek announce think float moot envisage envision foresee green-light greenlight "
        "exclude "
        "negotiate signal threaten reconsider freeze halt"
    ),
    Tells.SAY: (
        "say tell add state declare write stress reveal warn note explain report claim insist "
        "emphasise emphasize "
        "underline acknowledge admit disclose repeat reiterate inform mention recall remark "
        "argue believe describe "
        "thank answer reply respond speak restate assure murmur"
    ),
    Tells.MEET: "meet gather convene assemble",
    Tells.MEASURE: (
        "adopt enhance improve establish boost bolster step tighten launch create activate speed deepen "
        "modernise modernize fund"
    ),
    Tells.OTHER: (
        "make see take give become set build kill wound fall lose fire buy get belong teach hand "
        "replace relieve "
        "fill pay call enable help fight die injure participate run visit use show spend double- "
        "check stop remember "
        "exercise protect defend deter seize capture sell order deliver donate gather mass hit "
        "strike attack train "
        "accuse condemn criticise criticize demand mark celebrate commemorate mobilise mobilize "
        "call-up conduct "
        "perform carry cost produce own know read let try turn act react face seek save open "
        "shoot down complete "
        "assist refuel upgrade allege play bear amass concentrate draw march"
    ),
}
"""Every verb by what it says. If a verb is listed twice, the first entry counts."""

PHRASES: Mapping[tuple[str, str], tuple[str, Tells]] = {
    ("call", "off"): ("cancel", Tells.DECIDE),
    **{(verb, "in"): ("deploy", Tells.SEND) for verb in word_row("call fly bring")},
    ("call", "up"): ("mobilise", Tells.OTHER),
    ("set", "up"): ("establish", Tells.MEASURE),
    ("stand", "up"): ("establish", Tells.MEASURE),
    ("build", "up"): ("establish", Tells.MEASURE),
    **{
        (verb, way): ("withdraw", Tells.LEAVE)
        for verb in word_row("go come fly head travel sail march move bring take send ship get")
        for way in ("home", "back", "homeward")
    },
    **{
        (verb, "out"): ("withdraw", Tells.LEAVE)
        for verb in word_row("move march phase get bring clear order call")
    },
    **{(verb, "out"): ("embark", Tells.GO) for verb in word_row("fly ship sail set head")},
    **{(verb, "down"): ("withdraw", Tells.LEAVE) for verb in word_row("wind draw stand")},
    **{
        (verb, way): ("reduce", Tells.COUNT)
        for verb in word_row("scale cut trim")
        for way in ("down", "back")
    },
    ("pack", "up"): ("withdraw", Tells.LEAVE),
    ("turn", "down"): ("refuse", Tells.DECIDE),
    ("make", "up"): ("form", Tells.GO),
    **{("put", way): ("offer", Tells.DECIDE) for way in ("forward", "up")},
    ("touch", "down"): ("land", Tells.GO),
    ("speak", "of"): ("discuss", Tells.DECIDE),
    ("put", "off"): ("postpone", Tells.DECIDE),
    ("talk", "of"): ("discuss", Tells.DECIDE),
    ("move", "in"): ("arrive", Tells.GO),
    ("stand", "by"): ("wait", Tells.OTHER),
}
"""Verbs that mean another verb together with the next word: its lemma, and what it says."""

SHAPES: Mapping[str, str] = {
    **dict.fromkeys(
        word_row(
            "consider ask request mull weigh discuss study examine review explore propose suggest want wish "
            "hope contemplate debate ponder evaluate think look seek float moot envisage envision foresee "
            "negotiate reconsider open threaten"
        ),
        "considered",
    ),
    **dict.fromkeys(word_row("expect keen eager tipped minded"), "considered"),
    **dict.fromkeys(word_row("offer volunteer ready willing prepared"), "offered"),
    "signal": "offered",
    **dict.fromkeys(
        word_row("plan intend promise pledge commit vow prepare aim mean undertake set due announce confirm"),
        "pledged",
    ),
    "agree": "agreed",
    **dict.fromkeys(
        word_row(
            "decide approve authorise authorize order endorse vote sign finalise "
            "finalize sanction ratify clear green-light greenlight"
        ),
        "decided",
    ),
    **dict.fromkeys(
        word_row("refuse deny reject rule oppose exclude opposed decline unwilling reluctant"), "denied"
    ),
    **dict.fromkeys(word_row("cancel scrap drop shelve suspend abandon freeze halt"), "withdrawn"),
    **dict.fromkeys(word_row("begin start"), "arriving"),
    **dict.fromkeys(word_row("continue extend prolong renew resume"), "deployed"),
}
"""The status that a verb or adjective before the verb of the force gives it."""

NOUN_SHAPES: Mapping[str, str] = {
    **dict.fromkeys(
        word_row(
            "plan plans intention intentions promise pledge commitment commitments announcement announcements"
        ),
        "pledged",
    ),
    **dict.fromkeys(
        word_row("possibility proposal proposals option options idea talks discussions"), "considered"
    ),
    **dict.fromkeys(word_row("offer offers readiness willingness"), "offered"),
    **dict.fromkeys(word_row("agreement agreements deal accord"), "agreed"),
    **dict.fromkeys(word_row("decision decisions order orders approval mandate go-ahead light"), "decided"),
}
"""The status that a noun before `to` and a verb gives it: “a commitment to deploy”."""

MODALS = word_set("will shall 'll wo would may might could can should must")
BE = word_set("be is are was were been being am 's 're ain")
_HAVE = word_set("have has had having 've")
_DO = word_set("do does did don doesn didn")
NEGATION = word_set("not never 't n't neither nor no")
ADVERBS = word_set(
    "also now already currently still actively soon only permanently temporarily reportedly "
    "additionally newly just further again initially eventually jointly together ever long "
    "recently presently always even well since probably likely possibly perhaps formally "
    "officially therefore then too instead yet first finally immediately gradually largely mostly "
    "mainly all both each usually normally publicly today quietly fully collectively seriously "
    "simply really firmly repeatedly previously"
)
BEFORE_TO = word_set(
    "going ready willing prepared set due likely expected able unlikely about scheduled bound open "
    "opposed committed supposed poised slated keen eager tipped reluctant unwilling minded destined"
)
SPEECH_TITLES = word_set(
    "spokesman spokeswoman spokesperson minister ministers secretary president premier chancellor "
    "general admiral colonel commander chief official officials ambassador senator officer "
    "officers source sources ministry department government parliament cabinet captain major "
    "brigadier lieutenant leader adviser advisor analyst expert aide diplomat diplomats "
    "representative director chairman chair king queen deputy deputies lawmaker lawmakers "
    "congressman congresswoman mayor moderator statement communique headquarters command "
    "lieutenant-general lieutenant-colonel secretary-general staff alliance coalition army navy "
    "office mission embassy envoy commander-in-chief junta authorities leadership side congress "
    "senate house assembly council vice-president governor spokespeople prime marshal agency "
    "presidency administration"
)
"""Nouns for people and offices that may speak; a nation before them does not act itself."""

PERSONS = word_set(
    "troops troop soldiers soldier servicemembers servicemen servicewomen personnel marines "
    "peacekeepers paratroopers paratrooper fighters-for infantrymen sailors airmen trainers "
    "instructors advisers advisors engineers medics commandos rangers forces force officers men "
    "women members people persons gunners sappers specialists observers reservists legionnaires "
    "soldiery guardsmen logisticians pioneers peacekeeper expert experts staff-officers "
    "contractors civilians crews operators reinforcements mercenaries boots blue-helmets "
    "service-members deminers trainer- "
    "advisers mentors gendarmes policemen carabinieri infantry cavalry servicepeople airwomen aircrew "
    "crewmen riflemen grenadiers cavalrymen artillerymen paras conscripts guards monitors inspectors police "
    "staff crew pilots technicians mechanics drivers doctors nurses boys military troopers legionaries "
    "signallers divers planners uniforms"
)
PERSONS |= {"blue helmets"}
WEAK_PERSONS = word_set(
    "men women members people persons civilians officers expert experts contractors staff crews "
    "inspectors police crew pilots technicians mechanics drivers doctors nurses boys guards "
    "military uniforms operators"
)
"""Persons who are soldiers only if something else says so."""
OF_AN_ARMY = word_set(
    "special staff service liaison army navy military marine combat uniformed intelligence commando"
)
"""Words that, before officers, members and the like, make them soldiers."""
UNITS = word_set(
    "battalion battalions battlegroup battlegroups brigade brigades company companies squadron "
    "squadrons division divisions regiment regiments detachment detachments platoon platoons "
    "battery batteries unit units corps taskforce headquarters team teams element elements group "
    "groups formation formations squad squads battle-group contingent contingents taskforces "
    "garrison garrisons cohort cohorts"
)
UNITS |= {"battle group", "battle groups"}
STRONG_UNITS = UNITS - word_set(
    "company companies unit units team teams element elements group groups headquarters formation formations"
)
"""Units that are military by their name alone."""
_ACRONYMS = word_set(
    "unmik untso minurso unmogip unmil unoci onuci unisfa amisom atmis aussom minustah monuc unsom "
    "eutm eumam eunavfor ifor samim eacrf mnjtf"
)
MISSIONS = word_set(
    "mission force forces presence operation contingent taskforce coalition peacekeepers "
    "deployment rotation battlegroup battlegroups battalion battalions brigade kfor unifil isaf "
    "minusma sfor efp eufor monusco minusca unmiss unamid barkhane takuba unficyp undof althea "
)
"""What a nation can lead, join or contribute to."""
UN_LIKE = word_set(
    "un peacekeeping peacekeepers peacekeeper kfor unifil isaf minusma sfor eufor monusco minusca "
    "unmiss unamid unficyp undof althea "
)
"""Words for a mission to which every nation only contributes."""
MULTINATIONAL = word_set(
    "multinational battlegroup battlegroups un nato-led eu-led peacekeeping peacekeepers kfor "
    "unifil isaf minusma sfor efp eufor monusco minusca unmiss unamid takuba unficyp undof althea "
    "un-led mission "
)
MISSIONS |= _ACRONYMS | {"battle group", "battle groups"}
MULTINATIONAL |= _ACRONYMS | {"battle group", "battle groups", "blue helmets"}
UN_LIKE |= _ACRONYMS | {"blue helmets"}
NOMINALS = word_set(
    "deployment stationing presence dispatch withdrawal rotation redeployment arrival departure "
    "basing posting entry pullout pull-out drawdown sending"
)
LEAVING_NOMINALS = word_set("withdrawal departure pullout pull-out drawdown")
EXERCISES = word_set(
    "exercise exercises exercised drill drills manoeuvre manoeuvres maneuver maneuvers wargame "
    "wargames rehearsal war-game defender-europe"
)
CASUALTIES = word_set(
    "killed wounded injured died dead casualties casualty fell fallen lost deaths death funeral "
    "wounds captured missing injuries prisoners graves cemetery buried reburied hurt hostage "
    "hostages captive captives kidnapped"
)
ARMS = word_set(
    "helmets tanks tank missiles missile jets jet fighters fighter aircraft helicopters "
    "helicopter howitzers howitzer frigates frigate ships ship submarines drones drone rockets "
    "rocket guns ammunition shells weapons vehicles rifles typhoons f-16s batteries launchers "
    "systems system equipment warships warship vessels bombers bomber planes plane destroyer "
    "destroyers carrier carriers boats boat"
)
NO_SOLDIERS = word_set(
    "rescue film medical football national news research negotiating relief aid election fire legal camera "
    "investigation tour phone search inspection working youth business "
    "insurance shipping oil energy mining construction"
)
"""Words before teams and groups that are not soldiers."""
HISTORY = word_set("soviet war-time wartime 1940s 1950s 1960s 1970s 1980s 1990s")

SOLDIERS, SURE_PERSONS = PERSONS | UNITS, PERSONS - WEAK_PERSONS
FORCES = SOLDIERS | MISSIONS

LOCATING = word_set(
    "in to into at near on across inside through within onto around outside towards toward "
    "throughout along by via opposite beside beyond over for"
)
COMING_FROM = word_set("from of out")


VERBS: Mapping[str, Verb] = first_of_each(verb_table(_VERBS)) | {
    "has": Verb("have", Tells.HAVE, Tense.THIRD),
    "having": Verb("have", Tells.HAVE, Tense.ING),
    "dispatched": Verb("dispatch", Tells.SEND, Tense.PAST),
}
"""Every form of every verb; whether `have` and `be` are auxiliaries is decided in the sentence."""

HELPS = BE | _HAVE | _DO
HAVE = _HAVE

ALSO_NOUNS = word_set(
    "lead leads base bases command commands head heads post posts land lands support supports "
    "stand stands order orders move moves number numbers count counts total totals host hosts run "
    "runs leave place places field fields work works train trains patrol patrols plan plans offer "
    "offers promise promises pledge pledges request requests vote votes sign signs report reports "
    "claim claims note notes state states review reviews study studies debate debates increase "
    "increases cut cuts rise rises end ends close shift shifts transfer transfers ship ships "
    "double answer answers return returns supply supplies position positions second mission house "
    "houses want start starts call calls back look looks need needs hope hopes aim aims drop "
    "drops set sets means mean visit visits use uses show shows help fire exercise exercises "
    "attack attacks strike strikes hit hits mass demand demands mark marks act acts face faces "
    "fight fights draw draws cost costs produce handle advance cross crosses hold holds boost "
    "boosts step steps fund funds launch launches speed turn turns reply commission march marches "
    "rule rules exit garrison fly flies detachment respond head stop stops triple play mention "
    "crew talks fall falls travel travels live reach scale rotate station stations"
)
"""Forms that are nouns or adjectives as often as verbs: they count as verbs only after certain words."""
