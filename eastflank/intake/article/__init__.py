"""An article's text → its claims as proposals, by rules; pure, and each field on its own characters."""
