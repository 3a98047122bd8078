"""Eastflank's entry point: `streamlit run dashboard.py`."""

import streamlit as st
from starlette.middleware import Middleware

from eastflank.ui import following, scripts, waiting_requests
from eastflank.ui.ahead import made_ahead
from eastflank.ui.first_sight import FirstSight
from eastflank.ui.safe_headers import SafeHeaders

waiting_requests.answer_in_order()
app = st.App(
    "eastflank/ui/script.py",
    routes=[scripts.ROUTE, following.ROUTE],
    lifespan=made_ahead,
    middleware=[Middleware(SafeHeaders), Middleware(FirstSight)],
)
