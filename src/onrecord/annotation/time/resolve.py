"""What an expression comes to: its day bounds, where they are counted from, and the reason in words.

Nothing is made up: without a day of publication a relative date has the bounds that every possible day of publication
allows, or none. The value follows TIMEX3 and shows with X what is not known.
"""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from onrecord.annotation.time.calendar import date_calendar, date_weekday, year_named
from onrecord.annotation.time.clock import clock_value
from onrecord.annotation.time.distance import UNPLACED, date_shift, distance, move
from onrecord.annotation.time.lengths import measure, rate
from onrecord.annotation.time.pairs import count_from, join_times
from onrecord.annotation.time.periods import Dated
from onrecord.annotation.time.reasons import say_day, say_why
from onrecord.annotation.time.stories import or_as_told
from onrecord.annotation.time.terms import date_term
from onrecord.annotation.time.twins import date_twin
from onrecord.nouns.article import Article
from onrecord.nouns.days import Days, days_of, make_when, meet, one_day, shift_day
from onrecord.nouns.record import Time, TimeType
from onrecord.nouns.sighting import Sighting
from onrecord.nouns.when import Relative, When

WIDEST = 366  # days of publication further apart than this bound nothing that is worth showing
LOOK_BACK = 50  # times of the article among which one that is counted from can stand
GRAINS = {"D": 1, "W": 7, "WE": 7, "2W": 7}  # days that a date may be wide to count these units from it
VAGUE = ("vague", "era", "outlook", "being")  # roles that name no stretch with ends
ANY_YEAR = date(2000, 1, 1)  # a leap year, for values whose year is left out


class Anchor(msgspec.Struct, frozen=True):
    """What a date is counted from: publication, or another time of the article by its index."""

    to: str
    days: Days
    words: str = "publication"


def resolve_all(article: Article, seen: Sequence[Sighting], published: Days) -> tuple[Time, ...]:
    """Return what the expressions of an article come to, in order: later ones may be counted from earlier ones."""
    times: list[Time] = []
    for sighting in seen:
        time = resolve(sighting, article.text, published, times)
        if sighting.joined and times:
            whole = resolve(msgspec.structs.replace(sighting, limit=None), article.text, published, times)
            times[-1], time = _join(seen[len(times) - 1], sighting.joined, (times[-1], time, whole))
        times.append(msgspec.structs.replace(time, article=article.id))
    return tuple(times)


def _join(before: Sighting, word: str, row: tuple[Time, Time, Time]) -> tuple[Time, Time]:
    """Return two dates as the word that joins them says; the last of the row is the second without its own limit."""
    first, second, whole = row
    if before.expression.kind == "duration":
        return first, count_from(before, whole, word)
    return join_times(first, second, word, days_of(whole.when) if whole.when else Days())


def resolve(sighting: Sighting, text: str, published: Days, before: Sequence[Time]) -> Time:
    """Return the time that an expression is; `before` are the times of the article so far."""
    one = sighting.expression
    if one.kind in ("duration", "set", "vague"):
        return _undated(sighting, text, published)
    anchor = _anchor(sighting, published, before)
    if "twin" in one.values:
        dated = date_twin(one.values, anchor.days)
    else:
        dated = _named_before(sighting, anchor, before) or _date(sighting, anchor)
    if dated is not None:
        dated = or_as_told(sighting, dated, before)
    day_value = dated.value if dated and dated.value else _open_value(sighting)
    value = clock_value(one.values, day_value)
    kind: TimeType = "time" if value != day_value else "date"
    alone = one.kind == "clock" and anchor.to == "published"  # nobody said of which day
    when = _when(sighting, text, anchor, dated) if dated and not alone else None
    stated = when is not None and when.basis == "stated"
    return Time(
        article="", at=one.at, text=one.at.of(text), type=kind, value=value, when=when,
        anchor=None if stated or when is None else anchor.to,
    )  # fmt: skip


def _undated(sighting: Sighting, text: str, published: Days) -> Time:
    one = sighting.expression
    if one.kind == "vague":
        value = next((str(one.values[role]) for role in VAGUE if role in one.values), None)
        return Time(article="", at=one.at, text=one.at.of(text), type="date", value=value)
    kind: TimeType = "set" if one.kind == "set" else "duration"
    value = rate(one.values) if kind == "set" else measure(one.values)
    when = date_term(sighting, text, published)
    return Time(
        article="",
        at=one.at,
        text=one.at.of(text),
        type=kind,
        value=value,
        when=when,
        anchor="published" if when else None,
    )


def _anchor(sighting: Sighting, published: Days, before: Sequence[Time]) -> Anchor:
    """Return what the expression is counted from: the dated time before it, for "a day later" and a bare clock time."""
    one = sighting.expression
    if one.kind not in ("anchored", "clock"):
        return Anchor("published", published)
    unit = "Y" if "twin" in one.values else distance(one.values)[0]
    since = sighting.part.start if one.kind == "clock" else sighting.since
    for index in range(len(before) - 1, max(-1, len(before) - LOOK_BACK), -1):
        if before[index].at.start < since:
            break
        when = before[index].when
        days = days_of(when) if when else Days()
        if _can_carry(days, unit):
            return Anchor(str(index), days, f"“{before[index].text}” ({say_day(days)})")
    return Anchor("published", Days() if one.kind == "anchored" and unit in GRAINS else published)


def _can_carry(days: Days, unit: str) -> bool:
    """Tell whether a date is exact enough to count these units from."""
    return days.first is not None and days.last is not None and (days.last - days.first).days < GRAINS.get(unit, 366)


def _date(sighting: Sighting, anchor: Anchor) -> Dated | None:
    """Return the bounds over every day that the anchor can be."""
    one = sighting.expression
    if (
        one.kind in ("calendar", "range")
        and (year_named(one.values, ANY_YEAR) is not None or "century" in one.values)
        and "year_step" not in one.values
    ):
        return _one(sighting, ANY_YEAR)
    first, last = anchor.days.first, anchor.days.last
    if first is None or last is None or (last - first).days > WIDEST:
        return None
    low, high = _one(sighting, first), _one(sighting, last)
    if low is None or high is None or low == high:
        return low if high else None
    days = Days(low.days.first, high.days.last)
    same = low.value == high.value
    return Dated(_on_weekday(days, one.values.get("weekday")), low.value if same else "", low.edtf if same else None)


def _named_before(sighting: Sighting, anchor: Anchor, before: Sequence[Time]) -> Dated | None:
    """Return the full date that the article gave before for this weekday, where publication is only bounded."""
    values, bounds = sighting.expression.values, anchor.days
    if (
        sighting.expression.kind != "weekday"
        or "step" in values
        or bounds.first == bounds.last
        or sighting.direction == "future"
    ):
        return None
    for time in reversed(before[-LOOK_BACK:]):
        day = days_of(time.when).first if time.when and time.when.basis == "stated" else None
        known = day is not None and time.when is not None and time.when.earliest == time.when.latest
        if day is not None and known and day.isoweekday() == values["weekday"] and meet(one_day(day), bounds):
            return Dated(one_day(day), day.isoformat())
    return None


def _one(sighting: Sighting, day: date) -> Dated | None:
    """Return what the expression comes to, counted from one day."""
    one = sighting.expression
    if one.kind in ("calendar", "range"):
        return date_calendar(one.values, day, sighting.direction)
    if one.kind == "weekday":
        return date_weekday(one.values, day, sighting.direction)
    if one.kind == "shift":
        return date_shift(one.values, day, sighting.direction)
    if one.kind == "clock":
        return Dated(one_day(day), day.isoformat())
    unit, amount = distance(one.values)
    return None if amount is None else move(day, unit, amount)


def _on_weekday(days: Days, weekday: object) -> Days:
    """Shrink bounds to the weekday that was named."""
    if not isinstance(weekday, int) or days.first is None or days.last is None:
        return days
    first = shift_day(days.first, (weekday - days.first.isoweekday()) % 7)
    last = shift_day(days.last, -((days.last.isoweekday() - weekday) % 7))
    return Days(first, last) if first <= last else days


def _open_value(sighting: Sighting) -> str:
    """Return the TIMEX3 value of a date whose place is not known."""
    one = sighting.expression
    if "weekday" in one.values and "month" not in one.values:
        return f"XXXX-WXX-{one.values['weekday']}"
    if one.kind in ("calendar", "range"):
        dated = date_calendar({**one.values, "year": ANY_YEAR.year}, ANY_YEAR, "past")
        return f"XXXX{dated.value[4:]}" if dated else "XXXX"
    return UNPLACED.get(distance(one.values)[0], "XXXX-XX-XX")


def _when(sighting: Sighting, text: str, anchor: Anchor, dated: Dated) -> When:
    one = sighting.expression
    stated = bool(one.values.keys() & {"year", "split_years", "iso", "slashed", "decade", "century"})
    days, lasting = _limited(dated.days, sighting.limit)
    when = make_when(
        days,
        basis="stated" if stated else "inferred",
        because=say_why(sighting, one.at.of(text), anchor.to, anchor.words, anchor.days) + dated.note,
        lasting=lasting,
    )
    relative = None if stated else _relative(dated.days, anchor)
    named = dated.edtf if days == dated.days and not lasting else None
    return msgspec.structs.replace(when, at=one.at, relative=relative, edtf=named or when.edtf)


LIMITS: dict[str, Callable[[Days], Days]] = {
    "before": lambda days: Days(None, shift_day(days.first, -1) if days.first else None),
    "after": lambda days: Days(shift_day(days.last, 1) if days.last else None, None),
    "by": lambda days: Days(None, days.last),
    "until": lambda days: Days(None, days.last),
    "during or after": lambda days: Days(days.first, None),
}


def _limited(days: Days, limit: str | None) -> tuple[Days, bool]:
    """Return the bounds that "before", "after", "by" and "until" make, and whether something lasts from then on."""
    make = LIMITS.get(limit or "")
    return make(days) if make else days, limit in ("since", "from")


def _relative(days: Days, anchor: Anchor) -> Relative | None:
    """Return the distance from an anchor that is one day, so that the date can be worked out again."""
    base = anchor.days.first
    if base is None or base != anchor.days.last:
        return Relative(to=anchor.to)
    first, last = ((day - base).days if day else None for day in (days.first, days.last))
    return Relative(to=anchor.to, days=first) if first == last else Relative(to=anchor.to, earliest=first, latest=last)
