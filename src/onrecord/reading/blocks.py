"""The blocks of a page: every visible piece of running text in order, as a browser would lay it out.

The tree is walked with a stack of our own, since pages are nested deeper than Python may call. Inline
elements are joined, white space is collapsed, a <br> is a line break and two of them, as old pages write it,
a new block. No-break spaces, soft hyphens and zero-width marks are kept.
"""

import re
from collections.abc import Mapping

import msgspec
from lxml import etree

from onrecord.reading.marks import is_hidden, marks_of

UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "noframes", "iframe", "object", "embed", "applet", "canvas",
     "audio", "video", "map", "option", "datalist", "textarea", "annotation", "annotation-xml", "rp", "title")
)  # fmt: skip
INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "label", "mark", "math", "nobr", "q", "rb", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
     "sub", "sup", "time", "tt", "u", "var", "wbr", "svg", "img", "br", "input", "picture", "source", "mrow", "mi",
     "mn", "mo", "msup", "msub", "mfrac", "mtext", "mspace", "semantics")
)  # fmt: skip
# Drawings hold no running text; a paragraph inside one means that its end tag was forgotten.
BREAKS_OUT = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "li", "table", "article", "section", "blockquote")
)
# Containers that say nothing about where a paragraph belongs.
TRANSPARENT = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure",
     "figcaption")
)  # fmt: skip
# Pages set these beside one another with style alone to part them; a <b> or <sup> may stand inside a word.
APART = frozenset(("a", "label", "span", "time"))
SPACE = re.compile(r"[ \t\r\n\f]+")
LINE_END = re.compile(r" ?\n[ \n]*")
YEAR_END = re.compile(r"\b(?:19|20)\d\d$")
SENTENCE_END = re.compile(r"[a-z][.!?]$")
MIN_ALT_WORDS = 4  # shorter descriptions of pictures ("portrait", "The main entrance") say nothing that is reported


class Block(msgspec.Struct):
    """One visible piece of text, and what the page says about it."""

    text: str
    tag: str
    home: int  # number of the container it lies in
    linked: int = 0  # characters inside links
    bold: int = 0  # characters in bold
    marks: tuple[str, ...] = ()

    @property
    def link_share(self) -> float:
        """The share of the text that is linked elsewhere."""
        return self.linked / max(1, len(self.text))

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, as old pages set their subheads."""
        return self.bold >= 0.9 * len(self.text)


class Region(msgspec.Struct):
    """An element that claims something: the blocks it covers, from `first` up to `last`, and how much of their text."""

    marks: tuple[str, ...]
    tag: str
    first: int
    last: int = 0
    written: int = 0


class _Frame(msgspec.Struct):
    """One open element, with what it takes over from those around it."""

    tag: str
    shown: bool = True
    drawn: bool = False
    linked: bool = False
    bold: bool = False
    block: str = "body"
    home: int = 0
    region: Region | None = None


class _Pen(msgspec.Struct):
    """What has been written so far."""

    blocks: list[Block]
    regions: list[Region]
    stack: list[_Frame]
    pieces: list[str]
    pending: bool = False  # the pieces hold more than white space
    apart: bool = False  # what comes next begins an element that stands beside another one
    linked: int = 0
    bold: int = 0
    written: int = 0
    serial: int = 0


def find_blocks(root: etree._Element) -> tuple[list[Block], list[Region]]:
    """Return the visible blocks of a page in order, and the regions that its elements claim, inner ones first."""
    pen = _Pen([], [], [_Frame("body")], [])
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            _open(pen, element)
        else:
            _close(pen, element)
    _flush(pen, pen.stack[0])
    return pen.blocks, pen.regions


def _open(pen: _Pen, element: etree._Element) -> None:
    above = pen.stack[-1]
    tag, attributes = str(element.tag), {str(name): str(value) for name, value in element.items()}
    pen.serial += 1
    inline = tag in INLINE
    frame = _Frame(
        tag=tag,
        shown=above.shown and tag not in UNSEEN and not is_hidden(element, tag, attributes),
        drawn=(tag == "svg" or above.drawn) and tag not in BREAKS_OUT,
        linked=above.linked or tag == "a",
        bold=above.bold or tag in ("b", "strong"),
        block=above.block if inline else tag,
        home=above.home if inline or tag in TRANSPARENT else pen.serial,
    )
    if frame.shown and not inline:
        _flush(pen, above)
    if frame.shown and (marks := marks_of(tag, attributes)):
        frame.region = Region(marks, tag, len(pen.blocks), written=pen.written)
    pen.stack.append(frame)
    pen.apart = pen.apart or _stands_apart(element, tag)
    if tag in BEFORE:
        BEFORE[tag](pen, attributes)
    _write(pen, element.text or "", frame)


def _close(pen: _Pen, element: etree._Element) -> None:
    frame = pen.stack.pop()
    if frame.tag == "q":
        _write(pen, "”", frame)
    if frame.shown and frame.tag not in INLINE:
        _flush(pen, frame)
    if frame.region is not None:
        frame.region.last = len(pen.blocks) + pen.pending
        frame.region.written = pen.written - frame.region.written
        pen.regions.append(frame.region)
    _write(pen, element.tail or "", pen.stack[-1])


def _write(pen: _Pen, text: str, frame: _Frame) -> None:
    if not text or not frame.shown or frame.drawn:
        return
    piece = text if frame.tag == "pre" else SPACE.sub(" ", text)
    seen = len(piece.strip())
    if not seen and not pen.pending:
        return
    if pen.pending and _is_glued(pen, piece):
        pen.pieces.append(" ")
    pen.pieces.append(piece)
    pen.apart = False
    pen.pending = True
    pen.written += seen
    pen.linked += seen if frame.linked else 0
    pen.bold += seen if frame.bold else 0


def _stands_apart(element: etree._Element, tag: str) -> bool:
    """Tell whether an inline element follows another one with nothing between them."""
    before = element.getprevious() if tag in APART else None
    return before is not None and before.tag in APART and not before.tail


def _is_glued(pen: _Pen, piece: str) -> bool:
    """Tell whether style alone parts a piece from the one before: a caption and its credit, a name and a day."""
    last = pen.pieces[-1]
    if piece[0].isupper() and SENTENCE_END.search(last[-2:]):
        return True
    if not pen.apart or not (last[-1].islower() or last[-1].isdigit()):
        return False
    if piece[0].isdigit():
        return last[-1].islower() or YEAR_END.search(last[-5:]) is not None
    return piece[0].isupper() and (last[-1].islower() or piece[1:2].islower())


def _break(pen: _Pen, _: Mapping[str, str]) -> None:
    """Write a line break; the second one in a row ends the block."""
    if not pen.stack[-1].shown or not pen.pending:
        return
    if "".join(pen.pieces[-2:]).rstrip(" ").endswith("\n"):
        _flush(pen, pen.stack[-2])
    else:
        pen.pieces.append("\n")


def _describe(pen: _Pen, attributes: Mapping[str, str]) -> None:
    """Write the description of a picture as a block of its own, where it is a sentence and cuts none in two."""
    words = SPACE.sub(" ", attributes.get("alt", "")).strip()
    frame = pen.stack[-1]
    if frame.shown and not frame.drawn and not pen.pending and len(words.split()) >= MIN_ALT_WORDS:
        pen.blocks.append(Block(words, "img", frame.home, len(words) if frame.linked else 0))


def _quote(pen: _Pen, _: Mapping[str, str]) -> None:
    """Write the mark that a browser sets before a <q>."""
    _write(pen, "“", pen.stack[-1])


def _flush(pen: _Pen, frame: _Frame) -> None:
    """End the block that is being written."""
    if pen.pending:
        text = LINE_END.sub("\n", re.sub(" +", " ", "".join(pen.pieces))).strip(" \n")
        pen.blocks.append(Block(text, frame.block, frame.home, pen.linked, pen.bold))
    pen.pieces.clear()
    pen.pending = pen.apart = False
    pen.linked = pen.bold = 0


BEFORE = {"br": _break, "img": _describe, "q": _quote}
