"""Ways to show a record: views and the self-contained page."""
