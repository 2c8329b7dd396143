"""Pairs of quotation marks in one paragraph, as they stand: curly by direction, straight by turns.

Pairing never looks beyond a paragraph, so that one odd mark spoils one paragraph and no more. A single mark
counts only where it plainly quotes: ‘don’t’ and the boys’ books show how often it is an apostrophe.
"""

import re

import msgspec

DOUBLE = '"'  # every straight pair: ", '' and ``
# What each opening mark may be closed by. A straight mark often closes a curly one where an editor typed by hand.
CLOSERS = {
    "“": "”“" + DOUBLE, "„": "“”" + DOUBLE, "«": "»", "»": "«", "‹": "›", "‚": "‘’",
    "‘": "’", "'": "'", DOUBLE: DOUBLE + "”",
}  # fmt: skip
MARK = re.compile(r"''|``|[\"“”„«»‹›‘’‚']")
SINGLE = "‘’'‹›‚"
# A single mark before these is an apostrophe that stands for missing letters, never an opening mark.
ELISION = re.compile(r"(?:\d0s|em|tis|twas|cause|til|n|bout|round|cos|cept)\b", re.I)
BEFORE_OPENING = '([{/—–-“"„«…'
AFTER_CLOSING = '.,;:?!)]}—–-…”"»'


class Pair(msgspec.Struct, frozen=True):
    """An opening mark `start..inner` and its closing mark `close..end`; `close == end` when it was never closed."""

    start: int
    inner: int
    close: int
    end: int
    depth: int


class _Mark(msgspec.Struct, frozen=True):
    kind: str
    start: int
    end: int


class _Open(msgspec.Struct, frozen=True):
    mark: _Mark
    depth: int


def pair_marks(text: str, start: int, end: int) -> list[Pair]:
    """Pair the quotation marks between two offsets, outer pairs before the ones they hold."""
    marks = _plain_marks(text, start, end)
    opened: list[_Open] = []
    pairs: list[Pair] = []
    for mark in marks:
        at = _closed_by(mark, opened, text)
        if at is not None:
            pairs += [_unclosed(one, mark.start) for one in opened[at + 1 :]]
            one = opened[at]
            pairs.append(Pair(one.mark.start, one.mark.end, mark.start, mark.end, one.depth))
            del opened[at:]
        elif _opens(mark, text):
            if any(one.mark.kind == mark.kind for one in opened):  # the closing mark before it is missing
                pairs += [_unclosed(one, mark.start) for one in opened]
                opened.clear()
            opened.append(_Open(mark, len(opened)))
    pairs += [_unclosed(one, end) for one in opened]
    return sorted((p for p in pairs if p.inner < p.close), key=lambda p: (p.start, -p.end))


def _unclosed(one: _Open, end: int) -> Pair:
    return Pair(one.mark.start, one.mark.end, end, end, one.depth)


def _closed_by(mark: _Mark, opened: list[_Open], text: str) -> int | None:
    """Return which open mark this one closes: the innermost that fits, at most two levels up."""
    for at in range(len(opened) - 1, max(-1, len(opened) - 3), -1):
        kind = opened[at].mark.kind
        if mark.kind in CLOSERS.get(kind, "") and (mark.kind != "“" or _can_close(mark, text)):
            return at if mark.kind == kind or _can_close(mark, text) else None
    return None


def _plain_marks(text: str, start: int, end: int) -> list[_Mark]:
    """Return the marks that may quote; inch marks, feet and apostrophes are left out."""
    marks = [
        _Mark(DOUBLE if m[0] in ("''", "``") else m[0], m.start(), m.end()) for m in MARK.finditer(text, start, end)
    ]
    doubles = [m for m in marks if m.kind not in SINGLE]
    singles = _paired_singles([m for m in marks if m.kind in "‘’'"], text, end)
    singles = singles or _opening_single([m for m in marks if m.kind in "‘'"], text, start)
    others = [m for m in marks if m.kind in "‚‹›"]
    return sorted([*_without_inches(doubles, text), *singles, *others], key=lambda m: m.start)


def _without_inches(marks: list[_Mark], text: str) -> list[_Mark]:
    """Drop straight marks that stand for inches: after a digit with no quotation open, or after feet."""
    kept: list[_Mark] = []
    is_open = False
    for mark in marks:
        if mark.kind == DOUBLE and _is_inch(mark, text, is_open=is_open):
            continue
        is_open = mark.kind in "“„«" or (mark.kind == DOUBLE and not is_open)
        kept.append(mark)
    return kept


def _is_inch(mark: _Mark, text: str, *, is_open: bool) -> bool:
    before = text[max(0, mark.start - 6) : mark.start]
    if not before[-1:].isdigit():
        return False
    return not is_open or bool(re.search(r"\d['’]\s?\d{1,2}$", before))


def _paired_singles(marks: list[_Mark], text: str, end: int) -> list[_Mark]:
    """Keep the single marks that plainly quote: an opening one with a closing one after it."""
    kept: list[_Mark] = []
    opening: _Mark | None = None
    weak: _Mark | None = None  # the last mark that may close but may be an apostrophe too: “the boys’ …”
    for mark in marks:
        if _opens_single(mark, text):
            if opening and weak:
                kept += [opening, weak]
            opening, weak = mark, None
        elif opening and _closes_single(mark, text, end):
            if _is_strong(mark, text, end):
                kept += [opening, mark]
                opening = weak = None
            else:
                weak = weak or mark
    return kept + ([opening, weak] if opening and weak else [])


def _opening_single(marks: list[_Mark], text: str, start: int) -> list[_Mark]:
    """Keep a single mark that opens a paragraph and is never closed: the turn goes on in the next one."""
    for mark in marks[:1]:
        if not text[start : mark.start].strip() and _opens_single(mark, text):
            return [mark]
    return []


def _opens_single(mark: _Mark, text: str) -> bool:
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 8]
    if mark.kind == "’" or not after[:1].strip() or ELISION.match(after):
        return False
    return not before.strip() or before in BEFORE_OPENING


def _closes_single(mark: _Mark, text: str, end: int) -> bool:
    if mark.kind == "‘":
        return False
    after = text[mark.end : min(end, mark.end + 1)]
    return bool(text[mark.start - 1 : mark.start].strip()) and not after.isalnum()


def _is_strong(mark: _Mark, text: str, end: int) -> bool:
    """Tell whether a single mark closes beyond doubt: beside punctuation, or after a letter that is no s."""
    before, after = text[mark.start - 1], text[mark.end : min(end, mark.end + 1)]
    return before in ".,?!…—–" or not after or after in AFTER_CLOSING or before not in "sS"


def _opens(mark: _Mark, text: str) -> bool:
    after = text[mark.end : mark.end + 1]
    if mark.kind in "”’›":
        return False
    if mark.kind == "»":  # »…« opens with it only before a word
        return bool(after.strip()) and not text[mark.start - 1 : mark.start].strip()
    if mark.kind == DOUBLE and text[mark.start - 1 : mark.start].isalnum() and not after.isalnum():
        return False  # it closes what an odd mark opened: not the start of all that follows
    return bool(after.strip())


def _can_close(mark: _Mark, text: str) -> bool:
    """Tell whether a mark that could open as well stands where one closes: after a word, not before one."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return bool(before.strip()) and not after.isalnum() if mark.kind in '“"' else True
