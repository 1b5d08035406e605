"""A ledger in a temporary folder, with a clock that the test sets."""

from datetime import date, datetime

import pytest

from enforcer.county.ledger.bodies import received_body
from enforcer.county.ledger.store import ZONE, Ledger
from enforcer.domain.receipt import Receipt

NOON = datetime(2014, 7, 1, 12, 0, tzinfo=ZONE)


def a_receipt(number, day=date(2014, 7, 1), **changes):
    made = {"unit": "AJ", "obligation": "plan", "year": 2014, "forms": ("electronic",), **changes}
    return Receipt(number=number, day=day, entered=NOON, **made)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path):
    opened = Ledger.open(path, now=NOON)
    yield opened
    opened.close()


@pytest.fixture
def receive():
    """receive(ledger, day, ...) puts a filing on record and returns its number."""

    def received(ledger, day=date(2014, 7, 1), **changes):
        with ledger.writing() as pen:
            number = pen.next_receipt(2014)
            pen.append("received", day, received_body(a_receipt(number, day, **changes)))
        return number

    return received
