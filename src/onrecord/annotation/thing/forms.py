"""Whether a phrase opens a thing, goes back to a known one or names none, by its first words."""

from typing import Literal

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.thing.rules import is_of_rule, is_to_be_made
from onrecord.lexicons import lexicon

Form = Literal["definite", "indefinite", "pointing", "possessed", "bare", "absent", "denied"]

# The first word of a phrase, or the lack of one, tells whether it opens a new thing or goes back to a known one.
FORMS: dict[str, Form] = {
    **dict.fromkeys(("the", "both", "either", "neither", "such", "all"), "definite"),
    **dict.fromkeys(("this", "that", "these", "those"), "pointing"),
    **dict.fromkeys(("a", "an", "another", "one", "some"), "indefinite"),
    **dict.fromkeys(("no", "any", "every", "each"), "absent"),
}


def form_of(grammar: Grammar, first: int, index: int, words: tuple[str, ...]) -> Form:
    """Return the form of the phrase from its first token to its noun, whose words before the noun are given."""
    if not words:
        return "bare"
    if _points_back(grammar, first, index, words):
        return "definite"
    if words[0] in ("a", "an") and (is_of_rule(grammar, index) or is_to_be_made(grammar, index)):
        return "absent"
    if words[0] in ("no", "any") and grammar.tokens[index].dep == "dobj" and _is_made(grammar, index):
        return "denied"
    owned = any(grammar.tokens[place].tag in ("PRP$", "POS", "WP$") for place in range(first, index))
    return "possessed" if owned else FORMS.get(words[0], "bare")


def _points_back(grammar: Grammar, first: int, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether the words go back to a known thing although they open like new ones: "no such tape"."""
    such = words[:2] in (("no", "such"), ("any", "such")) or (first and grammar.word(first - 1) == "such")
    return bool(such) or (words[0] in ("a", "an") and _is_compared(grammar, index)) or _is_share(words)


def _is_made(grammar: Grammar, index: int) -> bool:
    """Tell whether a thing is what is made or sent: "had sent no letter", "never took any photo"."""
    return grammar.tokens[grammar.tokens[index].head].lemma.lower() in lexicon("items")["contest"]["making"]


def _is_share(words: tuple[str, ...]) -> bool:
    """Tell whether the words measure a part of what is known: "17 pages of the log"."""
    after = words[words.index("of") + 1 :] if "of" in words else ()
    return bool(after) and words[0] not in FORMS and FORMS.get(after[0]) in ("definite", "pointing")


def _is_compared(grammar: Grammar, index: int) -> bool:
    """Tell whether the words point back: "never sent a message like that"."""
    end = min(index + 3, len(grammar.tokens))
    return end == index + 3 and grammar.word(index + 1) == "like" and grammar.word(index + 2) in ("that", "this")
