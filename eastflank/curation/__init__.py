"""A curator's work on sources and claims, as plain values: what a page shows, and the edits that it makes."""
