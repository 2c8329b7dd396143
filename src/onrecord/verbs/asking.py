"""Ask a case: who stands where on an item, what somebody said, what happened when."""

from pathlib import Path

from onrecord.nouns.case import Hit
from onrecord.nouns.choice import choose
from onrecord.nouns.threads import Change, Commitment, Lookalike
from onrecord.nouns.views import Contested, Corrected, Dated, Saying, Stance
from onrecord.store import Store
from onrecord.verbs.keeping import CASE, Profile, export, guard, index_case


def who(item: str, *, case: str | Path = CASE, profile: Profile = "full") -> tuple[Stance, ...]:
    """Answer where everybody stands on an item, named by its label, its kind, some words of it or its id.

    >>> [(one.name, one.value) for one in who("the recording", case="harbour.onrecord")]  # doctest: +SKIP
    [('Ilse Varga', 'denies')]
    """
    from onrecord.dossiers import views
    from onrecord.findings.threads import find_threads

    record = export(case, profile=profile)
    disputed = {position.about for position in record.positions}
    texts = {article.id: article.text for article in record.articles}
    names = {
        thing.id: [thing.label, thing.kind, *(one.at.of(texts[one.article]) for one in thing.mentions)]
        for thing in record.items
    }
    names |= {event.id: [event.what] for event in record.events if event.id in disputed}
    return views.who(record, choose("item", item, names), find_threads(record))


def said(name: str, *, case: str | Path = CASE, profile: Profile = "full") -> tuple[Saying, ...]:
    """Answer with everything somebody said, in order, with the hands it came through.

    >>> said("Varga", case="harbour.onrecord")[0].words            # doctest: +SKIP
    ('that the call ever took place',)
    """
    from onrecord.dossiers import views

    record = export(case, profile=profile)
    names = {actor.id: [actor.name, *actor.aliases] for actor in record.actors}
    return views.said(record, choose("person or body", name, names))


def timeline(*, case: str | Path = CASE, profile: Profile = "full") -> tuple[Dated, ...]:
    """Answer what happened, was said and was published when."""
    from onrecord.dossiers import views

    return views.timeline(export(case, profile=profile))


def items(*, case: str | Path = CASE, profile: Profile = "full") -> tuple[Contested, ...]:
    """Answer which contested things the case knows."""
    from onrecord.dossiers import views

    return views.items(export(case, profile=profile))


def corrections(*, case: str | Path = CASE, profile: Profile = "full") -> tuple[Corrected, ...]:
    """Answer what was corrected, in the words of the notices."""
    from onrecord.dossiers import views

    return views.corrections(export(case, profile=profile))


def commitments(*, case: str | Path = CASE, profile: Profile = "full") -> tuple[Commitment, ...]:
    """Answer what was threatened, demanded, promised, warned of or urged, and what of it is open.

    >>> [(one.act, one.to, one.status) for one in commitments(case="harbour.onrecord")]  # doctest: +SKIP
    [('demand', 'the council', 'open')]
    """
    from onrecord.findings.commitments import find_commitments

    return find_commitments(export(case, profile=profile))


def changes(*, case: str | Path = CASE, profile: Profile = "full") -> tuple[Change, ...]:
    """Answer what changed between the versions of an article, and whether a notice says so."""
    from onrecord.findings.changes import find_changes

    return find_changes(export(case, profile=profile))


def namesakes(*, case: str | Path = CASE, profile: Profile = "full") -> tuple[Lookalike, ...]:
    """Answer which people could be taken for one another, and what keeps them apart."""
    from onrecord.findings.lookalikes import find_lookalikes

    return find_lookalikes(export(case, profile=profile))


def search(words: str, *, case: str | Path = CASE, limit: int = 100, profile: Profile = "full") -> tuple[Hit, ...]:
    """Find words in names, statements and texts, never in page furniture; `"a phrase"` and `begin*` work.

    >>> search('denied "the tape"', case="harbour.onrecord")[0].kind  # doctest: +SKIP
    'text'
    """
    with Store(case) as store:
        record = index_case(store)
        if profile == "full":
            return store.search(words, limit=limit)
    with Store(":memory:") as shown:  # an index of its own: what is left out must not even be matched
        shown.index(guard(record, profile), profile)
        return shown.search(words, limit=limit)
