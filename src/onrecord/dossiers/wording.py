"""The English of the page: what each code of the record is called when somebody reads it."""

from onrecord.nouns.record import Act, ActorKind, LinkKind, Mode, PositionValue, Proposition, Role
from onrecord.nouns.threads import Change, ChangeKind, FlagKind, Ground

VALUES: dict[PositionValue, tuple[str, str]] = {
    "affirms": ("affirms", "says that it is so"),
    "denies": ("denies", "says that it is not so"),
    "neither": ("neither", "expressly neither confirms nor denies, or cannot verify"),
    "conditional": ("whether or not", "speaks on the footing of “if so” or “true or not”"),
    "general": ("in general", "speaks of such things and names none"),
    "demands": ("demands", "asks somebody else to take a position"),
    "declines": ("declines", "was asked and refused to answer"),
    "silent": ("silent", "spoke, and was observed not to mention it"),
    "no-reply": ("no reply", "was approached and did not answer, or could not be reached"),
}
PROPOSITIONS: dict[Proposition, str] = {
    "occurred": "That it exists or took place",
    "genuine": "That it is genuine and unaltered",
    "identity": "Whose voice, face or hand it is",
    "content": "What it shows or says",
    "lawful": "Whether making or disclosing it is lawful",
    "other": "Anything else, or the matter as a whole",
}
ACTS: dict[Act, str] = {
    "assert": "says",
    "confirm": "confirms",
    "deny": "denies",
    "neither": "neither confirms nor denies",
    "decline": "declines to answer",
    "silent": "is observed not to mention it",
    "no-reply": "does not reply",
    "demand": "demands",
    "urge": "urges",
    "threaten": "threatens",
    "warn": "warns",
    "promise": "promises",
    "predict": "predicts",
    "accuse": "accuses",
    "ask": "asks",
    "express": "expresses",
    "correct": "corrects",
    "rule": "states a rule",
}
MODES: dict[Mode, str] = {
    "direct": "quoted",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
    "none": "no words given",
}
ACTORS: dict[ActorKind, str] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "document": "document",
    "unnamed": "unnamed source",
}
# What a link says of the row it starts from, and of the row it ends at.
TIES: dict[LinkKind, tuple[str, str]] = {
    "posted": ("Posted", "Posted by or on"),
    "published": ("Published", "Published by"),
    "relayed": ("Passed on", "Passed on by"),
    "contains": ("Contains", "Contained in"),
    "proof": ("Offered as proof of", "Said to be proved by"),
    "follows": ("Said to come after", "Said to come before"),
}
CHANGES: dict[ChangeKind, str] = {
    "added": "added",
    "removed": "removed",
    "re-attributed": "attributed to somebody else",
    "relay": "told through other hands",
    "act": "another act",
    "hedged": "hedged",
    "unhedged": "no longer hedged",
    "condition": "another condition",
    "quoted": "quoted otherwise",
    "cue": "another word of saying",
    "number": "another number",
    "date": "another date",
    "name": "another name",
    "words": "other words",
}
FLAGS: dict[FlagKind, str] = {
    "contradiction": "look again",
    "paraphrase": "paraphrase and words differ",
    "interest": "a party to it",
    "edited": "edited since",
}
NOBODY = "speaker not given"
OWN_VOICE = "the article’s own voice"

SEVERAL = 2
OPENING = 110  # characters of a statement that a list shows; the whole stands on its card
# Bounds of the words for confidence; the number always stands beside the word.
SURE, FAIR = 0.8, 0.5


def say_confidence(confidence: float) -> str:
    """Say how sure the reading is, as a word and a number.

    >>> say_confidence(0.62)
    'fair (0.62)'
    """
    word = "high" if confidence >= SURE else "fair" if confidence >= FAIR else "low"
    return f"{word} ({confidence:.2f})"


def say_basis(basis: str, because: str | None) -> str | None:
    """Say how something is known, or nothing where the words state it.

    >>> say_basis("inferred", "counted from publication")
    'inferred: counted from publication'
    """
    if basis == "stated":
        return None
    if basis == "given":
        return because or "given"
    return f"{basis}: {because}" if because else basis


def say_role(role: Role) -> str:
    """Say a role with the time it holds for.

    >>> from onrecord.nouns.span import Span
    >>> say_role(Role("mayor", "a", Span(0, 5), of="Torvik", when="former"))
    'former mayor, Torvik'
    """
    before = "" if role.when == "current" else f"{role.when} "
    return f"{before}{role.title}" + (f", {role.of}" if role.of else "")


def say_sides(change: Change) -> tuple[str | None, str | None]:
    """Say what something was and what it is, codes in words.

    >>> say_sides(Change("act", "a", "b", None, None, "deny", "decline"))
    ('denies', 'declines to answer')
    """
    if change.kind not in ("act", "quoted"):
        return change.old, change.new
    called = {str(code): words for code, words in (*ACTS.items(), *MODES.items())}
    return called.get(change.old or ""), called.get(change.new or "")


def say_origins(ground: Ground) -> str | None:
    """Say from how many independent origins something is known, where the number of outlets says something else.

    >>> say_origins(Ground("p", 1, ("Echo", "Courier"), ("Echo",)))
    'in 2 outlets, from one origin: Echo'
    """
    if len(ground.outlets) < SEVERAL and ground.origins == ground.outlets:
        return None
    outlets = f"in {len(ground.outlets)} outlets, " if len(ground.outlets) >= SEVERAL else ""
    number = "one origin" if len(ground.origins) == 1 else f"{len(ground.origins)} independent origins"
    return f"{outlets}from {number}: {', '.join(ground.origins)}"


def opening_of(words: str) -> str:
    """Return the opening of long words, cut between two of them."""
    if len(words) <= OPENING:
        return words
    return words[:OPENING].rsplit(maxsplit=1)[0] + " …"
