"""onrecord: a checkable record of who said what about contested material."""
