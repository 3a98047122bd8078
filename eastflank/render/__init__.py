"""The page's map, and the products: one module or folder each, and the list of them. The only folder that knows Folium."""
