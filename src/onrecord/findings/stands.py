"""Where one statement puts its speaker: on which item, on which proposition, how.

What the speaker pointedly did (refused, kept silent, did not answer) is a stand by its act alone; what was said is one
only where its words put a proposition about the thing forward. A mention is no position.
"""

import re
from collections.abc import Iterator

import msgspec

from onrecord.findings.avowals import Scene, Stand, avow, is_finding
from onrecord.findings.items import Stock, item_of, items_about
from onrecord.findings.pointing import only_thing, open_thing, pointers
from onrecord.findings.sides import take_sides
from onrecord.findings.withholdings import BARE, withhold
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.record import About, Statement
from onrecord.nouns.span import Span

# A class of people, not of things: "anyone who shares such tapes", or none at all: "no picture and no base".
PEOPLE = re.compile(
    r"\W*(?:that\s+)?(?:any(?:one|body)|no(?:body| one)|everyone|everybody|whoever|those who"
    r"|no \w+ (?:and|or|nor) no\w*)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.,;:!?\n]")
_STOOD_BY = re.compile(r"\b(?:st(?:ands?|ood|anding) by|defend(?:s|ed)|vouch\w*)\b", re.IGNORECASE)
_OWN_STORY = re.compile(
    r"(?:its|his|her|their|our) (?:\w+ )?(?:story|report|reports|reporting|article|coverage|publication)"
)


def find_stands(stock: Stock, one: Annotated, statement: Statement) -> Iterator[Stand]:
    """Yield the stands of one statement; what takes something back or is held gives none.

    A finding ("the laboratory found that …") is held and yet put forward.
    """
    scene = Scene(stock, one, statement)
    if (statement.attitude == "held" and not is_finding(scene)) or _takes_back(scene):
        return
    abouts = _abouts(scene)
    if statement.act in BARE:
        yield from withhold(scene)
    elif statement.general and not any(about.basis == "stated" for about in abouts):
        yield from _generally(scene)
    else:
        items = scene.stock.by_id
        claims = {about.id for about in abouts if about.id in items and items[about.id].kind == "claim"}
        things = [about for about in abouts if about.id not in claims]
        for about in things:
            yield from avow(_filled(scene), about, alone=len(things) == 1)
        if not things:
            yield from _by_story(scene)
        for about in abouts:
            if about.id in claims:
                yield from take_sides(scene, about)


def _takes_back(scene: Scene) -> bool:
    """Tell whether the cue takes back what it bears on: "withdrew his remark that …", not "I was wrong: it was cut"."""
    return scene.statement.act == "correct" and (scene.statement.mode != "direct" or not scene.cue)


def _filled(scene: Scene) -> Scene:
    """Give who takes neither side the rest of the clause as what that is on: "… nor denied writing the letter"."""
    said = scene.statement
    if said.act != "neither" or said.content_at or not said.cue_at:
        return scene
    rest = _CLAUSE_END.split(scene.text[said.cue_at[-1].end :], 1)[0]
    if not rest.strip():
        return scene
    at = Span(said.cue_at[-1].end, said.cue_at[-1].end + len(rest))
    return msgspec.structs.replace(scene, statement=msgspec.structs.replace(said, content_at=(at,)))


def _by_story(scene: Scene) -> Iterator[Stand]:
    """Yield the stand of who stands by "its report": for the thing that the article is about, if it is about one."""
    words = " ".join(at.of(scene.text) for at in scene.statement.content_at)
    only = only_thing(scene.one, scene.statement.cue_at[0]) if scene.statement.cue_at else None
    if only is None or not _STOOD_BY.search(scene.cue) or not _OWN_STORY.fullmatch(words.strip(" .,")):
        return
    item = item_of(scene.stock, scene.one, only)
    because = f"“{scene.cue} {words}”; “{only.at.of(scene.text)}” is the only contested thing of the article"
    yield Stand(item, "genuine", "affirms", scene.statement, words, because)


def _abouts(scene: Scene) -> tuple[About, ...]:
    known = tuple(about for about in scene.statement.about if about.id in scene.stock.by_id)
    return known or items_about(scene.stock, scene.one, scene.statement.content_at) or _only(scene)


def _only(scene: Scene) -> tuple[About, ...]:
    """Return the thing that a pronoun far from it means where the article is about no other."""
    spans = scene.statement.content_at
    thing = only_thing(scene.one, spans[0]) if spans else None
    if thing is None or not any(pointers(scene.text, span) for span in spans):
        return ()
    because = f"“{thing.at.of(scene.text)}” is the only contested thing of the article"
    return (About(item_of(scene.stock, scene.one, thing), "inferred", because),)


def _generally(scene: Scene) -> Iterator[Stand]:
    """Yield a stand on a whole class, for the one thing that the article puts beside it."""
    spans = (*scene.statement.content_at, *scene.statement.cue_at)
    if spans and PEOPLE.match(spans[0].of(scene.text)):
        return
    thing = open_thing(scene.one, min(spans)) if spans else None
    if thing is not None:
        because = f"speaks of a whole class; “{thing.at.of(scene.text)}” is the thing told of beside it"
        item = item_of(scene.stock, scene.one, thing)
        yield Stand(item, "genuine", "general", scene.statement, None, because)
