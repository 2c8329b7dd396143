"""What stands around the words of saying: to whom, through what, at what, when, on what condition."""
