"""Nouns of every shape for laws, made from their types: a new field is covered from the day it is added."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from onrecord.nouns.decision import Change, Decision, Subject
from onrecord.nouns.record import Record
from onrecord.nouns.span import Span

spans = st.tuples(st.integers(0, 500), st.integers(1, 80)).map(lambda found: Span(found[0], found[0] + found[1]))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(-(2**40), 2**40),
    float: st.floats(0, 1),
    bool: st.booleans(),
    NoneType: st.none(),
    Span: spans,
}


def noun(kind: type[msgspec.Struct], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for a noun, with the strategies of some fields fixed."""
    hints = get_type_hints(kind)
    fields = {name: fixed[name] if name in fixed else value(hints[name]) for name in kind.__struct_fields__}
    return st.builds(kind, **fields)


def value(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the value of a field."""
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(value, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(value(get_args(hint)[0]), max_size=2).map(tuple)
    return noun(hint)


records = noun(Record)
_subjects = noun(Subject, parts=st.just(()))
decisions = noun(Decision, subject=st.none() | _subjects, change=noun(Change, to=st.none() | _subjects))
