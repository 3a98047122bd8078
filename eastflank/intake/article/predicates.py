"""Classes of verbs by what they may say about a force: one clause model for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from eastflank.intake.article.word_sets import word_set

_LISTS: Final[Mapping[str, str]] = {
    "stays": (
        "remain stay serve stand operate work live be sit sleep camp lodge winter reside dwell "
        "guard patrol man "
        "occupy hold watch protect secure train advise mentor assist support help monitor keep "
        "maintain retain "
        "continue run linger bivouac billet quarter house number"
    ),
    "comes": (
        "arrive land reach come go enter embark disembark cross advance touch sail roll pour flow "
        "travel fly move "
        "head follow return set depart ship drive march deploy join rejoin start begin turn get take"
    ),
    "leaves": (
        "withdraw pull leave recall exit quit remove evacuate end expel return close repatriate "
        "vacate phase wind "
        "depart pack hand clear shut expire finish conclude go come cease dismantle disband"
    ),
    "sends": (
        "send deploy dispatch station base post contribute provide supply assign transfer shift "
        "relocate redeploy "
        "bring add second airlift fly detach position garrison place put move rotate ship allocate earmark "
        "furnish lend divert redirect insert rush ferry disperse spread stage rebase field commit "
        "detail attach "
        "give make offer pledge promise bolster reinforce augment billet quarter mobilise order"
    ),
    "hosts": "host house accommodate accept receive welcome shelter take harbour lodge grant open",
    "leads": "lead head command spearhead coordinate run oversee take assume manage anchor direct",
    "relieves": "relieve replace succeed follow supplant take hand rotate swap change",
    "changes": (
        "grow rise increase double raise expand enlarge triple reduce cut shrink exceed "
        "strengthen scale halve "
        "trim slash quadruple swell lower lift bring climb drop fall cap limit bolster reinforce thin"
    ),
    "counts": (
        "number count comprise consist total include complete form make amount compose unite draw account"
    ),
    "goes_on": (
        "extend prolong renew approve adopt endorse ratify authorise authorize continue resume "
        "expire run last"
    ),
    "decides": (
        "plan intend want wish hope agree decide approve promise pledge commit vow offer propose "
        "consider mull "
        "weigh discuss study examine review explore expect refuse deny authorise authorize order "
        "prepare aim mean "
        "request endorse vote sign volunteer undertake suggest contemplate finalise confirm "
        "sanction ratify "
        "debate ponder evaluate ask invite urge allow permit clear cancel scrap drop shelve "
        "suspend abandon "
        "reject oppose rule call postpone delay look need require seek announce think float "
        "envisage foresee "
        "negotiate signal threaten reconsider freeze halt lean"
    ),
    "sets_up": "establish create set build form activate launch open stand assemble",
    "harms": (
        "kill wound injure die lose attack strike hit fire shoot fight seize capture arrest "
        "kidnap ambush bomb "
        "shell mourn"
    ),
    "trades": "buy sell deliver donate pay cost produce manufacture order purchase equip arm fund spend",
    "honours": (
        "parade celebrate mark commemorate remember honour honor visit thank greet praise address "
        "play sing win "
        "graduate retire recruit enlist"
    ),
}
CLASSES: Final[Mapping[str, frozenset[str]]] = {name: word_set(lemmas) for name, lemmas in _LISTS.items()}
"""Lemmas of each class. A lemma may be in several: “take” over, “take” troops in."""


def _by_lemma() -> dict[str, tuple[str, ...]]:
    lemmas = frozenset().union(*CLASSES.values())
    return {lemma: tuple(name for name, one in CLASSES.items() if lemma in one) for lemma in lemmas}


_BY_LEMMA: Final = _by_lemma()
_NO_CLASS: Final = ("unknown",)


def classes_of(lemma: str) -> tuple[str, ...]:
    """The classes of a lemma; `("unknown",)` for a lemma in no class."""
    return _BY_LEMMA.get(lemma, _NO_CLASS)
