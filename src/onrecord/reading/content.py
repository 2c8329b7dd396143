"""Article or furniture: which blocks of a page are what it reports and which are what it says about itself.

Three witnesses: what the page calls its parts, how its blocks are built (links, length, the container they
share), and the vote of a second reader. What the page says is believed unless it would throw out the story.
"""

from itertools import accumulate

from onrecord.reading.blocks import Block, Region
from onrecord.reading.wording import heads_furniture, is_furniture, normalise

MIN_PROSE = 80  # characters from which a block counts as prose; below lie menus, captions and captions' credits
MAX_LINKS = 0.6  # share of linked characters above which a block is a list of links
OFTEN_LINKED = frozenset(("byline", "caption", "credit", "dateline", "standfirst"))
LONG_PROSE = 300  # a paragraph this long is not furniture for being full of links
# A part named "comments" or "promo" that holds this share of the prose that the second reader keeps is the story.
STORY_SHARE = 0.4
# A container with at least this share of the fullest one's prose is part of the body: live pages have many.
CORE_SHARE = 0.08
MAX_CLAIM = 12  # blocks that an element which claims to be a byline or caption may cover; more is a wrapper
MAX_CLAIMED = 1500  # and characters
MIN_SENTENCE = 30
MIN_PULLED = 12  # letters of a pull quote that say enough to be looked for in the paragraphs
MAX_PULLED = 300
MIN_REPEATED = 20  # letters of a block that says enough to count as said before: "Yes, I was." may be said twice
MAX_TAIL = 160  # a short block after the last paragraph and after furniture is furniture too


def claim(blocks: list[Block], regions: list[Region]) -> None:
    """Hand the kinds that elements claim down to the blocks they cover, where they cover them in the main."""
    ends = [0, *accumulate(len(block.text) for block in blocks)]
    for region in regions:
        size = ends[region.last] - ends[region.first]
        kinds = tuple(kind for kind in region.marks if kind != "furniture")
        if kinds and region.last - region.first <= MAX_CLAIM and size <= MAX_CLAIMED and region.written * 2 >= size:
            for block in blocks[region.first : region.last]:
                block.marks += tuple(kind for kind in kinds if kind not in block.marks)


def find_furniture(
    blocks: list[Block], regions: list[Region], votes: list[bool] | None, headline: int | None
) -> list[bool]:
    """Tell for each block whether it is furniture."""
    prose = [_weight(block) for block in blocks]
    excluded = _excluded(blocks, regions, _voted(prose, votes, None), headline)
    kept = _voted(prose, votes, excluded)
    core = _core(blocks, kept)
    first = headline if headline is not None else next((i for i, weight in enumerate(kept) if weight), 0)
    last = max((i for i, weight in enumerate(kept) if weight), default=len(blocks) - 1)
    end = max((i for i in range(last, len(blocks)) if _is_voted_sentence(blocks, votes, i)), default=last)
    out = [
        excluded[i] or i < first or (i > end and block.home not in core) or _is_built_as_furniture(block)
        for i, block in enumerate(blocks)
    ]
    _drop_lists(blocks, out)
    _drop_tail(blocks, out, votes, last)
    _drop_descriptions(blocks, out)
    _drop_repeats(blocks, out, headline)
    return out


def _weight(block: Block) -> int:
    """The prose in a block: its length, or nothing for what is short or linked."""
    return len(block.text) if len(block.text) >= MIN_PROSE and block.link_share < MAX_LINKS else 0


def _voted(prose: list[int], votes: list[bool] | None, excluded: list[bool] | None) -> list[int]:
    """Keep the prose that has the vote; all of it where the voter kept none of what is left."""
    left = [0 if excluded and excluded[i] else weight for i, weight in enumerate(prose)]
    voted = [weight if votes and votes[i] else 0 for i, weight in enumerate(left)]
    return voted if any(voted) else left


def _excluded(blocks: list[Block], regions: list[Region], voted: list[int], headline: int | None) -> list[bool]:
    """Tell which blocks lie in a part that the page calls furniture, and is believed."""
    sums = [0, *accumulate(voted)]
    turns = [0] * (len(blocks) + 1)
    for region in regions:
        holds_headline = headline is not None and region.first <= headline < region.last
        if "furniture" not in region.marks or holds_headline or region.first == region.last:
            continue
        if (sums[region.last] - sums[region.first]) < STORY_SHARE * sums[-1] or not sums[-1]:
            inline = region.last - region.first == 1 and 2 * region.written < len(blocks[region.first].text)
            turns[region.first] += not inline
            turns[region.last] -= not inline
    return [depth > 0 for depth in accumulate(turns[:-1])]


def _core(blocks: list[Block], kept: list[int]) -> set[int]:
    """Return the containers that the body lies in."""
    totals: dict[int, int] = {}
    for block, weight in zip(blocks, kept, strict=True):
        totals[block.home] = totals.get(block.home, 0) + weight
    fullest = max(totals.values(), default=0)
    return {home for home, total in totals.items() if total and total >= CORE_SHARE * fullest}


def _is_built_as_furniture(block: Block) -> bool:
    if block.link_share > MAX_LINKS and len(block.text) < LONG_PROSE and not set(block.marks) & OFTEN_LINKED:
        return True
    return is_furniture(block.text) or heads_furniture(block.text)


def _drop_lists(blocks: list[Block], out: list[bool]) -> None:
    """Drop the short items below a heading such as "Read next"."""
    under = False
    for i, block in enumerate(blocks):
        if heads_furniture(block.text):
            under = True
        elif under and (block.tag == "li" or block.link_share > MAX_LINKS):
            out[i] = True
        else:
            under = False


def _drop_tail(blocks: list[Block], out: list[bool], votes: list[bool] | None, last: int) -> None:
    """Drop short lines that follow furniture after the last long paragraph, unless they are voted sentences."""
    passed = False
    for i in range(last + 1, len(blocks)):
        passed = passed or out[i]
        if passed and len(blocks[i].text) < MAX_TAIL and not _is_voted_sentence(blocks, votes, i):
            out[i] = True


def _is_voted_sentence(blocks: list[Block], votes: list[bool] | None, i: int) -> bool:
    text = blocks[i].text
    return votes is not None and votes[i] and len(text) >= MIN_SENTENCE and text[-1] in '.!?…"”’)'


def _drop_descriptions(blocks: list[Block], out: list[bool]) -> None:
    """Drop the description of a picture that has a caption beside it: they stand for the same thing."""
    for i, block in enumerate(blocks):
        beside = blocks[max(0, i - 1) : i + 2]
        if block.tag == "img" and any("caption" in other.marks for other in beside):
            out[i] = True


def _drop_repeats(blocks: list[Block], out: list[bool], headline: int | None) -> None:
    """Keep the first of blocks that say the same; a pull quote or a description repeats a piece of another."""
    words = [normalise(block.text) for block in blocks]
    running = [i for i, block in enumerate(blocks) if not out[i] and not _is_pulled(block)]
    everything = "\n".join(words[i] for i in running)
    seen: set[str] = set()
    pulled = 0
    for i, block in enumerate(blocks):
        if out[i] or i == headline:
            continue
        if _is_pulled(block) and pulled < MAX_PULLED:
            pulled += 1
            out[i] = len(words[i]) >= MIN_PULLED and words[i] in everything
        out[i] = out[i] or (len(words[i]) >= MIN_REPEATED and words[i] in seen)
        seen.add(words[i])


def _is_pulled(block: Block) -> bool:
    return "pullquote" in block.marks or block.tag in ("blockquote", "img")
