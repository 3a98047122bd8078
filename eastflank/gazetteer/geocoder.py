"""geopy's interface around the hits of a gazetteer, or of several together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from eastflank.gazetteer.errors import AmbiguousPlace, NothingAsked
from eastflank.gazetteer.hit import Hit, Origin, Reading
from eastflank.gazetteer.installations import fits
from eastflank.gazetteer.parts import Parts, segments, take_apart
from eastflank.gazetteer.phrases import BASE
from eastflank.gazetteer.ranking import candidates_from, undecided
from eastflank.model import Point
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found as words

_WORDS_OF_A_COUNTRY = 3
"""How many words of a place's name may be tried as the name of a country."""
_SHORTEST_COUNTRY = 4
"""Letters of the shortest such name: “US” and “OR” are other words as well."""


class NoNetwork(BaseSyncAdapter):
    """The adapter of an offline geocoder: a request would be a fault in this program, and raises an error."""

    def get_text(self, url: str, **_: object) -> str:
        """Raise GeocoderUnavailable."""
        raise GeocoderUnavailable(f"An offline geocoder must not ask for {url}")

    get_json = get_text


class PlaceGeocoder(Geocoder):
    """A geopy geocoder that never chooses silently. Subclasses say which `hits` they have."""

    offline = True
    """Whether look-ups are cheap: then the parts of a name are looked up as well."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=NoNetwork)

    def hits(
        self, query: str, country: str | None = None, timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Every place of that name, in any country: `country` (alpha-3) is only a hint for the search."""
        raise NotImplementedError

    def alike(self, _query: str, /) -> list[Hit]:
        """Places whose name sounds like the query, in whatever spelling or script."""
        return []

    def near(self, _query: str, /) -> list[str]:
        """Names similar to the query, best first, to suggest after a typing error."""
        return []

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        country: str | None = None,
    ) -> Location | list[Location] | None:
        """The place of that name, or None; with `exactly_one=False` all of them, best first.

        Each `Location.raw` is a `Candidate`. With `country` (ISO 3166-1 alpha-3) the one place must lie
        there; a list only has its places first.

        Raises NothingAsked for an empty query, NotAPlace for words that must not be drawn, and
        AmbiguousPlace, which lists them, where several places answer equally well.
        """
        if not fold(query):
            raise NothingAsked(words.nothing_asked(query))
        found = candidates_from(query, self.hits(query, country, timeout), country)
        if not exactly_one:
            return [Location(str(each), each.point, each) for each in found] or None
        rivals = undecided([each for each in found if each.in_asked_country is not False])
        if len(rivals) > 1:
            raise AmbiguousPlace(query, [str(each) for each in rivals])
        return Location(str(rivals[0]), rivals[0].point, rivals[0]) if rivals else None


class Together(PlaceGeocoder):
    """Several geocoders asked at once, their hits ranked as one list.

    It splits the name of a base: for “Tapa Army Base” it also looks up Tapa, and each hit says which part of
    the name it matches. It searches by sound, and for only some words of the name, only if nothing else was
    found. `names` are used to find a country within the name: for “Novo Selo Range, Bulgaria” hits elsewhere
    rank lower.
    """

    def __init__(self, geocoders: Sequence[PlaceGeocoder], names: CountryNames | None = None) -> None:
        super().__init__()
        self.geocoders = tuple(geocoders)
        self._names = names

    def hits(
        self, query: str, country: str | None = None, timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Every hit of every geocoder, for the whole name and for its parts."""
        whole = [hit for each in self.geocoders for hit in each.hits(query, country, timeout)]
        parts = [take_apart(segment) for segment in segments(query)]
        if whole and len(parts) == 1 and not parts[0].kinds:
            return whole
        if not whole and (named := self._country_in(query)) is not None:
            place, code = named
            return _set_back(self.hits(place, country or code, timeout), code)
        found = whole + list(self._of_parts(parts, query, country, timeout))
        if not found:
            found = [hit for each in self.geocoders for hit in each.alike(query)]
        if not found:
            kinds = tuple(kind for part in parts for kind in part.kinds)
            found = [hit for part in parts for hit in self._of_words(part, kinds, country, timeout)]
        return _each_once(found)

    def _country_in(self, query: str) -> tuple[str, str] | None:
        """The name without the country at its end or beginning, and that country. None if it names none."""
        words = re.split(r"[\s,;()]+", query.strip(" ()"))
        for length in range(min(_WORDS_OF_A_COUNTRY, len(words) - 1), 0, -1):
            for words_of_country, others in (
                (words[-length:], words[:-length]),
                (words[:length], words[length:]),
            ):
                rest = " ".join(others)
                if take_apart(rest).core and (code := self._country(" ".join(words_of_country))) is not None:
                    return query.replace(words_of_country[-1], "").strip(
                        " ,;()"
                    ) if length == 1 else rest, code
        return None

    def _country(self, text: str) -> str | None:
        if self._names is not None and len(text) >= _SHORTEST_COUNTRY:
            answer = self._names.look_up(text)
            return answer.iso3 if isinstance(answer, Decided) and not answer.ended else None
        hits = [hit for each in self.geocoders if each.offline for hit in each.hits(text)]
        return next(
            (hit.country for hit in hits if hit.kind == "country" and hit.origin is Origin.WORDS), None
        )

    def _of_parts(
        self, parts: Sequence[Parts], query: str, country: str | None, timeout: object
    ) -> Iterator[Hit]:
        """Hits for each part of the name. A town ranks lower if another part of the name lies elsewhere."""
        kinds = tuple(kind for part in parts for kind in part.kinds)
        found = [self._of_part(part, kinds, query, country, timeout) for part in parts]
        # In “Herrenberg barracks, Diekirch” the place is Diekirch, and not the German town of Herrenberg.
        located = any(hits and not part.kinds for part, hits in zip(parts, found, strict=True))
        for part, hits in zip(parts, found, strict=True):
            for hit in hits:
                set_back = located and part.kinds and not hit.installation
                yield replace(hit, reading=Reading.WORDS) if set_back else hit

    def _of_part(
        self, part: Parts, kinds: tuple[str, ...], query: str, country: str | None, timeout: object
    ) -> list[Hit]:
        """Hits for a part of the name: its text, the place in it, and that place's other forms and sounds."""
        whole = fold(query)
        texts = [text for text in dict.fromkeys((fold(part.whole), part.longer, part.core)) if text != whole]
        found = self._asked(texts, country, timeout) or self._asked(part.nominatives(), country, timeout)
        if not found and part.core and part.core != whole:
            found = self._alike((part.core, *part.nominatives()))
        return [_read(hit, text, part, kinds) for text, hit in found]

    def _of_words(
        self, part: Parts, kinds: tuple[str, ...], country: str | None, timeout: object
    ) -> Iterator[Hit]:
        """Hits for the longest run of words of the part that any geocoder knows."""
        for runs in part.runs():
            if found := self._asked(runs, country, timeout):
                break
        else:
            found = next(filter(None, map(self._alike, part.runs())), [])
        for text, hit in found:
            yield replace(_read(hit, text, part, kinds), reading=Reading.WORDS)

    def _alike(self, texts: Iterable[str]) -> list[tuple[str, Hit]]:
        return [(text, hit) for text in texts for each in self.geocoders for hit in each.alike(text)]

    def _asked(self, texts: Iterable[str], country: str | None, timeout: object) -> list[tuple[str, Hit]]:
        """Each offline hit with the text that it matches. Countries and phrases are not places in a name."""
        return [
            (text, hit)
            for text in texts
            for each in self.geocoders
            if each.offline
            for hit in each.hits(text, country, timeout)
            if hit.origin is not Origin.WORDS and hit.point is not None
        ]

    def near(self, query: str, /) -> list[str]:
        """Similar names from every geocoder, without repetition."""
        return list(dict.fromkeys(name for each in self.geocoders for name in each.near(query)))


def _each_once(hits: Sequence[Hit]) -> list[Hit]:
    """The hits, each place of a geocoder only once, with its best match."""
    best: dict[tuple[str, str, str, Point | None], Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.reading, hit.match)):
        best.setdefault((hit.geocoder, hit.id, hit.name, hit.point), hit)
    return list(best.values())


def _set_back(hits: Sequence[Hit], country: str) -> list[Hit]:
    """The hits, with those outside the country last; unchanged if none lies in it."""
    if not any(hit.country == country for hit in hits):
        return list(hits)
    return [hit if hit.country == country else replace(hit, reading=Reading.WORDS) for hit in hits]


def _read(hit: Hit, text: str, part: Parts, kinds: tuple[str, ...]) -> Hit:
    if not hit.installation:
        reading = Reading.PLACE
    else:
        reading = Reading.BASE if fits(hit.installation, kinds or (BASE,)) else Reading.OTHER_BASE
    return replace(hit, reading=reading, part=text, expected=(hit.country or "") in part.countries)
