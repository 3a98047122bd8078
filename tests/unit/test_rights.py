"""Who may change the record: on this machine, and by the roles of those who sign in."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.ui.rights import Person, UnusableRoles, UserRole, person

ANN = {"is_logged_in": True, "email": "Ann@Example.org", "name": "Ann Lee"}
NOBODY = Person("", UserRole.READER)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "roles.toml").write_text(
        '"ann@example.org" = "editor"\n"bo@example.org" = "reviewer"\n"cy@example.org" = "reader"\n',
        encoding="utf-8",
    )
    return {"EASTFLANK_ROLES": str(tmp_path / "roles.toml")}


def test_without_settings_everybody_reads() -> None:
    assert person({}, {}) == person({}, ANN) == person({"EASTFLANK_EDIT": "yes"}, ANN) == NOBODY


def test_on_this_machine_one_setting_allows_all() -> None:
    assert person({"EASTFLANK_EDIT": "1"}, {}) == Person("curator", UserRole.REVIEWER, "curator")


def test_who_signs_in_has_the_role_of_the_address(environment: dict[str, str]) -> None:
    assert person(environment, ANN) == Person("Ann Lee", UserRole.EDITOR, "ann@example.org")
    assert person(environment, {"is_logged_in": True, "email": "bo@example.org"}) == Person(
        "bo@example.org", UserRole.REVIEWER, "bo@example.org"
    )


def test_two_people_of_one_name_are_two_people(environment: dict[str, str]) -> None:
    ann, bo = (person(environment, {**ANN, "email": f"{one}@Example.org"}) for one in ("ann", "bo"))
    assert ann.name == bo.name
    assert ann.identity != bo.identity


@pytest.mark.parametrize(
    "user",
    [
        {},
        {**ANN, "is_logged_in": False},
        {**ANN, "is_logged_in": "True"},
        {**ANN, "email": None},
        {**ANN, "email_verified": False},
        {**ANN, "email": "ann@example.org.evil.example"},
        {**ANN, "email": "cy@example.org"},
    ],
)
def test_all_others_read(environment: dict[str, str], user: dict[str, object]) -> None:
    assert person(environment, user) == NOBODY


@pytest.mark.parametrize("text", ["ann = editor", '"ann@example.org" = "king"', '"ann@example.org" = 2'])
def test_a_file_that_cannot_be_used_gives_nobody_a_role(environment: dict[str, str], text: str) -> None:
    Path(environment["EASTFLANK_ROLES"]).write_text(text, encoding="utf-8")
    with pytest.raises(UnusableRoles, match="nobody may change anything"):
        person(environment, ANN)


def test_a_file_that_is_gone_is_told(environment: dict[str, str]) -> None:
    Path(environment["EASTFLANK_ROLES"]).unlink()
    with pytest.raises(UnusableRoles, match="cannot be read"):
        person(environment, ANN)
