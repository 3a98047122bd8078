"""Laws of the look-up of countries, on a table of a few rows."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.names.answers import Ambiguous, Decided, Suggestion, Unknown
from eastflank.names.countries import Alias, CountryNames
from eastflank.reading.folding import fold
from eastflank.store import country_names
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import country_names as words


def alias(name: str, iso3: str, iso2: str = "", kind: str = "name", **more: object) -> Alias:
    rest = {
        "language": "en",
        "numeric": "",
        "valid_from": "",
        "valid_to": "",
        "ambiguous_with": (),
        "note": "",
    }
    return Alias(**{"alias": name, "iso3": iso3, "iso2": iso2, "kind": kind} | rest | more)  # type: ignore[arg-type]


PART = "England is part of the United Kingdom."
ROWS = (
    alias("Estonia", "EST", "EE", numeric="233"),
    alias("Eesti", "EST", "EE", "native name", language="et"),
    alias("Estonian", "EST", "EE", "adjective"),
    alias("Niger", "NER", "NE"),
    alias("Nigeria", "NGA", "NG"),
    alias("Norway", "NOR", "NO"),
    alias("Georgia", "GEO", "GE"),
    alias("United Kingdom", "GBR", "GB"),
    alias("U.K.", "GBR", "GB", "abbreviation"),
    alias("England", "GBR", "GB", "part", note=PART),
    alias("Côte d’Ivoire", "CIV", "CI"),
    alias("South Korea", "KOR", "KR"),
    alias("North Korea", "PRK", "KP"),
    alias("Korea", "KOR", "KR", "ambiguous", ambiguous_with=("PRK",)),
    alias("Republic of Korea", "KOR", "KR", "official name"),
    alias("Myanmar", "MMR", "MM"),
    alias("Burma", "MMR", "MM", "former", valid_to="1989-06-18"),
    alias("Czechia", "CZE", "CZ"),
    alias("Slovakia", "SVK", "SK"),
    alias(
        "Czechoslovakia", "CSK", "CS", "former state",
        valid_from="1918-10-28", valid_to="1992-12-31", ambiguous_with=("CZE", "SVK"),
    ),
    alias("GER", "EST", "EE", "sports code"),
)  # fmt: skip
NAMES = CountryNames(ROWS)
ALIASES = st.sampled_from([row.alias for row in ROWS if row.kind != "sports code"])


def dressed(name: str, case: str, gaps: str, *, the: bool, composed: bool) -> str:
    """The name as another person may type it."""
    typed = getattr(name, case)().replace(" ", gaps)
    typed = unicodedata.normalize("NFC" if composed else "NFD", typed)
    return f" {'The ' if the else ''}{typed} "


@given(name=ALIASES, case=st.sampled_from(("upper", "lower", "title")), gaps=st.sampled_from((" ", "  ", "-", "\N{NO-BREAK SPACE}")),
       the=st.booleans(), composed=st.booleans())  # fmt: skip
def test_case_accents_spaces_and_the_article_do_not_matter(
    name: str, case: str, gaps: str, *, the: bool, composed: bool
) -> None:
    typed, plain = NAMES.look_up(dressed(name, case, gaps, the=the, composed=composed)), NAMES.look_up(name)
    assert type(typed) is type(plain)
    if isinstance(plain, Decided) and isinstance(typed, Decided):
        assert typed == plain
    if isinstance(plain, Ambiguous) and isinstance(typed, Ambiguous):
        assert typed.choices == plain.choices


@given(st.text())
def test_what_is_decided_is_a_name_or_code_of_the_table_and_never_only_like_one(text: str) -> None:
    answer = NAMES.look_up(text)
    if isinstance(answer, Decided):
        keys = {fold(row.alias) for row in ROWS} | {row.iso3.lower() for row in ROWS}
        keys |= {row.iso2.lower() for row in ROWS} | {row.numeric for row in ROWS}
        assert fold(text).replace(" ", "") in {key.replace(" ", "") for key in keys} or "republic" in fold(
            text
        )
    else:
        assert isinstance(answer, Ambiguous | Unknown)


@given(ALIASES.filter(lambda name: len(name) > 4), st.integers(0, 20), st.sampled_from("bcdfgxyz"))
def test_one_wrong_letter_is_never_decided_unless_it_spells_another_name(
    name: str, at: int, letter: str
) -> None:
    at %= len(name)
    wrong = name[:at] + letter + name[at + 1 :]
    if fold(wrong) not in {fold(row.alias) for row in ROWS}:
        assert isinstance(NAMES.look_up(wrong), Unknown)


@given(ALIASES, st.dates(date(1900, 1, 1), date(2030, 1, 1)))
def test_a_day_changes_only_the_answer_for_states_that_ended(name: str, day: date) -> None:
    dated, plain = NAMES.look_up(name, day), NAMES.look_up(name)
    lives = date(1918, 10, 28) <= day <= date(1992, 12, 31)
    assert dated == plain or (name == "Czechoslovakia" and not lives)


def test_a_name_that_several_countries_bear_is_asked_about() -> None:
    answer = NAMES.look_up("korea")
    assert isinstance(answer, Ambiguous)
    assert [(each.iso3, each.reason) for each in answer.choices] == [
        ("KOR", "South Korea is also called Korea."),
        ("PRK", "North Korea is also called Korea."),
    ]
    assert answer.question == "“korea” may mean several countries. Which one is meant?"


def test_the_form_of_state_is_set_aside_only_where_the_whole_name_is_not_known() -> None:
    south = NAMES.look_up("Republic of Korea")
    assert isinstance(south, Decided) and south.iso3 == "KOR"
    assert isinstance(NAMES.look_up("Kingdom of Korea"), Unknown)
    assert isinstance(NAMES.look_up("Republic of Estonia"), Decided)


def test_a_part_of_a_country_is_the_country_with_a_mark() -> None:
    answer = NAMES.look_up("england")
    assert isinstance(answer, Decided) and (answer.iso3, answer.marks) == ("GBR", (PART,))


def test_a_former_name_says_so_and_a_former_state_keeps_its_years() -> None:
    burma, state = NAMES.look_up("Burma"), NAMES.look_up("Czechoslovakia", date(1980, 1, 1))
    assert isinstance(burma, Decided) and isinstance(state, Decided)
    assert burma.marks == ("“Burma” is a former name of Myanmar, until 1989.",) and not burma.ended
    assert (state.iso3, state.ended) == ("CSK", True)
    assert state.marks == ("“Czechoslovakia” was a state from 1918 to 1992.",)


def test_after_its_end_the_successors_of_a_state_are_asked_for() -> None:
    answer = NAMES.look_up("Czechoslovakia", date(1993, 1, 1))
    assert isinstance(answer, Ambiguous)
    assert [(each.iso3, each.reason) for each in answer.choices] == [
        ("CZE", words.came_after("Czechia", "Czechoslovakia")),
        ("SVK", words.came_after("Slovakia", "Czechoslovakia")),
    ]
    assert answer.question == "“Czechoslovakia” was a state from 1918 to 1992. Which country is meant?"


@pytest.mark.parametrize(
    ("column", "asked"),
    [
        (["Texas", "Ohio"], True),
        (["Texas", "Estonia", "Norway"], False),
        ([], False),
        (["Texas", "Norway"], False),
        (["Texas", "England"], True),  # a part of a country is no country
        (["Texas", "Nowhere"], True),
    ],
)
def test_georgia_is_asked_about_only_among_states_of_the_united_states(
    column: list[str], *, asked: bool
) -> None:
    answer = NAMES.look_up("Georgia", neighbours=["Georgia", *column])
    assert isinstance(answer, Ambiguous if asked else Decided)


def test_a_state_of_the_united_states_is_no_country_even_if_a_name_of_one_is_the_same() -> None:
    names = CountryNames((*ROWS, alias("Washington", "EST", "EE", "other name")))
    assert isinstance(names.look_up("Georgia", neighbours=["Washington"]), Ambiguous)


def test_a_code_of_georgia_is_clear_among_states_too() -> None:
    assert isinstance(NAMES.look_up("GE", neighbours=["Texas", "Ohio"]), Decided)


def test_niger_is_not_nigeria() -> None:
    niger, nigeria = NAMES.look_up("Niger"), NAMES.look_up("Nigeria")
    assert isinstance(niger, Decided) and isinstance(nigeria, Decided)
    assert (niger.iso3, nigeria.iso3) == ("NER", "NGA")


@pytest.mark.parametrize(
    ("code", "iso3"),
    [("EE", "EST"), ("ee", "EST"), ("EST", "EST"), ("E.E.", "EST"), ("233", "EST"), ("NO", "NOR")],
)
def test_codes_are_read(code: str, iso3: str) -> None:
    answer = NAMES.look_up(code)
    assert isinstance(answer, Decided) and answer.iso3 == iso3


def test_a_code_that_is_an_english_word_is_only_suggested_in_small_letters() -> None:
    answer = NAMES.look_up("no")
    assert isinstance(answer, Unknown) and answer.suggestions[0] == Suggestion("NOR", "Norway", 100)


def test_a_number_and_a_code_of_sport_say_what_they_were_read_as() -> None:
    number, sport = NAMES.look_up("233"), NAMES.look_up("GER")
    assert isinstance(number, Decided) and isinstance(sport, Decided)
    assert number.marks == ("233 was read as the ISO 3166 number of Estonia.",)
    assert sport.marks == ("“GER” is the code of Estonia in sport, not in ISO 3166.",)


def test_a_mistyped_name_has_suggestions_best_first() -> None:
    answer = NAMES.look_up("Nigerja")
    assert isinstance(answer, Unknown)
    assert [each.iso3 for each in answer.suggestions][:2] == ["NGA", "NER"]
    likeness = [each.likeness for each in answer.suggestions]
    assert likeness == sorted(likeness, reverse=True)


# The table as a whole: each test builds its own index


def test_a_country_is_called_by_its_short_english_name_whichever_name_was_met() -> None:
    names = CountryNames(ROWS)
    assert [names.name_of(code) for code in ("EST", "GBR", "CSK")] == [
        "Estonia",
        "United Kingdom",
        "Czechoslovakia",
    ]
    answer = names.look_up("Eesti")
    assert isinstance(answer, Decided) and (answer.name, answer.alias) == ("Estonia", "Eesti")
    with pytest.raises(KeyError):
        names.name_of("XXX")


def test_a_short_name_may_stand_anywhere_in_the_table() -> None:
    names = CountryNames(reversed(ROWS))
    assert [names.name_of(code) for code in ("EST", "GBR")] == ["Estonia", "United Kingdom"]


def test_the_adjective_is_the_first_english_one_and_without_one_the_name() -> None:
    more = (
        alias("estnisch", "EST", "EE", "adjective", language="de"),
        alias("Estish", "EST", "EE", "adjective"),
        alias("Norwegians", "NOR", "NO", "demonym"),
    )
    names = CountryNames((more[0], *ROWS, *more[1:]))
    assert (names.adjective_of("EST"), names.adjective_of("NOR")) == ("Estonian", "Norway")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        *((name, True) for name in ("Estonia", "Eesti", "EE", "England", "Burma")),
        *((name, False) for name in ("Korea", "Czechoslovakia", "Republic of Nowhere", "")),
    ],
)
def test_known_is_what_means_one_country_that_exists(name: str, *, known: bool) -> None:
    assert CountryNames(ROWS).knows(name) is known


def test_a_form_of_state_before_an_unknown_name_is_as_unknown() -> None:
    assert isinstance(NAMES.look_up("Republic of Nowhere"), Unknown)


@pytest.mark.parametrize(
    ("day", "there"),
    [("1918-10-27", False), ("1918-10-28", True), ("1992-12-31", True), ("1993-01-01", False)],
)
def test_a_state_is_meant_from_its_first_day_to_its_last(day: str, *, there: bool) -> None:
    answer = NAMES.look_up("Czechoslovakia", date.fromisoformat(day))
    assert isinstance(answer, Decided if there else Ambiguous)


@pytest.mark.parametrize(
    ("cells", "day", "there"),
    [
        ({"valid_to": "1992"}, "1700-01-01", True),
        ({"valid_to": "1992"}, "1993-01-01", False),
        ({"valid_from": "1918"}, "2030-01-01", True),
        ({"valid_from": "1918"}, "1917-01-01", False),
    ],
)
def test_a_state_whose_beginning_or_end_is_not_stated_has_none(cells: dict, day: str, *, there: bool) -> None:
    state = alias("Utopia", "UTO", "UT", "former state", ambiguous_with=("NOR",), **cells)
    answer = CountryNames((*ROWS, state)).look_up("Utopia", date.fromisoformat(day))
    assert isinstance(answer, Decided if there else Ambiguous)


def test_an_old_name_of_a_country_that_exists_means_it_on_any_day() -> None:
    answer = NAMES.look_up("Burma", date(2020, 1, 1))
    assert isinstance(answer, Decided) and answer.iso3 == "MMR"


def test_another_name_of_a_state_that_ended_has_the_years_of_the_state() -> None:
    other = alias("Tschechoslowakei", "CSK", "CS", "exonym", language="de")
    answer = CountryNames((*ROWS, other)).look_up("Tschechoslowakei")
    assert isinstance(answer, Decided) and answer.ended
    assert answer.marks == ("“Czechoslovakia” was a state from 1918 to 1992.",)


def test_the_years_of_a_name_are_never_said_to_be_those_of_its_whole_state() -> None:
    name = alias(
        "ČSSR", "CSK", "CS", "former", valid_from="1960", valid_to="1990", ambiguous_with=("CZE", "SVK")
    )
    names = CountryNames((*ROWS, name))
    then, later = names.look_up("ČSSR", date(1970, 1, 1)), names.look_up("ČSSR", date(2000, 1, 1))
    assert isinstance(then, Decided) and then.marks == ("“ČSSR” was a state from 1960 to 1990.",)
    assert isinstance(later, Ambiguous) and later.question.startswith("“ČSSR” was a state from 1960 to 1990.")


@pytest.mark.parametrize("name", ["ﬁ", "ſe", "ＥＥ"])
def test_only_plain_letters_are_a_code(name: str) -> None:
    names = CountryNames((*ROWS, alias("Finland", "FIN", "FI"), alias("Sweden", "SWE", "SE")))
    assert isinstance(names.look_up(name), Unknown)


def test_a_former_code_says_whose_it_was_and_until_when() -> None:
    old = alias("MYB", "MMR", "MM", "former code", valid_to="1989-06-18", note="Kept for old tables.")
    answer = CountryNames((*ROWS, old)).look_up("MYB")
    assert isinstance(answer, Decided) and (answer.iso3, answer.ended) == ("MMR", False)
    assert answer.marks == ("“MYB” is a former code of Myanmar, until 1989.", "Kept for old tables.")


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("former", "“Ruritania” is a former name of Norway, until 1900."),
        ("former state", "“Ruritania” was a state from 1800 to 1900."),
    ],
)
def test_how_a_name_was_read_is_said_before_the_tables_own_remark(kind: str, mark: str) -> None:
    iso3 = "NOR" if kind == "former" else "RUR"
    row = alias("Ruritania", iso3, kind=kind, valid_from="1800", valid_to="1900", note="It is made up.")
    answer = CountryNames((*ROWS, row)).look_up("Ruritania")
    assert isinstance(answer, Decided) and answer.marks == (mark, "It is made up.")


# Suggestions


def suggested(name: str, *more: Alias) -> list[str]:
    answer = CountryNames((*ROWS, *more)).look_up(name)
    assert isinstance(answer, Unknown)
    return [each.iso3 for each in answer.suggestions]


def test_for_a_mistyped_name_of_several_countries_each_is_suggested() -> None:
    assert suggested("Koreaa")[:2] == ["KOR", "PRK"]


def test_for_a_mistyped_state_that_ended_its_successors_are_not_suggested() -> None:
    assert suggested("Czechoslovakja") == ["CSK"]


def test_at_most_five_countries_are_suggested_each_once_however_many_spellings_it_has() -> None:
    spellings = [alias(f"Ruritania{letter}", "RUR", "RU", "other name") for letter in "abcdefgh"]
    states = [alias(f"Ruritan{letter}", f"RT{letter}", "") for letter in "gfedcb"]
    found = suggested("Ruritanial", alias("Ruritania", "RUR", "RU"), *spellings, *states)
    assert found == ["RUR", "RTb", "RTc", "RTd", "RTe"]


def test_three_letters_of_four_are_enough_for_a_suggestion_and_two_are_not() -> None:
    assert suggested("Togu", alias("Togo", "TGO", "TG")) == ["TGO"]
    assert suggested("Tugu", alias("Togo", "TGO", "TG")) == []


def test_for_a_number_without_its_zeros_its_country_is_suggested() -> None:
    assert suggested("8", alias("Albania", "ALB", "AL", numeric="008")) == ["ALB"]


def test_what_has_no_letters_has_no_suggestions() -> None:
    assert suggested(" – ") == []


# The files


HEADER = "alias,language,kind,iso3,iso2,numeric,valid_from,valid_to,ambiguous_with,note\n"
ESTONIA = "Estonia,en,name,EST,EE,233,,,,\n"


def table(folder: Path, names: str, exonyms: str = "alias,language,iso3\n") -> Path:
    (folder / "names").mkdir(exist_ok=True)
    (folder / country_names.NAMES).write_text(HEADER + names, encoding="utf-8")
    (folder / country_names.EXONYMS).write_text(exonyms, encoding="utf-8")
    return folder


def test_names_and_exonyms_are_read(tmp_path: Path) -> None:
    names = country_names.read(table(tmp_path, ESTONIA, "alias,language,iso3\nEstland,de,EST\n"))
    answer = names.look_up("ESTLAND")
    assert isinstance(answer, Decided) and (answer.iso3, answer.numeric, answer.alias) == (
        "EST",
        "233",
        "Estland",
    )


@pytest.mark.parametrize(
    ("names", "exonyms", "messages"),
    [
        (ESTONIA + "X,en,nickname,EST,EE,233,yesterday,,,\n", "alias,language,iso3\n",
         ["countries.csv, line 3 (X), kind: “nickname” is not a kind.", "valid_from: “yesterday” is not a date"]),
        (ESTONIA + "Korea,en,ambiguous,EST,EE,233,,,PRK,\n", "alias,language,iso3\n", ["“PRK” has no row of kind name"]),
        (ESTONIA, "alias,language,iso3\nEstland,de,XXX\n", ["exonyms.csv, line 2, iso3: “XXX” is not in countries.csv"]),
        (ESTONIA, "name,iso3\n", ["exonyms.csv: The columns are name, iso3. They must be alias, language, iso3."]),
    ],
)  # fmt: skip
def test_every_wrong_row_is_named(tmp_path: Path, names: str, exonyms: str, messages: list[str]) -> None:
    with pytest.raises(BrokenData) as refusal:
        country_names.read(table(tmp_path, names, exonyms))
    assert all(message in str(refusal.value) for message in messages)
