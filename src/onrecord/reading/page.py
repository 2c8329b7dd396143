"""The page as a tree: mark-up of any quality parsed within bounds, with nothing fetched and no entity opened."""

import re

from lxml import etree

from onrecord.errors import SourceError

# libxml2 stops at 2,048 open tags and drops the rest of the page without an error that lxml would raise. The deepest
# real page measured has fewer than 60, so a page beyond that is made to hurt and is refused instead of cut.
TOO_DEEP = "Excessive depth"
# In XHTML "<div/>" is a whole element; read as HTML it would be left open and swallow the rest of the page.
EMPTY_TAG = re.compile(r"<(script|style|div|span|p|a|i|b|em|iframe|title|textarea|noscript)\b([^<>]{0,2000})/>", re.I)


def parse(page: str) -> etree._Element:
    """Parse a decoded page; raises SourceError when it holds no element or is nested beyond reason."""
    if page[:200].lstrip().startswith("<?xml"):
        page = EMPTY_TAG.sub(r"<\1\2></\1>", page)
    # Bytes, since lxml refuses text that declares an encoding of its own.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if any(TOO_DEEP in error.message for error in parser.error_log):
        raise SourceError("is nested more than 2,000 tags deep: save its text as .txt")
    if root is None:
        raise SourceError("holds no page: save it again from a browser")
    return root
