"""Plain text: the parts by layout and wording, in the text as it came, every character kept."""

import re
from collections.abc import Callable
from itertools import pairwise

from onrecord.nouns.article import Part, PartKind
from onrecord.nouns.span import Span, trim
from onrecord.reading.datelines import find_lead, is_date
from onrecord.reading.names import is_byline, is_credit
from onrecord.reading.wording import (
    heads_corrections,
    heads_furniture,
    is_bare_label,
    is_caption,
    is_correction,
    is_furniture,
    is_label,
    is_link,
    is_subhead,
    is_title_case,
    normalise,
)

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029]|$)")
# In this order: "Update" is a label and "Update: …" a notice; "Photo: A. Lund" opens a caption and a credit.
BY_WORDS: tuple[tuple[PartKind, Callable[[str], bool]], ...] = (
    ("furniture", is_label),
    ("correction", is_correction),
    ("furniture", is_furniture),
    ("credit", is_credit),
    ("dateline", is_date),
    ("caption", is_caption),
)
WRAP = 100  # columns: text that was wrapped by hand stays below, a paragraph on one line goes beyond
MAX_HEADLINE = 250
MAX_STANDFIRST = 300
RECENT = 10  # captions before this one that it may repeat
LEADS = 3  # paragraphs that may open with a dateline: a correction or a kicker may stand before the first


def type_text(text: str) -> tuple[Part, ...]:
    """Split a text into parts and say what each is; the parts cover the text whole."""
    spans = split_blocks(text)
    kinds = type_lines([span.of(text) for span in spans])
    starts = [0, *(span.start for span in spans[1:]), len(text)]
    parts = (Part(kind, start, end) for kind, (start, end) in zip(kinds, pairwise(starts), strict=True))
    return split_leads(text, tuple(parts))


def split_blocks(text: str) -> list[Span]:
    """Find the paragraphs: between empty lines, or line by line where lines are no wrapped paragraph."""
    blocks: list[Span] = []
    lines: list[Span] = []
    for found in LINE.finditer(text):
        line = trim(text, Span(found.start(), found.end())) if found.group() else None
        if line is not None:
            lines.append(line)
        elif lines:
            blocks.extend(_join_wrapped(text, lines))
            lines = []
    return [*blocks, *_join_wrapped(text, lines)]


def type_lines(lines: list[str]) -> list[PartKind]:
    """Say what each block is: first by its words, then by where it stands."""
    kinds: list[PartKind | None] = [_by_words(line) for line in lines]
    first = next((i for i, kind in enumerate(kinds) if kind is None), len(kinds))
    body = _type_head(lines, kinds, first)
    _type_notices(lines, kinds)
    _type_subheads(lines, kinds, body)
    _drop_repeats(lines, kinds)
    return [kind or "paragraph" for kind in kinds]


def split_leads(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Make a part of its own of the dateline that opens a report, so that the sentence after it is whole."""
    out: list[Part] = []
    left = LEADS
    for part in parts:
        lead = find_lead(part.at.of(text)) if part.kind == "paragraph" and left else 0
        left -= part.kind == "paragraph"
        if lead:
            out.append(Part("dateline", part.start, part.start + lead))
            left = 0
        out.append(Part(part.kind, part.start + lead, part.end))
    return tuple(out)


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of a paragraph that was wrapped by hand; leave lines that stand for themselves apart."""
    if len(lines) < 2 or not _is_wrapped([line.of(text) for line in lines]):
        return lines
    return [Span(lines[0].start, lines[-1].end)]


def _is_wrapped(lines: list[str]) -> bool:
    """Wrapped lines are about equally long, below a hundred columns, and mostly break inside a sentence."""
    *full, _ = lines
    longest = max(len(line) for line in lines)
    if longest > WRAP or min(len(line) for line in full) < 0.6 * longest or longest < 30:
        return False
    broken = sum(line[-1] not in '.!?:"”’' for line in full)
    return broken >= 0.5 * len(full) and not is_byline(lines[1])


def _by_words(line: str) -> PartKind | None:
    """Say what a block is by its words alone; None where only its place can tell."""
    return next((kind for kind, fits in BY_WORDS if fits(line)), None)


def _type_head(lines: list[str], kinds: list[PartKind | None], first: int) -> int:
    """Type headline, standfirst and byline above the first paragraph; return where the body begins."""
    if first == len(lines) or not _is_headline(lines, first):
        return first
    kinds[first] = "headline"
    body = next((i for i in range(first + 1, len(lines)) if kinds[i] is None and not is_byline(lines[i])), len(lines))
    byline = next((i for i in range(first + 1, min(first + 6, len(lines))) if is_byline(lines[i])), None)
    for i in range(first + 1, min(first + 6, len(lines))):
        if kinds[i] in (None, "credit") and is_byline(lines[i]):
            kinds[i] = "byline"
        elif kinds[i] is None and _is_standfirst(lines, i, byline):
            kinds[i] = "standfirst"
            body = i + 1
        elif kinds[i] is None:
            return i
    return body


def _is_headline(lines: list[str], i: int) -> bool:
    """A first block is a headline when it is short and no sentence, or a sentence written as one."""
    line, rest = lines[i], lines[i + 1 :]
    if len(line) > MAX_HEADLINE or not rest or "\n" in line or find_lead(line):
        return False
    return line[-1] not in ".:,;" or is_title_case(line) or is_byline(rest[0])


def _is_standfirst(lines: list[str], i: int, byline: int | None) -> bool:
    """What stands between headline and byline, or is no sentence and comes right after the headline."""
    line = lines[i]
    if len(line) > MAX_STANDFIRST or find_lead(line) or i + 1 >= len(lines):
        return False
    return (byline is not None and i < byline) or (line[-1].isalnum() and not is_byline(line))


def _type_notices(lines: list[str], kinds: list[PartKind | None]) -> None:
    """Carry a heading over to what it heads: corrections below "Corrections", link lists below "Most read"."""
    under: PartKind | None = None
    for i, line in enumerate(lines):
        if heads_corrections(line):
            kinds[i] = under = "correction"
        elif heads_furniture(line):
            kinds[i] = under = "furniture"
        elif under == "correction" and kinds[i] is None and not is_subhead(line):
            kinds[i] = "correction"
        elif under == "furniture" and kinds[i] is None and is_subhead(line):
            kinds[i] = "furniture"
        else:
            under = None
        if i + 1 < len(lines) and kinds[i : i + 2] == ["correction", None] and is_bare_label(line):
            kinds[i + 1] = "correction"


def _type_subheads(lines: list[str], kinds: list[PartKind | None], body: int) -> None:
    """Type the headings between paragraphs; several in a row, written as headlines, are links to other stories."""
    last = max((i for i, kind in enumerate(kinds) if kind is None and not is_subhead(lines[i])), default=0)
    short = [i >= body and kinds[i] is None and (is_subhead(line) or is_link(line)) for i, line in enumerate(lines)]
    for i, line in enumerate(lines):
        beside = (i > 0 and short[i - 1]) or (i + 1 < len(lines) and short[i + 1])
        if short[i] and beside and is_link(line):
            kinds[i] = "furniture"
        elif short[i] and not beside and is_subhead(line) and i < last:
            kinds[i] = "subhead"


def _drop_repeats(lines: list[str], kinds: list[PartKind | None]) -> None:
    """See a caption once where the description of the picture stands beside it and says the same."""
    seen: list[str] = []
    for i, line in enumerate(lines):
        if kinds[i] == "caption":
            words = normalise(line)
            kinds[i] = "furniture" if any(words in earlier for earlier in seen[-RECENT:]) else "caption"
            seen.append(words)
