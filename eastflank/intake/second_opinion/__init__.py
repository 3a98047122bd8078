"""A second opinion on articles: a small network that tells which words are about a deployment."""
