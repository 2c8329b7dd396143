"""Is it English? A text has the small words of English in English amounts, or hardly any, or its language is left open.

What the words say outranks what the page declares: templates declare the language of their makers.
"""

import re

SAMPLE = 20_000  # characters that are looked at
MIN_WORDS = 20
# Common function words of English. They make up a fifth to a third of running English.
ENGLISH = frozenset(
    ("the", "of", "and", "to", "that", "it", "with", "for", "was", "is", "on", "he", "his", "she", "her", "had", "has",
     "have", "from", "by", "which", "this", "not", "were", "been", "they", "who", "would", "will", "their", "at")
)  # fmt: skip
MIN_SHARE = 0.12
MANY_WORDS = 60  # a text so long with fewer of them than FOREIGN_SHARE is in another language
FOREIGN_SHARE = 0.04
OTHER = "und"  # ISO 639: undetermined
WORD = re.compile(r"[^\W\d_]+")


def tell_language(text: str, declared: str | None = None) -> str | None:
    """Return the language of a text: as declared, unless its words say otherwise; None where neither tells.

    >>> tell_language("The minister said that she had not been told of the letter. " * 3, "de")
    'en'
    >>> tell_language("Die Ministerin sagte am Montag, sie habe den Brief nie gesehen. " * 9)
    'und'
    """
    words = WORD.findall(text[:SAMPLE].lower())
    share = sum(word in ENGLISH for word in words) / max(1, len(words))
    is_declared_english = declared is not None and is_english(declared)
    if len(words) >= MIN_WORDS and share >= MIN_SHARE:
        return declared if is_declared_english else "en"
    if len(words) >= MANY_WORDS and share < FOREIGN_SHARE and (is_declared_english or not declared):
        return OTHER
    return declared


def is_english(language: str | None) -> bool:
    """Tell whether a language tag says English, or nothing."""
    return language is None or re.split(r"[-_]", language.lower())[0] in ("en", "eng", "english")
