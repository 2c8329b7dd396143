"""The case: a folder with every original by its hash and one SQLite file; all SQL is in here."""

from onrecord.store.case import Store

__all__ = ["Store"]
