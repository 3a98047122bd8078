"""Texts for people who sign in and out."""

from __future__ import annotations

SIGN_IN = "Sign in"
SIGN_OUT = "Sign out"


def signed_in(name: str, role: str) -> str:
    """Who is signed in, and as what."""
    return f"Signed in as {name} ({role})."


def only_reads(name: str) -> str:
    """Who is signed in and has no role that allows changes."""
    return (
        f"Signed in as {name}. Nobody gave you a role here yet: ask the administrator of this server for one."
    )


NOBODY_YET = "Sign in to add sources and claims. The administrator of this server decides who may."
