"""From the cells of a row to an entry, with its problems and assumptions."""
