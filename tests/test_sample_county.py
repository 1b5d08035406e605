"""samples/county: its year plays through by the real functions, and each unit stands at its end as it was meant."""

import json
import re
import tomllib
from collections import defaultdict
from datetime import date
from email import message_from_bytes, policy
from hashlib import sha256
from pathlib import Path, PureWindowsPath

import pytest

from enforcer.annexes.overlaps import overlaps
from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.ledger.verifying import verify
from enforcer.county.standing import standing
from enforcer.domain.dossier import County
from enforcer.rules import load_rules
from enforcer.workbook.naming import safe_name

SAMPLES = Path(__file__).parent.parent / "samples"
COUNTY = SAMPLES / "county"
END = date(2014, 12, 31)
MOST_BYTES = 1_000_000

STATES = {
    ("县安监局", "plan"): "on-time",
    ("县安监局", "log"): "filed",
    ("县安监局", "benchmark"): "on-time",
    ("县农林局", "plan"): "late",
    ("县农林局", "benchmark"): "on-time",
    ("县食药监局", "officers"): "returned",
    ("县食药监局", "summary"): "late",
    ("县公安局", "officers"): "exempt",
    ("县国税局", "credentials"): "filed",
    ("县地税局", "officers"): "exempt",
    ("县国土资源局", "benchmark"): "overdue",
    ("县国土资源局", "databases"): "overdue",
    ("县交通运输局", "benchmark"): "on-time",
    ("县工商局", "plan"): "on-time",
    ("县工商局", "procedure"): "exempt",
    ("县市场监管局", "plan"): "on-time",
    ("县市场监管局", "procedure"): "late",
    ("县市场监管局", "responsibility"): "overdue",
    ("县动物卫生监督所", "plan"): "exempt",
    ("县粮食局", "authority"): "filed",
    ("青禾镇", "benchmark"): "exempt",
    ("青禾镇", "log"): "open",
    ("柳溪镇", "procedure"): "exempt",
    ("县盐务局", "procedure"): "overdue",
}
FOUND = {
    ("县交通运输局", "plan", "06-26"): ["A109"],
    ("县住建局", "plan", "06-30"): ["A101", "A102", "A104", "A105"],
    ("县盐务局", "plan", "06-30"): ["W001"],
    ("县农林局", "plan", "07-03"): ["F002"],
    ("县盐务局", "plan", "07-10"): ["A101"],
    ("县住建局", "officers", "07-11"): ["A401"],
    ("县住建局", "procedure", "07-11"): ["A204", "A205"],
    ("县地税局", "officers", "07-11"): ["A409"],
    ("县食药监局", "officers", "07-11"): ["A402", "A406", "A408"],
    ("县盐务局", "officers", "07-15"): ["W004", "W008"],
    ("县粮食局", "procedure", "07-15"): ["A205"],
    ("县国土资源局", "plan", "07-18"): ["A101", "F002"],
    ("县城管执法局", "officers", "07-18"): ["F002"],
    ("县城管执法局", "procedure", "07-18"): ["F002"],
    ("县农林局", "benchmark", "07-28"): ["A302", "A305"],
    ("县住建局", "benchmark", "07-30"): ["A303", "A318"],
    ("县城管执法局", "benchmark", "07-30"): ["A301", "A306", "A315"],
    ("县市场监管局", "officers", "09-12"): ["F002"],
    ("县市场监管局", "procedure", "09-12"): ["F002"],
    ("县市场监管局", "benchmark", "09-25"): ["A302", "A305", "F002"],
}
ACROSS = {"县环保局": {"X001"}, "县住建局": {"X002"}, "县盐务局": {"X007"}}
OVERLAPS = {
    ("X003", "褚安癸", ("县住建局", "县安监局")),
    ("X004", "《安全生产法》第83条第4项", ("县住建局", "县安监局")),
    ("X005", "《安全生产法》第83条第4项", ("县住建局", "县安监局")),
    ("X005", "《税收征收管理法》第60条第1款第1项", ("县国税局", "县地税局")),
    ("X006", "危险化学品企业", ("县住建局", "县安监局")),
}
SET_APART = ("X006", "加油站", ("县国税局", "县地税局"))
NEAR_MISSES = {
    "another officer of the same name": ("officers", ("县安监局", "县交通运输局"), "钱安乙"),
    "another item of the same article": ("benchmark", ("县交通运输局",), "第83条第1项"),
    "the same target in other months": ("plan", ("县安监局", "县市场监管局"), "烟花爆竹批发、零售单位"),
    "a joint inspection": ("plan", ("县住建局", "县交通运输局"), "商品混凝土运输企业"),
}


@pytest.fixture(scope="module")
def before():
    """The files of samples/county with their hashes, before the year was played."""
    return listing()


@pytest.fixture(scope="module")
def here(before, tmp_path_factory):
    """The county after its year."""
    assert before
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SAMPLES)
        from county_year import play  # noqa: PLC0415 - samples are no package of the path

        return play(tmp_path_factory.mktemp("county") / "workspace")


@pytest.fixture(scope="module")
def ledger(here):
    opened = Ledger.open(here.ledger_file)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def facts(ledger):
    return journal(ledger, END)


@pytest.fixture(scope="module")
def county(here, ledger):
    """The county as it stands at the year's end."""
    return standing(here, ledger, 2014, END)


def listing() -> dict[str, str]:
    files = (path for path in COUNTY.rglob("*") if path.is_file())
    return {path.relative_to(COUNTY).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def unit(county, name):
    return next(one for one in county.units if one.unit.name == name)


def test_the_workspace_holds_what_units_sent_and_what_the_office_did_and_nothing_that_the_program_writes():
    assert {path.name for path in COUNTY.iterdir()} == {"enforcer.toml", "roster.xlsx", "acts.toml", "inbox"}
    assert sum(path.stat().st_size for path in COUNTY.rglob("*") if path.is_file()) < MOST_BYTES
    for path in COUNTY.rglob("*"):
        assert not PureWindowsPath(path.name).is_reserved()
        assert safe_name(path.stem) == path.stem


def test_playing_the_year_leaves_the_sample_as_it_was(before, here):
    assert here.ledger_file.is_file()
    assert listing() == before


def test_the_chain_of_the_year_verifies_up_to_every_head_that_a_night_printed(here):
    heads = [json.loads(path.read_bytes())["head"] for path in sorted(here.nights.glob("*.json"))]
    assert len(heads) > 12
    for head in set(heads):
        assert verify(here.ledger_file, head).is_sound


def test_every_file_in_the_inbox_is_on_record_but_that_of_a_unit_that_is_not_in_the_roster(here, facts):
    sent = defaultdict(int)
    for path in here.inbox.rglob("*.*"):
        if path.is_file():
            sent[path.relative_to(here.inbox).parts[0]] += 1
    assert sent.pop("县外贸局") == 1
    names = {one.key: one.name for one in here.roster.units}
    received = defaultdict(int)
    for one in facts.receipts:
        received[names[one.unit]] += bool(one.stored)
    assert {name: count for name, count in received.items() if count} == sent
    (refused,) = json.loads((here.nights / "2014-12-31.json").read_bytes())["refused"]
    assert refused["path"].startswith("县外贸局/")


def test_chosen_duties_stand_as_they_were_meant(county):
    assert {(name, key): unit(county, name).duty(key).state for name, key in STATES} == STATES


def test_returns_extensions_nil_returns_missing_copies_heirs_and_days_stand_as_they_were_meant(county):
    assert unit(county, "县食药监局").duty("officers").is_refiling_overdue
    assert not unit(county, "县农林局").duty("benchmark").pending_return
    moved = unit(county, "县交通运输局").duty("benchmark")
    assert (moved.extended, moved.named_day, moved.due_day) == (True, date(2014, 7, 30), date(2014, 8, 29))
    assert unit(county, "县粮食局").duty("authority").is_nil
    assert unit(county, "柳溪镇").duty("procedure").is_nil
    assert unit(county, "县公安局").duty("procedure").lacking_forms == ("paper",)
    assert unit(county, "县城管执法局").duty("accountability").lacking_forms == ("electronic",)
    assert unit(county, "县环保局").duty("benchmark").forms == ("electronic",)
    assert unit(county, "县市场监管局").duty("procedure").heirs_of == ("县工商局",)
    assert unit(county, "县市场监管局").duty("procedure").days_late == 59
    assert unit(county, "县国土资源局").duty("databases").is_own_day
    assert unit(county, "县农林局").duty("plan").stated_day == date(2014, 6, 26)


def test_only_what_was_entered_later_is_belated(here, facts):
    acts = tomllib.loads((COUNTY / "acts.toml").read_text(encoding="utf-8"))["act"]
    later = {(name, key) for one in acts if "entered" in one for name in one["units"] for key in one["paper"]}
    names = {one.key: one.name for one in here.roster.units}
    assert later
    assert {(names[one.unit], one.obligation) for one in facts.receipts if one.is_belated} == later


def test_each_file_yields_the_findings_that_were_meant_and_no_other(here, facts):
    names = {one.key: one.name for one in here.roster.units}
    found = {}
    for one in facts.receipts:
        verdict = facts.verdict_of(one.number)
        if verdict is not None and (codes := sorted({finding.code for finding in verdict.all_findings()})):
            found[names[one.unit], one.obligation, f"{one.day:%m-%d}"] = codes
    assert found == FOUND


def test_what_annexes_show_together_is_what_was_meant(county, facts):
    found = {}
    for one in county.units:
        crossed = facts.crossed_verdict(one.unit.key, 2014)
        if crossed is not None and crossed.findings:
            found[one.unit.name] = {finding.code for finding in crossed.findings}
    assert found == ACROSS


def test_waived_findings_stay_visible_as_waived(county):
    (waived,) = (one for one in unit(county, "县交通运输局").verdict.all_findings() if one.code == "A109")
    assert waived.state == "waived"


def test_the_overlaps_are_those_that_were_meant_and_the_near_misses_are_none(county):
    assert {(one.code, one.subject, one.units) for one in overlaps(county.county)} == OVERLAPS
    asked = county.county
    all_of_them = overlaps(County(asked.name, asked.day, asked.dossiers))
    assert {(one.code, one.subject, one.units) for one in all_of_them} == {*OVERLAPS, SET_APART}


@pytest.mark.parametrize(("obligation", "units", "words"), NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_the_near_misses_are_there(county, obligation, units, words):
    annex = county.settings.notice.obligations[obligation].annex
    for name in units:
        rows = [row for one in unit(county, name).dossier.of(annex) for row in one.rows]
        assert any(words in str(value) for row in rows for value in row.values), name


def test_every_family_of_rules_speaks_in_the_course_of_the_year(here, ledger, county, facts):
    spoken = {
        finding.code for one in facts.receipts if (v := facts.verdict_of(one.number)) for finding in v.all_findings()
    }
    spoken |= {one.code for one in overlaps(county.county)}
    for day in (date(2014, 7, 10), END):
        at = standing(here, ledger, 2014, day)
        spoken |= {finding.code for one in at.units for finding in one.verdict.all_findings()}
    assert {rule.code for rule in load_rules("filing")} <= spoken
    assert {rule.code for rule in load_rules("across")} <= spoken
    assert {"W", "A1", "A2", "A3", "A4"} <= {code[:2] for code in spoken} | {code[:1] for code in spoken}


def test_the_log_clock_knows_one_year_two_years_a_later_confirmation_and_what_it_cannot_know(county, here, ledger):
    assert {one.code for one in unit(county, "县交通运输局").verdict.findings} >= {"F006"}
    assert {one.code for one in unit(county, "县国土资源局").verdict.findings} >= {"F007"}
    assert unit(county, "青禾镇").clock.since is None
    assert {one.code for one in unit(county, "青禾镇").verdict.unexamined} >= {"F006", "F007"}
    summer = standing(here, ledger, 2014, date(2014, 7, 1))
    assert (unit(summer, "县粮食局").clock.source, unit(summer, "县粮食局").clock.since) == (
        "confirmed",
        date(2013, 3, 1),
    )


def test_a_night_told_what_the_ledger_still_tells_of_that_day(here, ledger):
    told = json.loads((here.nights / "2014-07-31.json").read_bytes())
    then = standing(here, ledger, 2014, date(2014, 7, 31))
    states = {one.unit.key: {duty.obligation.key: duty.state for duty in one.duties} for one in then.units}
    assert {one["unit"]: one["states"] for one in told["units"]} == states


def test_no_reminder_goes_out_twice_for_the_same_stage(facts):
    told = [(one.unit, one.obligation, one.year, one.stage) for one in facts.reminders]
    assert told
    assert len(told) == len(set(told))


def test_no_id_number_stands_in_the_ledger_the_nights_or_what_is_sent_out(here, ledger):
    """But in a unit's own workbook, which goes back to it as it is."""
    texts = {"ledger": "".join(str(row) for row in ledger.rows())}
    for path in (*here.nights.iterdir(), *here.outbox.rglob("*")):
        if path.suffix == ".eml":
            texts[path.name] = str(message_from_bytes(path.read_bytes(), policy=policy.default).get_content())
        elif path.suffix in (".txt", ".json", ".log", ".docx", ".html"):
            texts[path.name] = path.read_bytes().decode("utf-8-sig")
    assert {Path(name).suffix for name in texts} >= {".eml", ".txt", ".json", ".log"}
    for name, text in texts.items():
        assert not re.search(r"(?<![0-9a-f])3799\d{10,}", text), name
