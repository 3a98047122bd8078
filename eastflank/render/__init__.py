"""Products drawn from a scene, one module each. The only folder that knows Folium."""
