"""Every nominal of an article seen where it stands: in whose words, in which part of its clause, taken for whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.binding import coming_subject, outer_subject, own_subject
from onrecord.annotation.mention.figures import Scene
from onrecord.annotation.mention.nominals import Class, Nominal
from onrecord.annotation.mention.pairs import View, kind_of, role_of
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.annotation.mention.salience import Stage
from onrecord.annotation.mention.speech import turn_number
from onrecord.nouns.record import ActorKind

SORTS: Mapping[ActorKind, Class] = {"person": "person", "organisation": "body", "group": "person", "document": "thing"}
LEANING = frozenset({"he", "she", "they", "it"})


def view_nominals(stage: Stage, scene: Scene, nominals: Sequence[Nominal]) -> tuple[View, ...]:
    """Return a view of each nominal, in their order."""
    referring = _referring(stage)
    seen: Counter[int] = Counter()
    views = []
    for one in nominals:
        chain = scene.chain.get(referring.get(one.token, -1)) if not one.joint else None
        views.append(_view(stage, scene, one, chain, seen))
        if chain is not None:
            seen[chain] += 1
    return tuple(views)


def _referring(stage: Stage) -> dict[int, int]:
    """Return by token the reference that it is part of the name or noun of."""
    found = dict(stage.at)
    for index, one in enumerate(stage.references):
        if one.form == "name":
            for token in tokens_in(stage.grammar, one.head):
                found.setdefault(token, index)
    return found


def _view(stage: Stage, scene: Scene, one: Nominal, chain: int | None, seen: Counter[int]) -> View:
    grammar, token, kind = stage.grammar, one.token, kind_of(one)
    figure = None if chain is None else scene.figures[chain]
    turn = turn_number(stage.turns, one.at.start)
    quoted = grammar.quoted[token]
    talking = stage.speakers.get(quoted, -1 if turn < 0 else stage.turns[turn].speaker)
    return View(
        one=one,
        kind=kind,
        role=role_of(grammar, token),
        sentence=grammar.sentence[token],
        quoted=quoted,
        chain=chain,
        speaker=scene.chain.get(talking),
        turn=quoted if quoted >= 0 else -2 - turn,
        verb=grammar.tokens[token].head,
        sort=one.sort or ("" if figure is None else SORTS.get(figure.kind, "")),
        gender=one.gender or ("" if figure is None else figure.gender or figure.guess),
        source=token in stage.sources,
        seen=0 if chain is None else seen[chain],
        leans=_leans(grammar, token) if kind in LEANING else (None, None, None),
    )


def _leans(grammar: Grammar, token: int) -> tuple[int | None, int | None, int | None]:
    own = own_subject(grammar, token) if grammar.tokens[token].dep == "poss" or _is_self(grammar, token) else None
    return own, outer_subject(grammar, token), coming_subject(grammar, token)


def _is_self(grammar: Grammar, token: int) -> bool:
    return grammar.word(token).endswith(("self", "selves"))
