"""The other readings of a statement in words, as the command line and the dossier show them."""

from onrecord.dossiers.register import Register, name_of, slice_of
from onrecord.nouns.record import Alternative, Statement


def say_alternatives(register: Register, statement: Statement) -> tuple[str, ...]:
    """Say each other reading that the words of a statement allow, and why it is left open."""
    return tuple(f"{_say(register, statement, one)} ({one.because})" for one in statement.alternatives)


def _say(register: Register, statement: Statement, one: Alternative) -> str:
    words = " ".join(slice_of(register, statement.article, one.at).lstrip(", ").split())
    who = name_of(register, one.actor) if one.actor else "somebody else"
    if one.field == "scope":
        inside = any(at.holds(one.at) for at in statement.content_at)
        return f"“{words}” can be the {'writer’s own' if inside else 'speaker’s as well'}"
    if one.field == "addressee":
        return f"“{words}” can be said to {who}, or to whoever hears it"
    return f"can be said by {who}" if one.field == "speaker" else f"“{words}” can mean {who}"
