"""What somebody owns up to, or refuses, about a thing in so many words.

The words of the content say which proposition is put forward; the cue can turn it round ("denied that …"), and a
condition, a doubt or a question can take the edge off it. Where they leave it open, there is no stand.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.findings.items import Stock, item_of
from onrecord.findings.masks import Masked, mask
from onrecord.findings.pointing import pointers, things_in
from onrecord.findings.propositions import Claim, clauses, find_claims, is_embedded, is_negated
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.record import About, PositionValue, Proposition, Statement
from onrecord.nouns.span import Span

ASKING = frozenset({"demand", "ask", "urge"})
SHORT = 8  # words of a content that can be the thing itself and no clause about it
# What a thing says, and not the thing: "disputed the findings of the report".
WITHIN = r"(?:findings?|conclusions?|contents?|allegations?|accusations?|claims?|assertions?|figures?|version)"

_CLAUSAL = re.compile(
    r"\W*(?:that|having|any|being|whether|if|how|what|it|he|she|they|we|i|there|who)\b"
    r"|.*?\b(?:is|are|was|were|has|have|had|will|would)\b",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = re.compile(
    rf"\W*(?:(?:all|any|most|many|some|none) (?:of )?)?(?:(?:the|its|their|these|those) )?(?:[\w'’]+ )?{WITHIN}\b",
    re.IGNORECASE,
)


# What else stands for a thing that the words are known to bear on.
_BEARING = re.compile(
    r"\b(?:both(?: of (?:them|these|those))?(?=,? (?:are|were|is|was)\b)"
    r"|its(?= (?:location|date|setting|whereabouts)\b))",
    re.IGNORECASE,
)
_ITS_WORDS = re.compile(rf"\W*(?:its|their) (?:[\w'’]+ )?{WITHIN}\W*$", re.IGNORECASE)


class Stand(msgspec.Struct, frozen=True):
    """What one statement says about where its speakers stand on one proposition about one item."""

    item: str
    proposition: Proposition
    value: PositionValue
    statement: Statement
    text: str | None
    because: str


class Scene(msgspec.Struct, frozen=True):
    """A statement in its article, and the items of the story."""

    stock: Stock
    one: Annotated
    statement: Statement

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.one.article.text

    @property
    def cue(self) -> str:
        """The words that attribute, white space folded."""
        return " ".join(" ".join(at.of(self.text).split()) for at in self.statement.cue_at)


class Words(msgspec.Struct, frozen=True):
    """The masked words of a clause, and those of them that the proposition reaches over."""

    clause: str
    told: str


def avow(scene: Scene, about: About, *, alone: bool) -> Iterator[Stand]:
    """Yield the stands on one item; `alone` says that the statement bears on no other."""
    claims = list(_claims(scene, about, alone=alone)) or list(_under_if(scene, about, alone=alone))
    for claim, masked in claims:
        yield from _stand(scene, about, claim, masked)
    if not claims and scene.statement.act != "correct":
        yield from _on_the_thing(scene, about)


def _claims(scene: Scene, about: About, *, alone: bool) -> Iterator[tuple[Claim, Masked]]:
    """Yield each proposition about the item that the content puts forward, once."""
    item = scene.stock.by_id.get(about.id)
    claimed = item is not None and item.existence == "claimed"
    seen: set[Proposition] = set()
    for span in scene.statement.content_at:
        places = list(_places(scene, about, span, alone=alone))
        masked = mask(scene.text, span, places)
        unnamed = not places and about.basis == "inferred"
        for claim in find_claims(masked.words, scene.cue.lower(), claimed=claimed, unnamed=unnamed):
            if claim.proposition not in seen:
                seen.add(claim.proposition)
                yield claim, masked


def _under_if(scene: Scene, about: About, *, alone: bool) -> Iterator[tuple[Claim, Masked]]:
    """Yield what somebody goes on from without saying that it is so: "if it is an order, we obey; if it is not …"."""
    for span in scene.statement.content_at:
        masked = mask(scene.text, span, list(_places(scene, about, span, alone=alone)))
        for start, end in clauses(masked.words):
            clause = masked.words[start:end]
            opened = _pattern("conditional", "open").search(clause)
            if opened:
                proposition: Proposition = "content" if " from " in opened[0] else "genuine"
                reach = start + opened.end()
                yield Claim(proposition, holds=True, by_cue=False, start=start, end=end, reach=reach), masked
                return


def _places(scene: Scene, about: About, span: Span, *, alone: bool) -> Iterator[Span]:
    """Yield where the item stands in a span: by name, and by pronoun where nothing else can be meant."""
    named = [thing.at for content in scene.statement.content_at for thing in _named(scene, about, content)]
    yield from (at for at in named if span.holds(at))
    first = min((at.end for at in named), default=None)
    if about.basis == "inferred" or (alone and first is not None):
        yield from (at for at in pointers(scene.text, span) if first is None or at.start > first)
    if about.basis == "inferred" and not named:
        yield from (Span(*match.span()) for match in _BEARING.finditer(scene.text, span.start, span.end))


def _named(scene: Scene, about: About, span: Span) -> Iterator[Thing]:
    return (thing for thing in things_in(scene.one, span) if item_of(scene.stock, scene.one, thing) == about.id)


def _stand(scene: Scene, about: About, claim: Claim, masked: Masked) -> Iterator[Stand]:
    clause = masked.words[claim.start : claim.end]
    at = Span(masked.place(claim.start), min(masked.place(claim.end), len(scene.text)))
    asked = scene.text[at.end : at.end + 1] == "?"
    if asked and scene.statement.act not in ASKING and not scene.statement.quoted_at:
        return  # the writer's own question: "Is it real? Her agent says so."
    if _pattern("unsure", "after").match(masked.words, claim.end):
        return  # "it is a hoax, but maybe not"
    told = masked.words[claim.start : claim.reach]
    value = _value(scene, claim, Words(clause, told), asked=asked)
    if value:
        reasons = [f"“{scene.cue}” with words on whether it is {claim.proposition}", about.because]
        words = at.of(scene.text).strip(" “”\"'‘’,") or None
        because = "; ".join(reason for reason in reasons if reason)
        yield Stand(about.id, claim.proposition, value, scene.statement, words, because)


def _value(scene: Scene, claim: Claim, words: Words, *, asked: bool) -> PositionValue | None:
    if scene.statement.act == "neither":
        return "neither"
    lawful = claim.proposition == "lawful"  # "whether or not it is real, posting it is a crime" stands on that
    if not lawful and (
        _pattern("conditional").search(words.clause) or _pattern("conditional", "governed").search(words.told)
    ):
        return "conditional"
    if asked or scene.statement.act in ASKING:
        return "demands" if _demands(words.clause, asked=asked) else None
    opening = words.clause.lstrip(" \"'")
    if not (lawful and _pattern("conditional").match(opening)) and _is_open(opening, words.told):
        return None
    turned = not claim.by_cue and refuses(scene)
    return "affirms" if claim.holds ^ turned else "denies"


def _is_open(opening: str, told: str) -> bool:
    return opening.startswith("whether") or bool(_pattern("unsure").search(told))


def _demands(clause: str, *, asked: bool) -> bool:
    return bool(_pattern("demand").search(clause) or (asked and _pattern("demand", "questions").search(clause)))


def refuses(scene: Scene) -> bool:
    """Tell whether the cue itself refuses its content: "denied that …", not a "said" with a denial inside."""
    if is_finding(scene) and is_negated(scene.cue.lower()):
        return True
    words = [*lexicon("propositions")["negation"]["cues"], *lexicon("claims")["refusing"]]
    return any(re.search(rf"\b{word}\b", scene.cue.lower()) for word in words)


def is_finding(scene: Scene) -> bool:
    """Tell whether somebody is told to have found out: "found no sign that …", "concluded that …"."""
    return bool(_pattern("finding").search(scene.cue.lower()))


def _on_the_thing(scene: Scene, about: About) -> Iterator[Stand]:
    """Yield the stand of an act whose content names the thing and no proposition: "confirmed the memo"."""
    words = " ".join(span.of(scene.text) for span in scene.statement.content_at)
    value = _bare_value(scene)
    if value is None or (about.basis != "stated" and value != "neither" and not _ITS_WORDS.match(words)):
        return
    if not _CLAUSAL.match(words) and len(words.split()) <= SHORT and not is_embedded(words.lower()):
        proposition: Proposition = "content" if _WITHIN.match(words) else "genuine"
        because = f"“{scene.cue}” with the thing itself as what it bears on"
        yield Stand(about.id, proposition, value, scene.statement, words, because)
    elif value != "affirms":
        is_verdict = value == "neither" and _pattern("verdict").search(words.lower())
        left_open: Proposition = "genuine" if is_verdict else "other"
        yield Stand(about.id, left_open, value, scene.statement, words, f"“{scene.cue}” names the thing")


def _bare_value(scene: Scene) -> PositionValue | None:
    if scene.statement.act == "neither":
        return "neither"
    if scene.statement.act == "deny" and refuses(scene):
        return "denies"
    return "affirms" if scene.statement.act == "confirm" else None


@cache
def _pattern(name: str, part: str = "words") -> re.Pattern[str]:
    return re.compile("|".join(lexicon("propositions")[name][part]))
