"""When an article appeared, where nobody gave its date: in the bounds that its own words set."""

import msgspec

from onrecord.nouns.annotations import Annotated
from onrecord.nouns.article import Article


def settle_published(one: Annotated) -> Article:
    """Return the article with the date of publication that was found in its text, if none was known before."""
    known, found = one.article.published, one.annotations.published
    if found is None or (known.earliest and known.latest):
        return one.article
    return msgspec.structs.replace(one.article, published=found)
