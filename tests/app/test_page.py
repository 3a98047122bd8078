"""The page, step by step, as an analyst goes through it."""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.words.chosen import empty_views
from eastflank.words.chosen import sources as told_of_sources
from tests.app.components import control, given, go_back, happen, open_evidence, open_tab
from tests.app.conftest import PATIENCE
from tests.app.slider import move, slider
from tests.links import ASKED_ABOUT, SOME_ASKED_ABOUT
from tests.representatives import named
from tests.unit.small_data import SmallData

Open = Callable[..., AppTest]


def pieces(app: AppTest, mark: str) -> list[str]:
    """The page's own HTML that contains `mark`, not its style sheet."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body for body in bodies if mark in body and not body.startswith("<style")]


def style(app: AppTest) -> str:
    """The page's own style sheets."""
    return "".join(str(element.proto.body) for element in app.get("html"))


def title(app: AppTest) -> str:
    (heading,) = pieces(app, "ef-title")
    return str(heading).split(">")[1].split("<")[0]


def address(app: AppTest) -> dict[str, list[str]]:
    """The address's query. The harness keeps single values of a link as they were given."""
    return {
        key: [value] if isinstance(value, str) else list(value) for key, value in app.query_params.items()
    }


EVERYTHING = "Eight battlegroups and one brigade; one brigade arriving, as known on 31 May 2025"
SUMMER = "2017-08-28"


def test_it_opens_with_everything_on_the_newest_day(open_app: Open) -> None:
    app = open_app()
    assert title(app) == EVERYTHING
    assert address(app) == {}
    assert not app.warning
    assert pieces(app, "ef-claim")


def test_a_link_opens_the_view_it_was_made_from(open_app: Open) -> None:
    app = open_app(nation="CAN", asof="2016-06-14", deployment="fourth-battalion")
    assert title(app) == "One battlegroup considered involving Canada, as known on 14 June 2016"
    assert control(app.multiselect, "nation").value == ["CAN"]
    (evidence,) = pieces(app, "ef-claims")
    assert "<mark>Canadian</mark> leaders are currently meeting" in evidence
    assert "A1-19" not in evidence
    assert address(app) == {
        "nation": ["CAN"], "asof": ["2016-06-14"], "deployment": ["fourth-battalion"],
    }  # fmt: skip


def test_a_claim_in_the_address_selects_its_deployment(open_app: Open) -> None:
    app = open_app(claim="A1-16", asof="2016-06-14")
    (heading,) = pieces(app, "ef-head")
    assert "The fourth battalion" in heading


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ({"nation": "Canada", "asof": "2016-06-14."}, "involving Canada, as known on 14 June 2016"),
        ({"nation": "CAN", "amp;asof": "2016-06-14"}, "involving Canada, as known on 14 June 2016"),
        ({"asof": "1900-01-01"}, "as known on 1 January 1900"),
        ({"asof": "2100-12-31"}, "as known on 31 December 2100"),
        ({"asof": "2100-12-31", "since": "1900-01-01"}, "as known on 31 December 2100"),
        ({"asof": "1900-01-01", "since": "1900-01-01"}, "as known on 1 January 1900"),
    ],
)  # fmt: skip
def test_a_link_opens_the_view_that_was_meant_and_puts_the_address_in_order(
    open_app: Open, query: dict, heading: str
) -> None:
    app = open_app(**query)
    assert heading in title(app)
    assert not app.warning
    assert set(address(app)) == {name.removeprefix("amp;") for name in query}
    assert address(app)["asof"] == [query.get("asof", "2016-06-14").rstrip(".")]
    app.run()
    assert not app.exception
    assert heading in title(app)


@pytest.mark.parametrize("tab", ["timeline", "nation-host", "what-changed", "disagreements", "not-drawn"])
@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_every_tab_can_show_the_first_and_the_last_day(open_app: Open, tab: str, day: str) -> None:
    app = open_app(asof=day, since="1900-01-01", tab=tab, deployment="efp-lva")
    assert not app.exception
    assert address(app)["tab"] == [tab]


def test_a_day_before_all_evidence_is_shown_as_asked_and_leads_to_the_first(open_app: Open) -> None:
    app = open_app(asof="1900-01-01")
    assert "Nothing had been said by 1 January 1900" in app.info[0].value
    app.button(key="first").click().run()
    assert "as known on 13 June 2016" in title(app)


QUESTION = "A part of this link cannot be read"


@pytest.mark.parametrize("way", named(ASKED_ABOUT, SOME_ASKED_ABOUT))
def test_what_cannot_be_read_is_asked_about_and_no_view_shown(open_app: Open, way: str) -> None:
    text, told = ASKED_ABOUT[way]
    query = parse_qs(text)
    app = open_app(**query)
    assert title(app) == QUESTION
    (warning,) = app.warning
    assert told in re.sub(r"\\(.)", r"\1", warning.value)
    assert not pieces(app, "ef-claim")
    assert not app.multiselect
    assert address(app) == query


@pytest.mark.parametrize(
    ("query", "button", "heading", "left"),
    [
        ({"nation": "Canda", "asof": SUMMER}, "without", "as known on 28 August 2017", {"asof": [SUMMER]}),
        ({"nation": "Canda", "asof": SUMMER}, "CAN", "involving Canada, as known on 28 August 2017", {"nation": ["CAN"], "asof": [SUMMER]}),
        ({"nation": "CAN", "asof": "soon"}, "without", "Involving Canada: one battlegroup; one brigade arriving, as known on 31 May 2025", {"nation": ["CAN"]}),
        ({"since": "9999-12-31"}, "without", "as known on 31 May 2025", {}),
    ],
)  # fmt: skip
def test_the_reader_says_what_a_link_means(
    open_app: Open, query: dict, button: str, heading: str, left: dict
) -> None:
    app = open_app(**query)
    app.button(key=f"open-{button}").click().run()
    assert heading in title(app)
    assert address(app) == left
    assert not app.warning
    app.run()
    assert heading in title(app)
    assert not app.exception


def test_the_buttons_say_which_day_they_open(open_app: Open) -> None:
    told = {
        "asof=soon": "Open on the newest day, 31 May 2025",
        "nation=x": "Open without it",
        "nation=x;y": "Open without them",
        "nation=x&asof=soon": "Open without them, on the newest day, 31 May 2025",
    }
    for text, words in told.items():
        assert open_app(**parse_qs(text)).button(key="open-without").label == words


def test_a_link_followed_from_a_view_that_cannot_be_read_shows_no_part_of_the_view_before(
    open_app: Open,
) -> None:
    app = open_app(nation="CAN", asof=SUMMER)
    go_back(app, f"nation=Canda&asof={SUMMER}")
    assert title(app) == QUESTION
    assert not app.multiselect
    go_back(app, f"nation=CAN&asof={SUMMER}")
    assert "involving Canada, as known on 28 August 2017" in title(app)
    assert control(app.multiselect, "nation").value == ["CAN"]


def test_other_programs_additions_are_told_and_taken_out_of_the_address(open_app: Open) -> None:
    app = open_app(asof=SUMMER, utm_source="mail")
    assert "utm" in app.info[0].value
    assert address(app) == {"asof": [SUMMER]}


def test_half_a_megabyte_in_the_address_is_told_in_three_lines(open_app: Open) -> None:
    app = open_app(**{f"p{number}": "x" * 500 for number in range(1000)})
    (warning,) = app.warning
    assert len(warning.value) < 1000
    assert warning.value.count("\n\n") == 3


def test_a_day_to_compare_with_that_is_later_is_left_out_of_the_address(open_app: Open) -> None:
    app = open_app(asof=SUMMER, since="2017-01-01")
    move(app, "2016-07-09")
    assert address(app) == {"asof": ["2016-07-09"]}
    assert not app.exception


def test_each_choice_is_in_the_title_and_in_the_address_until_all_are_taken_back(open_app: Open) -> None:
    app = open_app(asof=SUMMER)
    control(app.multiselect, "nation").set_value(["CAN"]).run()
    assert title(app) == "One battlegroup involving Canada, as known on 28 August 2017"
    control(app.button_group, "role").set_value("lead").run()
    control(app.slider, "strength").set_value((500, 1500)).run()
    control(app.toggle, "unstated").set_value(False).run()
    assert title(app) == "One battlegroup led by Canada of 500–1,500 persons, as known on 28 August 2017"
    assert address(app) == {
        "nation": ["CAN"],
        "role": ["lead"],
        "strength": ["500", "1500"],
        "unstated": ["false"],
        "asof": [SUMMER],
    }
    app.button(key="reset").click().run()
    assert title(app).startswith("Four battlegroups and one brigade; ")
    assert address(app) == {"asof": [SUMMER]}
    assert control(app.slider, "strength").value[0] == 0
    assert control(app.toggle, "unstated").value is True
    assert not app.exception


def test_each_of_several_sources_of_one_publisher_can_be_chosen(open_app: Open) -> None:
    app = open_app(asof=SUMMER)
    open_evidence(app)
    listed = control(app.multiselect, "source").options
    assert len(set(listed)) == len(listed), "the browser sends a name only: the first of the two would count"
    control(app.multiselect, "source").select("NATO (nato-2017-02-16)").run()
    assert address(app)["source"] == ["nato-2017-02-16"]
    control(app.multiselect, "source").select("NATO (nato-2016-07-08)").run()
    assert address(app)["source"] == ["nato-2017-02-16", "nato-2016-07-08"]


def test_the_slider_has_a_stop_for_each_day_on_which_a_source_speaks(open_app: Open) -> None:
    shown = slider(open_app(asof="2017-06-01"))
    days = [stop["day"] for stop in shown["stops"]]
    assert (shown["day"], shown["newest"], shown["first"]) == ("2017-06-01", "2025-05-31", "2016-06-01")
    assert days == sorted(set(days)) and days[0] == "2016-06-13" and days[-1] == "2025-05-31"
    summit = next(stop for stop in shown["stops"] if stop["day"] == "2016-07-08")
    assert summit["words"].startswith("8 July 2016: ") and "NATO" in summit["words"]
    assert summit["caption"] == "Warsaw meeting"


def test_the_slider_chooses_the_day_of_the_whole_page(open_app: Open) -> None:
    app = move(open_app(), "2016-06-14")
    assert title(app) == "Four battlegroups agreed, as known on 14 June 2016"
    assert slider(app)["day"] == "2016-06-14"
    assert address(app) == {"asof": ["2016-06-14"]}
    assert "asof" not in address(move(app, "2025-05-31"))


def test_a_day_beyond_those_that_can_be_chosen_gives_the_nearest(open_app: Open) -> None:
    app = move(open_app(), "1900-01-01")
    assert slider(app)["day"] == slider(app)["earliest"]


def test_a_selected_deployment_shows_its_evidence_alone_and_a_filter_without_it_lets_it_go(
    open_app: Open,
) -> None:
    app = open_app()
    open_tab(app, "Timeline")
    happen(app, "timeline", {"deployment": "efp-lva", "claim": ""})
    open_tab(app, "Table")
    (heading,) = pieces(app, "ef-head")
    assert "Battlegroup Latvia" in heading
    assert address(app) == {"deployment": ["efp-lva"]}
    control(app.multiselect, "host").set_value(["EST"]).run()
    assert not pieces(app, "ef-head")
    assert address(app) == {"host": ["EST"]}


def test_a_view_without_anything_says_why_and_what_to_do(open_app: Open) -> None:
    before = open_app(asof="2016-01-01")
    assert (
        "Nothing had been said by 1 January 2016: the first claim is of 13 June 2016." in before.info[0].value
    )
    before.button(key="first").click().run()
    assert title(before) == "One battlegroup considered, as known on 13 June 2016"
    assert address(before) == {"asof": ["2016-06-13"]}
    (said,) = before.info
    assert said.value == (
        "The one deployment of this view is not on the map: the tab Not drawn says why. It is in the table."
    )
    filtered = open_app(nation="CAN", host="ROU")
    assert "without these filters" in filtered.info[0].value


def page(source: Callable[[], None], **query: str) -> AppTest:
    """A page run by itself: the harness reaches no page that is a function."""
    app = AppTest.from_function(source, default_timeout=PATIENCE)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [error.value for error in app.exception]
    return app


def sources() -> None:
    from eastflank.ui import data, sources_page  # noqa: PLC0415 - the harness runs this function's text

    sources_page.show(data.load())


def method() -> None:
    from eastflank.ui import data, method_page  # noqa: PLC0415

    method_page.show(data.load())


def test_the_sources_show_an_article_with_each_quote_marked_where_it_stands() -> None:
    app = page(sources)
    (article,) = pieces(app, "ef-article")
    assert article.count('id="quote-A1-') >= 20
    assert "four multinational battalions" in article


def test_a_link_to_a_claim_opens_its_source_at_its_quote() -> None:
    (article,) = pieces(page(sources, claim="A2-06"), "ef-article")
    assert 'class="ef-quote ef-chosen ef-kind-deployment" id="quote-A2-06"' in article
    cited = page(sources, claim="R006")
    assert not pieces(cited, "ef-article")
    assert any("R006" in body for body in pieces(cited, "ef-claims"))


def test_a_dataset_of_drafts_alone_says_where_they_are_reviewed_and_leads_to_no_empty_map(
    open_app: Open, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = SmallData(tmp_path_factory.mktemp("drafts"))
    claims = small.tables["claims"]
    for row in claims:
        row["review"] = "draft"
    data, _ = small.write()
    monkeypatch.setenv("EASTFLANK_DATA", str(data))
    link = './add-data?section=articles"'
    app = open_app()
    assert empty_views.waiting_for_review(len(claims)) in app.info[0].value
    assert pieces(app, link)
    assert not pieces(app, "Remove a filter")
    shown = page(sources)
    assert shown.info[0].value == told_of_sources.waiting(len(claims))
    assert pieces(shown, link) and pieces(shown, "draft: it does not count")
    assert not pieces(shown, "on the map</a>") and not pieces(shown, "?asof=")
    assert any("wait for review" in text.value for text in page(method).markdown)


def test_retracted_claims_are_told_apart_and_lead_to_no_map(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = SmallData(tmp_path_factory.mktemp("retracted"))
    claims = small.tables["claims"]
    for row in claims:
        row["review"] = "retracted"
    data, _ = small.write()
    monkeypatch.setenv("EASTFLANK_DATA", str(data))
    shown = page(sources)
    assert told_of_sources.retracted(len(claims)) in pieces(shown, "ef-title")[0]
    assert "with 0 claims quoted" in pieces(shown, "ef-title")[0]
    assert pieces(shown, "retracted: it no longer counts") and not pieces(shown, "?asof=")
    assert not shown.info
    assert any("are retracted, so nothing counts" in text.value for text in page(method).markdown)


def test_the_method_prints_rules_grades_and_where_each_source_stands() -> None:
    app = page(method)
    assert pieces(app, "Data version")
    assert any("never added" in text.value for text in app.markdown)
    assert len(app.dataframe) == 2  # the sources, and what each part of the data comes from


def test_tables_that_cannot_be_read_are_told_line_by_line(
    open_app: Open, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = SmallData(tmp_path_factory.mktemp("broken"))
    small.row("claims", "A1")["troops_low"] = "many"
    data, _ = small.write()
    monkeypatch.setenv("EASTFLANK_DATA", str(data))
    app = open_app()
    assert app.title[0].value == "The data cannot be read"
    findings = app.dataframe[0].value
    assert "troops_low" in set(findings["Column"])
    assert (findings["What to do"] != "").all()


def test_what_changed_is_compared_with_the_day_in_the_address(open_app: Open) -> None:
    app = open_app(nation="CAN", asof="2016-07-09", since="2016-06-14")
    open_tab(app, "What changed")
    assert not app.exception
    told = {change["name"] + change["rest"]: change for change in given(app, "changes")["changes"]}
    change = told["Battlegroup Latvia: status moved from considered to decided."]
    assert change["claims"] == [{"id": "R006", "label": "R006, NATO, 8 July 2016: show this claim"}]
    assert address(app)["since"] == ["2016-06-14"]
    happen(app, "changes", {"deployment": change["deployment"], "claim": change["claims"][0]["id"]})
    assert (address(app)["deployment"], address(app)["claim"]) == (["efp-lva"], ["R006"])


def test_what_changed_is_a_table_too_with_before_and_after(open_app: Open) -> None:
    app = open_app(nation="CAN", asof="2016-07-09", since="2016-06-14", tab="what-changed")
    app.session_state["changes-form"] = "Table"
    app.run()
    table = app.dataframe[0].value
    status = table[(table["Deployment"] == "Battlegroup Latvia") & (table["What"] == "status")].iloc[0]
    assert (status["Before"], status["After"], status["Claims"]) == ("considered", "decided", "R006")


def test_a_cell_of_the_matrix_narrows_the_page_and_a_second_click_takes_it_back(open_app: Open) -> None:
    app = open_app(asof="2017-08-28")
    open_tab(app, "Nation × host")
    happen(app, "matrix", {"nation": "DEU", "host": "LTU"})
    assert title(app) == "One battlegroup involving Germany in Lithuania, as known on 28 August 2017"
    assert (address(app)["nation"], address(app)["host"]) == (["DEU"], ["LTU"])
    assert [host["name"] for host in given(app, "matrix")["hosts"]] == ["Lithuania"]
    happen(app, "matrix", {"nation": "DEU", "host": "LTU"})
    assert "nation" not in address(app)
    happen(app, "matrix", {"nation": "", "host": "EST"})
    assert address(app)["host"] == ["EST"]
    app.button(key="matrix-all").click().run()
    assert "host" not in address(app)


def test_what_the_matrix_leaves_out_is_listed_with_the_reason(open_app: Open) -> None:
    app = open_app(asof="2016-06-14", source="ap-2016-06-14")
    open_tab(app, "Nation × host")
    reasons = dict(app.dataframe[0].value.itertuples(index=False))
    assert reasons["Four multinational battalions"] == "A group of several units."
    assert reasons["The fourth battalion"] == "It is counted with “Four multinational battalions”."


def test_a_row_or_a_dot_of_the_timeline_selects(open_app: Open) -> None:
    app = open_app(asof="2017-08-28")
    open_tab(app, "Timeline")
    assert any("Choose a row" in caption.value for caption in app.caption)
    happen(app, "timeline", {"deployment": "efp-lva", "claim": ""})
    assert address(app)["deployment"] == ["efp-lva"]
    assert given(app, "strength")["title"] == "Strength of Battlegroup Latvia over time"
    dot = given(app, "strength")["dots"][-1]
    happen(app, "strength", {"claim": dot["claim"]})
    assert address(app)["claim"] == [dot["claim"]]


@pytest.mark.parametrize("tab", ["Table", "Timeline", "Nation × host", "What changed", "Not drawn"])
def test_before_anybody_spoke_every_tab_says_why_it_is_empty(open_app: Open, tab: str) -> None:
    app = open_app(asof="2016-01-01", since="2015-12-01")
    open_tab(app, tab)
    assert not app.exception
    assert any("Nothing" in caption.value for caption in app.caption)


def test_the_switch_compares_with_the_day_before_and_takes_it_back(open_app: Open) -> None:
    app = open_app(asof="2016-07-09")
    assert "since" not in address(app)
    control(app.toggle, "comparing").set_value(True).run()
    assert address(app) == {"asof": ["2016-07-09"], "since": ["2016-07-08"]}
    assert title(app).endswith("; changes since 8 July 2016")
    control(app.date_input, "since").set_value(date(2016, 6, 14)).run()
    open_tab(app, "What changed")
    open_tab(app, "Table")
    assert address(app)["since"] == ["2016-06-14"]
    control(app.toggle, "comparing").set_value(False).run()
    assert address(app) == {"asof": ["2016-07-09"]}
    assert title(app) == "Four battlegroups decided and one brigade agreed, as known on 9 July 2016"


def test_a_day_after_the_one_shown_is_not_compared_and_said_so(open_app: Open) -> None:
    app = open_app(asof="2017-08-28", since="2017-01-01")
    open_tab(app, "What changed")
    move(app, "2016-07-09")
    assert title(app) == "Four battlegroups decided and one brigade agreed, as known on 9 July 2016"
    assert any("1 January 2017 comes after the day shown" in caption.value for caption in app.caption)


def test_two_days_stand_side_by_side_while_the_switch_is_on(open_app: Open) -> None:
    app = open_app(asof="2017-08-28", since="2016-07-09")
    control(app.toggle, "paired").set_value(True).run()
    assert address(app) == {"asof": ["2017-08-28"], "since": ["2016-07-09"], "layout": ["pair"]}
    assert address(app).get("tab") is None  # two maps open what changed
    shown = " ".join(html.body for html in app.get("html"))
    for day in ("9 July 2016", "28 August 2017"):
        assert f'<h2 class="ef-day">{day}<small>' in shown
    assert "Battlegroups there" in shown
    control(app.toggle, "paired").set_value(False).run()
    assert "layout" not in address(app)
    assert '<h2 class="ef-day">' not in " ".join(html.body for html in app.get("html"))


def test_without_a_day_to_compare_with_there_is_no_second_map(open_app: Open) -> None:
    app = open_app(asof="2017-08-28", since="2016-07-09", layout="pair")
    assert address(app)["layout"] == ["pair"]
    control(app.toggle, "comparing").set_value(False).run()
    assert "layout" not in address(app)
    assert not [toggle for toggle in app.toggle if str(toggle.key).startswith("paired")]
    assert '<h2 class="ef-day">' not in " ".join(html.body for html in app.get("html"))
    control(app.toggle, "comparing").set_value(True).run()
    assert "layout" not in address(app)


def test_a_link_with_a_layout_and_no_earlier_day_is_asked_about(open_app: Open) -> None:
    app = open_app(asof="2017-08-28", layout="pair")
    assert any("need the earlier of them" in warning.value for warning in app.warning)
    app.button(key="open-without").click().run()
    assert address(app) == {"asof": ["2017-08-28"]}


@pytest.mark.parametrize("tab", ["Timeline", "Nation × host", "Disagreements", "Not drawn"])
def test_every_tab_shows_the_view(open_app: Open, tab: str) -> None:
    app = open_app(asof="2016-07-09", deployment="efp-lva")
    open_tab(app, tab)
    assert not app.exception


def test_a_table_with_other_rows_is_another_control_for_the_browser_tells_of_rows_by_number(
    open_app: Open,
) -> None:
    app = open_app()
    key = app.dataframe[0].key
    control(app.multiselect, "host").set_value(["EST"]).run()
    assert app.dataframe[0].key != key


def test_the_tab_of_disagreements_shows_both_values_their_grades_and_the_rule(open_app: Open) -> None:
    app = open_app(tab="disagreements", nation="ESP")
    (boxes,) = pieces(app, "ef-differ")
    assert "Battlegroup Slovakia: contingent of Spain" in boxes
    for value, grade, claim in (("700", "B1", "R087"), ("about 800", "C3", "R088")):
        side = next(side for side in boxes.split("<div>") if side.startswith(f"<b>{value}</b>"))
        assert grade in side
        assert f'<a href="sources?claim={claim}" target="_self">{claim}</a>' in side
        assert ("<em>followed</em>" in side) == (value == "700")
    assert "700–800 persons" in boxes
    (rule,) = re.findall("the one of the more reliable source: ([^.<]+)", boxes)
    assert rule.endswith("(R087)")
    assert not rule.startswith("R087")
    assert "Battlegroup Bulgaria" not in boxes


def test_a_curators_decision_stands_beside_the_disagreement_in_the_panel(open_app: Open) -> None:
    app = open_app(deployment="eva-bgr")
    (heading,) = pieces(app, "ef-head")
    assert "Sources differ" in heading
    assert "Kabile" in heading
    assert "<b>Decision D001:</b> NATO’s own command at Naples" in heading


def test_what_a_newer_claim_has_overtaken_is_folded_away_in_the_panel(open_app: Open) -> None:
    (heading,) = pieces(open_app(deployment="efp-est"), "ef-head")
    assert "Sources differ" not in heading
    assert "<summary>Two earlier disagreements</summary>" in heading


def test_a_grade_is_the_lowest_that_counts(open_app: Open) -> None:
    app = open_app(asof="2022-12-31")
    assert "[aria-label='Grade']" not in style(app), "nobody sees these counts"
    app = open_evidence(app)
    grades = control(app.selectbox, "grade")
    assert grades.options[0] == "Any grade"
    assert grades.options[3] == "B2 or better"
    assert "[aria-label='Grade'] [data-key='3'] > ::after { content: '\\a0· 73'" in style(app)
    grades.set_value("B2").run()
    assert title(app) == ("Eight battlegroups on evidence of B2 or better, as known on 31 December 2022")
    assert address(app)["grade"] == ["B2"]
    assert control(app.selectbox, "grade").value == "B2"
    evidence = "".join(pieces(app, "ef-claim"))
    assert ">A1</span>" in evidence
    assert ">C3</span>" not in evidence
    app.button(key="reset").click().run()
    assert "grade" not in address(app)


def test_filters_of_evidence_open_with_a_link_and_stay_open_when_the_last_is_taken_back(
    open_app: Open,
) -> None:
    app = open_app(asof="2022-12-31", grade="B2")
    grades = control(app.selectbox, "grade")
    assert grades.value == "B2"
    grades.set_value("").run()
    assert "grade" not in address(app)
    assert control(app.selectbox, "grade").value == ""


def test_the_briefing_shows_the_words_that_matter_without_controls_and_is_left_with_all_choices(
    open_app: Open,
) -> None:
    app = open_app(nation="CAN", asof="2016-06-14", marking="RESTRICTED <b>")
    happen(app, "header", value=True, event="brief")
    (brief,) = pieces(app, "ef-brief")
    assert brief.count("RESTRICTED &lt;b&gt;") == 2
    assert "Canada is actively considering options" in brief
    assert not app.multiselect
    assert given(app, "header")["brief"] is True
    asked = {"nation": ["CAN"], "asof": ["2016-06-14"], "marking": ["RESTRICTED <b>"]}
    assert address(app) == {**asked, "brief": ["1"]}
    app.run()
    assert address(app) == {**asked, "brief": ["1"]}
    happen(app, "header", value=False, event="brief")
    assert address(app) == asked
    assert control(app.multiselect, "nation").value == ["CAN"]
    assert not pieces(app, "ef-brief")


def test_a_briefing_of_what_is_only_cited_says_so_and_one_of_nothing_too(open_app: Open) -> None:
    (cited,) = pieces(open_app(source="nato-2016-07-08", brief="1"), "ef-brief")
    assert "No held article speaks of what is shown" in cited
    assert "<blockquote>" not in cited
    (empty,) = pieces(open_app(nation="CAN", host="ROU", brief="1"), "ef-brief")
    assert "No claim fits this view" in empty


def test_each_claim_can_be_cited_in_one_line(open_app: Open) -> None:
    (evidence,) = pieces(open_app(nation="CAN", asof="2016-06-14"), "ef-claims")
    assert (
        'id="claim-A1-17" data-cite="Ashley Lemire, Canadian defense spokeswoman, in Associated Press via News'
        " Front, [Report on" in evidence
    )


def test_contingents_say_in_which_year_they_were_last_stated(open_app: Open) -> None:
    (heading,) = pieces(open_app(deployment="eva-svk"), "ef-head")
    assert "Contingents:</b> Czechia 150 (2024); Spain 700 (2024); Portugal 80 (2024); Romania; " in heading
