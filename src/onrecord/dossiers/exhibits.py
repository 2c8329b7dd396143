"""The contested things and the position matrix of each: people by propositions.

A thing is an item of the record, or an event that somebody takes a position on. A cell that nobody filled stays
empty: it means "not reported" and is never turned into silence.
"""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.dossiers.dates import NO_DATE, say_when
from onrecord.dossiers.register import Register, name_of, place, refer, say_role
from onrecord.dossiers.views import path_of
from onrecord.dossiers.wording import OWN_VOICE, PROPOSITIONS, say_basis
from onrecord.nouns.dossier import Detail, Exhibit, Matrix, Ref, Row, Stand
from onrecord.nouns.record import Event, Fact, Item, Position, Proposition, Record

About = dict[str, list[Position]]
# The article's relay is its own business unless somebody stands between it and the speaker.
DIRECT_PATH = 2


def make_exhibits(record: Record, register: Register) -> tuple[Exhibit, ...]:
    """Make one exhibit of every item, and of every event that has positions."""
    about: About = defaultdict(list)
    for position in record.positions:
        about[position.about].append(position)
    bearing: defaultdict[str, list[str]] = defaultdict(list)
    for statement in record.statements:
        for one in statement.about:
            bearing[one.id].append(statement.id)
    things: list[Item | Event] = [*record.items, *(event for event in record.events if event.id in about)]
    return tuple(
        _exhibit(register, thing, number, tuple(about.get(thing.id, ())), refer(register, bearing[thing.id]))
        for number, thing in enumerate(things, 1)
    )


def _exhibit(
    register: Register, thing: Item | Event, number: int, positions: tuple[Position, ...], bearing: tuple[Ref, ...]
) -> Exhibit:
    matrix = _matrix(register, positions)
    held = {ref.number for row in matrix.rows for cell in row.cells for stand in cell for ref in stand.refs}
    others = tuple(ref for ref in bearing if ref.number not in held)
    if isinstance(thing, Event):
        told = place(register, thing.article, thing.at, f"e{register.numbers[thing.id]}")
        return Exhibit(number, None, thing.what, "an event", told, matrix=matrix, others=others)
    first = thing.mentions[0] if thing.mentions else None
    return Exhibit(
        number=number,
        kind=thing.kind,
        label=thing.label,
        existence=thing.existence,
        place=place(register, first.article, first.at, f"i{number}") if first else None,
        facts=tuple(_fact(register, fact, f"f{number}-{order}") for order, fact in enumerate(thing.facts, 1)),
        matrix=matrix,
        others=others,
    )


def _fact(register: Register, fact: Fact, key: str) -> Detail:
    return Detail(
        term=fact.name,
        text=fact.value,
        note=say_basis(fact.basis, None),
        voice=name_of(register, fact.by) if fact.by else OWN_VOICE,
        place=place(register, fact.article, fact.at, key),
    )


def _matrix(register: Register, positions: tuple[Position, ...]) -> Matrix:
    taken = {position.proposition for position in positions}
    columns: list[Proposition] = [key for key in PROPOSITIONS if key in taken]
    cells: defaultdict[tuple[str, Proposition], list[Position]] = defaultdict(list)
    for position in positions:
        cells[position.actor, position.proposition].append(position)
    return Matrix(
        propositions=tuple(PROPOSITIONS[column] for column in columns),
        rows=tuple(
            Row(
                name=name_of(register, actor),
                role=_first_role(register, actor),
                cells=tuple(_cell(register, cells.get((actor, column), ())) for column in columns),
            )
            for actor in dict.fromkeys(position.actor for position in positions)
        ),
        open=tuple(text for key, text in PROPOSITIONS.items() if key not in taken and key != "other"),
    )


def _first_role(register: Register, actor: str) -> str | None:
    known = register.actors.get(actor)
    return say_role(known.roles[0]) if known and known.roles else None


def _cell(register: Register, positions: Iterable[Position]) -> tuple[Stand, ...]:
    """Set the position in force first and what it took the place of after it."""
    stands = [_stand(register, position) for position in positions]
    return tuple(sorted(stands, key=lambda stand: stand.earlier))


def _stand(register: Register, position: Position) -> Stand:
    resting = [register.statements[row] for row in position.statements if row in register.statements]
    relays = dict.fromkeys(
        " → ".join(path[1:-1]) for one in resting if len(path := path_of(register, one)) > DIRECT_PATH
    )
    date = say_when(position.when)
    return Stand(
        value=position.value,
        date=date if date != NO_DATE else "",
        refs=refer(register, position.statements),
        text=position.text,
        via="; ".join(relays) or None,
        because=say_basis(position.basis, position.because) if position.because else None,
        earlier=position.superseded_by is not None,
    )
