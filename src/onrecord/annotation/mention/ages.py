"""Ages: "Ivo Lund, 54," is whom "the 54-year-old" means further on."""

import re

from onrecord.annotation.mention.references import Reference

AFTER_NAME = re.compile(r"(?:, (?:aged |who is )?| \()(\d{1,3})[,.;)]")
IN_PHRASE = re.compile(r"\b(\d{1,3})[- ‐‑]year[- ‐‑]old\b")


def age_of(text: str, one: Reference) -> str:
    """Return the age that stands right after a name or inside a description, in digits; "" for none.

    >>> from onrecord.nouns.span import Span
    >>> at = Span(0, 8)
    >>> age_of("Ivo Lund, 54, left.", Reference(at, at, 0, "name", "person", "Ivo Lund"))
    '54'
    """
    if one.form == "name":
        found = AFTER_NAME.match(text, one.head.end) if one.kind == "person" else None
    else:
        found = IN_PHRASE.search(text, one.at.start, one.at.end)
    return found[1] if found else ""
