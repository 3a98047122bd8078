"""Places in a text: names that are known, and capital letters after a word that says where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eastflank.intake.article.word_sets import word_set
from eastflank.reading.folding import fold

_BEFORE = word_set(
    "nearby reach reached reaching entered leave left leaving in to into at near from across inside "
    "outside around towards toward through via onto"
)
_KINDS = word_set(
    "camp fort base port garrison barracks airfield airbase island islands mount cape lake lagoon "
    "bay gulf valley province region district peninsula strait"
)
_AFTER = word_set(
    "base camp barracks airfield airbase training garrison air port naval area range island territory desert "
    "sea mountains delta coast highlands isles plain plateau basin sound channel triangle corridor gap "
    "county governorate oblast valley peninsula strait gulf region province zone forest end"
)
"""Words after “the” and a name: “in the Northern Territory”."""
_JOINTS = word_set("- ' al el de la le les del di da du des ad as ar und am an der sur of")
_NO_PLACE = word_set(
    "nato operation exercise parliament congress army navy defence defense allies article allied "
    "air general colonel president minister prime major lieutenant captain admiral secretary mr "
    "mrs ms dr i he she they we it the this that these those a an as in on by if and but however "
    "meanwhile exercise task joint combined high christian muslim islamic christmas easter god "
    "sir lord professor king queen ambassador senator deputy chief brussels' bundestag senate "
    "knesset duma sejm saeima riigikogu seimas operation resolute enhanced forward land atlantic "
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday western patriot challenger leopard"
)


_SORTS = _KINDS | _AFTER | word_set("the air joint forward operating station city town village")
"""Words for the kind of a place, which its name in the gazetteer may lack."""
_FEWEST = 3
"""Words of at most so many letters are not a town's name by themselves: “New”, “San”."""
_SHORT = 2
"""The most letters of the connecting part in “Nad-e Ali”."""
_ARABIC = frozenset(("al", "el", "ad", "as", "ar"))


class Places:
    """Names of places, looked up by words."""

    def __init__(self, phrases: Iterable[str], towns: Iterable[tuple[str, str]]) -> None:
        """Take phrases that name a place wherever they stand, and folded names of towns with countries."""
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.replace("-", " - ").replace("'", " ' ").lower().split())
            if len(words) > 1 or phrase[:1].isupper():
                self._phrases.setdefault(words[0], []).append(words)
        for known in self._phrases.values():
            known.sort(key=len, reverse=True)
        self._towns: dict[str, set[str]] = {}
        for name, country in towns:
            self._towns.setdefault(name, set()).add(country)

    def phrase_at(self, lower: Sequence[str], words: Sequence[str], at: int) -> int | None:
        """The index after the phrase that begins here; None if none does."""
        for phrase in self._phrases.get(lower[at], ()):
            stop = at + len(phrase)
            # A single word names a place only with a capital letter, and not after “the” if its name has no
            # “the”.
            if tuple(lower[at:stop]) == phrase and (len(phrase) > 1 or words[at][:1].isupper()):
                return stop
        return None

    def name_at(
        self, lower: Sequence[str], words: Sequence[str], at: int, *, listed: bool = False
    ) -> int | None:
        """The index after the name that begins here, after a word that says where; None if none does."""
        before = lower[at - 1] if at else ""
        article = before == "the" and at > 1 and lower[at - 2] in _BEFORE
        if before == "in" and at > 1 and lower[at - 2] in ("part", "role", "participation"):
            return None
        arabic = lower[at] in _ARABIC and lower[at + 1 : at + 2] == ["-"] and at + 2 < len(words)
        begin = at + 2 if arabic else at
        if not (before in _BEFORE or article or (listed and before in ("and", "or"))) or not _may_begin(
            words[begin], lower[begin]
        ):
            return None
        stop = begin + 1
        while stop < len(words):
            if _may_go_on(words[stop], lower[stop]):
                stop += 1
            elif _has_a_joint(words, lower, stop):
                stop += 3
            elif (
                lower[stop] in _JOINTS
                and stop + 1 < len(words)
                and _may_go_on(words[stop + 1], lower[stop + 1])
            ):
                stop += 2
            else:
                break
        ends_so = stop - begin > 1 and lower[stop - 1] in _AFTER
        if article and not ends_so and not (stop < len(words) and lower[stop] in _AFTER):
            return None
        return stop

    def countries(self, name: str) -> frozenset[str]:
        """The alpha-3 codes of the countries with a town or a base of that name; empty if none is known."""
        plain = fold(name)
        words = plain.split()
        inner = [word for word in words if word not in _SORTS]
        found = self._towns.get(plain) or self._towns.get(" ".join(inner)) or set()
        for word in inner if not found and len(inner) > 1 else ():
            found = found | self._towns.get(word, set()) if len(word) > _FEWEST else found
        return frozenset(found)


def _has_a_joint(words: Sequence[str], lower: Sequence[str], at: int) -> bool:
    """“Tanf” after “al-”, “Ali” after “Nad-e”: a connecting part and the next word belong to the name."""
    if at + 2 >= len(words):
        return False
    arabic = lower[at] in _ARABIC and lower[at + 1] == "-"
    short = lower[at] == "-" and words[at + 1].islower() and len(words[at + 1]) <= _SHORT
    return arabic or (short and (_may_go_on(words[at + 2], lower[at + 2]) or lower[at + 2] == "-"))


def _may_begin(word: str, lower: str) -> bool:
    if not word[:1].isupper() or lower in _NO_PLACE:
        return False
    return not (word.isupper() and 1 < len(word) <= 7 and word.isalpha())


def _may_go_on(word: str, lower: str) -> bool:
    return _may_begin(word, lower) or (word[:1].isupper() and lower in ("air", "naval"))


def phrases_of(names: Mapping[str, str]) -> list[str]:
    """The phrases of a table of names and other names (joined by semicolons); only those for places."""
    return [form for name, others in names.items() for form in (name, *others.split(";")) if form]
