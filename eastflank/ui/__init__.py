"""The page. The only folder that knows Streamlit."""
