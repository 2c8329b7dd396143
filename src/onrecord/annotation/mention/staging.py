"""The Stage of an article: its references, whose the names are, and who speaks where."""

from collections.abc import Sequence

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.bearers import Bearer
from onrecord.annotation.mention.descriptions import find_descriptions, is_national
from onrecord.annotation.mention.names import find_names
from onrecord.annotation.mention.namesakes import Bearing, tell_namesakes
from onrecord.annotation.mention.phrases import CALENDAR, is_age, root_in, tokens_in, tokens_under
from onrecord.annotation.mention.pronouns import find_pronouns
from onrecord.annotation.mention.references import Reference, fold, words_of
from onrecord.annotation.mention.salience import Stage, run_clock
from onrecord.annotation.mention.speech import speakers_in, turns_in
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.article import Article

# Who made the article is no part of its story.
TITLES = ("headline", "subhead")
SKIPPED = ("byline", "dateline", "credit", "furniture")


def set_stage(
    article: Article, grammar: Grammar, attributions: Sequence[Attribution]
) -> tuple[Stage, dict[int, Bearing]]:
    """Return what the references of an article are judged by, and whose its names are, by index of the reference."""
    roots = [_root_of(grammar, one) for one in attributions]
    sources = frozenset(root for root in roots if root is not None)
    references, bearers = _refer(article, grammar, sources)
    at = {one.token: index for index, one in enumerate(references)}
    stage = Stage(
        grammar=grammar,
        references=references,
        sources=sources,
        speakers=speakers_in(grammar, attributions, roots, at),
        turns=turns_in(article.text, attributions, roots, at),
        clock=run_clock(grammar),
        at=at,
    )
    bearings = dict(zip(bearers, tell_namesakes([(references[k], bearers[k]) for k in bearers]), strict=True))
    return stage, bearings


def skipped_tokens(article: Article, grammar: Grammar) -> frozenset[int]:
    """Return the tokens of the parts that say who made the article."""
    return tokens_under(grammar, tuple(part.at for part in article.parts if part.kind in SKIPPED))


def _root_of(grammar: Grammar, one: Attribution) -> int | None:
    """Return the head of a source's words; a day is nobody, wherever the parse puts it."""
    root = None if one.source is None else root_in(grammar, one.source)
    if one.source is None or root is None:
        return None
    if grammar.tokens[root].name in CALENDAR and not is_age(grammar, root):
        return None
    after = root + 1
    shouted = grammar.tokens[root].at.of(grammar.text).isupper() and after in tokens_in(grammar, one.source)
    # An opening word in capitals leads the parse astray: "TORVIK police said" makes a subject of the town.
    return after if shouted and grammar.word(after) in words_of("bodies", "bodies", "words") else root


def _refer(
    article: Article, grammar: Grammar, sources: frozenset[int]
) -> tuple[tuple[Reference, ...], dict[int, Bearer]]:
    """Return every reference in order of the heads, and by index what bears each name."""
    skipped = tuple(part.at for part in article.parts if part.kind in SKIPPED)
    titles = tuple(part.at for part in article.parts if part.kind in TITLES)
    found = find_names(grammar, skipped, titles)
    speaking = {one.words for one, _ in found if one.token in sources or _is_introduced(grammar, one)}
    full = {word for one, _ in found if " " in one.words for word in one.words.split()}
    outlet = fold(article.outlet or "")
    names = [
        (msgspec.structs.replace(one, aside=one.aside or fold(one.words) == outlet), bearer)
        for one, bearer in found
        if _can_speak(one, bearer, speaking, full) and not _is_origin(grammar, one)
    ]
    pronouns = find_pronouns(grammar, sources)
    descriptions = find_descriptions(grammar, sources, [*(one for one, _ in names), *pronouns])
    outside = skipped_tokens(article, grammar)
    kept = [one for one in descriptions if one.token not in outside]
    references = tuple(sorted([*(one for one, _ in names), *pronouns, *kept], key=_by_head))
    borne = {one.token: bearer for one, bearer in names}
    return references, {k: borne[one.token] for k, one in enumerate(references) if one.form == "name"}


def _by_head(one: Reference) -> tuple[int, int]:
    return one.head.start, one.token


def _is_introduced(grammar: Grammar, one: Reference) -> bool:
    """Tell whether the noun for a body or an account stands right before a name: "the newspaper As-Safir"."""
    before = tokens_in(grammar, one.head)[0] - 1
    if before < 0 or grammar.text[grammar.tokens[before].end : one.head.start] != " ":
        return False
    return grammar.word(before) in words_of("bodies", "bodies", "accounts")


def _is_origin(grammar: Grammar, one: Reference) -> bool:
    """Tell whether a lone word says whence or of what party something or somebody is, and names nobody.

    "The Italian coast" speaks of no Italian, and "the Democrat" describes whoever is one.
    """
    token = grammar.tokens[one.token]
    said = token.pos == "ADJ" and token.dep == "amod"
    return (said or is_national(grammar, one.token)) and " " not in one.words


def _can_speak(one: Reference, bearer: Bearer, speaking: set[str], full: set[str]) -> bool:
    """Tell whether a name can be a source: people and bodies can, a place or a work only where it is one.

    A lone word that the tagger takes for a body, and that is part of no full name, is as often a town or a web site:
    it must speak or be an acronym.
    """
    if bearer == "person" or one.words in speaking:
        return True
    lone = " " not in one.words and not (one.words.isupper() and len(one.words) > 1)
    return bearer == "organisation" and (not lone or one.words in full)
