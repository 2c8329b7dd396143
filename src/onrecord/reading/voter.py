"""A second opinion on what the article of a page is: trafilatura's main text, which knows many publishers.

It has no offsets, so only its lines are used: a block that it kept has its vote.
"""

import logging

from lxml import etree

from onrecord.reading.wording import normalise

# The vote takes about as long as all the rest of reading, and on hostile pages far longer: beyond these it is left out
# and the layout decides alone.
MAX_PAGE = 2_000_000
MAX_ELEMENTS = 15_000
MIN_PIECE = 24  # letters from which a block that stands inside a longer kept line counts as kept
# trafilatura is not written for hostile pages. A voter that fails has no vote, and nothing depends on it.
FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    etree.LxmlError,
)


def vote(page: str, elements: int, blocks: list[str]) -> list[bool] | None:
    """Tell which blocks the second opinion keeps; None when it has no opinion."""
    if len(page) > MAX_PAGE or elements > MAX_ELEMENTS:
        return None
    lines = {normalise(line) for line in _main_text(page).splitlines()} - {""}
    if not lines:
        return None
    everything = "\n".join(lines)
    letters = [normalise(block) for block in blocks]
    return [word in lines or (len(word) >= MIN_PIECE and word in everything) for word in letters]


def _main_text(page: str) -> str:
    import trafilatura  # takes half a second to import, so only a run that reads pages pays for it

    # It reports odd pages in the log, which Python prints to the terminal when nobody listens.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True)
    except FAILURES:
        return ""
    return text or ""
