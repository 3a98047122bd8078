"""The page's own components in the script: what each is given, and what it says."""

from __future__ import annotations

import json
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest


def given(app: AppTest, name: str) -> dict[str, Any]:
    """What the component `eastflank_` + `name` is given to show."""
    shown: dict[str, Any] = json.loads(_proto(app, name).json)
    return shown


def happen(app: AppTest, name: str, value: object, event: str = "picked") -> AppTest:
    """Run the page as if the reader had done this there; the harness knows no component's values."""
    states = app._tree.get_widget_states()
    events = [{"event": event, "value": value}]
    states.widgets.append(
        WidgetState(
            id=f"$$STREAMLIT_INTERNAL_KEY_{_proto(app, name).id}__events",
            json_trigger_value=json.dumps(events),
        )
    )
    app._run(states)
    assert not app.exception, [error.value for error in app.exception]
    return app


def _proto(app: AppTest, name: str) -> Any:
    (element,) = (
        one for one in app.get("bidi_component") if one.proto.component_name.endswith(f"eastflank_{name}")
    )
    return element.proto
