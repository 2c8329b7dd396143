"""What a page says of itself: title, outlet, author, dates, address and language, and which field said so."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from lxml import etree

from onrecord.nouns.when import When
from onrecord.reading.days import read_day, search_day
from onrecord.reading.linked import Node, find_article, texts
from onrecord.reading.wording import normalise

MAX_VALUE = 500  # characters of a field
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name")
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "parsely-author")
SUMMARIES = ("og:description", "description", "twitter:description", "dc.description")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created",
    "pubdate", "publishdate", "publish-date", "publish_date", "published", "publication_date", "publication-date",
    "date_published", "parsely-pub-date", "sailthru.date", "article.published", "citation_publication_date",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "rnews:datepublished", "displaydate", "created",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
    "last-modified", "modified", "article.updated", "article:modified", "revised",
)  # fmt: skip
# Words in the names of fields that publishers make up: "analytics.articleDate", "x:publish-date".
DATE_WORDS = ("articledate", "publishdate", "publisheddate", "datepublish", "pubdate", "publicationdate", "publishtime")
MAX_NAME = 60
SITE = re.compile(r"\s+(?:[|·•»—–-]|::)\s+")  # what stands between a headline and the name of the outlet in <title>


Metas = dict[str, list[str]]  # the values of each meta element of a name, in the order of the page


class Metadata(msgspec.Struct, frozen=True):
    """What a page says of itself; every field is null where the page says nothing."""

    heading: str = ""
    titles: tuple[str, ...] = ()
    summary: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: When | None = None
    modified: When | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(root: etree._Element) -> Metadata:
    """Read the metadata of a page from JSON-LD, meta elements, <time>, and its links, in this order."""
    article, metas = find_article(root), _metas(root)
    heading = _title(root)
    return Metadata(
        titles=tuple(_titles(article, metas, heading)),
        summary=next(iter((*texts(article.get("description")), *_values(metas, SUMMARIES))), None),
        outlet=next(iter((*texts(article.get("publisher")), *_values(metas, OUTLETS))), None),
        heading=heading,
        author=_join((*texts(article.get("author")),) or _values(metas, AUTHORS)),
        published=_day(article, "datePublished", metas, PUBLISHED)
        or _marked(root, "datePublished")
        or search_day(root),
        modified=_day(article, "dateModified", metas, MODIFIED) or _marked(root, "dateModified"),
        url=_url(root, article, metas),
        language=_language(root, article, metas),
    )


def _metas(root: etree._Element) -> Metas:
    """Return the values of the meta elements by name in small letters."""
    metas: Metas = {}
    for meta in root.iter("meta"):
        content = " ".join((meta.get("content") or "")[: 4 * MAX_VALUE].split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, []).append(content)
    return metas


def _values(metas: Metas, names: Sequence[str]) -> tuple[str, ...]:
    """Return the values of the fields in their order, the first of each name; an address is no name of anybody."""
    values = (metas[name][0] for name in names if name in metas)
    return tuple(value[:MAX_VALUE] for value in values if not value.startswith(("http://", "https://")))


def _title(root: etree._Element) -> str:
    title = next(root.iter("title"), None)
    return _words(title)[: 2 * MAX_VALUE] if title is not None else ""


def _words(element: etree._Element) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _titles(article: Node, metas: Metas, heading: str) -> Iterator[str]:
    """Yield every form of the title, the likeliest first."""
    yield from texts(article.get("headline"))
    yield from _values(metas, TITLES)
    if heading:
        yield heading
        pieces = SITE.split(heading)
        yield from (pieces[0], max(pieces, key=len)) if len(pieces) > 1 else ()
        yield from heading.split(": ", 1)[1:]


def find_outlet(heading: str, headline: str | None) -> str | None:
    """Read the outlet off the title of a page where the rest of it is the headline.

    >>> find_outlet("Bridge closed | The Star", "Bridge closed")
    'The Star'
    """
    wanted = normalise(headline or "")
    for separator in SITE.finditer(heading):
        before, after = heading[: separator.start()], heading[separator.end() :]
        if wanted and wanted in (normalise(before), normalise(after)):
            return after if normalise(before) == wanted else before
    return None


def _day(article: Node, key: str, metas: Metas, names: Sequence[str]) -> When | None:
    """Read a day from JSON-LD, else from the meta elements; a value that is no day hides no later one."""
    for value in texts(article.get(key), "@value"):
        if when := read_day(value, f"the page's JSON-LD {key}"):
            return when
    others = [name for name in metas if names is PUBLISHED and any(word in _letters(name) for word in DATE_WORDS)]
    for name in (*names, *others):
        for value in metas.get(name, ()):
            if when := read_day(value, f"the page's meta {name[:MAX_NAME]}"):
                return when
    return None


def _letters(name: str) -> str:
    return "".join(c for c in name if c.isalpha())


def _marked(root: etree._Element, name: str) -> When | None:
    """Read a day from an element that is marked with what it dates."""
    for element in root.iter("time", "span", "meta", "abbr", "div", "p"):
        if name in (element.get("itemprop") or "").split() or (
            name == "datePublished" and element.get("pubdate") is not None
        ):
            value = element.get("datetime") or element.get("content") or element.get("title") or ""
            if when := read_day(value, f"the page's itemprop {name}"):
                return when
    return None


def _url(root: etree._Element, article: Node, metas: Metas) -> str | None:
    canonical = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    stated = (*texts(article.get("url")), *texts(article.get("mainEntityOfPage"), "@id"))
    found = (*canonical, *metas.get("og:url", ()), *stated)
    return next((url for url in found if url.startswith(("http://", "https://")) and len(url) <= 2000), None)


def _language(root: etree._Element, article: Node, metas: Metas) -> str | None:
    """Return the language that the page declares, as BCP 47 writes it."""
    declared = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    stated = (*metas.get("content-language", ()), *metas.get("og:locale", ()))
    named = (*texts(article.get("inLanguage"), "alternateName"), *stated)
    for value in (*declared, *named):
        tag = (value or "").strip().replace("_", "-")
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag):
            return tag
    return None


def _join(names: Sequence[str]) -> str | None:
    """Join the names of several authors, each one once."""
    return ", ".join(dict.fromkeys(names))[:MAX_VALUE] or None
