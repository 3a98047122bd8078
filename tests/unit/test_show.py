"""`python -m eastflank show`: the page's answer in a terminal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.commands import data_option
from eastflank.commands.show import lines
from eastflank.commands.show_values import values
from eastflank.report.totals_in_words import total_sentence
from eastflank.view.request import request_of
from eastflank.view.selection import view_of
from eastflank.words.chosen import values as words
from tests.frozen import FOLDER, RECORD, without_findings
from tests.links import ASKED_ABOUT, READ_AS_MEANT, SOME_ASKED_ABOUT, SOME_READ_AS_MEANT
from tests.representatives import named
from tests.unit.small_data import SmallData

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the record takes longer than all else that these tests do."""
    read = data_option.read
    monkeypatch.setattr(data_option, "read", lambda root, **_: RECORD if root == FOLDER else read(root))


def show(*arguments: str) -> int:
    return main(["show", "--data", str(FOLDER), *arguments])


def printed(capsys: Capture) -> dict:
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_json_holds_exactly_what_it_promises(capsys: Capture) -> None:
    assert show("--view", "asof=2017-08-28", "--json") == 0
    found = printed(capsys)
    assert list(found) == [
        "title", "notes", "asof", "newest", "deployments", "nations", "totals", "not_drawn", "disagreements", "claims",
    ]  # fmt: skip
    keys = {
        name: {key for row in found[name] for key in row}
        for name in ("deployments", "totals", "not_drawn", "claims")
    }
    assert keys == {
        "deployments": {
            "id", "name", "sort", "kind", "programme", "part_of", "under", "counted_with", "missing", "status",
            "status_claim", "status_words", "lead", "host", "meant_for", "place", "lat", "lon", "precision",
            "troops_low", "troops_high", "hedge", "counts", "strength", "strength_claim", "strength_stated_on",
            "strength_grade", "announced", "old", "planned", "last_reported", "silent", "lapsed", "off_map",
            "overtaken", "not_followed", "contingents", "claims",
        },
        "totals": {
            "kind", "units", "stating", "low", "high", "hedge", "years", "ceilings", "ceiling_persons", "old", "old_persons", "group",
            "words",
        },
        "not_drawn": {"kind", "id", "label", "reason"},
        "claims": {
            "id", "source", "basis", "quote", "citation", "kind", "deployment", "said_on", "as_at", "speaker",
            "speaker_role", "status", "lead", "host", "meant_for", "place", "troops_low", "troops_high", "hedge",
            "counts", "unit_count", "starts", "ends", "timing_words", "reliability", "credibility", "review",
            "rests_on", "note",
        },
    }  # fmt: skip


def test_what_is_not_stated_is_null_and_never_a_figure(capsys: Capture) -> None:
    show("--view", "nation=CAN&asof=2016-06-14", "--json")
    found = printed(capsys)
    fourth = next(row for row in found["deployments"] if row["id"] == "fourth-battalion")
    unstated = ("place", "lat", "lon", "precision", "troops_low", "troops_high", "hedge", "counts")
    assert {fourth[key] for key in unstated} == {None}
    assert (fourth["lead"], fourth["host"]) == (["CAN"], [])
    assert (found["asof"], found["title"]) == (
        "2016-06-14",
        "One battlegroup considered involving Canada, as known on 14 June 2016",
    )


@pytest.mark.parametrize(
    "query",
    ["", "nation=CAN", "asof=2016-06-14&host=LVA&status=considered", "source=ap-2016-06-14&asof=2016-06-14"],
)
def test_it_shows_what_the_page_shows(capsys: Capture, query: str) -> None:
    show("--view", query, "--json")
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    request = request_of({key: [value] for key, value in pairs}, RECORD)
    view = view_of(RECORD, request.filters, request.asof)
    found = printed(capsys)
    assert found == json.loads(json.dumps(values(view, RECORD)))
    assert [row["id"] for row in found["deployments"]] == list(view.by_id)
    assert [row["id"] for row in found["claims"]] == [row.id for row in view.claims]


def test_text_has_the_title_each_deployment_each_quote_the_totals_and_what_is_not_drawn(
    capsys: Capture,
) -> None:
    assert show("--view", "?nation=CAN&asof=2016-06-14") == 0
    text = capsys.readouterr().out
    view = view_of(
        RECORD,
        *[
            getattr(request_of({"nation": ["CAN"], "asof": ["2016-06-14"]}, RECORD), name)
            for name in ("filters", "asof")
        ],
    )
    assert text.startswith(f"{view.title}\n")
    for one in view.deployments:
        assert f"{one.name} [{one.id}]" in text
    for row in view.claims:
        assert row.quote is None or words.quotation(row.quote) in text
    assert all(total_sentence(total, view.known) in text for total in view.totals)
    assert all(item.reason in text for item in view.not_drawn)


def test_a_cited_claim_never_looks_quoted() -> None:
    view = view_of(RECORD)
    cited = RECORD.claims.set_index("id")["citation"].dropna()
    for line in lines(view, RECORD):
        claim = line.strip().split(" ")[0]
        if claim in cited.index:
            assert "(cited, not quoted)" in line
            assert f"“{cited[claim]}”" not in line


def test_a_view_without_anything_says_what_to_do(capsys: Capture) -> None:
    assert show("--view", "host=EST&status=considered") == 0
    assert "No deployment fits on 31 May 2025" in capsys.readouterr().out


def test_a_day_before_all_evidence_says_so(capsys: Capture) -> None:
    assert show("--view", "asof=1900-01-01") == 0
    out = capsys.readouterr().out
    assert "as known on 1 January 1900" in out
    assert "Nothing had been said by 1 January 1900: the first claim is of 13 June 2016." in out


@pytest.mark.parametrize("way", named(READ_AS_MEANT, SOME_READ_AS_MEANT))
def test_a_link_shows_what_was_meant(way: str, capsys: Capture) -> None:
    text, meant = READ_AS_MEANT[way]
    assert show("--view", text) == 0
    told = capsys.readouterr().out
    assert show("--view", meant) == 0
    assert told == capsys.readouterr().out


@pytest.mark.parametrize("way", named(ASKED_ABOUT, SOME_ASKED_ABOUT))
def test_a_link_that_cannot_be_read_shows_nothing_and_says_why(way: str, capsys: Capture) -> None:
    text, expected = ASKED_ABOUT[way]
    assert show("--view", text) == 2
    out, told = capsys.readouterr()
    assert out == ""
    assert expected in told
    assert told.endswith("Nothing was shown. Correct --view or --since, or leave that part out.\n")


def test_what_cannot_be_read_is_told_with_what_was_understood(capsys: Capture) -> None:
    assert show("--view", "http://localhost:8501/?nation=Canda&asof=2016-06-14.", "--json") == 2
    out, told = capsys.readouterr()
    assert out == ""
    assert without_findings(told).splitlines() == [
        "A part of this link cannot be read:",
        "  nation=Canda: no nation in the record has this name or code. Did you mean CAN (Canada)?",
        "  Understood: as known on 14 June 2016.",
        "Nothing was shown. Correct --view or --since, or leave that part out.",
    ]


def test_data_that_cannot_be_read_are_told_and_it_fails(capsys: Capture, tmp_path: Path) -> None:
    small = SmallData(tmp_path)
    small.row("claims", "A1")["troops_low"] = "many"
    data, _ = small.write()
    assert show("--data", str(data)) == 2
    out, told = capsys.readouterr()
    assert out == ""
    assert "claims.csv, line 2 (A1), troops_low" in told


def test_it_runs_as_a_command_in_utf_8(tmp_path: Path) -> None:
    data, _ = SmallData(tmp_path).write()
    done = subprocess.run(
        [sys.executable, "-m", "eastflank", "show", "--data", data],
        capture_output=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert "“Canadians may send four-thousand”" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2017-01-01", "since=2017-01-01: it comes after the day shown, 14 June 2016."),
        ("yesterday", "since=yesterday: it is not a day such as 2016-10-26."),
        ("9999-12-31", "since=9999-12-31: only days from 1 January 1900 to 31 December 2100 can be shown."),
    ],
)
def test_a_day_that_cannot_be_compared_with_is_told_and_nothing_shown(
    since: str, told: str, capsys: Capture
) -> None:
    assert show("--view", "asof=2016-06-14&since=2016-06-13", "--since", since) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert told in said


def test_other_programs_additions_to_a_link_are_told_beside_the_answer(capsys: Capture) -> None:
    assert show("--view", "asof=2016-06-14&utm_source=mail") == 0
    out, told = capsys.readouterr()
    assert "as known on 14 June 2016" in out
    assert without_findings(told) == "Ignored in the link, where other programs put it: utm_source.\n"
