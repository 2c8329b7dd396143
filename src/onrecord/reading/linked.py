"""JSON-LD: what a page says of itself as data, found in graphs of any shape."""

import json
from collections.abc import Iterator

from lxml import etree

from onrecord.reading.decoding import mend_surrogates

# Types of schema.org that are a news text; "…Article" covers the dozen kinds of article.
POSTINGS = ("LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report")
MAX_SCRIPT = 2_000_000  # characters; the largest one measured has 300,000
MAX_NODES = 20_000

Node = dict[str, object]


def find_article(root: etree._Element) -> Node:
    """Return the node that describes the article, or an empty one."""
    nodes = [node for script in root.iter("script") if _is_linked(script) for node in _nodes(script.text or "")]
    articles = [node for node in nodes if any(_is_article(kind) for kind in texts(node.get("@type")))]
    dated = [node for node in articles if node.get("datePublished")]
    found = next(iter(dated or articles), {})
    return {**_publisher(nodes), **found}


def texts(value: object, key: str = "name") -> tuple[str, ...]:
    """Return the texts of a value: of a string, of a node its name, of a list those of each member.

    JSON can escape half a character, "\\udfff", which no file can hold: it becomes U+FFFD.
    """
    if isinstance(value, str):
        return (" ".join(mend_surrogates(value).split()),) if value.strip() else ()
    if isinstance(value, dict):
        return texts(value.get(key)) if isinstance(value.get(key), str) else ()
    if isinstance(value, list):
        return tuple(text for member in value if not isinstance(member, list) for text in texts(member, key))
    return ()


def _is_linked(script: etree._Element) -> bool:
    return (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"


def _nodes(script: str) -> Iterator[Node]:
    """Read one script and yield all nodes in it, outer ones first; a script that is no JSON holds none."""
    try:
        waiting: list[object] = [json.loads(script[:MAX_SCRIPT].strip().strip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_article(kind: str) -> bool:
    name = kind.rsplit("/", 1)[-1]
    return name.endswith("Article") or name in POSTINGS


def _publisher(nodes: list[Node]) -> Node:
    """Return the publisher that stands beside the article in a graph and not inside it."""
    kinds = ("NewsMediaOrganization", "WebSite")
    for kind in kinds:
        for node in nodes:
            if kind in texts(node.get("@type")) and texts(node.get("name")):
                return {"publisher": node}
    return {}
