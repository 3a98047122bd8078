"""Names of countries: which country a word means, where it is certain, and what to ask where it is not."""
