"""The page's own components in tests of the script: their arguments, and their messages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar
from urllib.parse import parse_qs

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from eastflank.words.chosen import filtering


def given(app: AppTest, name: str) -> dict[str, Any]:
    """The arguments of the component `eastflank_` + `name`."""
    arguments = json.loads(_proto(app, name).json)
    shown: dict[str, Any] = arguments[0] if isinstance(arguments, list) else arguments
    return shown


def happen(app: AppTest, name: str, value: object, event: str = "picked") -> AppTest:
    """Run the page as if the reader had done this there; the harness knows no component's values."""
    events = json.dumps([{"event": event, "value": value}])
    identifier = f"$$STREAMLIT_INTERNAL_KEY_{_proto(app, name).id}__events"
    return _run(app, WidgetState(id=identifier, json_trigger_value=events))


Element = TypeVar("Element", bound=Any)


def control(elements: Iterable[Element], name: str) -> Element:
    """The page's control of this name, whichever number its key has."""
    (found,) = (one for one in elements if str(one.key).partition("#")[0] == name)
    return found


def open_tab(app: AppTest, name: str) -> AppTest:
    """Run the page as if the reader had opened this tab; the harness knows no tab's value."""
    (tabs,) = (one for one in app.get("tab_container") if "opened#" in one.proto.id)
    return _run(app, WidgetState(id=tabs.proto.id, string_value=name))


def open_evidence(app: AppTest) -> AppTest:
    """Run the page as if the reader had opened the filters of evidence; the harness knows no value of these."""
    (folded,) = (one for one in app.expander if one.label == filtering.EVIDENCE)
    return _run(app, WidgetState(id=folded.proto.id, bool_value=True))


def go_back(app: AppTest, query: str) -> AppTest:
    """Run the page as if the reader had gone Back or Forward to this address."""
    app.query_params.clear()
    for key, values in parse_qs(query).items():
        app.query_params[key] = values
    _WENT.append(query)
    went = json.dumps({"went": f"{len(_WENT)}?{query}"})
    return _run(app, WidgetState(id=_proto(app, "header").id, json_value=went))


_WENT: list[str] = []


def _run(app: AppTest, state: WidgetState) -> AppTest:
    states = app._tree.get_widget_states()
    states.widgets.append(state)
    app._run(states)
    assert not app.exception, [error.value for error in app.exception]
    return app


def _proto(app: AppTest, name: str) -> Any:
    (element,) = (
        one for one in app.get("bidi_component") if one.proto.component_name.endswith(f"eastflank_{name}")
    )
    return element.proto
