"""The line: take → read → annotate → establish → assemble, as plain function bodies.

Only this module and the verbs know that all steps exist. The first three are per article (a map), `establish` is per
story (a fold). What it needs of one article it takes as a draft, which rests on that article alone, and as an account,
which rests on that article and on what the story knows of it: a case keeps both, so that one more article is soon in.
"""

from collections.abc import Callable, Iterable, Sequence

from onrecord.annotation.acts import read_acts
from onrecord.annotation.ambiguities import Told, find_ambiguities
from onrecord.annotation.attributions import find_attributions
from onrecord.annotation.circumstances import find_circumstances
from onrecord.annotation.claims import with_claims
from onrecord.annotation.happenings import find_happenings
from onrecord.annotation.mentions import find_mentions
from onrecord.annotation.notices import find_notices
from onrecord.annotation.quotes import find_quotes
from onrecord.annotation.stances import find_questions
from onrecord.annotation.things import find_things
from onrecord.annotation.times import date_article, redate, see_times
from onrecord.findings.accounts import Background, account, backgrounds
from onrecord.findings.actors import establish_actors
from onrecord.findings.alternatives import leave_open
from onrecord.findings.corrections import establish_corrections
from onrecord.findings.drafts import draft
from onrecord.findings.echoes import mark_echoes
from onrecord.findings.items import establish_items
from onrecord.findings.links import establish_links
from onrecord.findings.positions import establish_positions
from onrecord.findings.published import settle_published
from onrecord.models.engines import Engine
from onrecord.models.pins import say_made_by as say_made_by
from onrecord.nouns.account import Account
from onrecord.nouns.annotations import Annotated, Annotations
from onrecord.nouns.article import Article
from onrecord.nouns.draft import Draft
from onrecord.nouns.record import MadeBy, Record
from onrecord.nouns.source import Source
from onrecord.reading import read

Tell = Callable[[Sequence[Background]], Sequence[Account]]


def annotate_source(source: Source, engine: Engine) -> Annotated:
    """Read and annotate one source: the part of the line that needs no other; raises SourceError where no text is."""
    article = read(source)
    one = Annotated(article, annotate(article, engine))
    return Annotated(settle_published(one), one.annotations)


def redate_source(source: Source, found: Annotated) -> Annotated | None:
    """Return what was found in a source, dated by the day of publication that is given for it now.

    No engine is asked; None where other details than a day have changed what there is to be read.
    """
    article = read(source)
    before = found.article
    if (article.text, article.parts, article.unread) != (before.text, before.parts, before.unread):
        return None
    one = redate(Annotated(article, found.annotations))
    return Annotated(settle_published(one), one.annotations)


def annotate(article: Article, engine: Engine) -> Annotations:
    """Find every layer in one article; in one that cannot be understood nothing, rather than rubbish."""
    if article.unread:
        return Annotations(article=article.id)
    parse = engine.parse(article)
    quotes = find_quotes(article)
    seen = see_times(article, parse)
    times, published = date_article(article, seen)
    attributions = find_attributions(article, parse, quotes)
    readings = read_acts(article, parse, quotes, attributions)
    mentions, offices = find_mentions(article, parse, quotes, attributions, times)
    things = with_claims(article, parse, attributions, mentions, find_things(article, parse, attributions))
    stances = engine.stances(parse, find_questions(attributions, things))
    circumstances = find_circumstances(article, parse, times, attributions)
    return Annotations(
        article=article.id,
        quotes=quotes,
        mentions=mentions,
        offices=offices,
        seen=seen,
        times=times,
        attributions=attributions,
        readings=readings,
        circumstances=circumstances,
        things=tuple(thing for thing in things if thing.contested),
        candidates=tuple(thing for thing in things if not thing.contested),
        happenings=find_happenings(article, parse, times, attributions),
        notices=find_notices(article),
        ambiguities=find_ambiguities(article, parse, quotes, Told(attributions, readings, circumstances), mentions),
        published=published,
        stances=stances,
    )


def establish(story: Iterable[Annotated], made_by: MadeBy) -> Record:
    """Establish one record from the annotated articles of a story, in their order."""
    known = {one.article.id: one for one in story}

    def tell(asked: Sequence[Background]) -> Sequence[Account]:
        return [account(known[one.article], one) for one in asked]

    return fold([draft(one) for one in known.values()], tell, made_by)


def fold(drafts: Sequence[Draft], tell: Tell, made_by: MadeBy) -> Record:
    """Establish one record from the drafts of a story's articles, in their order; `tell` gives an account of each."""
    cast = leave_open(drafts, establish_actors(drafts))
    stock = establish_items(drafts, cast)
    told = tell(tuple(backgrounds(drafts, cast, stock)))
    said = mark_echoes(told, cast)
    happened = tuple(event for one in told for event in one.events)
    corrections, said, happened = establish_corrections(drafts, said, happened)
    return Record(
        made_by=made_by,
        articles=tuple(one.article for one in drafts),
        actors=cast.actors,
        items=stock.items,
        statements=said,
        positions=establish_positions(drafts, told, said, cast),
        events=happened,
        times=tuple(time for one in drafts for time in one.times),
        corrections=corrections,
        links=establish_links(drafts, told, said),
    )
