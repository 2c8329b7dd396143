import pytest

from onrecord.models.parser import Parser, load_parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The pinned pipeline, loaded once for all tests that need real sentences."""
    return load_parser()
