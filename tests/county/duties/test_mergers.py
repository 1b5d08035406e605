"""Units that end: whose heir is whom, through every merger, and never in a circle."""

from datetime import date

from enforcer.county.duties.mergers import heir_of, predecessors_of
from enforcer.domain.unit import Unit

FORESTRY = Unit("县林业局", until=date(2014, 7, 10), successor="县农林局")
BOTH = Unit("县农林局", until=date(2014, 12, 31), successor="县农业农村局")
LAST = Unit("县农业农村局")
UNITS = (FORESTRY, BOTH, LAST)


def test_a_unit_stands_for_itself_until_the_end_of_its_last_day():
    assert heir_of(FORESTRY, UNITS, date(2014, 7, 10)) is None
    assert predecessors_of(BOTH, UNITS, date(2014, 7, 10)) == ()
    assert heir_of(FORESTRY, UNITS, date(2014, 7, 11)) == BOTH
    assert predecessors_of(BOTH, UNITS, date(2014, 7, 11)) == (FORESTRY,)


def test_an_heir_that_ends_passes_everything_on():
    assert heir_of(FORESTRY, UNITS, date(2015, 1, 1)) == LAST
    assert predecessors_of(LAST, UNITS, date(2015, 1, 1)) == (FORESTRY, BOTH)
    assert predecessors_of(BOTH, UNITS, date(2015, 1, 1)) == ()


def test_a_circle_or_a_successor_nobody_knows_has_no_heir():
    one = Unit("甲局", until=date(2014, 1, 1), successor="乙局")
    other = Unit("乙局", until=date(2014, 1, 1), successor="甲局")
    alone = Unit("丙局", until=date(2014, 1, 1), successor="丙局")
    lost = Unit("丁局", until=date(2014, 1, 1), successor="戊局")
    for unit in (one, other, alone, lost):
        assert heir_of(unit, (one, other, alone, lost), date(2014, 2, 1)) is None
