"""All that runs through a whole record at once: grounds, parties, commitments and changes."""

from onrecord.findings.changes import find_changes
from onrecord.findings.commitments import find_commitments
from onrecord.findings.origins import find_grounds
from onrecord.findings.parties import find_parties
from onrecord.nouns.record import Record
from onrecord.nouns.threads import Threads


def find_threads(record: Record) -> Threads:
    """Draw every thread of a record."""
    changes, parties = find_changes(record), find_parties(record)
    return Threads(
        grounds=find_grounds(record, changes, parties),
        parties=parties,
        commitments=find_commitments(record),
        changes=changes,
    )
