"""The evidence bundle: a view with all its evidence, as files in one ZIP."""
