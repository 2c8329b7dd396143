import pytest

from onrecord.models.network.engine import Learned
from onrecord.models.network.lemmas import Lemmatizer, load_lemmatizer
from onrecord.models.network.sessions import load_network
from onrecord.models.pins import NETWORK
from onrecord.models.weights import HOME


@pytest.fixture(scope="session")
def lemmatizer() -> Lemmatizer:
    return load_lemmatizer()


@pytest.fixture(scope="session")
def learned(lemmatizer: Lemmatizer) -> Learned:
    """The engine with whatever weights are in the tree: its laws hold for all of them."""
    if not HOME.is_dir():
        pytest.skip("the network's weights are not in the tree")
    return Learned(load_network(HOME), lemmatizer, NETWORK)
