"""How the tests are divided over the cores, and what spares each of them work."""

from xdist.plugin import pytest_xdist_auto_num_workers as number_of_cores
from xdist.scheduler import LoadFileScheduling

from regiozwolle.keeping.loaded import keep_what_is_loaded

# Files with few tests that take long: begun last, one core would wait for another.
FIRST = (
    "browser/",
    "test_search_questions",
    "test_takeover",
    "test_commands",
    "test_every_desk_merges",
    "test_concepts",
)


class DemoOnOneCore(LoadFileScheduling):
    """Keeps a file on one core, and all that visits the demo too, so that it starts once."""

    def _split_scope(self, nodeid):
        file = super()._split_scope(nodeid)
        return "tests/browser" if file.startswith("tests/browser/") else file


def pytest_xdist_make_scheduler(config, log):
    return DemoOnOneCore(config, log)


def pytest_xdist_auto_num_workers(config):
    """One more than there are cores, for there is always a test that waits: for a browser, a server, a lock."""
    return number_of_cores(config) + 1


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: not any(name in item.nodeid for name in FIRST))


def pytest_collection_finish():
    """As the server does when it has loaded."""
    keep_what_is_loaded()
