"""The circle that somebody stands in: the roles, the company and the "he" or "she" that one article gives them.

Two of one name are told apart by it, or shown to be one.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.findings.offices import is_short_for, offices_at
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.draft import Circle, Gender

SAID = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
        "herself": "she"}  # fmt: skip
TWICE = 2  # pronouns that have to agree: one alone may be resolved wrongly


class Circles(msgspec.Struct):
    """What all articles so far say of somebody together."""

    own: set[tuple[str, ...]]
    offices: dict[str, set[str | None]]  # bodies by title
    company: set[tuple[str, ...]]
    gender: Gender = ""


def circle_of(one: Annotated, members: Sequence[int], own: tuple[str, ...]) -> Circle:
    """Return the circle of the mentions of one chain, but for the company; `own` are the words of its name."""
    found = (office for index in members for office in offices_at(one, index) if office.when in ("current", "then"))
    offices = tuple(dict.fromkeys((office.title.casefold(), office.of) for office in found))
    return Circle(own=own, offices=offices, gender=_gender(one, members))


def widen(circles: Circles, one: Circle) -> None:
    """Add what one more article says."""
    circles.own.add(one.own)
    circles.company |= one.company
    circles.gender = circles.gender or one.gender
    for title, body in one.offices:
        circles.offices.setdefault(title, set()).add(body)


def agree(one: Circle, known: Circles) -> Literal["role", "company", ""]:
    """Say what speaks for two being one: an office of both, or somebody else who is named beside both."""
    if any(_is_one_office(body, other) for title, body in one.offices for other in known.offices.get(title, ())):
        return "role"
    shared = (name for name in one.company if name in known.company and name != one.own and name not in known.own)
    return "company" if next(shared, None) else ""


def contradict(one: Circle, known: Circles) -> bool:
    """Tell whether somebody cannot be the bearer of these: a "she" and a "he", or other offices among other people."""
    if one.gender and known.gender and one.gender != known.gender:
        return True
    return bool(one.offices and known.offices) and not agree(one, known)


def _is_one_office(body: str | None, other: str | None) -> bool:
    return is_short_for(body, other) or is_short_for(other, body)


def _gender(one: Annotated, members: Sequence[int]) -> Gender:
    """Return what titles and pronouns agree on; a title counts as much as two pronouns."""
    text, honorifics = one.article.text, lexicon("people")["honorifics"]
    counts = {"he": 0, "she": 0}
    for index in members:
        mention = one.annotations.mentions[index]
        if mention.form == "pronoun":
            said = SAID.get(mention.at.of(text).casefold())
            if said:
                counts[said] += 1
        elif mention.form == "name":
            title = text[mention.at.start : mention.head.start].casefold().replace(".", "").split()
            for gender in ("he", "she"):
                counts[gender] += TWICE * any(word in honorifics[gender] for word in title)
    if counts["he"] >= TWICE and not counts["she"]:
        return "he"
    return "she" if counts["she"] >= TWICE and not counts["he"] else ""
