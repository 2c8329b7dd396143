"""Is it English? A text has the small words of English in English amounts, or its language is left open."""

import re

SAMPLE = 20_000  # characters that are looked at
MIN_WORDS = 20
# Common function words of English. They make up a fifth to a third of running English.
ENGLISH = frozenset(
    ("the", "of", "and", "to", "that", "it", "with", "for", "was", "is", "on", "he", "his", "she", "her", "had", "has",
     "have", "from", "by", "which", "this", "not", "were", "been", "they", "who", "would", "will", "their", "at")
)  # fmt: skip
MIN_SHARE = 0.12
WORD = re.compile(r"[^\W\d_]+")


def tell_language(text: str) -> str | None:
    """Return "en" for English and None for everything else.

    >>> tell_language("The minister said that she had not been told of the letter. " * 3)
    'en'
    """
    words = WORD.findall(text[:SAMPLE].lower())
    share = sum(word in ENGLISH for word in words) / max(1, len(words))
    return "en" if len(words) >= MIN_WORDS and share >= MIN_SHARE else None
