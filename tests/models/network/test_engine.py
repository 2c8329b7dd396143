"""The laws of the learned engine on odd texts; what it finds in them hangs on its weights and is measured elsewhere."""

import pytest

from onrecord.models.engines import Engine
from onrecord.models.network.engine import Learned
from onrecord.nouns.article import Article
from onrecord.nouns.parse import Parse
from tests import make

REPORT = (
    "“The bridge holds,” Olm said on Monday.\n\nThe clerk denied that.\n\nNobody at Ness Port would let's say more."
)
ODD = {
    "one word": "Denied",
    "one mark": "“",
    "white space": " \n\t \n\n ",
    "capitals": "OLM SAID THE BRIDGE WOULD HOLD. THE CLERK DENIED IT. " * 3,
    "emoji": "😀👍🏽👨‍👩‍👧 🇺🇳 😀",
    "right to left": "قال الوزير إن الجسر آمن. הדובר הכחיש את הדברים.",
    "combining": "e\u0301 \u200b\u200d \x00 \ufffd \u202eolm\u202c",
    "a long word": "x" * 12_000 + " said so.",
    "no full stop": "and then she said that he had told them " * 334,
    "quotation marks": '"' * 1000 + " “" * 500 + " he said " + "” " * 500,
    "wrapped": "The clerk of the market said that no\nstall would open before the bridge was\nmended, and left.",
    "report": REPORT,
}


@pytest.fixture(scope="module", params=ODD)
def read(request: pytest.FixtureRequest, learned: Learned) -> tuple[Article, Parse]:
    article = make.article(ODD[request.param])
    return article, learned.parse(article)


Read = tuple[Article, Parse]


def test_tokens_hold_all_but_white_space_in_order(read: Read) -> None:
    article, parse = read
    assert "".join(token.at.of(article.text) for token in parse.tokens) == "".join(article.text.split())
    assert not any(char.isspace() for token in parse.tokens for char in token.at.of(article.text))


def test_sentences_follow_one_another_from_the_first_token_to_the_last(read: Read) -> None:
    _, parse = read
    covered = [word for one in parse.sentences for word in range(one.first, one.last)]
    assert covered == list(range(len(parse.tokens)))
    for one in parse.sentences:
        first, last = parse.tokens[one.first], parse.tokens[one.last - 1]
        assert (one.at.start, one.at.end) == (first.start, last.end)


def test_no_sentence_leaves_its_part(read: Read) -> None:
    article, parse = read
    ends = [(article.part_at(one.at.start), article.part_at(one.at.end - 1)) for one in parse.sentences]
    assert all(first == last for first, last in ends)


def test_every_word_hangs_on_the_root_of_its_sentence(read: Read) -> None:
    _, parse = read
    heads = [token.head for token in parse.tokens]
    for one in parse.sentences:
        reached = set(range(one.first, one.last))
        for _ in range(one.first, one.last):
            reached = {heads[word] for word in reached}
        assert [parse.tokens[word].dep for word in reached] == ["ROOT"]
        assert all(one.first <= heads[word] < one.last for word in range(one.first, one.last))


def test_links_and_names_lie_in_the_text(read: Read) -> None:
    article, parse = read
    starts, ends = ({getattr(token, side) for token in parse.tokens} for side in ("start", "end"))
    linked = [span for link in parse.links or () for span in (link.cue, *link.source, *link.content)]
    spans = [*linked, *(span for span, _ in parse.names)]
    assert all(span.start in starts and span.end in ends and span.end <= len(article.text) for span in spans)
    assert all(0 <= link.sure <= 1 for link in parse.links or ())


def test_a_named_span_is_the_words_that_carry_its_name(read: Read) -> None:
    _, parse = read
    named = [(token, kind) for span, kind in parse.names for token in parse.tokens if span.holds(token.at)]
    assert all(token.name == kind for token, kind in named)


def test_a_text_read_twice_gives_the_same_parse(learned: Learned) -> None:
    article = make.article(REPORT)
    assert learned.parse(article) == learned.parse(article)


def test_what_is_read_before_changes_nothing(learned: Learned) -> None:
    alone = Learned(learned.network, type(learned.lemmatizer)(learned.lemmatizer.pipeline, {}), "")
    learned.parse(make.article("Let's say so. The bridge would hold, said Olm."))
    assert learned.parse(make.article(REPORT)) == alone.parse(make.article(REPORT))


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_found_in_no_words(learned: Learned, text: str) -> None:
    article = Article(id="0", text=text, parts=()) if not text else make.article(text)
    assert learned.parse(article) == Parse(links=(), referents=())


def test_furniture_is_not_read(learned: Learned) -> None:
    article = make.article("Olm denied it.\n\nRead more\n\nShe left.", {1: "furniture"})
    found = [token.at.of(article.text) for token in learned.parse(article).tokens]
    assert found == ["Olm", "denied", "it", ".", "She", "left", "."]


def test_it_is_an_engine(learned: Learned) -> None:
    engine: Engine = learned
    assert len(engine.digest) == 64
