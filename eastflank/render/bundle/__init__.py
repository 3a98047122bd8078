"""The evidence bundle: a view with all that it stands on, as files in one ZIP."""
