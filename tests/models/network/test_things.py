import numpy as np

from onrecord.models.network.things import KINDS, find_referents


def test_a_word_names_a_thing_of_the_likeliest_kind_and_counts_from_the_first_word() -> None:
    scores = np.full((3, len(KINDS) + 2), -20.0, np.float32)
    scores[:, 0] = 0.0  # no thing
    scores[1, 1 + KINDS.index("video")] = 20.0
    scores[1, -1] = 0.0
    (one,) = find_referents(scores, first=40)
    assert (one.token, one.kind, round(one.sure, 3), one.contested) == (41, "video", 1.0, 0.5)
