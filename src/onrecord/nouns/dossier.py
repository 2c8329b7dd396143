"""The Dossier: a record arranged for reading, with every link already worked out.

A view holds words and anchors and no rules: what a template or another front end needs to set a page without
looking anything up. Statements are numbered in the order of the record, so that a number means the same on
screen and on paper.
"""

import msgspec

from onrecord.nouns.article import PartKind
from onrecord.nouns.record import ActorKind, CorrectionKind, ItemKind, MadeBy, PositionValue


class Ref(msgspec.Struct, frozen=True):
    """A numbered statement and the anchor of its exact words (of its card where no words stand)."""

    number: int
    anchor: str


class Place(msgspec.Struct, frozen=True):
    """Where words stand: the article, the spot in it ("¶ 4", "headline") and their anchor."""

    article: int
    outlet: str
    spot: str
    anchor: str


class Detail(msgspec.Struct, frozen=True):
    """One thing known about a row: what it is, the words, how they are known, where they stand.

    `anchor` is the row of the page that the words name, where they name one.
    """

    term: str
    text: str
    note: str | None = None
    voice: str | None = None
    refs: tuple[Ref, ...] = ()
    place: Place | None = None
    anchor: str | None = None


class Stand(msgspec.Struct, frozen=True):
    """A position in a cell: `via` names who it is known through, `earlier` says that a later one took its place.

    `date` is the day that the words give; where they give none, `published` says when the articles came out.
    """

    value: PositionValue
    date: str
    refs: tuple[Ref, ...] = ()
    text: str | None = None
    via: str | None = None
    because: str | None = None
    earlier: bool = False
    published: str | None = None
    anchor: str = ""
    origins: str | None = None
    flags: tuple[str, ...] = ()
    speaks_for: str | None = None


class Row(msgspec.Struct, frozen=True):
    """Everything one actor is reported to hold; an empty cell is "not reported".

    `party` says by which words somebody is tied to the thing; a party of whom nothing is reported has empty cells only.
    """

    name: str
    role: str | None
    cells: tuple[tuple[Stand, ...], ...]
    party: str | None = None


class Matrix(msgspec.Struct, frozen=True):
    """Actors by propositions, for one thing; `open` are the propositions nobody is reported to address."""

    propositions: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    open: tuple[str, ...] = ()


class Stage(msgspec.Struct, frozen=True):
    """A step on the way of a thing: what was done with it, by whom (null where nobody says), and where that stands."""

    step: str
    name: str | None = None
    date: str | None = None
    voice: str | None = None
    place: Place | None = None


class Exhibit(msgspec.Struct, frozen=True):
    """A contested thing (an item, or an event that somebody takes a position on) and where people stand on it.

    `path` is the way it came, hands that the record does not name included; `travel` is what else it is tied to.
    """

    number: int
    kind: ItemKind | None
    label: str
    existence: str
    place: Place | None = None
    facts: tuple[Detail, ...] = ()
    matrix: Matrix = Matrix()
    others: tuple[Ref, ...] = ()
    travel: tuple[Detail, ...] = ()
    path: tuple[Stage, ...] = ()


class Doing(msgspec.Struct, frozen=True):
    """What somebody did with words ("denies"), and the statements they did it in."""

    act: str
    refs: tuple[Ref, ...]


class Figure(msgspec.Struct, frozen=True):
    """Somebody in the record: roles as the text dates them, and an index of what they said."""

    name: str
    kind: ActorKind
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    count: int | None = None
    doings: tuple[Doing, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """Words of an article as they stand; `quoted` where they stood between quotation marks."""

    text: str
    quoted: bool = False


class Entry(msgspec.Struct, frozen=True):
    """A statement as a card: who, what they did, the exact words, the way they came, and what surrounds them."""

    number: int
    path: tuple[str, ...]
    act: str
    marks: tuple[str, ...]
    words: tuple[tuple[Piece, ...], ...]
    details: tuple[Detail, ...]
    confidence: str
    place: Place


class Moment(msgspec.Struct, frozen=True):
    """One happening, publication or statement in a stretch of the timeline; `after` are words of what it came after."""

    kind: str
    text: str
    voice: str
    place: Place
    number: int | None = None
    note: str | None = None
    after: tuple[str, ...] = ()


class Stretch(msgspec.Struct, frozen=True):
    """What falls within the same bounds of days. `left` and `width` place these in thousandths of the axis.

    `overlaps` counts the following stretches against which no order is known. `exact` says that the bounds are one day,
    `fades` at which ends there is none ("before", "after"); `until` is where something ends that began within them.
    """

    date: str
    moments: tuple[Moment, ...]
    left: int = 0
    width: int = 1000
    overlaps: int = 0
    exact: bool = False
    fades: str = ""
    until: int | None = None


class Tick(msgspec.Struct, frozen=True):
    """A day that is written at its place on the axis, in two lines: the day and month, and the year."""

    left: int
    day: str
    year: str


class Timeline(msgspec.Struct, frozen=True):
    """Stretches by their earliest day, and what no day is known for."""

    stretches: tuple[Stretch, ...] = ()
    undated: tuple[Moment, ...] = ()
    unplaced: int = 0  # statements to which the articles give no day of their own
    ticks: tuple[Tick, ...] = ()


class Revision(msgspec.Struct, frozen=True):
    """A correction notice: its words, the values out of and in force, and what it touches."""

    number: int
    kind: CorrectionKind
    notice: str
    old: str | None
    new: str | None
    place: Place
    new_place: Place | None = None
    touches: tuple[Detail, ...] = ()
    because: str | None = None


class Pledge(msgspec.Struct, frozen=True):
    """A threat, demand, promise or warning: whose, to whom, in which words, on what condition, and what closed it."""

    name: str
    act: str
    to: str | None
    words: str
    conditions: tuple[str, ...]
    refs: tuple[Ref, ...]
    closed: str | None = None
    closed_refs: tuple[Ref, ...] = ()
    note: str | None = None  # on one that is open


class Rewrite(msgspec.Struct, frozen=True):
    """An article and its later version, and what changed between them."""

    earlier: Place
    later: Place
    edits: tuple["Edit", ...]


class Edit(msgspec.Struct, frozen=True):
    """One change between two versions: what it is, what it was and is, in which words, and whether a notice says so."""

    what: str
    old: str | None
    new: str | None
    words: str | None
    notice: Ref | None = None
    was: Ref | None = None
    now: Ref | None = None


class Fragment(msgspec.Struct, frozen=True):
    """A stretch of text inside the same marks. `keys` are the rows it belongs to, `roles` what it is in them.

    `opens` are keys whose words begin here and `closes` the statements whose content ends here; `cue` is the
    statement that the words attribute, where they do.
    """

    text: str
    keys: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[int, ...] = ()
    cue: int | None = None


class Block(msgspec.Struct, frozen=True):
    """A part of an article; paragraphs are numbered. `space` is the white space after it, kept so nothing is lost."""

    kind: PartKind
    fragments: tuple[Fragment, ...]
    space: tuple[Fragment, ...] = ()
    number: int | None = None


class Text(msgspec.Struct, frozen=True):
    """A whole article, with the SHA-256 of its source. A run is furniture throughout, or has none."""

    number: int
    id: str
    outlet: str
    title: str
    details: tuple[Detail, ...]
    runs: tuple[tuple[Block, ...], ...]


class Imprint(msgspec.Struct, frozen=True):
    """What the dossier is called and what made the record behind it."""

    title: str
    format: str
    made_by: MadeBy


class Dossier(msgspec.Struct, frozen=True):
    """A record arranged for reading, on screen and on paper."""

    imprint: Imprint
    exhibits: tuple[Exhibit, ...] = ()
    cast: tuple[Figure, ...] = ()
    entries: tuple[Entry, ...] = ()
    timeline: Timeline = Timeline()
    pledges: tuple[Pledge, ...] = ()
    revisions: tuple[Revision, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    gaps: tuple[Detail, ...] = ()
    texts: tuple[Text, ...] = ()
