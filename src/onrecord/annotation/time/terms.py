"""Terms: a length within which something is to happen, counted from publication: "will open within ten days"."""

import msgspec

from onrecord.annotation.time.distance import distance, move
from onrecord.annotation.time.reasons import say_day
from onrecord.nouns.days import Days, make_when
from onrecord.nouns.sighting import Sighting
from onrecord.nouns.span import Span
from onrecord.nouns.when import Relative, When

COUNTED_FROM = ("of", "from", "after")  # "within ten days of the vote" is counted from the vote


def date_term(sighting: Sighting, text: str, published: Days) -> When | None:
    """Return the days in which a term lets something happen; None for a length that is none, or of unknown start."""
    one, first, last = sighting.expression, published.first, published.last
    if not _is_term(sighting, text) or first is None or last is None:
        return None
    unit, amount = distance({**one.values, "step": 1})
    ends = None if amount is None else move(last, unit, amount)
    if ends is None or ends.days.last is None:
        return None
    because = f"“{one.at.of(text)}” is a term from publication on {say_day(published)}"
    days = Days(first, ends.days.last)
    relative = Relative("published", earliest=0, latest=(ends.days.last - last).days) if first == last else None
    when = make_when(days, basis="inferred", because=because)
    return msgspec.structs.replace(when, at=Span(one.at.start, one.at.end), relative=relative or Relative("published"))


def _is_term(sighting: Sighting, text: str) -> bool:
    """Tell whether a finite verb says that a length lies ahead, and nothing that it is counted from something else."""
    one = sighting.expression
    ahead = sighting.limit == "within" or one.values.get("stretch") == 1
    behind = text[one.at.end : one.at.end + 8].split()[:1]
    named = sighting.direction == "future" and sighting.firm and one.kind == "duration"
    return named and ahead and not (behind and behind[0].casefold() in COUNTED_FROM)
