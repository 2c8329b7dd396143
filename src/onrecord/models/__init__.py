"""Learned weights, found by name, checked by digest, loaded once."""
