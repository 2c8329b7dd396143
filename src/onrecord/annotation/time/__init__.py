"""Expressions of time: words by class, the forms they stand in, and what each comes to."""
