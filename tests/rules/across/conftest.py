"""Units with their annexes, typed in few words, for the rules that look across annexes and across units."""

from collections.abc import Callable
from datetime import date

import pytest

from enforcer.domain.dossier import County, Dossier
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine, observe
from enforcer.notices import load_notice
from enforcer.rules import find_rule

DAY = date(2014, 8, 1)
VALID = "2015-08-31"
TIERS = ("从轻", "较轻", "一般", "较重", "严重")


def officer(name, credential="", valid_until=VALID, **more):
    """A row of annex 4."""
    return {"name": name, "credential": credential, "valid_until": valid_until, **more}


def ladder(basis, violation="没有设置警示标志", low=10000, step=8000, **more):
    """The five rows of an item, each tier a step higher."""
    return [
        {
            "number": 1,
            "violation": violation,
            "legal_basis": basis,
            "statutory_fine": "五万元以下",
            "tier": tier,
            "conditions": f"第{place}种",
            "standard": f"处{low + place * step}元以上{low + place * step + step}元以下罚款",
            **more,
        }
        for place, tier in enumerate(TIERS)
    ]


@pytest.fixture
def filed(reading) -> Callable[..., Dossier]:
    """filed("县安监局", plan=[…], steps=[…], items=[…], officers=[…]) is what a unit filed; None: not filed."""

    def made(name="县安监局", *, plan=None, steps=None, items=None, officers=None, unit=None, day=DAY, more=()):
        tables = {1: plan, 2: steps, 3: items, 4: officers}
        readings = [reading(annex, rows) for annex, rows in tables.items() if rows is not None]
        placed = []
        for one in (*readings, *more):
            file = f"{name}/{one.file}"
            table = one.table._replace(file=file)
            for row in one.rows:
                row.table = table
            placed.append(one._replace(file=file, table=table))
        return Dossier(name, 2014, day, "as-of", tuple(placed), unit or Unit(name))

    return made


@pytest.fixture
def judged() -> Callable[[str, Dossier], Verdict]:
    """judged("X001", dossier) is the verdict of that rule alone; a crash fails the test."""

    def run(code, dossier):
        verdict = examine(dossier, load_notice(), (find_rule(code),))
        assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
        return verdict

    return run


@pytest.fixture
def seen() -> Callable[..., Verdict]:
    """seen("X005", dossier, dossier, …) is what that rule observes in a county of these units."""

    def run(code, *dossiers, distinct=frozenset(), day=DAY):
        county = County("桓台县", day, dossiers, distinct)
        verdict = observe(county, load_notice(), (find_rule(code),))
        assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
        return verdict

    return run


@pytest.fixture
def messages(seen) -> Callable[..., list[str]]:
    """messages("X005", dossier, …) are its sentences in Chinese."""
    return lambda code, *dossiers, **more: [one.message.render() for one in seen(code, *dossiers, **more).findings]


@pytest.fixture
def typed_officer():
    return officer


@pytest.fixture
def typed_ladder():
    return ladder
