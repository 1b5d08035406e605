"""Who is meant by a name: by code, name, short name, with and without the county, and never by a guess."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.county.roster.units import Roster
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit

FARMING = Unit("桓台县农业局", "001", ("农口", "县农委"), until=date(2014, 8, 31), successor="桓台县农林局")
FORESTRY = Unit("桓台县农林局", "002", since=date(2014, 9, 1))
TOWN = Unit("唐山镇人民政府", "A-3", ("唐山",))
ROSTER = Roster("桓台县", (FARMING, FORESTRY, TOWN))


@pytest.mark.parametrize(
    "name",
    [
        "001",
        " 001 ",
        "００１",
        "桓台县农业局",
        "县农业局",
        "农业局",
        "山东省淄博市桓台县农业局",
        "农 业 局",
        "县农委",
        "农口",
    ],
)
def test_a_unit_is_found_by_everything_it_is_called(name):
    assert ROSTER.find(name) is FARMING


@pytest.mark.parametrize("name", ["唐山镇", "桓台县唐山镇", "唐山镇政府", "a-3", "唐山"])
def test_a_town_is_its_government_and_codes_know_no_case(name):
    assert ROSTER.find(name) is TOWN


@pytest.mark.parametrize(
    "name", ["", " ", "局", "高青县农业局", "淄博市农业局", "1", "农业", "桓台县", "ＸＸ局", "x" * 500]
)
def test_what_names_no_unit_finds_none(name):
    assert ROSTER.find(name) is None


def test_a_name_that_two_units_bear_finds_none_and_get_names_both():
    roster = Roster("桓台县", (Unit("甲局", "1", ("执法局",)), Unit("乙局", "2", ("执法局",))))
    assert roster.find("执法局") is None
    with pytest.raises(EnforcerError, match=r"“执法局”.*不止一个：甲局、乙局"):
        roster.get("执法局")


def test_get_suggests_the_nearest_names():
    with pytest.raises(EnforcerError, match="没有“桓台县农业居”，是不是“桓台县农业局”"):
        ROSTER.get("桓台县农业居")
    with pytest.raises(EnforcerError, match="没有“zzz”"):
        ROSTER.get("zzz")
    with pytest.raises(EnforcerError, match="还没有单位"):
        Roster("桓台县", ()).get("农业局")


def test_by_key_is_exact():
    assert ROSTER.by_key("001") is FARMING
    assert ROSTER.by_key("桓台县农业局") is None
    assert Roster("", (Unit("甲局"),)).by_key("甲局") == Unit("甲局")


def test_a_merged_unit_exists_to_the_end_of_its_last_day():
    assert ROSTER.on(date(2014, 8, 31)) == (FARMING, TOWN)
    assert ROSTER.on(date(2014, 9, 1)) == (FORESTRY, TOWN)
    assert ROSTER.in_year(2014) == ROSTER.units
    assert ROSTER.in_year(2015) == (FORESTRY, TOWN)
    assert ROSTER.in_year(2013) == (FARMING, TOWN)


@given(st.text(max_size=70))
def test_no_text_breaks_the_search(text):
    found = ROSTER.find(text)
    assert found is None or found in ROSTER.units
    if found is None:
        with pytest.raises(EnforcerError):
            ROSTER.get(text)
    else:
        assert ROSTER.get(text) is found
