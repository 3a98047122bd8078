"""Tables that people keep: opened, understood, and made into edits of a dataset."""
