"""The page *Add data*, section by section."""
