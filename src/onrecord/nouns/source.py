"""The Source: bytes as they were taken, hashed before anything parses them."""

import msgspec

from onrecord.nouns.digest import sha256


class Carrier(msgspec.Struct, frozen=True, omit_defaults=True):
    """Another outlet that carried the very same bytes, and on which day (ISO) if the user knows it."""

    outlet: str
    published: str | None = None


class Given(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the user supplied about a source; it outranks what the page says of itself."""

    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None  # ISO day
    url: str | None = None
    language: str | None = None
    version_of: str | None = None  # id of the source of which this is a later version
    also: tuple[Carrier, ...] = ()  # further outlets under which the same bytes were given


class Source(msgspec.Struct, frozen=True):
    """One document as it came: its bytes, their SHA-256, its type and what the user said of it.

    `place` is the name that the user knows it by, for messages only: it never enters a record,
    since a path on a disk can betray who handed the document over.
    """

    id: str
    place: str
    media: str  # "text/plain" or "text/html"
    body: bytes
    charset: str | None = None  # declared outside the body, as in an HTTP header
    given: Given = Given()


class Refused(msgspec.Struct, frozen=True):
    """A place that could not be taken, and why: what a run over many places reports and passes by.

    `f"{place}: {reason}"` is one printable line, whatever the name of a file holds.
    """

    place: str
    reason: str


class Story(msgspec.Struct, frozen=True):
    """The sources of a manifest in its order, under its title."""

    title: str | None
    sources: tuple[Source, ...]


def make_source(
    place: str, media: str, body: bytes, *, charset: str | None = None, given: Given | None = None
) -> Source:
    """Make a source; its id is the digest of the bytes and of nothing else."""
    return Source(id=sha256(body), place=place, media=media, body=body, charset=charset, given=given or Given())


def carried_too(
    first: str | None, also: tuple[Carrier, ...], outlet: str | None, published: str | None = None
) -> tuple[Carrier, ...]:
    """Return the further outlets of a text with one more, unless it is the first or among them already.

    >>> carried_too("Torvik Courier", (), "Gazette")
    (Carrier(outlet='Gazette', published=None),)
    >>> carried_too("Torvik Courier", (), "the Courier")
    ()
    """
    known = [first, *(one.outlet for one in also)]
    if first is None or outlet is None or any(_is_one(outlet, other) for other in known if other):
        return also
    return (*also, Carrier(outlet, published))


def _is_one(outlet: str, other: str) -> bool:
    """Tell whether two names can be one outlet's: all words of the shorter stand in the longer."""
    one, two = ({*name.casefold().split()} - {"the"} for name in (outlet, other))
    return one <= two or two <= one
