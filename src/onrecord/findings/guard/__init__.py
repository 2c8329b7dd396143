"""The harm guard: what is left out of a record that leaves the newsroom, and how it is taken out without a trace."""
