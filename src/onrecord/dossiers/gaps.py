"""What the articles do not say, as far as a record can tell: kept short, and never read as silence."""

from collections.abc import Iterator

from onrecord.dossiers.register import Register, name_of, outlet_of, refer
from onrecord.dossiers.views import is_dated
from onrecord.nouns.dossier import Detail
from onrecord.nouns.record import Record


def find_gaps(record: Record, register: Register) -> tuple[Detail, ...]:
    """List what is open: publication days, speakers, and people who are named and not heard."""
    unread = (Detail("Not read", outlet_of(register, one.id), one.unread) for one in record.articles if one.unread)
    return (
        *unread,
        *_undated_articles(record, register),
        *_without_speaker(record, register),
        *_unheard(record, register),
    )


def _undated_articles(record: Record, register: Register) -> Iterator[Detail]:
    for article in record.articles:
        if not is_dated(article.published):
            yield Detail("Day of publication not known", outlet_of(register, article.id), article.published.because)


def _without_speaker(record: Record, register: Register) -> Iterator[Detail]:
    refs = refer(register, (statement.id for statement in record.statements if statement.speaker is None))
    if refs:
        yield Detail("Speaker not given, or not certain enough to name", "", refs=refs)


def _unheard(record: Record, register: Register) -> Iterator[Detail]:
    """Name people with a proper name only: every company and place that is mentioned would drown them."""
    heard = {actor for statement in record.statements for actor in (statement.speaker, *statement.others)}
    heard |= {position.actor for position in record.positions}
    names = [
        name_of(register, actor.id)
        for actor in record.actors
        if actor.id not in heard and actor.kind == "person" and actor.name[:1].isupper()
    ]
    if names:
        note = "Nobody is reported to have asked them or to have observed them; this is not silence."
        yield Detail("People named, with no statement reported", ", ".join(names), note)
