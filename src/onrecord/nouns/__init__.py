"""The values that every step shares: frozen, typed, with spans into the text."""
