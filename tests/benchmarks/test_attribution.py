from benchmarks.attribution import FIGURES
from benchmarks.beside import say_missing, shared
from benchmarks.engines import make_options
from benchmarks.peers import PEERS, ROWS
from benchmarks.slices import NOUN, OTHER


def test_every_row_of_the_peers_is_a_row_of_ours() -> None:
    assert {*FIGURES, f"recall, {OTHER}", f"recall, {NOUN}"} == set(ROWS)
    assert all(tuple(figures) == ROWS for figures in PEERS.values())


def test_both_engines_are_measured_unless_one_is_named() -> None:
    options = make_options(None)
    assert tuple(options.parse_args([]).engine) == ("learned", "rules")
    assert options.parse_args(["--engine", "rules"]).engine == ["rules"]


def test_what_is_not_beside_the_checkout_is_named() -> None:
    assert shared("no/such/file") is None
    assert say_missing("times are", "no/such/file").startswith("times are not scored: no/such/file not found in ")
