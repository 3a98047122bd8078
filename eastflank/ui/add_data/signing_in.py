"""Who is signed in, with a button to sign in or out."""

from __future__ import annotations

import streamlit as st

from eastflank.ui import rights
from eastflank.words.chosen import signing_in as words


def show() -> bool:
    """Draw it if this server has a sign-in. Returns whether it has."""
    if rights.can_sign_in():
        st.write(words.NOBODY_YET)
        st.button(words.SIGN_IN, key="sign-in", type="primary", on_click=st.login)
        return True
    name = rights.signed_in()
    if not name:
        return False
    role = rights.role()
    said = (
        words.only_reads(name) if role is rights.UserRole.READER else words.signed_in(name, role.name.lower())
    )
    with st.container(horizontal=True, vertical_alignment="center", key="signed-in"):
        st.text(said)
        st.button(words.SIGN_OUT, key="sign-out", on_click=st.logout)
    return True
