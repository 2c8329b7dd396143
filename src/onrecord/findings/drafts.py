"""The draft of an article: all that a story needs to know of it, to tell who and what is the same in other articles."""

from onrecord.findings.alternatives import doubles_in
from onrecord.findings.appearances import appearances_in
from onrecord.findings.mandates import capacities_in, mandates_in
from onrecord.findings.signs import nameless_in, sign_of
from onrecord.findings.strands import strands_in
from onrecord.nouns.annotations import Annotated
from onrecord.nouns.draft import Draft


def draft(one: Annotated) -> Draft:
    """Draft whom and what an article speaks of."""
    mandates, capacities = dict(mandates_in(one)), dict(capacities_in(one))
    nameless = dict(nameless_in(one))
    return Draft(
        article=one.article,
        appearances=tuple(appearances_in(one, {*mandates.values(), *capacities.values()})),
        mandates=mandates,
        capacities=capacities,
        nameless=tuple((chain, mention.at) for chain, mention in nameless.items()),
        bodies={chain: sign for chain, mention in nameless.items() if (sign := sign_of(one, mention))},
        doubles=tuple(doubles_in(one)),
        strands=tuple(strands_in(one)),
        notices=one.annotations.notices,
        times=one.annotations.times,
    )
