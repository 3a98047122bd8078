"""A minimal Streamlit page: one pill, and one line with its state."""

import streamlit as st

chosen = st.pills("Status", ["on"], key="status", selection_mode="multi")
with st.container(key="answer"):
    st.text(f"{chosen}")
