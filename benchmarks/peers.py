"""What people and other programs reach on PolNeAR's development articles, with the same scorer: F1 and recall in %.

Measured when the engine was planned. "People" are pairs of annotators on the 20 articles that several of them marked,
pooled (mean over pairs: 74.5 full, 71.6 strict). Citron's models were retrained on the training part of the corpus; the
others are as they install. None stands for what was not measured, or never predicted.
"""

ROWS = (
    "full", "strict", "rel_50", "rel_exact",
    "direct, full", "mixed, full", "indirect, full", "said, full", "said, strict",
    "source spans", "cue spans", "content spans",
    "recall, cue: another verb", "recall, cue: noun",
)  # fmt: skip
# Their recall on nouns counts all cues without a verb but "according to": nouns, prepositions, dashes.
_FIGURES: dict[str, tuple[float | None, ...]] = {
    "people": (77.9, 74.6, 71.5, 60.0, 96.7, 87.8, 72.7, 89.4, 87.3, 80.8, 71.2, 75.1, None, None),
    "Citron": (60.5, 50.2, 52.3, 32.3, 83.4, 64.5, 53.1, 73.0, 60.9, 65.8, 53.2, 49.9, 32, 2),
    "GGT": (43.9, 39.4, 40.4, 25.3, 50.6, 60.1, 38.2, 62.3, 55.9, 55.0, 47.9, 48.4, 1, 1),
    "regex": (41.1, 36.3, 33.0, 12.6, 60.7, 43.5, 31.9, 55.0, 48.4, 36.5, 48.9, 47.5, 3, 1),
    "textacy": (30.4, 25.0, 23.8, 8.3, 68.1, None, 7.8, 41.8, 34.4, 25.1, 31.7, 35.1, 1, 0),
}
PEERS = {name: dict(zip(ROWS, values, strict=True)) for name, values in _FIGURES.items()}
