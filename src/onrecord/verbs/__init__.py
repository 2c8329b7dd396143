"""What a user can do: the same verbs for the command line, the desk and Python.

    read  read_each                                     one-off: keep nothing
    add                                                 into a case folder, which is made on first use
    who  said  timeline  items  corrections  search     questions to a case
    decide  decisions                                   what people settle, and the log of it
    commitments  changes                                what is still open in it, what versions changed
    export  dossier  render  verify                     everything in a case, to hand on and to check
    schema                                              what a record looks like

Steps are imported inside the verbs that need them: asking a case must not wait a second for the parser.
"""

from onrecord.verbs.asking import changes, commitments, corrections, items, namesakes, said, search, timeline, who
from onrecord.verbs.checking import verify
from onrecord.verbs.deciding import decide, decisions
from onrecord.verbs.keeping import CASE, add, export
from onrecord.verbs.reading import read, read_each
from onrecord.verbs.showing import dossier, render, schema

__all__ = [
    "CASE", "add", "changes", "commitments", "corrections", "decide", "decisions", "dossier", "export", "items",
    "namesakes", "read", "read_each", "render", "said", "schema", "search", "timeline", "verify", "who",
]  # fmt: skip
