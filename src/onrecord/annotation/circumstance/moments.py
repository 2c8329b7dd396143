"""When each thing was said: the date that is bound to the words of saying and not to what is said."""

from onrecord.annotation.circumstance.surroundings import cue_token
from onrecord.annotation.grammar import Grammar
from onrecord.annotation.time.tense import governing_verb
from onrecord.nouns.annotations import Attribution
from onrecord.nouns.record import Time
from onrecord.nouns.span import Span

BETWEEN = frozenset(
    {"", "on", "in", "at", "late", "early", "late on", "early on", ",", "later on", "back in", "earlier"}
)
LONGEST_BETWEEN = 12
JOINTS = frozenset({",", ", on", "on", ", in", "("})
# "Asked on Monday, she said": the verb before the words of saying that shares their time.
SHARING = frozenset(
    {"ask", "question", "speak", "address", "respond", "reply", "write", "talk", "appear", "quiz", "press"}
)
FARTHEST = 4


def find_moment(
    grammar: Grammar, attribution: Attribution, near: list[tuple[int, Span]], medium: int | None
) -> int | None:
    """Return the index of the date that hangs on the cue; of several the one that stands nearest.

    `near` are the dates of the cue's sentence, `medium` is the noun of what the words went through.
    """
    cue = cue_token(grammar, attribution)
    if cue is None:
        return None
    bound = [
        (index, at)
        for index, at in near
        if follows_cue(grammar, attribution, at)
        or (not any(span.overlaps(at) for span in attribution.content) and _is_bound(grammar, cue, medium, at))
    ]
    start = grammar.tokens[cue].start
    return min(bound, key=lambda one: abs(one[1].start - start))[0] if bound else None


def follows_cue(grammar: Grammar, attribution: Attribution, at: Span) -> bool:
    """Tell whether a date stands right behind the cue or its source: "said on Monday it would ask" dates the saying."""
    words = (*attribution.cue, *((attribution.source,) if attribution.source else ()))
    return any(
        one.end <= at.start <= one.end + LONGEST_BETWEEN
        and grammar.text[one.end : at.start].strip().casefold() in BETWEEN
        and (one in attribution.cue or _is_behind_cue(attribution, one))
        for one in words
    )


def leading_date(text: str, times: tuple[Time, ...], index: int) -> int:
    """Return the date that begins a run of them: in "next month, on 7 October" the second says the first again."""
    for _ in range(FARTHEST):
        joint = text[times[index - 1].at.end : times[index].at.start].strip() if index else None
        if joint is None or len(joint) > LONGEST_BETWEEN or joint.casefold() not in JOINTS:
            break
        index -= 1
    return index


def _is_behind_cue(attribution: Attribution, source: Span) -> bool:
    """Tell whether the source stands behind its cue: "said the clerk on Monday"."""
    return bool(attribution.cue) and attribution.cue[-1].end <= source.start


def _is_bound(grammar: Grammar, cue: int, medium: int | None, at: Span) -> bool:
    verb = governing_verb(grammar, at)
    if verb is None or verb == cue:
        return verb is not None
    one = grammar.tokens[verb]
    if one.head == cue and one.dep == "advcl":
        return one.lemma.lower() in SHARING or any(
            grammar.word(word) == "when" for word in grammar.kids(verb, "advmod")
        )
    if one.dep == "acl" and one.head == medium:
        return True  # "said in a video posted on Friday"
    return verb in _first_of_row(grammar, cue) and at.end <= one.start


def _first_of_row(grammar: Grammar, cue: int) -> set[int]:
    """Return the verbs that a cue follows in a row: a date before the first is shared ("on Monday met and said")."""
    row: set[int] = set()
    while grammar.tokens[cue].dep == "conj" and len(row) < FARTHEST:
        cue = grammar.tokens[cue].head
        row.add(cue)
    return row
