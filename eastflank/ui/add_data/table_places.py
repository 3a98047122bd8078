"""The places of a table that a person must choose: candidates on a small map, and the online geocoder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from eastflank.curation import online_places
from eastflank.gazetteer import lookup, nominatim
from eastflank.gazetteer import words as gazetteer_words
from eastflank.gazetteer.errors import NotConfigured
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.places.found_places import Ask, PlaceChoice
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.against import GAZETTEER
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.render import candidate_map
from eastflank.store import outlines
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import add_places
from eastflank.words.chosen import add_table as words

_MOST_PLACES = 40
"""How many places to choose are drawn."""
_MOST_MARKS = 20
"""How many candidates of a place are on its map."""
_ONLINE = "table-online"


def show(draft: TableDraft, brought: UploadedTable, told: Import, dataset: Dataset) -> None:
    """Draw a choice for each uncertain place, and for those that were already chosen."""
    gazetteers = reading.against(draft, dataset).gazetteers
    chosen = dict(brought.places)
    asked: dict[Ask, PlaceChoice] = {}
    for ask in chosen:
        answer = gazetteers.place(*ask)
        if isinstance(answer, PlaceChoice):
            asked[ask] = answer
    asked |= told.choices
    online = _found_online()
    asked = {
        ask: replace(choice, candidates=(*choice.candidates, *online.get(ask, ())))
        for ask, choice in asked.items()
    }
    asked = {ask: choice for ask, choice in asked.items() if ask[1] or _candidates(ask, choice)}
    if not asked and not told.choices:
        return
    lines = {ask: entry.line for entry in reversed(told.entries) for ask in _asks(entry)}
    asked = dict(sorted(asked.items(), key=lambda one: lines.get(one[0], 0)))  # a choice moves no other one
    st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(words.PLACES))
    st.caption(add_places.ABOUT)
    _online(told, draft, dataset)
    unknown = [ask for ask, choice in asked.items() if ask not in chosen and not _candidates(ask, choice)]
    if len(unknown) > 1:
        st.button(
            f"{add_places.KEEP_ALL} ({len(unknown):,})", key="table-places-country",
            on_click=partial(_keep_all, unknown),
        )  # fmt: skip
    rows = Counter(_asks(one)[0] for one in told.entries)
    rows_unplaced = Counter(_asks(one)[1] for one in told.entries)
    with st.container(horizontal=True, key="table-places"):  # beside each other where there is room
        for at, (ask, choice) in enumerate(list(asked.items())[:_MOST_PLACES]):
            with st.container(width=candidate_map.WIDTH, gap="small"):
                country = gazetteers.names.name_of(ask[1]) if ask[1] else ""
                label = words.place_asked(ask[0], country, rows[ask] or rows_unplaced[ask])
                found = _candidates(ask, choice)
                if (now_at := chosen.get(ask)) and now_at not in found:  # found online in an earlier visit
                    found.append(now_at)
                options: list[Candidate | str | None] = ["", *found, *([None] if ask[1] else [])]
                key = f"table-place-{at}#{draft.number}"
                now = options.index(chosen[ask]) if ask in chosen and chosen[ask] in options else 0
                st.selectbox(
                    label, range(len(options)), index=now, key=key,
                    format_func=partial(_named, options, gazetteers.names),
                    help=None if found else add_places.UNKNOWN_ABOUT,
                    on_change=heard(key, now, partial(_place_chosen, ask, options)),
                )  # fmt: skip
                if len(found) > 1:
                    _map(found[:_MOST_MARKS], gazetteers.names, dataset)
    if len(asked) > _MOST_PLACES:
        st.caption(words.more(len(asked) - _MOST_PLACES))


def _asks(entry: TableEntry) -> tuple[Ask, Ask]:
    """The questions about the place of a row: with its country, and without one."""
    return (entry.place, entry.host[0] if len(entry.host) == 1 else ""), (entry.place, "")


def _map(found: Sequence[Candidate], names: CountryNames, dataset: Dataset) -> None:
    """Draw where the candidates lie, each with its number among the choices."""
    st.image(
        candidate_map.svg([one.point for one in found], outlines.shapes(dataset.base_map["countries"])),
        caption=add_places.on_the_map([_country(one, names) for one in found]) or None,
        width=candidate_map.WIDTH, alt=add_places.MAP_OF,
    )  # fmt: skip


def _online(told: Import, draft: TableDraft, dataset: Dataset) -> None:
    """Draw the online look-up, if it is switched on."""
    try:
        geocoder = _geocoder()
    except NotConfigured as error:
        st.caption(str(error))
        return
    found = _found_online()
    asks = online_places.waiting(told.choices, found)
    done = [ask for ask in told.choices if ask in found]
    if geocoder is None or not (asks or done):
        return
    if done:
        some = sum(bool(found[ask]) for ask in done)
        st.caption(add_places.found(some, len(done)) if some else add_places.NOBODY_KNOWS)
    if not asks:
        return
    st.caption(add_places.online_about(len(asks)))
    if not st.button(add_places.GOING_ON if done else add_places.ONLINE, key="table-online-ask"):
        return
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, add_places.progress(0, len(asks)))
        st.button(add_places.STOP, key="table-online-stop")  # a click ends this run; results so far are kept
    gazetteers = reading.against(draft, dataset).gazetteers
    why = online_places.look_up(
        asks, found, geocoder, gazetteers.names, gazetteers.theatre,
        partial(_told, bar),
    )  # fmt: skip
    place.empty()
    if why:
        st.html(Markup('<p class="ef-objection">{}</p>').format(why))
    else:
        st.rerun()


def _told(bar: DeltaGenerator, done: int, of: int) -> None:
    bar.progress(done / of, add_places.progress(done, of))


def _found_online() -> dict[Ask, tuple[Candidate, ...]]:
    """What the online geocoder found for this reader, by place."""
    found: dict[Ask, tuple[Candidate, ...]] = st.session_state.setdefault(_ONLINE, {})
    return found


@st.cache_resource(show_spinner=False)
def _geocoder() -> nominatim.Online | None:
    """The shared online geocoder of this server: it limits the rate for all readers. None: switched off."""
    countries = gazetteer_words.read(GAZETTEER / lookup.COUNTRIES, gazetteer_words.COUNTRIES)
    return nominatim.from_environment(os.environ, gazetteer_words.alpha3(countries))


def _keep_all(asks: Sequence[Ask]) -> None:
    drafts.change_reading(
        lambda old: replace(old, places=tuple({**dict(old.places), **dict.fromkeys(asks)}.items()))
    )


def _candidates(ask: Ask, choice: PlaceChoice) -> list[Candidate]:
    """Candidates in the row's own country: others would contradict its host."""
    return [one for one in choice.candidates if one.country and one.country == (ask[1] or one.country)]


def _named(options: Sequence[Candidate | str | None], names: CountryNames, at: int) -> str:
    one = options[at]
    if one is None:
        return words.COUNTRY_ALONE
    if isinstance(one, str):
        return words.NOT_CHOSEN
    said = words.candidate(
        one.name, _country(one, names), one.installation or one.kind, one.point.lat, one.point.lon
    )
    return add_places.numbered(at, said)


def _country(one: Candidate, names: CountryNames) -> str:
    """The name of a candidate's country; its code if the table of names has no such country."""
    try:
        return names.name_of(one.country or "")
    except KeyError:
        return one.country or ""


def _place_chosen(ask: Ask, options: Sequence[Candidate | str | None], at: object) -> None:
    if not isinstance(at, int):
        return
    one = options[at]

    def how(old: UploadedTable) -> UploadedTable:
        places = dict(old.places)
        if isinstance(one, str):
            places.pop(ask, None)
        else:
            places[ask] = one
        return replace(old, places=tuple(places.items()))

    drafts.change_reading(how)
