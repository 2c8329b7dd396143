"""The articles in full, with the words that the record rests on marked where they stand.

No character is changed, dropped or added: the fragments of all blocks, joined, are `Article.text`.
"""

from itertools import groupby

from onrecord.dossiers.dates import NO_DATE, say_when
from onrecord.dossiers.fragments import Mark, cut_up, make_cut
from onrecord.dossiers.register import Register, outlet_of, whole_parts, words_of
from onrecord.dossiers.wording import say_basis
from onrecord.nouns.article import Article, Part
from onrecord.nouns.dossier import Block, Detail, Text
from onrecord.nouns.record import Record, Statement
from onrecord.nouns.span import Span

Marks = dict[str, list[Mark]]


def make_texts(record: Record, register: Register) -> tuple[Text, ...]:
    """Make the full text of every article."""
    marks: Marks = {article.id: [] for article in record.articles}
    _mark_statements(record, marks)
    _mark_other_rows(record, marks)
    return tuple(
        Text(
            number=number,
            id=article.id,
            outlet=register.labels.get(article.id) or outlet_of(register, article.id),
            title=_title(article),
            details=_details(register, article),
            runs=_runs(_blocks(article, tuple(marks.pop(article.id, ())))),
        )
        for number, article in enumerate(record.articles, 1)
    )


def _mark_statements(record: Record, marks: Marks) -> None:
    for number, statement in enumerate(record.statements, 1):
        if statement.article in marks:
            roles = _roles(statement)
            marks[statement.article].extend(Mark(span, f"s{number}", role, number) for span, role in roles)


def _roles(statement: Statement) -> tuple[tuple[Span, str], ...]:
    apart = {*statement.cue_at, statement.source_at, *statement.content_at}
    return (
        *((span, "content") for span in statement.content_at),
        *((span, "cue") for span in statement.cue_at),
        *((span, "source") for span in (statement.source_at,) if span),
        *((span, "quoted") for span in words_of(statement) if span not in apart),
        *((hedge.at, "hedge") for hedge in statement.hedges),
    )


def _mark_other_rows(record: Record, marks: Marks) -> None:
    """Mark the words of events, items, facts, links and corrections: not drawn, but a link can open on them."""
    rows: list[tuple[str, Span, str]] = []
    for number, event in enumerate(record.events, 1):
        rows.append((event.article, event.at, f"e{number}"))
    for number, item in enumerate(record.items, 1):
        rows.extend((first.article, first.at, f"i{number}") for first in item.mentions[:1])
        rows.extend((fact.article, fact.at, f"f{number}-{order}") for order, fact in enumerate(item.facts, 1))
    for number, correction in enumerate(record.corrections, 1):
        rows.append((correction.article, correction.at, f"c{number}"))
        if correction.new_at:
            rows.append((correction.article, correction.new_at, f"n{number}"))
    rows.extend((link.article, link.at, f"l{number}") for number, link in enumerate(record.links, 1))
    for article, span, key in rows:
        if article in marks:
            marks[article].append(Mark(span, key, "told"))


def _title(article: Article) -> str:
    """Return the title that the page gives of itself, unless the headline says the same."""
    headlines = {article.text[part.start : part.end].strip() for part in article.parts if part.kind == "headline"}
    return "" if article.title is None or article.title.strip() in headlines else article.title


def _details(register: Register, article: Article) -> tuple[Detail, ...]:
    published = say_when(article.published)
    reason = article.published.because if published == NO_DATE else None
    note = reason or say_basis(article.published.basis, article.published.because)
    credits_ = ((credit.act.capitalize(), credit.name) for credit in article.credits)
    earlier = article.version_of and outlet_of(register, article.version_of)
    told = {
        "Author": article.author if article.author not in {credit.name for credit in article.credits} else None,
        "Address": article.url if article.url and article.url.startswith(("https://", "http://")) else None,
        "Language": article.language,
        "Word for word in": ", ".join(other.outlet for other in article.also),
        "A later version of": earlier and f"article {register.numbers.get(article.version_of or '', '?')}, {earlier}",
    }
    return (
        Detail("Published", published, note),
        *((Detail("Modified", say_when(article.modified)),) if article.modified else ()),
        *(Detail(term, text) for term, text in told.items() if text),
        *(Detail(act, name) for act, name in credits_),
    )


def _blocks(article: Article, marks: tuple[Mark, ...]) -> tuple[Block, ...]:
    parts = whole_parts(article)
    bodies = [_body(article.text, part) for part in parts]
    spans = [
        Span(start, end)
        for body, part in zip(bodies, parts, strict=True)
        for start, end in ((part.start, body), (body, part.end))
        if start < end
    ]
    cut = iter(cut_up(article.text, tuple(spans), make_cut(marks, len(article.text))))
    blocks, number = [], 0
    for part, body in zip(parts, bodies, strict=True):
        counted = part.kind == "paragraph" and body > part.start
        number += counted
        fragments = next(cut) if body > part.start else ()
        space = next(cut) if part.end > body else ()
        blocks.append(Block(part.kind, fragments, space, number if counted else None))
    return tuple(blocks)


def _runs(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """Put neighbouring furniture together, so that a page can fold it away as one."""
    return tuple(tuple(run) for _, run in groupby(blocks, key=lambda block: block.kind == "furniture"))


def _body(text: str, part: Part) -> int:
    """Return where the words of a part end and the white space after them begins."""
    return part.start + len(text[part.start : part.end].rstrip())
