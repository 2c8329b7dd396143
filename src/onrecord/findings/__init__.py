"""What is established across the articles of a story: actors, items, statements, positions."""
