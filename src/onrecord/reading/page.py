"""The page as a tree: mark-up of any quality parsed within bounds, with nothing fetched and no entity opened."""

import re
from types import SimpleNamespace

from lxml import etree

from onrecord.errors import SourceError

# libxml2 stops at 2,048 open tags and drops the rest of the page without an error that lxml would raise. The deepest
# real page measured has fewer than 60, so a page beyond that is made to hurt and is refused instead of cut.
TOO_DEEP = "Excessive depth"
# Building a tree takes time by the square of the attributes of one element: 40,000 take twelve seconds and a million
# would take hours. Real elements have fewer than fifty.
MAX_ATTRIBUTES = 1000
# In XHTML "<div/>" is a whole element; read as HTML it would be left open and swallow the rest of the page.
EMPTY_TAG = re.compile(r"<(script|style|div|span|p|a|i|b|em|iframe|title|textarea|noscript)\b([^<>]{0,2000})/>", re.I)


def parse(page: str) -> etree._Element:
    """Parse a decoded page; raises SourceError when it holds no element or is built to exhaust its reader."""
    if page[:200].lstrip().startswith("<?xml"):
        page = EMPTY_TAG.sub(r"<\1\2></\1>", page)
    body = page.encode("utf-8", "replace")  # bytes, since lxml refuses text that declares an encoding of its own
    _weigh(body)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.LxmlError:
        root = None
    if any(TOO_DEEP in error.message for error in parser.error_log):
        raise SourceError("is nested more than 2,000 tags deep: save its text as .txt")
    if root is None:
        raise SourceError("holds no page: save it again from a browser")
    return root


def _weigh(body: bytes) -> None:
    """Run over the tags once without building a tree, which takes time by the length of the page alone."""

    def start(_tag: str, attributes: dict[str, str]) -> None:
        if len(attributes) > MAX_ATTRIBUTES:
            raise SourceError(f"has a tag with {len(attributes):,} attributes: save its text as .txt")

    counter = SimpleNamespace(start=start, close=lambda: None)
    try:
        etree.fromstring(body, etree.HTMLParser(target=counter, encoding="utf-8", huge_tree=True, no_network=True))
    except etree.LxmlError:
        return  # the tree will say what is wrong with the page
