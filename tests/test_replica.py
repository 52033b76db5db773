"""What is read from a replica and what never is; benchmarks/replica.py tries it with one that follows, and goes."""

import pytest

from regiozwolle.trouble import outage, replica
from regiozwolle.trouble.replica import REPLICA, Router


@pytest.fixture(autouse=True)
def following():
    replica.tell(is_following=True)
    yield
    replica.tell(is_following=False)


def test_what_is_read_for_a_kept_page_comes_from_the_replica_and_nothing_is_written_there():
    assert Router().db_for_read(None) == "default"
    with replica.read_from(replica.best()):
        assert [Router().db_for_read(None), Router().db_for_write(None)] == [REPLICA, "default"]
    assert Router().db_for_read(None) == "default"
    assert [Router().allow_migrate(name, "agenda") for name in ("default", REPLICA)] == [True, False]


def test_who_is_in_a_transaction_reads_where_they_write(db):
    with replica.read_from(REPLICA):
        assert Router().db_for_read(None) == "default"


def test_a_replica_that_goes_is_passed_by_and_nobody_is_told_that_the_database_is_away():
    with replica.read_from(replica.best()):
        outage.begin()
    assert replica.best() == "default"
    assert not outage.away.is_set()
