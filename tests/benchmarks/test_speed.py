from benchmarks.speed import make_text, measure


def test_a_text_has_about_the_words_that_were_asked_for() -> None:
    assert len(make_text(1).split()) <= len(make_text(5_000).split())
    assert len(make_text(5_000).split()) >= 5_000


def test_the_cost_of_the_line_is_shared_out_over_its_stages() -> None:
    cost = measure("line", 1)
    assert {"read", "parse", "find_quotes", "establish_statements"} <= set(cost.stages)
    assert sum(cost.stages.values()) <= cost.seconds
