"""The case folder: originals by hash and one SQLite file."""
