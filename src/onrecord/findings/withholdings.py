"""On which thing somebody pointedly did not speak: declined, kept silent, gave no reply.

The sentence names the thing, or a pronoun in it can mean only one; a bare "did not respond to a request for comment"
bears on the one thing that the whole article is about, where it is about one.
"""

import re
from collections.abc import Iterator

from onrecord.findings.avowals import Scene, Stand
from onrecord.findings.items import item_of
from onrecord.findings.pointing import only_thing, open_thing, things_in
from onrecord.findings.sentences import sentence_around
from onrecord.nouns.annotations import Thing
from onrecord.nouns.record import PositionValue
from onrecord.nouns.span import Span

# Acts that are a stand by themselves, on no proposition in particular.
BARE: dict[str, PositionValue] = {"decline": "declines", "silent": "silent", "no-reply": "no-reply"}
# Things by which somebody can be asked: "did not reply to a letter".
ASKED_IN = frozenset({"document", "message", "post"})

_ABOUT_IT = re.compile(
    r"\b(?:about|on|mention|discuss|to) (?:it|them)\b|\bwhether (?:\w+ ){0,4}?(?:it|they|them|its|their)\b"
)
_ON = re.compile(r"\b(?:about|on|over|regarding|concerning|whether|if)\b", re.IGNORECASE)
# Cues that name no matter of their own, and words behind them that do.
_BARELY = re.compile(r"\b(?:comment|respond|reply|replied|answer|return|reach|contact)", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:asked|about|over|regarding|concerning|whether)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:about|on(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|over|regarding|concerning|whether|if|why|who|how"
    r"|what|when|where|which|but|and|further|claims?|allegations?|letters?)\b",
    re.IGNORECASE,
)


def withhold(scene: Scene) -> Iterator[Stand]:
    """Yield the stand of an act that is one by itself, on each item that it bears on."""
    for item in _beside(scene) or _left_out(scene) or _before(scene) or _only(scene):
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


def _left_out(scene: Scene) -> list[str]:
    """Return the items that what is not said is known to bear on: "would not say whether either is in the file"."""
    said = scene.statement
    return [about.id for about in said.about if about.id in scene.stock.by_id] if said.act != "no-reply" else []


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


def _only(scene: Scene) -> list[str]:
    """Return the one item of the article where the words name no matter: "did not respond to a request for comment"."""
    cue = scene.statement.cue_at
    if not cue or scene.statement.act == "silent" or _BARELY.search(scene.cue) is None:
        return []
    sentence = sentence_around(scene.text, cue[-1])
    around = scene.text[sentence.start : cue[0].start], scene.text[cue[-1].end : sentence.end]
    only = only_thing(scene.one, cue[0])
    if only is None or _MATTER.search(around[1]) or _ASKED.search(around[0]):
        return []
    return [item_of(scene.stock, scene.one, only)]
