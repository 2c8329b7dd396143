from benchmarks.speed import make_text, measure


def test_a_text_has_about_the_words_that_were_asked_for() -> None:
    assert len(make_text(1).split()) <= len(make_text(5_000).split())
    assert 5_000 <= len(make_text(5_000).split()) < 6_000


def test_the_cost_of_the_line_is_shared_out_over_its_stages() -> None:
    cost = measure("rules", 1)
    assert {"read", "parse", "find_quotes", "draft", "account", "establish_actors"} <= set(cost.stages)
    assert sum(cost.stages.values()) <= cost.seconds


def test_a_plain_parse_has_no_stages_of_ours() -> None:
    cost = measure("plain", 1)
    assert (cost.words > 0, cost.seconds > 0, cost.peak > 0, cost.stages) == (True, True, True, {})
