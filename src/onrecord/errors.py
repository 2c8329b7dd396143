"""Every error that onrecord raises on purpose.

    OnrecordError
    ├── SourceError     a file or page that cannot be taken or read
    ├── ManifestError   a story.toml that is wrong
    ├── CaseError       a case folder that is missing, damaged or from another version
    ├── ModelError      weights that are missing or not the ones pinned
    └── QueryError      a question the record cannot answer as asked

A message is one line: the value, the place, and what to do next. The command line prints it
and exits with 2; the library raises it.
"""


class OnrecordError(Exception):
    """The parent of all; catch this one to catch them all."""


class SourceError(OnrecordError):
    """A file or page that cannot be taken or read."""


class ManifestError(OnrecordError):
    """A story.toml that is wrong."""


class CaseError(OnrecordError):
    """A case folder that is missing, damaged or written by another version."""


class ModelError(OnrecordError):
    """Weights that are missing or are not the ones that were pinned."""


class QueryError(OnrecordError):
    """A question that the record cannot answer as it was asked."""
