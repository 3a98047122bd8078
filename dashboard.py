"""Eastflank's entry point: `streamlit run dashboard.py`."""

import streamlit as st
from starlette.middleware import Middleware

from eastflank.ui import scripts
from eastflank.ui.first_sight import FirstSight
from eastflank.ui.safe_headers import SafeHeaders

app = st.App(
    "eastflank/ui/script.py",
    routes=[scripts.ROUTE],
    middleware=[Middleware(SafeHeaders), Middleware(FirstSight)],
)
