"""Who is mentioned: names, descriptions and pronouns, chained within the article."""

from collections.abc import Sequence

from onrecord.annotation.grammar import index_parse
from onrecord.annotation.mention.chains import chain
from onrecord.annotation.mention.figures import Scene
from onrecord.annotation.mention.offices import find_offices
from onrecord.annotation.mention.references import Reference
from onrecord.annotation.mention.staging import set_stage
from onrecord.annotation.mention.tenures import bound_offices
from onrecord.nouns.annotations import Attribution, Mention, Office, Quote
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.record import Time


def find_mentions(
    article: Article,
    parse: Parse,
    quotes: tuple[Quote, ...],
    attributions: tuple[Attribution, ...],
    times: tuple[Time, ...] = (),
) -> tuple[tuple[Mention, ...], tuple[Office, ...]]:
    """Find the mentions of an article and the offices they are given, both in order of the text."""
    grammar = index_parse(article, parse, quotes)
    stage, bearings = set_stage(article, grammar, attributions)
    scene = chain(stage, bearings)
    mentions = _mentions(stage.references, scene)
    return mentions, bound_offices(grammar, mentions, find_offices(grammar, stage.references, scene.chain), times)


def _mentions(references: Sequence[Reference], scene: Scene) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            at=one.at,
            head=one.head,
            form=one.form,
            kind=one.kind,
            chain=scene.chain.get(index),
            name=one.words if one.form == "name" else one.named,
            count=one.count,
            because=scene.because.get(index, ""),
        )
        for index, one in enumerate(references)
    )
