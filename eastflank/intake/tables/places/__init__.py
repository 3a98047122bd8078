"""Where the words of a row lie."""
