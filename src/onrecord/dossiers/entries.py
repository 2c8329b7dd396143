"""The statements as cards: the exact words, the way they came, and what surrounds them."""

from onrecord.dossiers.alternatives import say_alternatives
from onrecord.dossiers.dates import NO_DATE, say_when
from onrecord.dossiers.register import Register, name_of, place, refer, slice_of, words_of
from onrecord.dossiers.views import path_of
from onrecord.dossiers.wording import ACTS, MODES, OWN_VOICE, PROPOSITIONS, VALUES, say_basis, say_confidence
from onrecord.nouns.dossier import Detail, Entry, Piece
from onrecord.nouns.record import Statement
from onrecord.nouns.span import Span


def make_entry(register: Register, statement: Statement, number: int) -> Entry:
    """Make the card of one statement."""
    words = words_of(statement)
    return Entry(
        number=number,
        path=path_of(register, statement),
        act=ACTS[statement.act],
        marks=_marks(statement),
        words=tuple(_pieces(register, statement, span) for span in statement.content_at or statement.cue_at),
        details=_details(register, statement),
        confidence=say_confidence(statement.confidence),
        place=place(register, statement.article, words[0] if words else None, f"s{number}"),
    )


def _marks(statement: Statement) -> tuple[str, ...]:
    marks = {
        MODES[statement.mode]: True,
        "a belief or feeling ascribed, not an utterance": statement.attitude == "held",
        "of a whole class": statement.general,
        "translated": statement.translated,
        "touched by a correction": statement.corrected,
    }
    return tuple(mark for mark, holds in marks.items() if holds)


def _pieces(register: Register, statement: Statement, span: Span) -> tuple[Piece, ...]:
    """Cut a span where its quoted words begin and end; the pieces joined are the words of the article."""
    text = slice_of(register, statement.article, span)
    pieces, reached = [], span.start
    for quoted in sorted(statement.quoted_at):
        start, end = max(quoted.start, reached), min(quoted.end, span.end)
        if start < end:
            pieces.append(Piece(text[reached - span.start : start - span.start]))
            pieces.append(Piece(text[start - span.start : end - span.start], quoted=True))
            reached = end
    pieces.append(Piece(text[reached - span.start :]))
    return tuple(piece for piece in pieces if piece.text)


def _details(register: Register, statement: Statement) -> tuple[Detail, ...]:
    phrases = {
        "To": statement.addressee,
        "Through": statement.medium,
        "On the occasion": statement.occasion,
        "Where": statement.place,
    }
    return (
        *_together(register, statement),
        *(Detail(term, phrase.text) for term, phrase in phrases.items() if phrase),
        *_dated(statement),
        *(
            Detail("Under a condition", slice_of(register, statement.article, one.at), one.kind)
            for one in statement.conditions
        ),
        *_hedged(register, statement),
        *_about(register, statement),
        *_edited(register, statement),
        *_repeated(register, statement),
        *(Detail("Takes for granted", slice_of(register, statement.article, at)) for at in statement.granted_at),
        *(Detail("Also possible", other) for other in say_alternatives(register, statement)),
    )


def _together(register: Register, statement: Statement) -> tuple[Detail, ...]:
    jointly = ", ".join(name_of(register, actor) for actor in statement.others)
    reason = say_basis(statement.basis, statement.because)
    return (
        *((Detail("Jointly with", jointly),) if jointly else ()),
        *_capacity(register, statement),
        *((Detail("Speaker", name_of(register, statement.speaker), reason),) if reason else ()),
    )


def _capacity(register: Register, statement: Statement) -> tuple[Detail, ...]:
    """Say for whom somebody speaks, and where they say that it is their own view."""
    note = "said as a view of the speaker's own" if statement.personal else None
    if statement.speaks_for:
        return (Detail("Speaks for", name_of(register, statement.speaks_for), note),)
    return (Detail("Speaks for", "themselves", note),) if note else ()


def _dated(statement: Statement) -> tuple[Detail, ...]:
    said = say_when(statement.when)
    if statement.when is None or said == NO_DATE:
        return ()
    return (Detail("When", said, say_basis(statement.when.basis, statement.when.because)),)


def _hedged(register: Register, statement: Statement) -> tuple[Detail, ...]:
    return tuple(
        Detail(
            "Hedged",
            slice_of(register, statement.article, hedge.at),
            voice=name_of(register, hedge.by) if hedge.by else OWN_VOICE,
        )
        for hedge in statement.hedges
    )


def _about(register: Register, statement: Statement) -> tuple[Detail, ...]:
    """Lead to the things that a statement bears on, and to the cells of a matrix that rest on it."""
    return (
        *(
            Detail(
                "About",
                name_of(register, one.id),
                say_basis(one.basis, one.because),
                anchor=register.exhibits.get(one.id),
            )
            for one in statement.about
        ),
        *(
            Detail("In the table", VALUES[position.value][0], PROPOSITIONS[position.proposition], anchor=anchor)
            for anchor, position in register.cells.get(statement.id, ())
        ),
    )


def _edited(register: Register, statement: Statement) -> tuple[Detail, ...]:
    inserted = ", ".join(slice_of(register, statement.article, span) for span in statement.inserted_at)
    return (
        *((Detail("Put in by an editor", inserted),) if inserted else ()),
        *((Detail("Left out", "at the ellipsis", "marked in the quotation"),) if statement.omitted_at else ()),
    )


def _repeated(register: Register, statement: Statement) -> tuple[Detail, ...]:
    refs = refer(register, (statement.same_as,)) if statement.same_as else ()
    return (Detail("Repeats", "statement", refs=refs),) if refs else ()
