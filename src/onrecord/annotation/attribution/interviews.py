"""Printed interviews and live threads: paragraphs that open with a speaker's label and a colon, and need no marks."""

import re
from collections.abc import Sequence

from onrecord.annotation.attribution.drafts import Draft
from onrecord.nouns.span import Span, trim

LABEL = re.compile(r"\s*([A-Z][\w.’'&-]*(?: [\w.’'&-]+){0,4}):\s+(?=\S)")
FEWEST = 3  # labelled paragraphs that make an interview; fewer are headings and notes
LONGEST_ANSWER = 4  # unlabelled paragraphs that an answer may go on for


def interview_drafts(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Draft]:
    """Return a draft for every labelled turn, with the unlabelled paragraphs that go on with it."""
    labels = [LABEL.match(text, start, end) for start, end in paragraphs]
    names = [found[1] for found in labels if found]
    kept = {name for name in names if names.count(name) > 1} if len(names) < 200 else set(names)
    turns = [at for at, found in enumerate(labels) if found and found[1] in kept]
    if len(turns) < FEWEST:
        return []
    drafts: list[Draft] = []
    for at, following in zip(turns, [*turns[1:], turns[-1] + 1], strict=True):
        found = labels[at]
        assert found is not None  # noqa: S101  # turns holds only labelled paragraphs
        rest = paragraphs[at + 1 : following] if following - at <= LONGEST_ANSWER else []
        spans = [(found.end(), paragraphs[at][1]), *rest]
        content = tuple(span for span in (trim(text, Span(*pair)) for pair in spans) if span)
        drafts.append(Draft(-1, (), Span(*found.span(1)), content, "interview"))
    return drafts
