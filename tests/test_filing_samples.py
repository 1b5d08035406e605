"""The samples of the rules on filing: their acts are put on record in a ledger, and the day's standing is judged."""

import tomllib
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from enforcer.county.ledger.bodies import decided_body, received_body
from enforcer.county.ledger.journal import Decision
from enforcer.county.ledger.store import Ledger
from enforcer.county.standing import Standing, standing
from enforcer.county.workspace import Workspace
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.rules import rules_of_filing
from enforcer.workbook.roster.writing import roster_bytes

SAMPLES = Path(__file__).parent.parent / "samples"
ACTS, EXPECT = "acts.toml", "expect.toml"
FED_BY_A_FILE = "F002"


def folders(tree: str) -> list[Path]:
    return sorted(path.parent for path in (SAMPLES / tree).glob(f"*/{ACTS}"))


def said(folder: Path, name: str) -> dict:
    return tomllib.loads((folder / name).read_text(encoding="utf-8"))


def played(folder: Path, root: Path) -> Standing:
    """The acts of a folder on record in a workspace at `root`, and the county as it then stood."""
    acts = said(folder, ACTS)
    year = acts.get("year", 2014)
    units = [Unit(**{"nature": "行政机关", **unit}) for unit in acts["unit"]]
    settings = f'county = "桓台县"\nnotice = "2014"\nyear = {year}\ncalendar = "{acts.get("calendar", "none")}"\n'
    (root / "enforcer.toml").write_text(settings, encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), units))
    workspace = Workspace(root)
    ledger = Ledger.open(workspace.ledger_file)
    try:
        for act in acts.get("act", ()):
            enter(ledger, act, units[0].key, year)
        return standing(workspace, ledger, year, acts["as_of"])
    finally:
        ledger.close()


def enter(ledger: Ledger, act: dict, unit: str, year: int) -> None:
    """Puts one act on record."""
    named = act.get("received", [])
    for obligation in [named] if isinstance(named, str) else named:
        with ledger.writing() as pen:
            receipt = received(act, pen.next_receipt(year), unit, obligation, year)
            pen.append("received", act["day"], received_body(receipt))
    if "decided" in act:
        on_duty = {"unit": unit, "obligation": act.get("obligation"), "year": year} if "obligation" in act else {}
        ruling = {key: act[key] for key in ("receipt", "until", "rule") if key in act}
        decision = Decision(0, act["decided"], act["day"], "经办人", "样本", **on_duty, **ruling)
        with ledger.writing() as pen:
            pen.append("decided", act["day"], decided_body(decision))


def received(act: dict, number: str, unit: str, obligation: str, year: int) -> Receipt:
    digest = sha256(act.get("file", number).encode()).hexdigest()
    first = f"{year}-00001"
    return Receipt(
        number=number,
        unit=act.get("unit", unit),
        obligation=obligation,
        year=year,
        day=act["day"],
        entered=datetime.combine(act["day"], time(10), ZoneInfo("Asia/Shanghai")),
        forms=tuple(act.get("forms", ("paper", "electronic"))),
        nil=act.get("nil", False),
        sha256=digest,
        same_as=first if "file" in act and number != first else None,
        plan_kinds=tuple(act.get("plan_kinds", ())),
        higher_standard=act.get("higher_standard", False),
    )


def judged(folder: Path, root: Path):
    """The findings and what is unexamined, of all units."""
    found = played(folder, root)
    for unit in found.units:
        assert not unit.verdict.crashed, [one.reason.render() for one in unit.verdict.unexamined]
    findings = [finding for unit in found.units for finding in unit.verdict.all_findings()]
    return findings, {one.code for unit in found.units for one in unit.verdict.all_unexamined()}


@pytest.mark.parametrize("folder", folders("fail"), ids=lambda path: path.name)
def test_a_failing_sample_yields_its_own_code_and_no_other_above_info(folder, tmp_path):
    code = folder.name.partition("-")[0]
    findings, _ = judged(folder, tmp_path)
    assert sorted({one.code for one in findings}) == said(folder, EXPECT)["codes"]
    assert {one.code for one in findings if one.severity != "info"} <= {code}
    assert code in {one.code for one in findings}


@pytest.mark.parametrize("folder", folders("near"), ids=lambda path: path.name)
def test_a_near_miss_is_not_accused(folder, tmp_path):
    wanted = said(folder, EXPECT)
    findings, unexamined = judged(folder, tmp_path)
    assert sorted({one.code for one in findings}) == wanted["codes"]
    assert {one.code for one in findings}.isdisjoint(wanted.get("absent", ()))
    assert unexamined == set(wanted.get("unexamined", ()))
    if "severity" in wanted:
        assert {one.severity for one in findings} == {wanted["severity"]}


def test_every_rule_that_rests_on_a_ledger_has_its_failing_sample_and_no_other_folder_stands_there():
    rested = [rule for rule in rules_of_filing() if rule.code != FED_BY_A_FILE]
    assert [folder.name for folder in folders("fail")] == [f"{rule.code}-{rule.name}" for rule in rested]


def test_near_misses_are_named_after_a_rule_on_filing():
    known = {rule.code for rule in rules_of_filing()}
    assert folders("near")
    for folder in folders("near"):
        assert folder.name.partition("-")[0] in known
        assert known.issuperset((*said(folder, EXPECT)["codes"], *said(folder, EXPECT).get("absent", ())))
