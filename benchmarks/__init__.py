"""Accuracy and speed as code: each module prints a table, and `floors` fails when a pinned score drops."""
