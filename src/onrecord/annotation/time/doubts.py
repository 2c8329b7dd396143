"""Words that look like a time and are none: a name, a verb, an age, a score, a count."""

from bisect import bisect_left

import msgspec

from onrecord.annotation.grammar import Grammar
from onrecord.annotation.mention.phrases import tokens_in
from onrecord.annotation.time.forms import Rules
from onrecord.annotation.time.words import Word
from onrecord.nouns.parse import Token
from onrecord.nouns.sighting import Expression
from onrecord.nouns.span import Span

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE"})
STRUCTURE = frozenset({"the", "comma", "of", "dash", "and", "a"})  # roles that name nothing
BROKEN = frozenset(".-/:")  # before figures that go on to the left
MONEY = frozenset("$€£¥#№")
SHARE = "%"
BRIEF = frozenset({"TS", "TM", "TH", "D"})
DESCRIBING = frozenset({"PRON", "DET", "NOUN", "PROPN", "ADJ", "SCONJ", "VERB", "AUX"})
FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR = 1800, 2099  # a bare figure outside is no year unless a word says so


def names_a_time(one: Expression, text: str, words: list[Word], grammar: Grammar, rules: Rules) -> bool:
    """Tell whether an expression names a time here."""
    near = _look_around(one, text, words, rules.around)
    roles = one.values.keys() - STRUCTURE
    if one.kind in ("calendar", "weekday") and (_is_name(one, grammar) or _is_feast(one, near, grammar)):
        return False
    if one.kind == "calendar":
        return _is_date(one, roles, near, grammar)
    if one.values.keys() & {"day_unit", "beside"}:
        return _is_told_day(one, near, grammar)
    if one.kind in ("duration", "anchored", "shift", "set"):
        return _is_length(one, near) and _is_measured(one, near)
    return _is_clock(one, near, text) if one.kind == "clock" else not _is_compound(one, near)


class Near(msgspec.Struct, frozen=True):
    """The words right before and after an expression, in lower case, two before and three after.

    `around` are the lists of words that count there, by what they say.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    around: dict[str, frozenset[str]]

    def follows(self, name: str) -> bool:
        """Tell whether the expression follows a word, or two words, of a list."""
        return self.one_before in self.around[name] or " ".join(self.before) in self.around[name]

    def precedes(self, name: str) -> bool:
        """Tell whether a word, or two words, of a list follow the expression; a dash between does not count."""
        after = self.after[self.one_after == "-" :]
        return not self.around[name].isdisjoint((*after[:1], " ".join(after[:2])))

    @property
    def one_before(self) -> str:
        """The word right before, empty at the start."""
        return self.before[-1] if self.before else ""

    @property
    def one_after(self) -> str:
        """The word right after, empty at the end."""
        return self.after[0] if self.after else ""


def _look_around(one: Expression, text: str, words: list[Word], around: dict[str, frozenset[str]]) -> Near:
    first = bisect_left(words, one.at.start, key=_start)
    last = bisect_left(words, one.at.end, key=_start)
    said = [text[word.start : word.end].casefold() for word in words[max(0, first - 2) : last + 3]]
    before = min(first, 2)
    return Near(tuple(said[:before]), tuple(said[before + last - first :]), around)


def _is_name(one: Expression, grammar: Grammar) -> bool:
    """Tell whether the words are part of a longer name: a Theresa May, a Sunday Post."""
    inside = tokens_in(grammar, one.at)
    if not inside or any(grammar.tokens[token].name not in NAMES for token in inside):
        return False
    return one.values.keys() <= {"month", "weekday", "part"} and _name_goes_on(grammar, inside)


def _is_feast(one: Expression, near: Near, grammar: Grammar) -> bool:
    """Tell whether a weekday is the second word of a name: Black Monday, Palm Sunday."""
    inside = tokens_in(grammar, one.at)
    if "weekday" not in one.values or not inside or inside[0] == 0 or not near.before:
        return False
    before = grammar.tokens[inside[0] - 1]
    return before.tag == "NNP" and before.head == inside[-1] and before.dep in ("compound", "amod")


def _name_goes_on(grammar: Grammar, inside: range) -> bool:
    label = grammar.tokens[inside[0]].name
    around = (inside[0] - 1, inside[-1] + 1)
    return label == "PERSON" or any(
        0 <= token < len(grammar.tokens) and grammar.tokens[token].name == label for token in around
    )


def _is_date(one: Expression, roles: set[str], near: Near, grammar: Grammar) -> bool:
    if roles == {"month"}:
        token = _first_token(one.at, grammar)
        if near.follows("introducing") or token is None:
            return True
        return token.pos not in ("VERB", "AUX", "ADJ") and not _is_surname(one.at, grammar)
    if roles == {"season"}:
        return near.follows("introducing") and not near.follows("loose")
    if roles == {"year"}:
        return _is_year(one, near, grammar)
    return _is_period(roles, near)


def _is_surname(at: Span, grammar: Grammar) -> bool:
    """Tell whether a month stands right behind another name, as in Ada May."""
    inside = tokens_in(grammar, at)
    return inside[0] > 0 and grammar.tokens[inside[0] - 1].tag == "NNP"


def _is_period(roles: set[str], near: Near) -> bool:
    """Tell whether a decade is no age ("in his 70s"), and a quarter or half one of a year and not of a match."""
    if "decade" in roles:
        return near.around["ages_before"].isdisjoint(near.before)
    split = roles & {"quarter", "half"} and roles.isdisjoint({"year", "year_step"})
    return not (split and near.precedes("parts_after"))


def _is_year(one: Expression, near: Near, grammar: Grammar) -> bool:
    """Tell whether four figures are a year: not money, not a share, and they count nothing."""
    beside = {near.one_before, near.one_after}
    if beside & {*MONEY, SHARE} or near.one_before in BROKEN or near.follows("numbering"):
        return False
    if near.one_after in ("/", ":") or (near.one_after == "-" and near.after[1:2] and near.after[1][:1].isdigit()):
        return False
    introduced = near.follows("introducing") and not near.follows("weak")
    if introduced or not grammar.text[one.at.start].isdecimal():
        return introduced  # "since '82"; other figures behind an apostrophe may open a quotation
    token = _first_token(one.at, grammar)
    # Things are counted, names are not: "2008 votes" is a number, "the 2008 Games" a year.
    counted = token is not None and token.dep == "nummod" and grammar.tokens[token.head].tag == "NNS"
    return not counted and FIRST_PLAIN_YEAR <= int(one.values["year"]) <= LAST_PLAIN_YEAR


def _is_measured(one: Expression, near: Near) -> bool:
    """Tell whether bare minutes or days are a length: "within minutes", not "the minutes of the meeting"."""
    bare = one.values.get("units") in BRIEF and len(one.values) == 1
    return not bare or near.follows("measuring")


def _is_told_day(one: Expression, near: Near, grammar: Grammar) -> bool:
    """Tell whether "the day" is one told of before, and not one that the words after it describe."""
    if "beside" in one.values:
        return not near.one_after[:1].isalnum() or near.precedes("going_on")
    after = next((token for token in grammar.tokens[_next_token(one.at, grammar) :]), None)
    described = after is not None and (after.pos in DESCRIBING or near.precedes("described"))
    return near.follows("closing") and not described


def _next_token(at: Span, grammar: Grammar) -> int:
    inside = tokens_in(grammar, at)
    return inside[-1] + 1 if inside else len(grammar.tokens)


def _is_length(one: Expression, near: Near) -> bool:
    unit = one.values.get("unit", one.values.get("units"))
    if near.precedes("ages_after"):
        return False
    if one.kind == "duration" and unit == "TS" and "dash" not in one.values and one.values.get("number", 2) == 1:
        return False  # "a second recording"
    if "apart" in one.values and near.precedes("apart_after"):
        return False  # "three days later than planned" is a distance between two days that nobody names
    counted = one.values.keys() & {"between", "some"}
    fraction = unit in ("Q", "TS") and one.kind == "duration" and near.one_after == "of" and not counted
    return not fraction and near.one_before not in MONEY


def _is_clock(one: Expression, near: Near, text: str) -> bool:
    """Tell whether figures with a point are a clock time: 8.40 is one before "pm" only."""
    if "clock" not in one.values or "half_day" in one.values or "zone" in one.values:
        return near.one_before not in MONEY
    return ":" in one.at.of(text)


def _is_compound(one: Expression, near: Near) -> bool:
    """Tell whether a word of vague time only begins another: "the now-closed quarry"."""
    return one.kind == "vague" and near.one_after == "-"


def _first_token(at: Span, grammar: Grammar) -> Token | None:
    inside = tokens_in(grammar, at)
    return grammar.tokens[inside[0]] if inside else None


def _start(word: Word) -> int:
    return word.start
