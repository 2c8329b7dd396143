"""What is one and the same in an article, people and things alike: chains of phrases and pronouns.

Only what can be a source becomes an actor (`mentions.py`); these chains serve to say what "it" and "the vote" are.
"""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.annotation.grammar import index_parse
from onrecord.annotation.mention.chains import chain
from onrecord.annotation.mention.nominals import find_nominals
from onrecord.annotation.mention.ranking import Choice, rank
from onrecord.annotation.mention.staging import set_stage, skipped_tokens
from onrecord.annotation.mention.views import view_nominals
from onrecord.nouns.annotations import Attribution, Quote
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from onrecord.nouns.span import Span

ENOUGH = -1.0  # by which a candidate must outweigh none: on text held out this gives the best chains


def find_chains(
    article: Article, parse: Parse, quotes: tuple[Quote, ...], attributions: tuple[Attribution, ...]
) -> tuple[tuple[Span, ...], ...]:
    """Return the chains of an article that have two links or more, each in order of the text."""
    grammar = index_parse(article, parse, quotes)
    stage, bearings = set_stage(article, grammar, attributions)
    scene = chain(stage, bearings)
    nominals = find_nominals(grammar, skipped_tokens(article, grammar))
    choices = rank(view_nominals(stage, scene, nominals))
    return join([one.at for one in nominals], choices, ENOUGH)


def join(spans: Sequence[Span], choices: Sequence[Choice], enough: float) -> tuple[tuple[Span, ...], ...]:
    """Join each phrase with what it takes up, where that outweighs taking up nothing by enough."""
    first: dict[int, int] = {}
    found: dict[int, list[Span]] = defaultdict(list)
    for index, choice in enumerate(choices):
        taken = choice.antecedent if choice.margin > enough else None
        first[index] = index if taken is None else first[taken]
        found[first[index]].append(spans[index])
    return tuple(tuple(one) for one in found.values() if len(one) > 1)
