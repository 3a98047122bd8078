"""A deployment and a claim in words, once for page, terminal and every product."""
