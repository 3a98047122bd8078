"""The least that Streamlit can do: one pill, and one line that says how it stands."""

import streamlit as st

chosen = st.pills("Status", ["on"], key="status", selection_mode="multi")
with st.container(key="answer"):
    st.text(f"{chosen}")
