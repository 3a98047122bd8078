"""What the map shows, as plain values in degrees, pixels and text."""
