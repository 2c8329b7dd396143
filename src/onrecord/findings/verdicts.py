"""What words say becomes of a claim: that it is false, that there is no truth to it, that it is true.

The words are lower case with straight marks. Each reading is a pattern in the lexicon, so that what counts as a
verdict can be read there as a list.
"""

import re
from functools import cache
from typing import Literal

from onrecord.lexicons import lexicon

Verdict = Literal["refused", "upheld", "open"]


def verdict_beside(before: str, after: str) -> Verdict | None:
    """Return what the words before and after the noun for a claim say of it.

    >>> verdict_beside("there is no truth to ", ""), verdict_beside("", " are true")
    ('refused', 'upheld')
    """
    if _pattern("refused_after").match(after) or _pattern("refused_before").search(before):
        return "refused"
    return "upheld" if _pattern("upheld_after").match(after) else None


def verdict_alone(words: str) -> Verdict | None:
    """Return what is said of a claim that a pronoun means; "open" where the pronoun is all there is.

    >>> verdict_alone("it is a lie"), verdict_alone("that is not true"), verdict_alone("it")
    ('refused', 'refused', 'open')
    """
    if _pattern("refused_alone").search(words) or _pattern("untrue_alone").search(words):
        return "refused"
    if _pattern("upheld_alone").search(words):
        return "upheld"
    return "open" if _pattern("bare").match(words) else None


def calls_false(words: str) -> bool:
    """Tell whether a clause itself calls something false: it tells of the dispute and takes no side by repeating it."""
    return bool(_pattern("refused_after").search(words))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    claims = lexicon("claims")
    return re.compile(claims["verdicts"][name].format(false="|".join(claims["false"])))
