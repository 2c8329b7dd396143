"""The laws of reading, with a network that draws all that it says by lot: they must not depend on good weights."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models.network.links import KINDS
from onrecord.models.network.reader import Seen, see
from onrecord.models.network.sessions import Names, Roles, Sight
from onrecord.models.network.windows import LENGTH
from onrecord.models.network.words import Words, see_words
from onrecord.models.network.worth import BIAS, SIGNS
from onrecord.nouns.span import Span

NAMES = Names(
    tags=["NN", "VBD"], kinds=["NOUN", "VERB"], names=["O", "B-ORG", "I-ORG"], relations=["ROOT", "nsubj"],
    acts=["say", "deny"], moves=[[0.0] * 5] * 5, starts=[0.0] * 5, looked_from=0.6,
    worth={kind: {**dict.fromkeys(SIGNS, 0.0), "odds of the cue": 1.0, BIAS: 0.0} for kind in KINDS},
    least=dict.fromkeys(KINDS, 0.6),
)  # fmt: skip
seeds = st.integers(0, 2**32 - 1)
sizes = st.lists(st.integers(1, 300), min_size=1, max_size=5)  # words of paragraphs, some longer than a window


class Lots(SimpleNamespace):
    """A network that says of a window whatever the dice say; sentences begin with a chance of `often`."""

    def __init__(self, seed: int, often: float) -> None:
        dice = np.random.default_rng(seed)
        super().__init__(
            seed=seed,
            dice=dice,
            often=often,
            names=NAMES,
            moves=dice.normal(size=(5, 5)),
            starts=np.zeros(5),
            looked=[],
        )

    def encode(self, pieces: np.ndarray, case: np.ndarray, quoted: np.ndarray) -> Sight:
        words = len(pieces)
        assert len(case) == len(quoted) == words
        self.looked.append(words)
        dice = np.random.default_rng(self.seed + words)  # windows are read side by side: dice of their own
        tags, kinds, names = (dice.integers(0, size, words) for size in (2, 2, 3))
        begins = dice.random(words) < self.often
        vectors, cues, things, arcs = (dice.normal(size=(words, width)) for width in (1, 6, 13, words))
        return Sight(vectors, vectors, 2 * cues, things, tags, kinds, names, begins, arcs.astype(np.float32))

    def link(self, words: np.ndarray, first: np.ndarray, last: np.ndarray, paragraph: np.ndarray) -> Roles:
        assert len(words) == len(paragraph)
        assert ((first >= 0) & (first < last) & (last <= len(paragraph))).all()
        count = len(first)
        scores = self.dice.normal(size=(count, len(paragraph), 5))
        acts, held, stands = self.dice.integers(0, 2, count), self.dice.random(count), self.dice.random(count)
        return Roles(np.zeros(count, np.int64), scores, acts, held, stands)

    def relate(self, words: np.ndarray, heads: np.ndarray) -> np.ndarray:
        assert len(words) == len(heads) > heads.max()
        return self.dice.integers(0, 2, len(heads))


def words_of(*sizes: int) -> Words:
    """Return words of one letter in paragraphs of these sizes."""
    text = "\n".join("x " * size for size in sizes)
    return see_words(text, [Span(at, at + 1) for at, char in enumerate(text) if char == "x"], lambda _: (7,))


def look(seed: int, often: float, *sizes: int) -> list[Seen]:
    return list(see(Lots(seed, often), words_of(*sizes)))


def test_nothing_is_seen_in_no_words() -> None:
    assert look(0, 0.5) == []


def test_one_word_is_a_sentence_and_its_own_root() -> None:
    (seen,) = look(0, 0.5, 1)
    assert (seen.sentences, seen.heads, seen.relations) == ([(0, 1)], [0], ["ROOT"])


@settings(max_examples=25, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.01, 0.1, 1.0]), sizes)
def test_every_word_is_seen_once_and_every_sentence_lies_in_one_paragraph(
    seed: int, often: float, sizes: list[int]
) -> None:
    paragraph = words_of(*sizes).paragraph.tolist()
    sentences = [one for seen in look(seed, often, *sizes) for one in seen.sentences]
    assert [word for first, last in sentences for word in range(first, last)] == list(range(sum(sizes)))
    assert all(paragraph[first] == paragraph[last - 1] for first, last in sentences)


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.02, 0.3]), sizes)
def test_all_that_is_seen_runs_parallel(seed: int, often: float, sizes: list[int]) -> None:
    for seen in look(seed, often, *sizes):
        words = seen.sentences[-1][1] - seen.sentences[0][0]
        parallel = (seen.tags, seen.kinds, seen.names, seen.heads, seen.relations)
        assert {len(one) for one in parallel} == {words}


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.02, 0.3]), sizes)
def test_heads_stay_in_their_sentence_and_its_root_is_called_so(seed: int, often: float, sizes: list[int]) -> None:
    found = look(seed, often, *sizes)
    heads = [head for seen in found for head in seen.heads]
    roots = [word for word, name in enumerate(name for seen in found for name in seen.relations) if name == "ROOT"]
    for number, (first, last) in enumerate(one for seen in found for one in seen.sentences):
        assert heads[roots[number]] == roots[number]
        assert all(first <= head < last for head in [roots[number], *heads[first:last]])


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from([0.02, 0.3]), sizes)
def test_no_word_is_in_two_cues_and_links_lie_inside_the_text(seed: int, often: float, sizes: list[int]) -> None:
    links = [link for seen in look(seed, often, *sizes) for link in seen.links]
    cued = [word for link in links for word in range(*link.cue)]
    assert len(cued) == len(set(cued))
    ranges = [one for link in links for one in (link.cue, *link.source, *link.content)]
    assert all(0 <= first < last <= sum(sizes) for first, last in ranges)


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from([0.0, 0.02, 1.0]), sizes)
def test_no_window_is_longer_than_a_window_or_looked_at_twice(seed: int, often: float, sizes: list[int]) -> None:
    network = Lots(seed, often)
    found = list(see(network, words_of(*sizes)))
    assert len(found) <= len(network.looked)
    assert all(0 < words <= LENGTH for words in network.looked)


class Tens(Lots):
    """A network that sees a sentence begin with every word whose piece says so."""

    def encode(self, pieces: np.ndarray, case: np.ndarray, quoted: np.ndarray) -> Sight:
        return super().encode(pieces, case, quoted)._replace(begins=pieces[:, 0] == 1)


def test_a_sentence_that_a_window_cuts_is_left_to_the_next() -> None:
    words = words_of(4 * LENGTH)
    words.pieces[::30, 0] = 1
    found = [one for seen in see(Tens(0, 0.0), words) for one in seen.sentences]
    assert found == [(at, min(at + 30, 4 * LENGTH)) for at in range(0, 4 * LENGTH, 30)]
