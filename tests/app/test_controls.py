"""The value of a control becomes a choice only if the reader changed the control."""

from __future__ import annotations

from eastflank.ui import controls, state
from eastflank.ui.choices import Choices
from tests.app.session import NATION, Opening, report

TWO = {"nation": ["CAN", "USA"]}


def test_what_a_widget_that_is_gone_shows_undoes_nothing_and_what_is_done_to_it_counts(at: Opening) -> None:
    session = at(TWO)
    drawn = controls.control(NATION, tuple)
    report(session, drawn, "CAN", "USA", "DEU")
    assert controls.control(NATION, tuple).key == drawn.key, "the reader would lose the focus"
    state.choose(Choices.without_filters)
    report(session, drawn, "CAN", "USA", "DEU")
    assert session.nations == ()
    assert controls.control(NATION, tuple).key != drawn.key
    report(session, drawn, "CAN", "DEU", "LTU")
    assert session.nations == ("LTU",)


def test_what_a_control_said_before_it_was_drawn_is_chosen_all_the_same(at: Opening) -> None:
    session = at({})
    drawn = controls.control(NATION, tuple)
    dict.__setitem__(
        session, drawn.key, ("CAN",)
    )  # from a browser that was connected to an earlier server: no callback is called
    assert controls.caught_up()
    assert session.nations == ("CAN",)
    assert not controls.caught_up()


def test_a_value_that_a_new_control_cannot_show_is_no_choice(at: Opening) -> None:
    session = at(TWO)
    drawn = controls.control(NATION, tuple)
    dict.__setitem__(session, drawn.key, ("CAN",))
    assert not controls.caught_up()
    assert session.nations == ("CAN", "USA")


def test_a_control_tells_what_it_showed_first_while_it_is_there(at: Opening) -> None:
    session = at(TWO)
    drawn = controls.control(NATION, tuple)
    report(session, drawn, "CAN")
    again = controls.control(NATION, tuple)
    assert (again.key, again.first, again.value) == (drawn.key, ("CAN", "USA"), ("CAN",))
    controls.renew(NATION.name)
    come_back = controls.control(NATION, tuple)
    assert come_back.key != drawn.key and come_back.first == ("CAN",)
