"""Plays the year of samples/county on a copy: its nights, and between them what acts.toml says the office did.

python samples/county_year.py FOLDER [DAY] makes the copy in FOLDER and stops at the end of DAY, else at the year's end.
"""

import shutil
import sys
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from enforcer.annexes.overlaps import overlaps
from enforcer.county.decisions.contradictions import Ruling
from enforcer.county.decisions.deciding import Bench, decide_on_receipt, extend_duty, keys_seen, set_apart
from enforcer.county.decisions.returning import written_for
from enforcer.county.intake.across import cross_examine_now
from enforcer.county.intake.desk import Desk
from enforcer.county.intake.opening import desk_at
from enforcer.county.intake.taking_in import Said, receive_without_file
from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import ZONE, Ledger
from enforcer.county.standing import standing
from enforcer.county.workspace import FOLDERS, ROSTER_FILE, SETTINGS_FILE, Workspace
from enforcer.domain.unit import Unit
from enforcer.nightly import Asked, nightly

COUNTY = Path(__file__).resolve().parent / "county"
ACTS = "acts.toml"
_AT_WORK, _AT_NIGHT = time(10), time(22)

Act = Mapping[str, Any]


def play(target: Path, until: date = date.max, tell: Callable[[date], None] = lambda _: None) -> Workspace:
    """Founds the workspace anew in `target`, which must not exist, and plays its year up to the end of `until`.

    A dated folder of the inbox is put there on its day; `tell` is told each day on which something happens. The clock
    says the day of each act, so that only what acts.toml enters belatedly is 补录. Raises EnforcerError where an act
    cannot be.
    """
    acts = tomllib.loads((COUNTY / ACTS).read_text(encoding="utf-8"))
    here = _founded(target, acts["founded"], acts["year"])
    by_day: dict[date, list[Act]] = {}
    for act in acts["act"]:
        by_day.setdefault(act.get("entered", act["on"]), []).append({"by": acts["by"], **act})
    deliveries: dict[date, list[Path]] = {}
    for folder in sorted((COUNTY / "inbox").glob("*/????-??-??")):
        deliveries.setdefault(date.fromisoformat(folder.name), []).append(folder)
    nights = {*acts["nights"], *deliveries}
    for day in sorted(one for one in {*by_day, *nights} if one <= until):
        tell(day)
        for folder in deliveries.get(day, ()):
            shutil.copytree(folder, here.inbox / folder.parent.name / folder.name)
        if day in by_day:
            with desk_at(here, str, datetime.combine(day, _AT_WORK, ZONE)) as desk:
                touched = {unit for act in by_day[day] for unit in _do(desk, act, day)}
                if day not in nights:  # else the night looks at all of them once
                    for unit in sorted(touched):
                        cross_examine_now(desk, unit, acts["year"], day)
        if day in nights:
            nightly(here, Asked(day, datetime.combine(day, _AT_NIGHT, ZONE)))
    return here


def _founded(target: Path, day: date, year: int) -> Workspace:
    """The settings and the roster, with the folders and the ledger that `enforcer init` makes; the inbox is empty."""
    target.mkdir(parents=True)
    for name in (SETTINGS_FILE, ROSTER_FILE):
        shutil.copyfile(COUNTY / name, target / name)
    for name in FOLDERS:
        (target / name).mkdir()
    here = Workspace(target.absolute())
    ledger = Ledger.open(here.ledger_file, now=datetime.combine(day, _AT_WORK, ZONE))
    try:
        with ledger.writing() as pen:
            notice = here.settings.notice.number
            pen.append("founded", day, {"county": here.settings.county, "notice": notice, "year": year})
    finally:
        ledger.close()
    return here


def _do(desk: Desk, act: Act, today: date) -> list[Unit]:
    """One act, by the functions of `enforcer receive` and `enforcer decide`; the units whose filings it touched."""
    if "decide" in act:
        return _decide(desk, act, today)
    nil = "nil" in act
    paper = not nil or "paper" in act["copies"]
    units = [_unit(desk, name) for name in act["units"]]
    for key in act["nil"] if nil else act["paper"]:
        obligation = desk.workspace.settings.notice.obligations[key]
        for unit in units:
            said = Said(unit, obligation, on=act["on"], paper=paper, nil=nil, by=act["by"], note=act.get("note", ""))
            receive_without_file(desk, said, today)
    return units


def _decide(desk: Desk, act: Act, today: date) -> list[Unit]:
    action = act["decide"]
    bench = Bench(desk.workspace, desk.ledger, today)
    ruling = Ruling(action, act["by"], act["why"], act["on"], act.get("rule"), act.get("until"))
    if action == "distinct":
        set_apart(bench, _overlap(bench, act), ruling._replace(rule=None), keys_seen(bench))
        return []
    unit, obligation = _unit(desk, act["unit"]), desk.workspace.settings.notice.obligations[act["obligation"]]
    if action == "extend":
        extend_duty(bench, unit, obligation, desk.workspace.settings.year, ruling)
        return []
    filed = [one for one in journal(desk.ledger, today).receipts if one.stored or one.nil]
    (*_, receipt) = (one for one in filed if (one.unit, one.obligation) == (unit.key, obligation.key))
    decided = decide_on_receipt(bench, receipt.number, ruling)
    if action == "return":
        written_for(desk.workspace, receipt, decided.decision, journal(desk.ledger, date.max), str)
    return [unit]


def _overlap(bench: Bench, act: Act) -> str:
    """The key of the overlap of that rule between these units."""
    county = standing(bench.workspace, bench.ledger, bench.workspace.settings.year, bench.today).county
    (key,) = {one.key for one in overlaps(county) if one.code == act["rule"] and set(act["units"]) <= set(one.units)}
    return key


def _unit(desk: Desk, name: str) -> Unit:
    unit = desk.workspace.roster.find(name)
    if unit is None:
        message = f"{ACTS}: no such unit: {name}"
        raise ValueError(message)
    return unit


if __name__ == "__main__":
    last = date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else date.max  # noqa: PLR2004 - program, folder, day
    print(play(Path(sys.argv[1]), last, print).root)
