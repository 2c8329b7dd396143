"""From a source to an article: the one place where text, parts, metadata and what the user gave come together."""

from onrecord.errors import SourceError
from onrecord.nouns.article import Article, Part
from onrecord.nouns.source import Given, Source
from onrecord.nouns.when import UNKNOWN, When, given_day
from onrecord.reading.decoding import decode
from onrecord.reading.language import is_english, tell_language
from onrecord.reading.metadata import Metadata, find_outlet, read_metadata
from onrecord.reading.names import find_credits
from onrecord.reading.text import type_text

UNREAD = "it is not in English, the one language that is read so far: nothing was extracted"
MAX_TITLE = 300


def read(source: Source) -> Article:
    """Read a source into an article; raises SourceError, without the place, when it holds no text."""
    is_page = source.media == "text/html"
    text = decode(source.body, source.charset, is_page=is_page)
    if not text.strip():
        raise SourceError("holds no text: save the page again")
    text, parts, metadata = _read_page(text) if is_page else (text, type_text(text), Metadata())
    given, makers = source.given, find_credits(text, parts)
    headline = _headline(text, parts)
    language = given.language or tell_language(text, metadata.language)
    written = dict.fromkeys(maker.name for maker in makers if maker.act == "written")
    return Article(
        id=source.id,
        text=text,
        parts=parts,
        outlet=given.outlet or metadata.outlet or find_outlet(metadata.heading, headline),
        title=given.title or headline or next(iter(metadata.titles), None),
        url=given.url or metadata.url,
        language=language,
        published=_published(given, metadata),
        version_of=given.version_of,
        modified=metadata.modified,
        author=given.author or metadata.author or ", ".join(written) or None,
        credits=makers,
        unread=None if is_english(language) else UNREAD,
        also=given.also,
    )


def _read_page(page: str) -> tuple[str, tuple[Part, ...], Metadata]:
    from onrecord.reading.html import type_page
    from onrecord.reading.page import parse

    root = parse(page)
    metadata = read_metadata(root)
    text, parts = type_page(page, root, metadata)
    return text, parts, metadata


def _headline(text: str, parts: tuple[Part, ...]) -> str | None:
    """Return the words of the headline on one line."""
    found = next((part.at.of(text) for part in parts if part.kind == "headline"), "")
    return " ".join(found.split())[:MAX_TITLE] or None


def _published(given: Given, metadata: Metadata) -> When:
    """What the user gave outranks what the page says; without either the day stays open."""
    if given.published:
        return given_day(given.published)
    return metadata.published or UNKNOWN
