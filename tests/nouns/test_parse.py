from onrecord.nouns.parse import Parse, Sentence, Token, Tree
from onrecord.nouns.span import Span

HEADS = (1, 1, 1, 4, 6, 6, 6, 5)  # Olm left . | The dam there broke again: dam, there → broke, again → there


def parse_of(*heads: int) -> Parse:
    """Return a parse of words of two letters that hang on one another as told, the third the last of its sentence."""
    tokens = tuple(Token(3 * at, 3 * at + 2, "", "", "", "", head, "") for at, head in enumerate(heads))
    return Parse(tokens, (Sentence(0, 3, Span(0, 8)), Sentence(3, len(heads), Span(9, 3 * len(heads) - 1))))


def test_a_tree_is_the_heads_turned_round() -> None:
    assert parse_of(*HEADS).tree == Tree(
        children=((), (0, 2), (), (), (3,), (7,), (4, 5), ()),
        first=(0, 0, 2, 3, 3, 5, 3, 7),
        last=(0, 2, 2, 3, 4, 7, 7, 7),
        sentence=(0, 0, 0, 1, 1, 1, 1, 1),
        starts=(0, 3, 6, 9, 12, 15, 18, 21),
    )


def test_a_tree_is_turned_round_once() -> None:
    parse = parse_of(*HEADS)
    assert parse.tree is parse.tree


def test_no_words_make_an_empty_tree() -> None:
    assert Parse().tree == Tree((), (), (), (), ())
