"""A curator's work on sources and claims, as plain values: what the page shows, and the edits it makes."""
