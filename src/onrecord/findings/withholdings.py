"""Where somebody stands who pointedly did not speak: declined, kept silent, gave no reply."""

from collections.abc import Iterator

from onrecord.findings.avowals import Scene, Stand
from onrecord.findings.items import item_of
from onrecord.findings.refusals import Refusal, refused_on
from onrecord.nouns.record import PositionValue

# Acts that are a stand by themselves, on no proposition in particular.
BARE: dict[str, PositionValue] = {"decline": "declines", "silent": "silent", "no-reply": "no-reply"}


def withhold(scene: Scene) -> Iterator[Stand]:
    """Yield the stand of an act that is one by itself, on each item that it bears on."""
    said = scene.statement
    topic = refused_on(scene.one, Refusal(said.act, said.cue_at, said.content_at))
    if topic is None:
        return
    for item in dict.fromkeys(item_of(scene.stock, scene.one, thing) for thing in topic.things):
        because = f"the article says so at “{scene.cue}”; {topic.because}"
        yield Stand(item, "other", BARE[said.act], said, None, because)
