"""Which thing words point to that do not name it: "it is fake", "that is not my voice".

Only where the paragraph leaves no choice: exactly one thing is open before the words. What is found so is
inferred, and says why; where two things stand there, nothing is found.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice

from onrecord.findings.verdicts import verdict_alone
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Annotated, Thing
from onrecord.nouns.span import Span

BACK = 3  # parts (with the white space between them) that the context reaches back
MANY = 200  # things of one paragraph that are read back; one that has more is a list, or a book without line breaks

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " "})
# What "it" does that a thing can do: "it had no record of it" and "it was looking into it" speak of an office.
_DOING = (
    r"(?:'t)?(?: not| now| still| also)? (?:(?:un)?(?:aware|able|willing)|looking|investigating|examining|reviewing"
    r"|checking|considering|working|seeking|taking|trying|waiting|preparing|planning|cooperating|consulting|confident"
    r"|committed|concerned|sorry|ready)\b"
)
_SHOWING = (
    r"(?:'t| not) (?:show|exist|prove|contain|say|mean|reflect|match|look|sound|depict|represent|come|mention|include"
    r"|name|tell|bear|carry)\b"
)
_BE = (
    rf"[\"']?(?:(?:is|was|are|were|isn|wasn)\b(?!{_DOING})|never existed|(?:does|did|doesn|didn)(?={_SHOWING})"
    r"|(?:has|had)(?= (?:not |never |ever |also |already )?been\b)"
    r"|show(?:s|ed|n)?|prove[sdn]?|depict(?:s|ed)|exist(?:s|ed)?|ends?|looks?|sounds?)\b"
)
# "That was untrue" speaks of what was said before, and not of a thing.
_BARE_TRUTH = r"[\w']*(?: \w+)?(?: not)? (?:untrue|true|false|wrong|right|correct|nonsense|rubbish|lies?|a lie)\b"
# What is done to things alone: "whoever posted it has broken the law".
_MADE = (
    r"(?:post(?:ed|s|ing)?|publish(?:ed|es|ing)?|leak(?:ed|s|ing)?|record(?:ed|s|ing)?|film(?:ed|s|ing)?|wrote|written"
    r"|writes?|typed?|dictated?|forged?|faked?|doctored?|edited?|uploaded?|signed?|authored|drafted|cropped|staged|deleted?)"
)
MADE = re.compile(rf"\b{_MADE} (?P<made>it|them)\b(?! to be)", re.IGNORECASE)
_POINTER = re.compile(
    rf"(?<![\w'])(?:it|this|that|these|those|they|them)(?= {_BE}|'s\b)(?!{_BARE_TRUTH})"
    r"|\bits(?= (?:authenticity|veracity|genuineness|existence|provenance)\b)"
    rf"|{MADE.pattern}"
    r"|(?<=\s)(?:it|them)(?=\s*(?:$|[.,;!?\"']|for\b|from\b|at\b|in\b|myself\b|himself\b|herself\b))"
    r"|^\W{0,2}(?:it|them|this)(?= (?:as|an?|the|nothing|fake|false|forged|doctored|fabricated|genuine|real)\b)"
)
# "I never wrote that": what somebody refuses to have said or made.
_UNSAID = re.compile(
    r"\b(?:never|not|\w+n't) (?:\w+ )?(?:wrote|write|written|sa(?:id|y)|sent|send|signed?|made|make|post(?:ed)?"
    r"|typed?|record(?:ed)?) (that|this|th[eo]se words|any such thing|such (?:a )?thing)(?=\s*(?:$|[.,;!?\"']))"
)
_BOTH = re.compile(
    r"\b(?:found|received|got|sent|posted|published|leaked|made|forged|obtained|took|taken|compared) them\b"
    r"|\b(?:both|neither)(?: of (?:them|these|those|the two))? (?:are|were|is|was|have been|came|come|ended|exist)\b"
    r"|\b(?:either|neither|both|each) of (?:them|these|those|the two)\b"
    r"|\b(?:they|these|those|the two) (?:are|were|aren't|weren't)(?: not| both| all| really| the| two| clearly)*"
    r" (?:different|separate|same|distinct|unrelated)\b"
)
# Words before a pronoun that name nothing which it could mean: "I have never seen".
_OPENING = re.compile(r"\W*(?:(?!(?:an?|the|no|any|every|each|my|our|your|his|her|their|this|that|to)\b)[\w']+ ){0,5}")
_TRACE = re.compile(
    r"\b(?:the|my|his|her|your|[\w']+'s) (?:voice|signature|handwriting)\b"
    r"|\b(?:the|that|this) (?:[\w-]+ )?(?:man|woman|boy|girl|person|child|soldier|figure)"
    r" (?:[\w-]+ ){0,5}?(?:is|was) (?:not )?(?:my|his|her|our|me|him)\b"
)


def pointers(text: str, span: Span) -> list[Span]:
    """Return where a pronoun in a span can stand for a thing: "it is fake", "I wrote it"."""
    words = span.of(text).lower().translate(PLAIN)
    found = [match.span("made" if match["made"] else 0) for match in _POINTER.finditer(words)]
    found += [match.span(1) for match in _UNSAID.finditer(words)]
    return [Span(span.start + start, span.start + end) for start, end in sorted(found)]


def points_to_both(text: str, span: Span) -> bool:
    """Tell whether a span can only mean two things: "both are mine", "they are two different shots"."""
    return bool(_BOTH.search(span.of(text).lower().translate(PLAIN)))


def opens_with_it(text: str, span: Span) -> bool:
    """Tell whether a span begins with what points back, so that nothing in it can be meant: "We received it in May"."""
    found = pointers(text, span)
    return bool(found) and _OPENING.fullmatch(text[span.start : found[0].start].lower().translate(PLAIN)) is not None


def says_of_it(text: str, span: Span) -> bool:
    """Tell whether a span says of a pronoun what can be said of a contested thing alone: "it is a crude forgery"."""
    return bool(_verdicts().search(span.of(text).lower().translate(PLAIN)))


def has_trace(text: str, span: Span) -> bool:
    """Tell whether a span speaks of what is on a thing, a voice or a hand, without naming the thing."""
    return bool(_TRACE.search(span.of(text).lower().translate(PLAIN)))


@cache
def _verdicts() -> re.Pattern[str]:
    contest = lexicon("items")["contest"]
    said = "|".join(contest["predicates"])
    return re.compile(
        rf"(?<![\w'])(?:it|this|that|they|these|those)(?!{_BARE_TRUTH})"
        r"(?: (?:is|was|are|were|isn't|wasn't|aren't|weren't|has been|have been)|'s|'re)"
        r"(?: (?:not|all|just|also|been|no|\w+ly)){0,2}(?: (?:an?|the|my|his|her|our|their))?(?: \w+)?"
        rf" (?:{said}|{'|'.join(contest['made'])})\b"
        r"|(?<![\w'])(?:it|this|that|they) (?:(?:does|did|do)(?: not|n't)|never) exist"
        r"|\b(?:whether|that|if) (?:it|they) (?:ever )?exist"
        rf"|^\W*(?:not |an? |the |\w+ly )*(?:\w+ )?(?:{said})(?=\W*$|[,.;!?]|,? (?:from|and|or|by)\b)"
        r"|\b(?:the|this) (?:whole |entire )?(?:matter|affair|thing) (?:is|was|has been)"
        r" (?:being |now |still |an? |under |complete )*(?:looked into|investigat\w+|examin\w+|verification|hoax"
        r"|fabrication|fake|forgery|invention|nonsense|set-?up)\b"
    )


def open_thing(one: Annotated, at: Span) -> Thing | None:
    """Return the one thing that is open where the span begins: in its paragraph, else in the one before."""
    parts = one.article.parts
    last = bisect_right(parts, at.start, key=lambda part: part.start)
    for part in reversed(parts[max(0, last - BACK) : last]):
        back = things_back(one, Span(part.start, at.start)) if part.start < at.start else iter(())
        things = (thing for thing in islice(back, MANY) if thing.kind != "claim")
        nearest = next(things, None)
        if nearest is not None:
            return nearest if all(thing.chain == nearest.chain for thing in things) else None
    return None


def only_thing(one: Annotated, at: Span) -> Thing | None:
    """Return the one thing, claims aside, that the whole article is about, where it was told of before the span."""
    only = one.annotations.only_thing
    return only if only is not None and only.at.start < at.start else None


def claims_meant(one: Annotated, span: Span) -> Iterator[Thing]:
    """Yield the claim that "it is false" or "could not verify it" means: the last thing told of before, if a claim."""
    parts = one.article.parts
    last = bisect_right(parts, span.start, key=lambda part: part.start)
    first = parts[max(0, last - BACK)].start
    nearest = next(things_back(one, Span(first, span.start)), None) if first < span.start else None
    if nearest is None or nearest.kind != "claim":
        return
    if verdict_alone(span.of(one.article.text).lower().translate(PLAIN)):
        yield nearest


def things_in(one: Annotated, span: Span) -> tuple[Thing, ...]:
    """Return the things whose noun stands inside a span."""
    return tuple(things_back(one, span))[::-1]


def things_back(one: Annotated, span: Span) -> Iterator[Thing]:
    """Yield the things whose noun stands inside a span, the last first: who needs only that one reads no other."""
    things = one.annotations.things
    heads = one.annotations.thing_heads
    first, last = bisect_left(heads, span.start), bisect_left(heads, span.end)
    return (things[place] for place in range(last - 1, first - 1, -1) if span.holds(things[place].head))
