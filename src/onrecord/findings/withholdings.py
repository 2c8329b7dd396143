"""Where somebody stands who pointedly did not speak: declined, kept silent, gave no reply."""

from collections.abc import Iterator

from onrecord.findings.avowals import Scene, Stand
from onrecord.findings.items import items_of
from onrecord.findings.refusals import Refusal, refused_on
from onrecord.nouns.record import About, PositionValue

# Acts that are a stand by themselves, on no proposition in particular.
BARE: dict[str, PositionValue] = {"decline": "declines", "silent": "silent", "no-reply": "no-reply"}


def withhold(scene: Scene) -> Iterator[Stand]:
    """Yield the stand of an act that is one by itself, on each item that it bears on."""
    said = scene.statement
    topic = refused_on(scene.one, Refusal(said.act, said.cue_at, said.content_at))
    for about in items_of(scene.stock, scene.one, topic) or _left_out(scene):
        because = "; ".join(filter(None, (f"the article says so at “{scene.cue}”", about.because)))
        yield Stand(about.id, "other", BARE[said.act], said, None, because)


def _left_out(scene: Scene) -> list[About]:
    """Return the items that what is not said is known to bear on: "would not say whether either is in the file"."""
    said = scene.statement
    return [about for about in said.about if about.id in scene.stock.by_id] if said.act != "no-reply" else []
