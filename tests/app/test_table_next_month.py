"""The page knows the next file of a table: what was chosen about the one before is chosen, and says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.intake.tables import kept_choices
from eastflank.ui.add_data.table_draft import TableDraft
from eastflank.words.chosen import add_table, chosen_before
from tests.app.test_add_table import _may_edit, brought, choice, html, opened, own_data, press

__all__ = ["_may_edit", "own_data"]
TABLE = "Unit,Nation,Host,Place,Persons\nGuard,USA,Bulgaria,Novo Selo,50\nNord,USA,Poland,Orzysz?,60\n"


def at_step_three(text: str) -> AppTest:
    return press(press(brought(opened(), text), "table-next"), "table-next")


def at_step_four(text: str) -> AppTest:
    return press(at_step_three(text), "table-next")


def draft_of(app: AppTest) -> TableDraft:
    found: TableDraft = app.session_state["add-table"]
    return found


@pytest.mark.usefixtures("own_data")
def test_a_choice_is_offered_again_with_its_author_and_can_be_dropped(own_data: Path) -> None:
    app = at_step_three(TABLE)
    assert chosen_before.ABOUT not in [one.value for one in app.caption]
    label = next(one.label for one in app.selectbox if str(one.key).startswith("table-place-"))
    choice(app, label)(1)
    press(app, "table-accept-all")
    press(press(app, "table-next"), "table-apply")
    kept = kept_choices.of_table(own_data, "pasted.txt")
    assert {one.sort for one in kept} == {"place", "proposal"}

    app = at_step_three(TABLE.replace("50", "55"))
    assert chosen_before.ABOUT in [one.value for one in app.caption]
    assert all(one.who in html(app) and one.on in html(app) for one in kept)
    now = draft_of(app).brought
    assert now is not None
    assert len(now.places) == len(now.accepted) == 1
    (number,) = (str(draft_of(app).number),)
    press(app, f"table-before-all#{number}")
    now = draft_of(app).brought
    assert now is not None
    assert (now.places, now.accepted) == ((), ())
    assert chosen_before.ABOUT not in [one.value for one in app.caption]
    press(press(app, "table-step-0"), "table-next")
    now = draft_of(app).brought
    assert now is not None
    assert now.places == ()


@pytest.mark.usefixtures("own_data")
def test_each_earlier_choice_is_dropped_alone_and_what_it_decided_is_asked_again() -> None:
    table = TABLE + "Ost,USA,Poland,Powidz?,70\nWest,USA,Poland,Powidz?,80\n"
    press(press(press(at_step_three(table), "table-accept-all"), "table-next"), "table-apply")
    app = at_step_three(table.replace("80", "85"))
    assert not [one for one in app.button if one.key == "table-accept-all"]
    assert [one.label for one in app.expander].count(add_table.accepted_before(3)) == 1
    (box,) = (one for one in app.selectbox if one.label == chosen_before.NOT_AGAIN)
    (at,) = (number for number, said in enumerate(box.options) if "Powidz?" in said)
    choice(app, chosen_before.NOT_AGAIN)(at)
    now = draft_of(app).brought
    assert now is not None
    assert [cell for _, _, cell in now.accepted] == ["Orzysz?"]
    (button,) = (one for one in app.button if one.key == "table-accept-all")
    assert button.label == add_table.accept_all(2)
    assert [one.label for one in app.expander].count(add_table.accepted_before(1)) == 1
    press(app, "table-accept-all")
    assert [one.label for one in app.expander].count(add_table.accepted_before(1)) == 1


@pytest.mark.usefixtures("own_data")
def test_a_unit_that_may_have_a_new_name_is_asked_about_and_a_tick_keeps_it() -> None:
    heads = "Unit,Nation,Host,Place,Persons\n"
    press(at_step_four(f"{heads}Task Force One,USA,Poland,Powidz,400\n"), "table-apply")
    app = at_step_four(f"{heads}Task Force Two,USA,Poland,Powidz,400\n")
    assert "1 new claim, 0 with other values, 0 the same, 1 gone" in html(app)
    asked = "“Task Force Two” is the unit “Task Force One” under a new name"
    (box,) = (one for one in app.checkbox if one.label == asked)
    assert not box.value
    box.check().run()
    assert not app.exception
    assert "0 new claims, 1 with other values, 0 the same, 0 gone" in html(app)
    (box,) = (one for one in app.checkbox if one.label == asked)
    assert box.value
    box.uncheck().run()
    assert "1 new claim, 0 with other values, 0 the same, 1 gone" in html(app)


@pytest.mark.usefixtures("own_data")
def test_the_month_that_a_line_above_the_table_names_is_offered_as_its_day_and_not_taken() -> None:
    text = "Forces abroad - status September 2024\n\nUnit,Nation,Host,Place,Persons\nNord,USA,Poland,Powidz,400\n"
    app = brought(opened(), text)
    assert draft_of(app).day is None
    press(app, "table-named-day")
    assert draft_of(app).day == date(2024, 9, 30)
    assert not [one for one in app.button if one.key == "table-named-day"]
