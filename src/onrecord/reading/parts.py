"""The parts of a page: what each block is, by what the page calls it, by its words and by where it stands."""

from collections.abc import Sequence

from onrecord.nouns.article import PartKind
from onrecord.reading.blocks import Block
from onrecord.reading.datelines import is_date
from onrecord.reading.names import is_byline, is_credit
from onrecord.reading.wording import heads_corrections, is_caption, is_correction, is_subhead, normalise

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MAX_HEADLINE = 300
MAX_SEARCHED = 3000  # blocks in which the headline is looked for; the largest menu measured has 900
MAX_BYLINE = 160
MAX_DATELINE = 120
MAX_CAPTION = 700
MAX_STANDFIRST = 500
MAX_LINKS = 0.5  # share of linked characters above which "Reporting by …" points to other stories
MIN_PARAGRAPH = 80  # the head of the page ends at the first block of this length that claims to be nothing else
MAX_ABOVE = 4  # blocks above the headline among which blogs set the date
MIN_TITLE = 8  # letters a title needs before a block may be matched with it


def find_headline(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """Find the block that is the headline: the heading that agrees with a title of the page, or its first h1."""
    short = [i for i, block in enumerate(blocks[:MAX_SEARCHED]) if len(block.text) <= MAX_HEADLINE]
    headings = [i for i in short if blocks[i].tag in HEADINGS or "headline" in blocks[i].marks]
    # A heading that is a link leads to the front page or to another story, unless there is no other one.
    headings = [i for i in headings if blocks[i].link_share < MAX_LINKS] or headings
    words = {i: normalise(blocks[i].text) for i in short}
    for candidates in (headings, short):
        for title in map(normalise, titles):
            found = next((i for i in candidates if words[i] == title and len(title) >= MIN_TITLE), None)
            if found is not None:
                return found
    firsts = [i for i in headings if blocks[i].tag == "h1"] or [i for i in headings if blocks[i].tag == "h2"][:1]
    return max(firsts, key=lambda i: len(blocks[i].text), default=None)


def type_blocks(
    blocks: Sequence[Block], furniture: Sequence[bool], headline: int | None, summary: str | None
) -> list[PartKind]:
    """Say what each block of a page is."""
    body = _body_start(blocks, furniture, headline)
    kinds: list[PartKind] = []
    under_corrections = False
    for i, block in enumerate(blocks):
        kind = "headline" if i == headline else _type_block(block, in_head=i < body, out=furniture[i])
        if headline is not None and headline - MAX_ABOVE <= i < headline and is_date(block.text):
            kind = "dateline"
        if kind == "paragraph" and i < body and summary and normalise(block.text) == normalise(summary):
            kind = "standfirst"
        if under_corrections and kind == "paragraph":
            kind = "correction"
        under_corrections = kind == "correction" and (under_corrections or heads_corrections(block.text))
        kinds.append(kind)
    return kinds


def _body_start(blocks: Sequence[Block], furniture: Sequence[bool], headline: int | None) -> int:
    """Return the index of the first block that is a paragraph by its length and claims to be nothing else."""
    start = headline + 1 if headline is not None else 0
    for i in range(start, len(blocks)):
        block = blocks[i]
        if not furniture[i] and len(block.text) >= MIN_PARAGRAPH and not block.marks and block.tag not in HEADINGS:
            return i
    return len(blocks)


def _type_block(block: Block, *, in_head: bool, out: bool) -> PartKind:
    if (kind := _notice(block, in_head=in_head, out=out)) is not None:
        return kind
    if out and not (in_head and _is_claimed_head(block)):
        return "furniture"
    return _claimed(block, in_head=in_head) or _worded(block, in_head=in_head)


def _notice(block: Block, *, in_head: bool, out: bool) -> PartKind | None:
    """Notices and credits are found in the foot of a page as well, where all else is furniture."""
    if is_correction(block.text) or ("correction" in block.marks and not out):
        return "correction"
    is_line = is_credit(block.text) and block.link_share <= MAX_LINKS
    return "credit" if is_line and not (in_head and is_byline(block.text)) else None


def _is_claimed_head(block: Block) -> bool:
    """Tell a byline or standfirst in a box that is named for something else, as "share-and-byline" is."""
    return ("byline" in block.marks and is_byline(block.text)) or (
        "standfirst" in block.marks and len(block.text) >= MIN_PARAGRAPH and block.link_share < MAX_LINKS
    )


def _claimed(block: Block, *, in_head: bool) -> PartKind | None:
    """Believe what the page calls a block where its words do not speak against it."""
    size = len(block.text)
    if block.tag == "img" or ("caption" in block.marks and size <= MAX_CAPTION):
        return "caption"
    if (
        "dateline" in block.marks
        and size <= MAX_DATELINE
        and (is_date(block.text) or (in_head and _has_digit(block.text) and not is_byline(block.text)))
    ):
        return "dateline"
    if "byline" in block.marks and size <= MAX_BYLINE and (in_head or is_byline(block.text)):
        return "byline"
    if "credit" in block.marks and size <= MAX_CAPTION:
        return "credit"
    return "standfirst" if "standfirst" in block.marks and in_head and size <= MAX_STANDFIRST else None


def _worded(block: Block, *, in_head: bool) -> PartKind:
    if is_date(block.text):
        return "dateline"
    if is_byline(block.text):
        return "byline"
    if block.tag in HEADINGS:
        return "standfirst" if in_head and len(block.text) >= MIN_PARAGRAPH else "subhead"
    if block.is_bold and not in_head and is_subhead(block.text):
        return "subhead"
    return "caption" if is_caption(block.text) else "paragraph"


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)
