"""The slider's part in the script: what it is given, and what it says."""

from __future__ import annotations

import json
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest


def slider(app: AppTest) -> dict[str, Any]:
    """What the slider is given to show."""
    (element,) = app.get("bidi_component")
    shown: dict[str, Any] = json.loads(element.proto.json)
    return shown


def move(app: AppTest, day: str, *, passing: bool = False) -> AppTest:
    """Run the page as if the slider had been moved; the harness knows no component's values."""
    (element,) = app.get("bidi_component")
    states = app._tree.get_widget_states()
    events = [{"event": "moved", "value": {"day": day, "passing": passing}}]
    states.widgets.append(
        WidgetState(
            id=f"$$STREAMLIT_INTERNAL_KEY_{element.proto.id}__events", json_trigger_value=json.dumps(events)
        )
    )
    app._run(states)
    assert not app.exception, [error.value for error in app.exception]
    return app
