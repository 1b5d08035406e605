"""Blocks of a benchmark, typed as a clerk would type them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from enforcer.domain.dossier import Dossier
from enforcer.domain.finding import Finding
from enforcer.examine import examine
from enforcer.notices import load_notice
from enforcer.rules import load_rules

TIERS = ("从轻", "较轻", "一般", "较重", "严重")
CONDITIONS = (
    "初次违法，及时改正，未造成后果",
    "初次违法，限期内改正",
    "造成一定影响",
    "造成较大影响",
    "拒绝接受调查或者造成事故",
    "两年内再次违法",
    "造成人员伤亡",
)
BASIS = "《某某条例》第五十条：违反本条例规定的，由主管部门责令限期改正，依法处以罚款。"
PUBLISHED = {"published_number": "桓安监发〔2014〕15号", "published": "2014-07-20"}
Cells = Mapping[str, object]


def make_block(
    standards: Sequence[str],
    statute: str = "",
    *,
    tiers: Sequence[str] = TIERS,
    basis: str = BASIS,
    number: str = "1",
    violation: str = "未按规定建立台账",
    conditions: Sequence[str] = CONDITIONS,
    **more: object,
) -> list[Cells]:
    """The rows of one violation: a tier, a condition and a standard each."""
    return [
        {
            "number": number,
            "violation": violation,
            "legal_basis": basis,
            "statutory_fine": statute,
            "tier": tier,
            "conditions": condition,
            "standard": standard,
            **more,
        }
        for tier, condition, standard in zip(tiers, conditions, standards, strict=False)
    ]


@pytest.fixture
def block() -> Callable[..., list[Cells]]:
    """block(["处一万元罚款", ...], "五万元以下") makes the rows of one violation."""
    return make_block


@pytest.fixture
def benchmark(reading, dossier) -> Callable[..., Dossier]:
    """benchmark(block, block, ...) is a dossier with one published annex 3."""

    def made(
        *blocks: Sequence[Cells], header: Cells | None = None, day: date = date(2014, 8, 1), **more: object
    ) -> Dossier:
        rows = [row for one in blocks for row in one]
        return dossier(reading(3, rows, header={**PUBLISHED, **(header or {})}, **more), day=day)

    return made


@pytest.fixture
def one(benchmark) -> Callable[..., Dossier]:
    """one(["处一万元罚款", ...], "五万元以下") is a dossier with this one violation."""

    def made(
        standards: Sequence[str],
        statute: str = "",
        *,
        header: Cells | None = None,
        day: date = date(2014, 8, 1),
        missing: Sequence[str] = (),
        **more: object,
    ) -> Dossier:
        return benchmark(make_block(standards, statute, **more), header=header, day=day, missing=missing)

    return made


@pytest.fixture
def outcome(findings, reasons) -> Callable[[str, Dossier], list[str]]:
    """outcome("A302", dossier) lists what the rule says: "H5 message" a finding, "H5? reason" what it left."""

    def said(code: str, dossier: Dossier) -> list[str]:
        accused = [f"{one.place.cell} {one.message.render()}" for one in findings(code, dossier)]
        return accused + [f"{cell}? {reason}" for cell, reason in reasons(code, dossier)]

    return said


@pytest.fixture
def spoken() -> Callable[..., list[str]]:
    """spoken(dossier) lists the codes of all annex 3 rules that speak above info; a crash fails the test."""

    def codes(dossier: Dossier, *, infos: bool = False) -> list[str]:
        verdict = examine(dossier, load_notice(), load_rules("annex3"))
        assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
        return [one.code for one in verdict.all_findings() if infos or one.severity != "info"]

    return codes


@pytest.fixture
def findings(judge) -> Callable[[str, Dossier], list[Finding]]:
    """findings("A302", dossier) lists what the rule finds; a crash fails the test."""

    def found(code: str, dossier: Dossier) -> list[Finding]:
        verdict = judge(code, dossier)
        assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
        return list(verdict.all_findings())

    return found


@pytest.fixture
def reasons(judge) -> Callable[[str, Dossier], list[tuple[str, str]]]:
    """reasons("A302", dossier) lists what the rule left unexamined: the first cell and why."""

    def left(code: str, dossier: Dossier) -> list[tuple[str, str]]:
        return [
            (one.places[0].cell or "" if one.places else "", one.reason.render())
            for one in judge(code, dossier).all_unexamined()
        ]

    return left
