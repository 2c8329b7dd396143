"""Which statements are told only to be taken back: what somebody denies was said, or what was wrongly reported.

"Police denied a report that the driver had said …" and "wrongly reported that she had confessed" name a speaker and
words, and tell that these were never so said. The statement stays on the record inside the other; it is no position.
"""

import re
from functools import cache

from onrecord.findings.sentences import sentence_around
from onrecord.findings.tellings import outer_of, statement_id
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Attribution
from onrecord.nouns.span import Span

WRONGLY = re.compile(
    r"\b(?:wrongly|falsely|mistakenly|incorrectly|erroneously|inaccurately|untruthfully)\s", re.IGNORECASE
)
FALSELY = re.compile(
    rf"{WRONGLY.pattern}+(?:\w+\s+){{0,2}}?"
    r"(?:report|sa[iy]|claim|state|stating|quot|suggest|impl|assert|attribut|wr[io]t|depict|describ|alleg|record|cit)\w*"
    r"\b[^,;:.]*$",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(
    r"\b(?:is|was|are|were|be|been|being)\s+(?:\w+ly\s+)?(?:not true|false|untrue|wrong|incorrect|baseless|mistaken|"
    r"inaccurate|fabricated|invented|made up|nonsense|lies|a lie|rubbish|unfounded)\b",
    re.IGNORECASE,
)


def refuted(one: Annotated) -> frozenset[str]:
    """Return the ids of the statements of an article that are told as never made."""
    attributions = one.annotations.attributions
    wrongly = WRONGLY.search(one.article.text) is not None
    return frozenset(
        statement_id(one, attribution)
        for index, attribution in enumerate(attributions)
        if attribution.reported and _is_refuted(one, index, wrongly=wrongly)
    )


def _is_refuted(one: Annotated, index: int, *, wrongly: bool) -> bool:
    attributions, text = one.annotations.attributions, one.article.text
    spans = _spans(attributions[index])
    if not spans:
        return False
    if any(_takes_back(text, attributions[outer], spans[-1]) for outer in outer_of(one, index)):
        return True
    if not wrongly:
        return False  # most articles say "wrongly" of nothing: their sentences are not sought
    before = text[sentence_around(text, spans[0]).start : spans[0].start]
    return FALSELY.search(before) is not None


def _spans(one: Attribution) -> list[Span]:
    return sorted([*one.cue, *one.content, *([one.source] if one.source else [])])


def _takes_back(text: str, outer: Attribution, last: Span) -> bool:
    """Tell whether the words around a statement refuse it: denied that she said so, called it false that she did."""
    cue = " ".join(at.of(text) for at in outer.cue).lower()
    if _refusing().search(cue):
        return True
    rest = (text[last.end : at.end] for at in outer.content if at.holds(last))
    return any(TAKEN_BACK.match(words.lstrip()) for words in rest)


@cache
def _refusing() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{word})\b" for word in lexicon("propositions")["negation"]["cues"]))
