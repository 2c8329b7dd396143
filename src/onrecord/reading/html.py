"""A saved page becomes text with typed parts: blocks in order, furniture told apart, nothing visible left out."""

from lxml import etree

from onrecord.errors import SourceError
from onrecord.nouns.article import Part, PartKind
from onrecord.reading.blocks import Block, find_blocks
from onrecord.reading.content import claim, find_furniture
from onrecord.reading.metadata import Metadata
from onrecord.reading.parts import find_headline, type_blocks
from onrecord.reading.text import split_leads
from onrecord.reading.voter import vote
from onrecord.reading.wording import normalise

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
    return _join(_drop_descriptions(blocks, kinds))


def _drop_descriptions(blocks: list[Block], kinds: list[PartKind]) -> list[tuple[Block, PartKind]]:
    """Leave out the description of a picture where a caption or the text says the same: it is not seen twice."""
    visible = "\n".join(normalise(block.text) for block in blocks if block.tag != "img")
    pairs = list(zip(blocks, kinds, strict=True))
    return [(block, kind) for block, kind in pairs if block.tag != "img" or _is_news(block, kind, visible)] or pairs


def _is_news(block: Block, kind: PartKind, visible: str) -> bool:
    return kind != "furniture" and normalise(block.text) not in visible


def _join(pairs: list[tuple[Block, PartKind]]) -> tuple[str, tuple[Part, ...]]:
    """Set the blocks one below the other and mark where each begins and ends."""
    text = BETWEEN.join(block.text for block, _ in pairs)
    parts: list[Part] = []
    start = 0
    for block, kind in pairs:
        end = min(start + len(block.text) + len(BETWEEN), len(text))
        parts.append(Part(kind, start, end))
        start = end
    return text, split_leads(text, tuple(parts))
