"""The rules that propose attributions, one kind of construction a file, and what ties their drafts together."""
