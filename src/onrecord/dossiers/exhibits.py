"""The contested things and the position matrix of each: people by propositions.

A thing is an item of the record, or an event that somebody takes a position on. A cell that nobody filled stays
empty: it means "not reported" and is never turned into silence.
"""

from collections import defaultdict

import msgspec
from msgspec.structs import replace

from onrecord.dossiers.dates import NO_DATE, say_publication, say_when
from onrecord.dossiers.register import Register, name_of, number_positions, place, refer, things_of
from onrecord.dossiers.travel import Path, Travel, make_paths, make_travel, told_again
from onrecord.dossiers.views import bodies_named, path_of
from onrecord.dossiers.wording import FLAGS, OWN_VOICE, PROPOSITIONS, say_basis, say_origins, say_role
from onrecord.nouns.dossier import Detail, Exhibit, Matrix, Row, Stand
from onrecord.nouns.record import Event, Fact, Item, Position, Proposition, Record, Statement
from onrecord.nouns.threads import Ground, Threads

# The article's relay is its own business unless somebody stands between it and the speaker.
DIRECT_PATH = 2
Numbered = tuple[str, Position]  # a position, after the anchor of its place in a matrix


class Material(msgspec.Struct, frozen=True):
    """What exhibits are made of, by the id of the thing: its positions, the statements that bear on it, its ties."""

    positions: dict[str, list[Numbered]]
    bearing: dict[str, list[str]]
    travel: Travel
    paths: dict[str, Path]
    told: frozenset[tuple[str, Fact]]
    threads: Threads


def make_exhibits(record: Record, register: Register, threads: Threads) -> tuple[Exhibit, ...]:
    """Make one exhibit of every item, and of every event that has positions."""
    material = _gather(record, register, threads)
    return tuple(_exhibit(register, material, thing, number) for number, thing in enumerate(things_of(record), 1))


def _gather(record: Record, register: Register, threads: Threads) -> Material:
    positions: defaultdict[str, list[Numbered]] = defaultdict(list)
    for anchor, position in number_positions(record):
        positions[position.about].append((anchor, position))
    bearing: defaultdict[str, list[str]] = defaultdict(list)
    for statement in record.statements:
        for one in statement.about:
            bearing[one.id].append(statement.id)
    travel, paths = make_travel(record, register), make_paths(record, register)
    return Material(positions, bearing, travel, paths, told_again(record), threads)


def _exhibit(register: Register, material: Material, thing: Item | Event, number: int) -> Exhibit:
    matrix = _matrix(
        register, tuple(material.positions.get(thing.id, ())), _parties(register, material, thing), material.threads
    )
    held = {ref.number for row in matrix.rows for cell in row.cells for stand in cell for ref in stand.refs}
    bearing = refer(register, material.bearing.get(thing.id, ()))
    exhibit = Exhibit(
        number=number,
        kind=None,
        label=name_of(register, thing.id),
        existence="an event",
        matrix=matrix,
        others=tuple(ref for ref in bearing if ref.number not in held),
        travel=material.travel.get(thing.id, ()),
        path=material.paths.get(thing.id, ()),
    )
    if isinstance(thing, Event):
        told = place(register, thing.article, thing.at, f"e{register.numbers[thing.id]}")
        return replace(exhibit, place=told)
    first = thing.mentions[0] if thing.mentions else None
    facts = ((order, fact) for order, fact in enumerate(thing.facts, 1) if (thing.id, fact) not in material.told)
    return replace(
        exhibit,
        kind=thing.kind,
        existence=thing.existence,
        place=place(register, first.article, first.at, f"i{number}") if first else None,
        facts=tuple(_fact(register, fact, f"f{number}-{order}") for order, fact in facts),
    )


def _fact(register: Register, fact: Fact, key: str) -> Detail:
    return Detail(
        term=fact.name,
        text=fact.value,
        note=say_basis(fact.basis, None),
        voice=name_of(register, fact.by) if fact.by else OWN_VOICE,
        place=place(register, fact.article, fact.at, key),
    )


def _parties(register: Register, material: Material, thing: Item | Event) -> dict[str, str]:
    named = (one for one in material.threads.parties if one.about == thing.id and one.actor in register.actors)
    return {one.actor: one.because for one in named}


def _matrix(register: Register, positions: tuple[Numbered, ...], parties: dict[str, str], threads: Threads) -> Matrix:
    taken = {position.proposition for _, position in positions}
    columns: list[Proposition] = [key for key in PROPOSITIONS if key in taken]
    cells: defaultdict[tuple[str, Proposition], list[Numbered]] = defaultdict(list)
    for anchor, position in positions:
        cells[position.actor, position.proposition].append((anchor, position))
    return Matrix(
        propositions=tuple(PROPOSITIONS[column] for column in columns),
        rows=tuple(
            Row(
                name=name_of(register, actor),
                role=_first_role(register, actor),
                cells=tuple(_cell(register, tuple(cells.get((actor, column), ())), threads) for column in columns),
                party=parties.get(actor),
            )
            for actor in dict.fromkeys((*(position.actor for _, position in positions), *parties))
        ),
        open=tuple(text for key, text in PROPOSITIONS.items() if key not in taken and key != "other"),
    )


def _first_role(register: Register, actor: str) -> str | None:
    known = register.actors.get(actor)
    return say_role(known.roles[0]) if known and known.roles else None


def _cell(register: Register, positions: tuple[Numbered, ...], threads: Threads) -> tuple[Stand, ...]:
    """Set the position in force first and its history after it, the latest first."""
    later = {position.id: position.superseded_by for _, position in positions}
    ordered = sorted(positions, key=lambda one: _steps(later, one[1].id))
    return tuple(_stand(register, position, anchor, threads.grounds.get(position.id)) for anchor, position in ordered)


def _steps(later: dict[str, str | None], position: str) -> int:
    """Count how many positions took the place of this one, one after the other."""
    seen: dict[str, None] = {}
    following = later.get(position)
    while following is not None and following not in seen:
        seen[following] = None
        following = later.get(following)
    return len(seen)


def _stand(register: Register, position: Position, anchor: str, ground: Ground | None) -> Stand:
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
        earlier=position.superseded_by is not None or position.lapsed is not None,
        published=_publication(register, resting) if date == NO_DATE else None,
        anchor=anchor,
        origins=say_origins(ground) if ground else None,
        flags=tuple(f"{FLAGS[flag.kind]}: {flag.because}" for flag in ground.flags if flag.kind != "interest")
        if ground
        else (),
        speaks_for=bodies_named(register, resting),
    )


def _publication(register: Register, resting: list[Statement]) -> str | None:
    """Say when the articles came out that statements stand in, for want of a day of their own."""
    articles = dict.fromkeys(one.article for one in resting if one.article in register.articles)
    days = tuple(dict.fromkeys(say_publication(register.articles[article].published) for article in articles))
    if not days or None in days:
        return None
    return f"in {'an article' if len(articles) == 1 else 'articles'} {' and '.join(filter(None, days))}"
