"""Render: a dossier becomes one self-contained HTML page, the same bytes for the same dossier.

The page runs no script and asks nothing of a network: its policy allows one style sheet, named by its digest.
Everything is escaped, always; no value of a dossier enters the page as markup.
"""

import hashlib
from base64 import b64encode
from collections import Counter
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.dossiers.wording import ACTORS, VALUES
from onrecord.nouns.dossier import Dossier


def render(dossier: Dossier) -> str:
    """Return the page."""
    environment = _environment()
    keys = _keys(dossier)
    style = environment.get_template("style.css").render(keys=keys)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = environment.get_template("dossier.html").render(
        dossier=dossier, keys=keys, digest=digest, values=VALUES, actors=ACTORS
    )
    # Half a surrogate pair is no character and cannot be written to a file.
    return page.encode("utf-8", "replace").decode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.dossiers", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["exact"] = exact
    return environment


def exact(text: str) -> Markup:
    """Escape words of an article so that a reader of HTML gets back every character.

    A bare carriage return would be read as a line feed.

    >>> exact("a\\r\\n<b>")
    Markup('a&#13;\\n&lt;b&gt;')
    """
    return escape(text).replace("\r", Markup("&#13;"))


def _keys(dossier: Dossier) -> dict[str, bool]:
    """Return the rows whose words light up together, and whether they stand in several blocks.

    These are the statements, whose number lights up as the way back, and other rows of several fragments.

    The style sheet names siblings for the first and `:has` for the second only: a `:has` for every row made
    a browser look through the whole page once per row, minutes for three thousand statements.
    """
    blocks = [block for text in dossier.texts for run in text.runs for block in run]
    fragments = Counter(key for block in blocks for fragment in block.fragments for key in fragment.keys)
    spread = Counter(key for block in blocks for key in {key for one in block.fragments for key in one.keys})
    return {key: spread[key] > 1 for key, count in fragments.items() if count > 1 or key.startswith("s")}
