"""Names of countries: which country a word means, if it is certain, and what to ask if it is not."""
