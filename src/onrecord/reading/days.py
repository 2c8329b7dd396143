"""Days in metadata: as machines write them, never a guess from prose.

The day is the one written, in the page's own time zone: a story of 00:15 in Delmar is dated that day in Delmar.
"""

import datetime
import logging
import re

from lxml import etree

from onrecord.nouns.when import Basis, When

ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]|$)")
SLASHED = re.compile(r"\s*(\d{4})/(\d{1,2})/(\d{1,2})\b")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3})[a-z]*\.?,?[\s-]+(\d{4})\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
IN_ADDRESS = re.compile(r"https?://[^/\s]{1,200}(?:/[\w.-]{1,80}){0,5}/(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)")
# htmldate is not written for hostile pages; a date that cannot be read is no date.
FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError, etree.LxmlError)


def read_day(value: str, because: str, basis: Basis = "stated") -> When | None:
    """Read one day from a field; None when it holds none, or one that could be read in two ways.

    >>> read_day("2024-05-03T00:15:00+02:00", "the page's JSON-LD datePublished").edtf
    '2024-05-03'
    >>> read_day("03/05/2024", "the page's meta date") is None
    True
    """
    day = _parse(value[:100])
    if day is None:
        return None
    shown = "".join(c if c.isprintable() else " " for c in value[:60]).strip()
    return When(basis=basis, edtf=day, earliest=day, latest=day, because=f"{because}: {shown}")


def search_day(root: etree._Element) -> When | None:
    """Search the head of a page for a date in a field that we do not know by name, then its address."""
    if (when := _ask_htmldate(root)) is not None:
        return when
    for link in root.iter("link"):
        found = IN_ADDRESS.match(link.get("href") or "") if link.get("rel") == "canonical" else None
        if found:
            return read_day("/".join(found.groups()), "the page's address holds the day", "inferred")
    return None


def _ask_htmldate(root: etree._Element) -> When | None:
    """Give htmldate the meta elements alone: with the body it would guess from any date in it."""
    import htmldate  # slow to import, and most pages name their date in a field that we know

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    page = etree.Element("html")
    head = etree.SubElement(page, "head")
    etree.SubElement(page, "body")
    for meta in root.iter("meta"):
        content = meta.get("content") or ""
        if any(c.isdigit() for c in content[:100]) and len(content) < 100:
            head.append(etree.Element("meta", {str(name): str(value) for name, value in meta.attrib.items()}))
    if not len(head):
        return None
    try:
        day = htmldate.find_date(page, extensive_search=False, original_date=True)
    except FAILURES:
        return None
    return read_day(day, "a meta element of the page") if isinstance(day, str) else None


def _parse(value: str) -> str | None:
    year, month, day = 0, 0, 0
    if found := ISO.match(value) or SLASHED.match(value):
        year, month, day = (int(number) for number in found.groups())
    elif found := DAY_FIRST.search(value):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := MONTH_FIRST.search(value):
        month, day, year = _month(found[1]), int(found[2]), int(found[3])
    try:
        return datetime.date(year, month, day).isoformat() if year >= 1500 else None
    except ValueError:
        return None


def _month(name: str) -> int:
    names = MONTHS.split()
    return names.index(name.lower()) + 1 if name.lower() in names else 0
