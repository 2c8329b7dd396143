"""What a user can do: the same verbs for the command line, the desk and Python."""
