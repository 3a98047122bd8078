"""The page's map, and each product as a module or folder. The only folder that knows Folium."""
