"""From claims to what is known on a day."""
