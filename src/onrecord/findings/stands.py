"""Where one statement puts its speaker: on which item, on which proposition, how.

What the speaker pointedly did (refused, kept silent, did not answer) is a stand by its act alone; what was said is one
only where its words put a proposition about the thing forward. A mention is no position.
"""

import re
from collections.abc import Iterator

from onrecord.findings.avowals import Scene, Stand, avow, is_finding
from onrecord.findings.items import Stock, item_of, items_about
from onrecord.findings.pointing import open_thing, things_in
from onrecord.findings.sentences import sentence_around
from onrecord.findings.sides import take_sides
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.record import About, PositionValue, Statement
from onrecord.nouns.span import Span

# A class of people, not of things: "anyone who shares such tapes", or none at all: "no picture and no base".
PEOPLE = re.compile(
    r"\W*(?:that\s+)?(?:any(?:one|body)|no(?:body| one)|everyone|everybody|whoever|those who"
    r"|no \w+ (?:and|or|nor) no\w*)\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(r"\b(?:about|on|mention|discuss|to) (?:it|them)\b")
_ON = re.compile(r"\b(?:about|on|over|regarding|concerning|whether|if)\b", re.IGNORECASE)
# Things by which somebody can be asked: "did not reply to a letter".
ASKED_IN = frozenset({"document", "message", "post"})
# Acts that are a stand by themselves, on no proposition in particular.
BARE: dict[str, PositionValue] = {"decline": "declines", "silent": "silent", "no-reply": "no-reply"}


def find_stands(stock: Stock, one: Annotated, statement: Statement) -> Iterator[Stand]:
    """Yield the stands of one statement; what only echoes another, takes something back or is held gives none.

    A finding ("the laboratory found that …") is held and yet put forward.
    """
    scene = Scene(stock, one, statement)
    if (statement.attitude == "held" and not is_finding(scene)) or statement.same_as is not None or _takes_back(scene):
        return
    abouts = _abouts(scene)
    if statement.act in BARE:
        yield from _by_act(scene)
    elif statement.general and not any(about.basis == "stated" for about in abouts):
        yield from _generally(scene)
    else:
        items = scene.stock.by_id
        claims = {about.id for about in abouts if about.id in items and items[about.id].kind == "claim"}
        things = [about for about in abouts if about.id not in claims]
        for about in things:
            yield from avow(scene, about, alone=len(things) == 1)
        for about in abouts:
            if about.id in claims:
                yield from take_sides(scene, about)


def _takes_back(scene: Scene) -> bool:
    """Tell whether the cue takes back what it bears on: "withdrew his remark that …", not "I was wrong: it was cut"."""
    return scene.statement.act == "correct" and (scene.statement.mode != "direct" or not scene.cue)


def _abouts(scene: Scene) -> tuple[About, ...]:
    known = tuple(about for about in scene.statement.about if about.id in scene.stock.by_id)
    return known or items_about(scene.stock, scene.one, scene.statement.content_at)


def _by_act(scene: Scene) -> Iterator[Stand]:
    for item in _beside(scene) or _before(scene):
        because = f"the article says so at “{scene.cue}”"
        yield Stand(item, "other", BARE[scene.statement.act], scene.statement, None, because)


def _beside(scene: Scene) -> list[str]:
    """Return the items that the sentence of the cue names: the first after it, else before; two for "either email"."""
    spans = (*scene.statement.cue_at, *scene.statement.content_at)
    if not spans:
        return []
    window = sentence_around(scene.text, spans[0])
    things = things_in(scene.one, window)
    after = [thing for thing in things if thing.at.start >= spans[0].start] or list(things)
    if after and scene.statement.act == "no-reply" and _is_unanswered(scene, spans[0], after[0]):
        return []
    return list(dict.fromkeys(item_of(scene.stock, scene.one, thing) for thing in after if thing.at == after[0].at))


def _is_unanswered(scene: Scene, cue: Span, thing: Thing) -> bool:
    """Tell whether the thing is itself what got no reply: "did not answer a letter" says nothing of the leaked one."""
    between = scene.text[cue.end : thing.at.start] if cue.end <= thing.at.start else "about"
    return thing.kind in ASKED_IN and _ON.search(between) is None


def _before(scene: Scene) -> list[str]:
    """Return the one item that "did not answer two emails about it" can only mean."""
    cue = scene.statement.cue_at
    if not cue:
        return []
    sentence = sentence_around(scene.text, cue[-1])
    rest = scene.text[cue[0].start : sentence.end]
    thing = open_thing(scene.one, cue[0]) if _ABOUT_IT.search(rest) else None
    return [item_of(scene.stock, scene.one, thing)] if thing else []


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
