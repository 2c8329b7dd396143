"""What a line is by its words alone: the house styles of furniture, notices, captions and subheads.

Used for plain text and for pages alike. Each predicate reads one block without the white space around it and
looks at its opening only, so a long paragraph costs no more than a short one.
"""

import re
from functools import cache
from typing import Any

from onrecord.lexicons import lexicon

OPENING = 400  # characters that are looked at: a notice or caption shows itself in its first sentence
MAX_FURNITURE = 220  # a line longer than this says more than "sign up for our newsletter"
MAX_PIECES = 40  # a menu written on one line
MAX_SUBHEAD = 90
FIRST_WORDS = 160  # characters in which a notice names the version that was wrong
MAX_CAPTION = 600
MAX_WORDS = 14
MAX_LABEL = 20
MAX_LINK = 110
MIN_LINK_WORDS = 4
# "… Photo: A. Lund / Agency", "(Photo by A. Lund)", "A. Lund via Getty Images": the credit that ends a caption.
CREDIT_AT_END = re.compile(
    r"(?:\b(?:photo(?:graph)?|image|picture|illustration|graphic)s?(?:\s+(?:by|credit:?|courtesy(?:\s+of)?)\b|:|/)"
    r"\s*(?=[^\W\d_])[^.:]{2,60}|\b(?:ap|afp|epa|reuters)\s+(?:photo|image|picture)\b[^.:]{0,60}"
    r"|(?:/|\bvia\s+|\s)getty(?:\s+images)?|/\s?(?:reuters|ap|afp|epa)|©\s?[^.:]{2,60}|\bhandout)[\W_]*$", re.I,
)  # fmt: skip
NEW_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"”'’]?\s+[\"“'‘(]?[^\W\d_]|[!]")
QUOTES = '"“”„«»‘'
SEPARATORS = re.compile(r"\s*[|·•▸►»›→∙‧/\n]\s*|\s{3,}|\s+[–—-]\s+")
NO_LETTER = re.compile(r"[\W_]+")
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
AFTER_LABEL = re.compile(
    rf"\s*(?:\([^()]{{1,60}}\)\s*)?(?:\s\d{{1,2}}[.:]\d{{2}}(?:\s?[ap]\.?m\.?)?)?(?:(?:,\s*|\s+)(?:on\s+|at\s+)?[^.:]{{0,20}}\b(?:{MONTHS})[a-z]*\b[^:]{{0,30}})?"
    rf"\s*(?:[:.—–]|\s-\s|$)", re.I,
)  # fmt: skip


def is_furniture(line: str) -> bool:
    """Tell what the page says about itself from what the article says.

    >>> is_furniture("Tweet · Share · 118 comments"), is_furniture("Share prices fell by a third.")
    (True, False)
    """
    if len(line) > MAX_FURNITURE:
        return False
    pieces = [piece for piece in SEPARATORS.split(line) if piece]
    if not any(c.isalnum() for c in line):
        return True
    if len(pieces) <= MAX_PIECES and all(_plain(piece) in _set("furniture_lines") for piece in pieces):
        return True
    opener = _opener(line)
    if any(phrase in _fold(line) for phrase in _tuple("furniture_phrases")):
        return True
    # "Sign up," she said, is speech; "Watch: …" cannot be.
    return opener is not None and (opener.endswith(":") or not any(mark in line[1:] for mark in QUOTES))


def is_label(line: str) -> bool:
    """Tell a word or two that only names the kind of the article or a place on the page: "Update", "Analysis"."""
    return _plain(line) in _set("furniture_lines")


def heads_corrections(line: str) -> bool:
    """Tell the heading under which a paper collects its notices."""
    return _plain(line) in _set("correction_heads")


def heads_furniture(line: str) -> bool:
    """Tell a heading such as "Most read", whose list is furniture too."""
    words = _plain(line)
    return len(line) < MAX_SUBHEAD and (
        words in _set("furniture_heads") or words.startswith(("more from ", "more on ", "more in ", "also on "))
    )


def is_correction(line: str) -> bool:
    """Tell a notice that corrects, clarifies, updates or takes back.

    >>> is_correction("Correction, 4 May: The toll is 12."), is_correction("Correction fluid was found.")
    (True, False)
    """
    opening = _fold(line[:OPENING]).lstrip("*[(†_#>- ")
    return (
        _labelled(opening, "correction_openers")
        or opening.startswith(_tuple("correction_sentences"))
        or _is_bracketed(line)
        or _is_amended(opening)
        or _names_version(opening)
        or (_labelled(opening, "note_openers") and any(deed in opening for deed in _tuple("note_deeds")))
        or _admits(opening)
    )


def is_bare_label(line: str) -> bool:
    """Tell a notice of one word, "CORRECTION:", whose text stands in the next block."""
    return len(line) <= MAX_LABEL and line.endswith(":")


def is_caption(line: str) -> bool:
    """Tell the words under a picture by how they open or by the credit that closes them."""
    if len(line) > MAX_CAPTION:
        return False
    opening = _fold(line[:OPENING]).lstrip("([ ")
    first, mark, rest = opening.partition(":")
    if not mark or len(first) > MAX_LABEL:
        first, mark, rest = opening.partition(" - ")
    if mark and rest.strip() and first.strip() in _set("caption_openers"):
        return True
    return CREDIT_AT_END.search(line[-MAX_SUBHEAD:]) is not None and not _has_speech(line)


def is_subhead(line: str) -> bool:
    """Tell a heading inside the text: short, no sentence, and not a piece of speech or of an interview."""
    if (
        not 2 <= len(line) <= MAX_SUBHEAD
        or "\n" in line
        or line[0].islower()
        or not (line[0].isalnum() or line[0] in QUOTES)
    ):
        return False
    bare = line.rstrip("\"”'’) ")
    if bare[-1:] in ".,:;…!-–—" or len(line.split()) > MAX_WORDS or NEW_SENTENCE.search(line):
        return False
    return not (bare.endswith("?") and (any(mark in line for mark in QUOTES) or ": " in line))


def is_link(line: str) -> bool:
    """Tell what may be the headline of another story: short, written with capitals, no sentence and no list item."""
    if len(line) > MAX_LINK or len(line.split()) < MIN_LINK_WORDS or line[0].isdigit() or line[-1] in ".:,;":
        return False
    return is_title_case(line) and not any(mark in line for mark in '"“”\n')


def is_title_case(line: str) -> bool:
    """Tell a line most of whose longer words have capitals, as headlines in many houses have."""
    words = [word.strip("\"“”‘’'(),:;.!?") for word in line.split()]
    words = [word for word in words if len(word) >= 4]
    return len(words) >= 2 and sum(word[0].isupper() or word[0].isdigit() for word in words) >= 0.7 * len(words)


def normalise(text: str) -> str:
    """Reduce text to its letters and digits, to tell whether two blocks say the same."""
    return NO_LETTER.sub("", text.casefold())


def _labelled(opening: str, name: str) -> bool:
    """Tell whether a label opens the line and something closes the label: "Correction (4 May):"."""
    if not opening.startswith(_tuple(name)):
        return False
    labels = (label for label in _tuple(name) if opening.startswith(label))
    return any(AFTER_LABEL.match(opening, len(label)) is not None for label in labels)


def _is_bracketed(line: str) -> bool:
    """Tell the note that agencies set above a report: "(Corrects the amount in the second paragraph)"."""
    words = re.findall(r"[a-z]+", _fold(line[:FIRST_WORDS])) if line[:1] in ("(", "[") else []
    redone = words[:1] in (["refiles"], ["repeats"]) and any(word.startswith("correct") for word in words[1:4])
    return redone or (words[:1] != [] and words[0] in _set("correction_doings"))


def _is_amended(opening: str) -> bool:
    """Tell "This article was amended on …" from news that a report was changed, which says "the" and not "this"."""
    words = re.findall(r"[a-z']+", opening)[:14]
    own = words[:1] in (["this"], ["our"]) or (
        words[:1] == ["the"] and ("originally" in words or "headline" in words[:3])
    )
    things = words[1:4]
    if words[:1] == ["this"] and words[2:3] and words[2] in _set("correction_doings"):
        return things[0] in _set("correction_things")
    done = re.search(rf"\b(?:was|were|has been|have been) (?:\w+ ){{0,2}}(?:{'|'.join(_deeds())})\b", " ".join(words))
    return own and done is not None and any(thing.rstrip("s") in _set("correction_things") for thing in things)


def _names_version(opening: str) -> bool:
    """Tell "An earlier version of this article said …" from an earlier version of a bill."""
    of_this = rf"(?:of|to) (?:this|the|our) (?:[\w-]+ )?(?:{'|'.join(_tuple('correction_things'))})\b"
    wrong = (
        "incorrectly|wrongly|mistakenly|erroneously|mis(?:stated|spelled|spelt|identified|quoted|attributed|reported)"
    )
    version = rf"\b(?:earlier|previous|prior|original) (?:{'|'.join(_tuple('correction_versions'))})"
    return re.search(rf"{version} (?:{of_this}|{wrong})", opening[:FIRST_WORDS]) is not None


def _admits(opening: str) -> bool:
    """Tell "In yesterday's edition we wrongly gave …" and "We wrongly said …"."""
    words = re.findall(r"[a-z']+", opening)
    if words[:1] == ["we"]:
        return any(adverb in words[1:4] for adverb in ("wrongly", "incorrectly", "mistakenly", "erroneously"))
    if not words or words[0] not in ("in", "an", "a", "our", "on", "last", "yesterday's", "the"):
        return False
    printed = " we " in opening and any(place in words[:8] for place in _tuple("correction_places"))
    return printed and any(f" {phrase}" in opening for phrase in _tuple("correction_admissions"))


def _has_speech(line: str) -> bool:
    return any(mark in line for mark in '"“”') and re.search(r"\b(?:said|says|told|added|asked)\b", line) is not None


def _opener(line: str) -> str | None:
    """Return the words with which a line of furniture opens."""
    opening = _fold(line[:60]).lstrip('([*>•-–—# "“')
    if not opening.startswith(_tuple("furniture_openers")):
        return None
    return max((words for words in _tuple("furniture_openers") if opening.startswith(words)), key=len)


def _plain(line: str) -> str:
    """Small letters, numbers as #, no marks at the ends: the form of the lists."""
    words = re.sub(r"\d+(?:[.,:]\d+)*[km]?\b", "#", _fold(line))
    return " ".join(words.strip(' .:!?…,+-–—▾▼▲✕×"“”*').split())


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").replace("\xa0", " ")


@cache
def _tuple(name: str) -> tuple[str, ...]:
    words: Any = lexicon("layout")[name]
    return tuple(_fold(word) for word in words)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_tuple(name))


def _deeds() -> tuple[str, ...]:
    return _tuple("correction_deeds")
