"""What a page says about its own parts: the names, roles and classes of its elements.

Publishers name their parts in their own way but with the same few words, so the words in an attribute are
compared with a short list; a word that speaks of a state ("has-sidebar") makes the whole name void.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from lxml import etree

from onrecord.lexicons import lexicon

# In this order: a correction in an <aside>, or an author's name in a share bar, is what the inner word says.
KINDS = ("correction", "pullquote", "caption", "credit", "byline", "dateline", "standfirst", "headline", "furniture")
TAGS = {
    "nav": "furniture", "aside": "furniture", "footer": "furniture", "form": "furniture", "button": "furniture",
    "select": "furniture", "menu": "furniture", "dialog": "furniture", "label": "furniture",
    "figcaption": "caption", "time": "dateline",
}  # fmt: skip
ROLES = ("navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "toolbar", "menu", "menubar")
PROPERTIES = {
    "author": "byline", "creator": "byline", "datePublished": "dateline", "dateModified": "dateline",
    "description": "standfirst", "alternativeHeadline": "standfirst", "caption": "caption", "headline": "headline",
    "correction": "correction",
}  # fmt: skip
NAMED_BY = ("class", "id", "data-component", "data-testid", "data-qa", "data-type")
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
MAX_NAMES = 2000  # characters of an attribute that are looked at


@cache
def _lists() -> dict[str, frozenset[str]]:
    marks: dict[str, list[str]] = lexicon("layout")["marks"]
    return {name: frozenset(words) for name, words in marks.items()}


def marks_of(tag: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kinds that an element claims for what it holds, most telling first."""
    found = {TAGS[tag]} if tag in TAGS else set()
    if attributes:
        if attributes.get("role") in ROLES:
            found.add("furniture")
        if attributes.get("rel") == "author":
            found.add("byline")
        found.update(PROPERTIES[name] for name in attributes.get("itemprop", "").split() if name in PROPERTIES)
        for attribute in NAMED_BY:
            for name in attributes.get(attribute, "")[:MAX_NAMES].split():
                found.update(_kinds_of(name))
    return tuple(kind for kind in KINDS if kind in found) if found else ()


def is_hidden(element: etree._Element, tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell what a reader of the page does not see."""
    if tag == "dialog" and "open" not in attributes:
        return True
    if not attributes:
        return False
    style = attributes.get("style", "")[:MAX_NAMES].replace(" ", "").lower()
    if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        return True
    if any(name.lower() in _lists()["hidden"] for name in attributes.get("class", "")[:MAX_NAMES].split()):
        return True
    # A dialog that was open when the page was saved marks the whole article aria-hidden: believed only of small things.
    return attributes.get("aria-hidden") == "true" and next(element.iter("p", "h1", "article", "main"), None) is None


@lru_cache(maxsize=10_000)
def _kinds_of(name: str) -> tuple[str, ...]:
    words = [word.lower() for word in WORD.findall(name)]
    lists = _lists()
    if any(word in lists["states"] for word in words):
        return ()
    whole = "".join(words)
    pairs = [" ".join(pair) for pair in pairwise(words)]
    kinds = [kind for kind in KINDS if whole in lists[kind] or any(word in lists[kind] for word in words)]
    if any(pair in lists["furniture_pairs"] for pair in pairs):
        kinds.append("furniture")
    return tuple(kinds)
