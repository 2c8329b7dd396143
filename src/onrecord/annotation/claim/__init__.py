"""What contested claims are made of: the clauses that put them forward, the nouns that name them, the disputes."""
