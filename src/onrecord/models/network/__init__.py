"""The learned engine: one small encoder that reads a window of words once and says all that the line asks of it."""
