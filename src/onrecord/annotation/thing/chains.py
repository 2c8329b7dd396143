"""Which phrases name one and the same thing within an article.

Two things are never merged for being alike: "another", another length or another date opens a new one, and so does a
word that sets apart ("the phone video" after "the body-camera video"). What is left goes to the last thing it fits;
what fits none by its words, to the one that a learned ranker takes it for.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from onrecord.annotation.thing.joining import join
from onrecord.annotation.thing.phrases import Naming
from onrecord.annotation.thing.sights import Sight
from onrecord.annotation.thing.threads import (
    BOTH,
    IDENTITY,
    Phrase,
    Thread,
    agrees,
    extend,
    likes,
    may_name,
    others,
    ranks_of,
    states,
)
from onrecord.lexicons import lexicon
from onrecord.nouns.annotations import Trait, are_equal

LIVE = 60  # threads, last named last, to which a phrase may go back: a page of a thousand things stays linear
CLOSE = 2  # parts of an article, the white space between them one of them: this paragraph or the one before


def thread_namings(
    namings: Sequence[Naming],
    traits: Sequence[tuple[Trait, ...]],
    paragraphs: Sequence[int],
    sights: Sequence[Sight | None],
) -> list[tuple[int, ...]]:
    """Return, for each phrase, the numbers of the threads it names: several for "both emails", none for "no tape".

    `paragraphs` says where each phrase stands, -1 for a heading; `sights` what a learned engine sees there.
    """
    threads: list[Thread] = []
    by_head: dict[int, list[Thread]] = {}
    numbers: list[tuple[int, ...]] = []
    opened = 0
    for place, naming in enumerate(namings):
        values = {trait.name: trait.value for trait in traits[place] if trait.name in IDENTITY and trait.value}
        known = Phrase(naming, values, ranks_of(naming), place, paragraphs[place], sights[place])
        found = _renamed(naming, by_head) or _find(known, threads[-LIVE:])
        if not found:
            found = _opened(known, opened)
            opened += len(found)
        by_head[naming.head] = found
        for thread in found:
            extend(thread, known)
        threads = [*(thread for thread in threads[-LIVE:] if thread not in found), *found]
        numbers.append(tuple(thread.number for thread in found))
    same = _told_backwards(namings, numbers)
    return [tuple(dict.fromkeys(same.get(number, number) for number in chains)) for chains in numbers]


def _renamed(naming: Naming, by_head: dict[int, list[Thread]]) -> list[Thread]:
    """Return the thing that a phrase gives another name, where it is a single one."""
    found = by_head.get(naming.alias_of, []) if naming.alias_of is not None else []
    return found if len(found) == 1 and found[0].plural == naming.plural else []


def _told_backwards(namings: Sequence[Naming], numbers: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """Map a thing brought in as new ("a photograph of …") to the one taken for known before, as live pages tell it.

    Only where the article has one of each for a noun.
    """
    opened: dict[int, Naming] = {}
    for naming, chains in zip(namings, numbers, strict=True):
        for number in chains:
            opened.setdefault(number, naming)
    known: defaultdict[str, list[int]] = defaultdict(list)
    fresh: defaultdict[str, list[int]] = defaultdict(list)
    for number, naming in opened.items():
        if naming.form in ("definite", "pointing") and not naming.marks and not naming.plural:
            known[naming.noun].append(number)
        elif not naming.plural:
            fresh[naming.noun].append(number)
    pairs = ((known[noun], fresh[noun]) for noun in known)
    return {new[0]: old[0] for old, new in pairs if len(old) == len(new) == 1 and _may_be(opened, old[0], new[0])}


def _may_be(opened: dict[int, Naming], old: int, new: int) -> bool:
    return opened[new].form == "indefinite" and opened[new].at > opened[old].at and not others() & {*opened[new].words}


def _find(known: Phrase, threads: Sequence[Thread]) -> list[Thread]:
    """Return the known threads that a phrase names."""
    if known.naming.form == "absent":
        return []
    if known.naming.form == "denied":
        return _denied(known.naming, threads)
    gathered = _gather(known.naming, threads)
    return gathered or _meant(known, threads) or (join(known, known.sight, threads) if known.sight else [])


def _meant(known: Phrase, threads: Sequence[Thread]) -> list[Thread]:
    """Return the thing that a phrase names by rules."""
    fitting = [thread for thread in threads if _fits(known, thread)]
    if fitting:
        return [max(fitting, key=lambda thread: (_likeness(known, thread), *_salience(known, thread)))]
    return _second(known, threads) or _only(known, threads)


def _only(known: Phrase, threads: Sequence[Thread]) -> list[Thread]:
    """Return the one thing told of close by that "the 90-second recording" can mean: it tells more of a voice note."""
    naming = known.naming
    if naming.form not in ("definite", "pointing") or naming.marks or known.ranks or naming.word in likes():
        return []
    close = [one for one in threads if one.paragraph >= 0 and known.paragraph - one.paragraph <= CLOSE]
    fitting = [one for one in close if one.mentions == 1 and not one.ranks and _suits(known, one)]
    return fitting if len(fitting) == 1 else []


def _suits(known: Phrase, thread: Thread) -> bool:
    """Tell whether number, noun and traits let a phrase name a thing."""
    naming = known.naming
    if naming.plural != thread.plural and naming.noun not in _collective():
        return False
    if not may_name(naming, thread):
        return False
    return all(are_equal(thread.traits.get(name, value), value) for name, value in known.traits.items())


def _opened(known: Phrase, count: int) -> list[Thread]:
    """Return a new thread; none for "no tape", which names nothing."""
    if known.naming.form in ("absent", "denied"):
        return []
    return [Thread(count, known.naming.noun, known.naming.kind, set(), set(), {}, set(), known.naming.plural)]


def _denied(naming: Naming, threads: Sequence[Thread]) -> list[Thread]:
    """Return the one thing that "had sent no letter" can only mean: where a letter, and a single one, was told of."""
    alike = [thread for thread in threads if not thread.plural and naming.noun in thread.nouns and thread.last >= 0]
    return alike if len(alike) == 1 else []


def _second(known: Phrase, threads: Sequence[Thread]) -> list[Thread]:
    """Return the later of two threads for "the second set of minutes", where neither was called the second so far."""
    if "second" not in known.ranks or known.naming.form != "definite":
        return []
    fitting = [thread for thread in threads if not thread.plural and may_name(known.naming, thread)]
    return sorted(fitting, key=lambda thread: thread.number)[1:] if len(fitting) == 2 else []


@cache
def _collective() -> frozenset[str]:
    return frozenset(lexicon("items")["collective"]["nouns"])


def _gather(naming: Naming, threads: Sequence[Thread]) -> list[Thread]:
    """Return the two threads that "both tapes", "either email" or "these emails" takes together."""
    both = bool(BOTH.intersection(naming.words[:1]))
    if not both and not (naming.plural and naming.form in ("definite", "pointing")):
        return []
    fitting = [thread for thread in threads if not thread.plural and thread.last >= 0 and may_name(naming, thread)]
    if not both and (len(fitting) != 2 or any(thread.plural and naming.noun in thread.nouns for thread in threads)):
        return []
    last = sorted(fitting, key=lambda thread: thread.last)[-2:]
    return last if len(last) == 2 else []


def _fits(known: Phrase, thread: Thread) -> bool:
    naming = known.naming
    if not _suits(known, thread):
        return False
    if agrees(known, thread):
        return True
    reopening = naming.form in ("indefinite", "bare") or thread.last < 0
    return _ranks_fit(known, thread) and (_reopens(known, thread) if reopening else _goes_back(known, thread))


def _ranks_fit(known: Phrase, thread: Thread) -> bool:
    """Tell whether "the second tape" may be this one, and "the first tape"."""
    if known.ranks and not thread.ranks:
        return False
    if thread.ranks and thread.last < 0 and not known.ranks:
        return False  # a subhead "The second letter" speaks of what is still to come
    return not (thread.ranks and not {"first", "original"}.isdisjoint(known.naming.words))


def _reopens(known: Phrase, thread: Thread) -> bool:
    """Tell whether a phrase that opens a thing opens again what a heading or a "second" has opened already."""
    if thread.last < 0:
        return bool(known.ranks) == bool(thread.ranks)
    clash = bool(known.naming.marks) and bool(thread.marks) and known.naming.marks.isdisjoint(thread.marks)
    return "second" in known.ranks and "second" in thread.ranks and not clash


def _goes_back(known: Phrase, thread: Thread) -> bool:
    """Tell whether a phrase that goes back to a known thing goes back to this one."""
    naming = known.naming
    shared, same = bool(naming.marks & thread.marks), naming.noun in thread.nouns
    if shared or (_is_open(known, thread) and not naming.marks):
        return True
    if not same and states() & known.traits.keys() and naming.noun not in likes():
        return False
    if naming.form == "possessed" or (known.traits and thread.marks and thread.last >= 0):
        return same and not (naming.marks and thread.marks)
    return not naming.marks or (same and not thread.marks)


def _is_open(known: Phrase, thread: Thread) -> bool:
    """Tell whether the phrase just before opened the thing, of which "the two-page draft" then tells more."""
    return thread.last >= 0 and thread.mentions == 1 and thread.last == known.place - 1


def _likeness(known: Phrase, thread: Thread) -> int:
    agreeing = sum(are_equal(thread.traits.get(name, ""), value) for name, value in known.traits.items())
    shared = len(known.naming.marks & thread.marks)
    ranks = bool(known.ranks) == bool(thread.ranks) and bool(known.ranks or known.traits)
    last = known.naming.form == "pointing" or "such" in known.naming.words  # "that clip": the last one told of
    same = known.naming.noun in thread.nouns and not last
    return 4 * agreeing + 2 * shared + 2 * ranks + same


def _salience(known: Phrase, thread: Thread) -> tuple[bool, int, int]:
    """Return how near a thing is to mind: told of in this paragraph, else told of often, else told of last."""
    last = known.naming.form == "pointing" or "such" in known.naming.words
    near = last or thread.paragraph == known.paragraph
    return near, 0 if near else thread.mentions, thread.last
