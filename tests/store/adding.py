"""A process that adds to a case until it is told to stop, or is killed: `python adding.py CASE FIRST LAST`.

It puts hand-made articles, so that a kill lands in the store and not in the loading of a parser.
"""

import sys

from onrecord.models.pins import say_made_by
from onrecord.nouns.annotations import Annotated, Annotations
from onrecord.nouns.article import Article, Part
from onrecord.nouns.digest import sha256
from onrecord.nouns.record import Record
from onrecord.nouns.source import make_source
from onrecord.store import Store


def main() -> None:
    case, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with Store(case, create=True) as store:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for number in range(first, last):
            add(store, f"Mayor Varga denied it {number} times." * 50)
            if number % 5 == 0:
                state = store.state(say_made_by())
                articles = tuple(one.article for one in store.story())
                store.keep(Record(made_by=say_made_by(), articles=articles), state)


def add(store: Store, text: str) -> None:
    source = make_source("test.txt", "text/plain", text.encode())
    if store.recognise(source) is None:
        article = Article(id=sha256(text.encode()), text=text, parts=(Part("paragraph", 0, len(text)),))
        store.put(source, Annotated(article, Annotations(article=article.id)), say_made_by(), taken="2026-01-01")


if __name__ == "__main__":
    main()
