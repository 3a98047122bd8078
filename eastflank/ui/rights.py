"""Who may change the record.

On a reader's own machine `EASTFLANK_EDIT=1` in the environment of the dashboard allows it. On a server people
sign in through OpenID Connect (Streamlit's `[auth]` settings), and `EASTFLANK_ROLES` names a TOML file that
gives roles to e-mail addresses: `"ann@example.org" = "editor"`. All others can only read the record.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import streamlit as st

from eastflank.words.chosen import add_data as words

VARIABLE = "EASTFLANK_EDIT"
ROLES = "EASTFLANK_ROLES"


class UserRole(IntEnum):
    """Roles; each one includes the rights of those before it."""

    READER = 0
    EDITOR = 1
    """Adds sources, and claims as drafts; retracts."""
    REVIEWER = 2
    """Sets claims to reviewed: from then on they count."""


@dataclass(frozen=True, slots=True)
class Person:
    """The person at the page."""

    name: str
    """The name as in `changes.csv`; empty for an unknown reader."""
    role: UserRole
    identity: str = ""
    """What tells the person from all others: the address of the sign-in, in small letters."""


class UnusableRoles(ValueError):  # noqa: N818 - it is what the server's keeper is told
    """A file of roles that cannot be used, with the reason. Then nobody may change anything."""


def person(environment: Mapping[str, str], user: Mapping[str, object]) -> Person:
    """The person, from the dashboard's environment variables and the sign-in's data about the user.

    An address that the sign-in marks as unverified is not accepted. Raises UnusableRoles.
    """
    if environment.get(VARIABLE) == "1":
        return Person("curator", UserRole.REVIEWER, "curator")
    email = user.get("email")
    file = environment.get(ROLES, "")
    if not file or user.get("is_logged_in") is not True or not isinstance(email, str):
        return Person("", UserRole.READER)
    role = roles_in(Path(file)).get(email.casefold(), UserRole.READER)
    if role is UserRole.READER or user.get("email_verified", True) is not True:
        return Person("", UserRole.READER)
    return Person(_name_of(user), role, email.casefold())


def roles_in(file: Path) -> Mapping[str, UserRole]:
    """The roles by e-mail address in small letters. Raises UnusableRoles."""
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnusableRoles(words.roles_unread(ROLES, error.strerror or str(error))) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnusableRoles(words.roles_unread(ROLES, str(error))) from error
    known = {role.name.lower(): role for role in UserRole}
    for email, role in said.items():
        if not isinstance(role, str) or role not in known:
            raise UnusableRoles(words.no_role(email, ", ".join(known)))
    return {email.casefold(): known[role] for email, role in said.items()}


def may_edit() -> bool:
    """Whether the person at the page may change the record."""
    return _here().role >= UserRole.EDITOR


def may_review() -> bool:
    """Whether the person may set a claim to reviewed."""
    return _here().role >= UserRole.REVIEWER


def who() -> str:
    """The name that is recorded with a change; empty if the person may make none."""
    return _here().name


def identity() -> str:
    """What tells the person from all others, also from one of the same name; empty: no change is allowed."""
    return _here().identity


def can_sign_in() -> bool:
    """Whether this server has a sign-in and the person has not signed in."""
    return _people_sign_in() and not st.user.is_logged_in


def signed_in() -> str:
    """The name, or otherwise the address, of the person who signed in here; empty if nobody did."""
    if not _people_sign_in() or not st.user.is_logged_in:
        return ""
    return _name_of(st.user.to_dict())


def role() -> UserRole:
    """The role of the person."""
    return _here().role


def wrong() -> str:
    """Why roles cannot be used here; empty if nothing is wrong."""
    try:
        person(os.environ, st.user.to_dict())
    except UnusableRoles as error:
        return str(error)
    return ""


def _people_sign_in() -> bool:
    on_this_machine = os.environ.get(VARIABLE) == "1"
    return bool(os.environ.get(ROLES)) and not on_this_machine and "is_logged_in" in st.user


def _name_of(user: Mapping[str, object]) -> str:
    """The name of a user from the sign-in, or otherwise the address."""
    name = user.get("name")
    return name.strip() if isinstance(name, str) and name.strip() else str(user.get("email", ""))


def _here() -> Person:
    try:
        return person(os.environ, st.user.to_dict())
    except UnusableRoles:
        return Person("", UserRole.READER)
