"""The usual way to show a table on a map with Streamlit.

Filter the frame, make a marker for each row, hand the whole map to `st_folium`. The same data as the
dashboard's, and a careful version of the usual way: the table is read once, and the map returns nothing.
"""

import os
from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium

import eastflank.render

declare_component(
    "files", path=str(Path(eastflank.render.__file__).parent / "browser" / "vendor" / "leaflet")
)
# Leaflet guesses the folder of its pictures from its style, which comes too late here.
_PICTURES = "data:text/javascript,L.Icon.Default.imagePath='../usual.files/images/'"
folium.Map.default_js = [("leaflet", "../usual.files/leaflet.js"), ("pictures", _PICTURES)]
folium.Map.default_css = [("leaflet", "../usual.files/leaflet.css")]
_SOMEWHERE = (51.0, 24.0)


@st.cache_data
def _claims(folder: Path) -> pd.DataFrame:
    """The claims with a position: the place, or else the capital of the first host or lead."""
    claims = pd.read_csv(folder / "claims.csv")
    places = pd.read_csv(folder / "places.csv").set_index("id")
    capitals = pd.read_csv(folder / "nations.csv").set_index("iso3")
    nation = claims["host"].fillna(claims["lead"]).str.split(";").str[0]
    for column, capital, otherwise in zip(
        ("lat", "lon"), ("capital_lat", "capital_lon"), _SOMEWHERE, strict=True
    ):
        claims[column] = (
            claims["place"].map(places[column]).fillna(nation.map(capitals[capital])).fillna(otherwise)
        )
    return claims


st.set_page_config(layout="wide")
claims = _claims(Path(os.environ["EASTFLANK_DATA"]))
options = [str(status) for status in claims["status"].dropna().unique()]
if chosen := st.pills("Status", options, key="status", selection_mode="multi"):
    claims = claims[claims["status"].isin(chosen)]
world = folium.Map(location=_SOMEWHERE, zoom_start=5, tiles=None)
for _, claim in claims.iterrows():
    folium.Marker((claim["lat"], claim["lon"]), tooltip=f"{claim['id']} {claim['status']}").add_to(world)
st_folium(world, key="map", height=600, use_container_width=True, returned_objects=[])
