"""From the bytes of a file to its sheets of cells."""
