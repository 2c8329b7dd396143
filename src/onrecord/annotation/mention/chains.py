"""Chains: which references of an article are one figure.

Names are settled first, over the whole article. Then the text is read once from the start: a description goes to whom
its noun meant last, a pronoun to the most salient figure that fits, "I" in a quotation to the one who speaks in it.
Where nobody fits, the chain is null: no speaker is better than a wrong one.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from onrecord.annotation.mention.ages import age_of
from onrecord.annotation.mention.appositions import tie
from onrecord.annotation.mention.descriptions import bodies_of
from onrecord.annotation.mention.figures import Scene, bind, enter, give_name, is_another, learn, learn_age, notice
from onrecord.annotation.mention.likeness import alike, kin_of, learn_kin, owner_of, suits
from onrecord.annotation.mention.namesakes import Bearing
from onrecord.annotation.mention.phrases import is_age, tokens_in
from onrecord.annotation.mention.pronouns import WE, person_of
from onrecord.annotation.mention.references import Reference, fold, words_of
from onrecord.annotation.mention.salience import WINDOW, Stage, most_salient
from onrecord.annotation.mention.speech import turn_at
from onrecord.lexicons import lexicon

NEW = "described here for the first time"


def chain(stage: Stage, bearings: Mapping[int, Bearing]) -> Scene:
    """Tell who each reference is; `bearings` tells of the names whose they are, by index of the reference."""
    scene = Scene(ties=tie(stage.grammar, stage.references))
    _settle_names(stage, bearings, scene)
    _learn_ties(stage, scene)
    for index, one in enumerate(stage.references):
        if one.form == "description" and index not in scene.chain:
            _settle_description(stage, scene, index)
        elif one.form == "pronoun":
            _settle_pronoun(stage, scene, index)
        number = scene.chain.get(index)
        if number is not None:
            notice(scene, number)
    _settle_speech(stage, scene)
    return scene


def _settle_names(stage: Stage, bearings: Mapping[int, Bearing], scene: Scene) -> None:
    numbers: dict[int, int] = {}
    for index, bearing in sorted(bearings.items()):
        one = stage.references[index]
        if bearing.number is None:
            scene.chain[index], scene.because[index] = None, bearing.because
            continue
        if bearing.number not in numbers:
            numbers[bearing.number] = enter(scene, one)
        bind(scene, index, one, numbers[bearing.number], bearing.because)
        learn_age(scene, numbers[bearing.number], age_of(stage.grammar.text, one))
        _learn_doing(stage, scene, one, numbers[bearing.number])


def _learn_doing(stage: Stage, scene: Scene, one: Reference, number: int) -> None:
    """Learn the office that a clause gives somebody by a verb: "Mira Sol, who chairs the council"."""
    grammar = stage.grammar
    for verb in grammar.kids(one.token, "relcl") if one.kind == "person" else ():
        doing = any(grammar.word(who) == "who" for who in grammar.kids(verb, "nsubj"))
        noun = lexicon("people")["offices"].get(grammar.tokens[verb].lemma.lower())
        of = bodies_of(grammar, grammar.kids(verb, "dobj"))
        if doing and noun is not None and of:
            learn(scene, number, noun)
            scene.figures[number].of.setdefault(noun, set()).update(of)


def _learn_ties(stage: Stage, scene: Scene) -> None:
    """Learn what the text calls somebody further down: a headline's "director" is the one it introduces below."""
    for described, named in scene.ties.items():
        number, one = scene.chain.get(named), stage.references[described]
        own = (
            stage.grammar.tokens[tokens_in(stage.grammar, one.at)[0]].tag == "PRP$"
        )  # "his old boss" is nobody's title
        if number is not None and one.form == "description" and not own:
            learn(scene, number, one.words)
            scene.figures[number].of.setdefault(one.words, set()).update(one.of)
            scene.figures[number].marks.update(one.marks, fold(one.at.of(stage.grammar.text)).split())
            _learn_body(stage, scene, described, number)


def _learn_body(stage: Stage, scene: Scene, described: int, number: int) -> None:
    """Learn for which body a person speaks: the one whose name is part of the description of their office."""
    at = stage.references[described].at
    for index in range(described + 1, min(described + 4, len(stage.references))):
        one = stage.references[index]
        body = scene.chain.get(index)
        if one.form == "name" and one.kind == "organisation" and at.holds(one.head) and body is not None:
            scene.figures[number].body = scene.figures[number].body if scene.figures[number].body is not None else body
            return


def _settle_description(stage: Stage, scene: Scene, index: int) -> None:
    one = stage.references[index]
    owner = owner_of(stage.grammar, one)
    whose = None if owner is None else scene.chain.get(stage.at.get(owner, -1))
    tied = scene.chain.get(scene.ties.get(index, -1))
    if tied is not None:
        _settle_nameless(stage, scene, index, tied, whose)
        named = " ".join(scene.figures[tied].shown.split())
        bind(scene, index, one, tied, f"stands beside {named} as a description of the same")
    else:
        number, because = _bearer_of(stage, scene, index, whose)
        bind(scene, index, one, enter(scene, one) if number is None else number, because)
    bound = scene.chain[index]
    if bound is not None:
        learn_age(scene, bound, age_of(stage.grammar.text, one))
    if whose is not None and bound is not None:
        learn_kin(scene, one, whose, bound)
        # Whom the union's text calls "its leader" is "the union leader" further on.
        scene.figures[bound].marks.update(scene.figures[whose].nouns)


def _settle_nameless(stage: Stage, scene: Scene, index: int, number: int, whose: int | None) -> None:
    """Name who was described before: "A surgeon was suspended. The surgeon, Mira Sol, denies it." speaks of one.

    Only where the name is new as well, and nothing but the noun says which surgeon it is, or whose father.
    """
    one = stage.references[index]
    recent = scene.recent.get(one.words, [])
    bare = one.definite and not stage.grammar.kids(one.token, "poss", "prep")
    kin = whose is not None and recent and recent[-1] == kin_of(scene, one, whose)
    if not (bare or kin) or not recent or scene.figures[recent[-1]].named:
        return
    new = scene.figures[number].named and scene.figures[number].first == scene.ties[index]
    if new and _fits(scene, one, recent[-1]):
        give_name(scene, recent[-1], number)


def _bearer_of(stage: Stage, scene: Scene, index: int, whose: int | None) -> tuple[int | None, str]:
    """Return whom a description takes up, or None when it brings somebody new."""
    one = stage.references[index]
    found = _candidates(stage, scene, index, whose) if one.definite else ()
    return next((pair for pair in found if pair[0] is not None and pair[0] != whose), (None, NEW))


def _candidates(stage: Stage, scene: Scene, index: int, whose: int | None) -> Iterator[tuple[int | None, str]]:
    """Yield whom a definite description can take up, the surest first, each with the reason."""
    one = stage.references[index]
    if age := age_of(stage.grammar.text, one):
        yield _only(k for k in scene.aged.get(age, ()) if suits(scene.figures[k], one)), f"the only one who is {age}"
        if is_age(stage.grammar, one.token) and not scene.aged.get(age):
            yield most_salient(stage, scene, index), "spoken of last or most of those who can have an age"
    if whose is not None:
        yield kin_of(scene, one, whose), f"the only {one.words} of {scene.figures[whose].shown} spoken of"
    if one.kind == "organisation":
        yield _body_spoken_for(stage, scene, index), "the body for which the speaker of the quotation speaks"
    recent = (k for k in reversed(scene.recent.get(one.words, ())) if _fits(scene, one, k))
    yield next(recent, None), f"the last {one.words} spoken of"
    ahead = (k for k in scene.bearers.get(one.words, ())[:2] if _fits(scene, one, k))
    yield _only(ahead), f"the only {one.words} in the article"
    if not one.marks:
        yield _only(alike(scene, one)), f"the only one in the article who can be called {one.words}"
    if stage.grammar.tokens[one.token].name == "NORP":
        called = (k for k in range(len(scene.figures)) if one.words in scene.figures[k].marks)
        yield _only(k for k in called if suits(scene.figures[k], one)), f"the only one called {one.words}"
    yield _last_company(stage, scene, index), "the company spoken of last"


def _only(numbers: Iterable[int]) -> int | None:
    """Return the only number there is."""
    found = tuple(islice(dict.fromkeys(numbers), 2))
    return found[0] if len(found) == 1 else None


def _body_spoken_for(stage: Stage, scene: Scene, index: int) -> int | None:
    """Return the body that "this company" in a quotation means: the one in whose office the speaker is."""
    one = stage.references[index]
    pointed = stage.grammar.word(tokens_in(stage.grammar, one.at)[0]) in ("this", "our")
    speaker = scene.chain.get(stage.speakers.get(stage.grammar.quoted[one.token], -1)) if pointed else None
    return None if speaker is None else scene.figures[speaker].body


def _fits(scene: Scene, one: Reference, number: int) -> bool:
    """Tell whether a figure has everything that a description says, and nothing against it."""
    figure = scene.figures[number]
    if (one.gender and figure.gender and one.gender != figure.gender) or is_another(figure, one):
        return False
    return one.plural == figure.plural and one.marks <= figure.marks


def _last_company(stage: Stage, scene: Scene, index: int) -> int | None:
    """Return the body spoken of last that can be "the company": none that is called a ministry, union or the like."""
    one = stage.references[index]
    if one.marks or one.plural or one.words not in words_of("bodies", "bodies", "companies"):
        return None
    others = words_of("bodies", "bodies", "words") - words_of("bodies", "bodies", "companies")
    for earlier in range(index - 1, max(-1, index - WINDOW), -1):
        number = scene.chain.get(earlier)
        if number is not None and scene.figures[number].company and not scene.figures[number].nouns & others:
            return number
    return None


def _settle_pronoun(stage: Stage, scene: Scene, index: int) -> None:
    one = stage.references[index]
    person = person_of(one.words)
    if person == "third":
        number = most_salient(stage, scene, index)
        if number is None:
            scene.because[index] = f"nobody before fits “{one.words}”"
            return
        bind(
            scene,
            index,
            one,
            number,
            f"“{one.words}”: {scene.figures[number].shown} fits and was spoken of last or most",
        )
    elif person == "relative":
        _settle_relative(stage, scene, index)
    else:
        scene.because[index] = f"“{one.words}” speaks of whoever is speaking or spoken to"


def _settle_relative(stage: Stage, scene: Scene, index: int) -> None:
    """Give "who" and "which" to the words right before the clause that they open."""
    token = stage.references[index].token
    for earlier in range(index - 1, max(-1, index - 4), -1):
        before = stage.references[earlier]
        number = scene.chain.get(earlier)
        if number is not None and stage.grammar.sentence[before.token] == stage.grammar.sentence[token]:
            bind(scene, index, stage.references[index], number, "the words before this clause")
            return


def _settle_speech(stage: Stage, scene: Scene) -> None:
    """Say who "I", "we" and "you" are once everybody else is known: quotations mostly stand before their speaker."""
    for index, one in enumerate(stage.references):
        if one.form != "pronoun" or person_of(one.words) not in ("first", "second"):
            continue
        turn = turn_at(stage.turns, one.at.start)
        source = stage.speakers.get(stage.grammar.quoted[one.token], turn.speaker if turn else None)
        if person_of(one.words) == "second":
            number = scene.chain.get(turn.answered) if turn and turn.answered is not None else None
            because = "who answers the question"
        else:
            number = None if source is None else scene.chain.get(source)
            because = "the speaker of the quotation"
            if one.words in WE and number is not None:
                number, because = _body_of(scene, number), "the body for which the speaker speaks"
        if number is not None:
            scene.chain[index], scene.because[index] = number, because


def _body_of(scene: Scene, speaker: int) -> int | None:
    """Return whom "we" means: a body or group that speaks, else the one in whose office the speaker is."""
    figure = scene.figures[speaker]
    return speaker if figure.kind in ("organisation", "group") or figure.plural else figure.body
