"""Which row somebody means by the words they typed: by id, by name, by alias, by some of its words.

What fits several rows, or none, is asked back with the rows that were possible; it is never guessed.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from onrecord.errors import QueryError

SHORTEST_ID = 4  # hex digits: shorter ones are more likely to be words
LISTED = 8


def choose(kind: str, typed: str, names: Mapping[str, Sequence[str]]) -> str:
    """Return the id of the row that is meant; `names` has every id with its name first and its aliases after.

    >>> choose("person", "varga", {"3f9a0c": ["Ilse Varga", "the mayor"], "77b1de": ["Jon Olm"]})
    '3f9a0c'

    Raises QueryError, with what to type instead, when the words fit no row or more than one.
    """
    found = fitting(typed, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryError(f"{typed!r} could be {_list(found, names)}: type the id or the whole name")
    if not names:
        raise QueryError(f"there is no {kind} in this case yet: add articles that name one")
    raise QueryError(f"no {kind} is called {typed!r}: {_suggest(typed, names)}")


def fitting(typed: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids that fit the words by the strictest rule that any fits, none where none does."""
    return next(filter(None, _by_each_rule(typed, names)), [])


def _by_each_rule(typed: str, names: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the ids that fit, once for each rule, the strictest first."""
    plain, words = _plain(typed), set(_plain(typed).split())
    return [
        [id_ for id_ in names if len(typed) >= SHORTEST_ID and id_.startswith(typed.lower())],
        [id_ for id_, called in names.items() if typed == called[0]],
        [id_ for id_, called in names.items() if plain == _plain(called[0])],
        [id_ for id_, called in names.items() if plain in map(_plain, called)],
        [id_ for id_, called in names.items() if words and words <= set(_plain(called[0]).split())],
        [id_ for id_, called in names.items() if words and any(words <= set(_plain(one).split()) for one in called)],
    ]


def _plain(name: str) -> str:
    """Fold what a reader would not type: case, punctuation and a leading article."""
    words = " ".join(re.findall(r"\w+", name.casefold()))
    return re.sub(r"^(?:the|a|an) (?=.)", "", words)


def _suggest(typed: str, names: Mapping[str, Sequence[str]]) -> str:
    plain = {_plain(one): id_ for id_, called in names.items() for one in called}
    near = [plain[one] for one in get_close_matches(_plain(typed), plain, n=3)]
    return f"did you mean {_list(near, names)}?" if near else f"there are {_list(list(names), names)}"


def _list(ids: Sequence[str], names: Mapping[str, Sequence[str]]) -> str:
    ids = list(dict.fromkeys(ids))
    shown = ", ".join(f"{names[id_][0]} ({id_[:8]})" for id_ in ids[:LISTED])
    return shown + (f" and {len(ids) - LISTED} more" if len(ids) > LISTED else "")
