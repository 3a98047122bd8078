"""The view as one self-contained HTML file: the map, the evidence, the table and the sources."""
