"""A409: a unit that the roster exempts need not file annex 4; its name alone exempts nobody."""

import pytest

from enforcer.domain.unit import Unit


@pytest.mark.parametrize("kind", ["公安", "税务"])
def test_an_exempt_unit_is_told_so(register, judge, officer, kind):
    exempt = register(officer(), unit=Unit("县某局", exemption=kind))
    (finding,) = judge("A409", exempt).all_findings()
    assert finding.message.render() == f"单位名录登记为{kind}单位，不需要报送附件4"
    assert finding.severity == "info"
    assert finding.place.sheet == "执法人员"


@pytest.mark.parametrize("unit", [None, Unit("县公安局"), Unit("县安监局")])
def test_the_roster_decides_not_the_name(register, cells, officer, unit):
    assert cells("A409", register(officer(), unit=unit)) == []


def test_a_nil_return_of_an_exempt_unit_is_no_matter(reading, dossier, cells):
    nil = reading(4, nil=reading(4).place)
    assert cells("A409", dossier(nil, unit=Unit("县公安局", exemption="公安"))) == []


@pytest.mark.parametrize("annex", [1, 2, 3])
def test_its_other_annexes_are_owed(reading, dossier, cells, annex):
    assert cells("A409", dossier(reading(annex), unit=Unit("县公安局", exemption="公安"))) == []
