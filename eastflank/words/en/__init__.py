"""English, a module for each subject."""
