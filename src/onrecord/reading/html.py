"""A saved page becomes text with typed parts: blocks in order, furniture told apart, nothing visible left out."""

from lxml import etree

from onrecord.errors import SourceError
from onrecord.nouns.article import Part, PartKind
from onrecord.reading.blocks import Block, find_blocks
from onrecord.reading.content import claim, find_furniture
from onrecord.reading.datelines import is_date
from onrecord.reading.metadata import Metadata
from onrecord.reading.names import is_byline
from onrecord.reading.parts import find_headline, type_blocks
from onrecord.reading.text import split_leads
from onrecord.reading.voter import vote

MAX_LINES = 6  # lines of a block that is looked at for a byline and a date
BETWEEN = "\n\n"  # what separates two blocks in the text; it belongs to the part before


def type_page(page: str, root: etree._Element, metadata: Metadata) -> tuple[str, tuple[Part, ...]]:
    """Return the visible text of a page and its parts, which cover it whole; raises SourceError without any text."""
    blocks, regions = find_blocks(root)
    if not blocks:
        raise SourceError("shows no text without its scripts: open it in a browser, and save its text as .txt")
    claim(blocks, regions)
    headline = find_headline(blocks, metadata.titles)
    votes = vote(page, sum(1 for _ in root.iter()), [block.text for block in blocks])
    furniture = find_furniture(blocks, regions, votes, headline)
    kinds = type_blocks(blocks, furniture, headline, metadata.summary)
    return _join([line for pair in _drop_descriptions(blocks, kinds) for line in _split_lines(*pair)])


def _drop_descriptions(blocks: list[Block], kinds: list[PartKind]) -> list[tuple[str, PartKind]]:
    """Leave out the description of a picture where a caption or the text says the same: it is not seen twice."""
    pairs = [(block.text, kind, block.tag) for block, kind in zip(blocks, kinds, strict=True)]
    seen = [(text, kind) for text, kind, tag in pairs if tag != "img" or kind != "furniture"]
    return seen or [(text, kind) for text, kind, _ in pairs]


def _split_lines(text: str, kind: PartKind) -> list[tuple[str, PartKind]]:
    """Take apart a block of a few lines one of which is a byline or a date: "14 May 2015<br>By Corin Ash"."""
    lines = text.split("\n") if kind in ("paragraph", "byline", "dateline", "standfirst") else []
    if not 2 <= len(lines) <= MAX_LINES or not any(is_byline(line) or is_date(line) for line in lines):
        return [(text, kind)]
    return [(line, "byline" if is_byline(line) else "dateline" if is_date(line) else kind) for line in lines if line]


def _join(pairs: list[tuple[str, PartKind]]) -> tuple[str, tuple[Part, ...]]:
    """Set the blocks one below the other and mark where each begins and ends."""
    text = BETWEEN.join(block for block, _ in pairs)
    parts: list[Part] = []
    start = 0
    for block, kind in pairs:
        end = min(start + len(block) + len(BETWEEN), len(text))
        parts.append(Part(kind, start, end))
        start = end
    return text, split_leads(text, tuple(parts))
