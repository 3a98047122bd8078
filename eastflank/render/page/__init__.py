"""The view as one HTML file that needs nothing else: the map, the evidence, the table and the sources."""
