"""Who is signed in, and may do what, as the page Add data shows it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.ui import rights


class User(dict[str, object]):
    """A user as Streamlit's sign-in gives one."""

    @property
    def is_logged_in(self) -> bool:
        return self["is_logged_in"] is True

    def to_dict(self) -> dict[str, object]:
        return dict(self)


def _script() -> None:
    import streamlit as st  # noqa: PLC0415 - the script is run from its text

    from eastflank.ui import rights  # noqa: PLC0415
    from eastflank.ui.add_data import signing_in  # noqa: PLC0415

    st.text(f"shown: {signing_in.show()}, edits: {rights.may_edit()}, reviews: {rights.may_review()}")


@pytest.mark.parametrize(
    ("user", "said", "button"),
    [
        (User(is_logged_in=False), "shown: True, edits: False, reviews: False", "Sign in"),
        (
            User(is_logged_in=True, email="eve@example.org", name="Eve"),
            "Signed in as Eve. Nobody gave you a role here yet: ask the administrator of this server for one.",
            "Sign out",
        ),
        (
            User(is_logged_in=True, email="Ann@example.org", name="Ann Lee"),
            "Signed in as Ann Lee (editor).",
            "Sign out",
        ),
        (
            User(is_logged_in=True, email="bo@example.org"),
            "Signed in as bo@example.org (reviewer).",
            "Sign out",
        ),
    ],
)
def test_each_is_told_who_they_are(
    user: User, said: str, button: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles.toml").write_text(
        '"ann@example.org" = "editor"\n"bo@example.org" = "reviewer"\n', encoding="utf-8"
    )
    monkeypatch.setenv("EASTFLANK_ROLES", str(tmp_path / "roles.toml"))
    monkeypatch.delenv("EASTFLANK_EDIT", raising=False)
    monkeypatch.setattr(rights, "st", SimpleNamespace(user=user))
    app = AppTest.from_function(_script, default_timeout=60).run()
    assert not app.exception
    assert said in [one.value for one in app.text]
    assert [one.label for one in app.button] == [button]


def test_on_this_machine_nobody_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    app = AppTest.from_function(_script, default_timeout=60).run()
    assert [one.value for one in app.text] == ["shown: False, edits: True, reviews: True"]
    assert not app.button
