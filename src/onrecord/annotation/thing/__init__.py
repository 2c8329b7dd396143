"""How contested things are named, what the words tell of them, and which phrases are one thing."""
