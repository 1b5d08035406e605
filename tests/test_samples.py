"""The samples: the county passes, each fault shows its own code and no other, near misses are not accused."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from enforcer.domain.rule import Rule
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict
from enforcer.language.blanks import bare
from enforcer.rules import load_rules
from enforcer.validation import validate, validate_county
from enforcer.workbook.book import Book
from enforcer.workbook.opening import open_books

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
TREES = ("pass", "fail", "near", "across", "county")
EXPECT = "expect.toml"
ACTS = "acts.toml"  # test_filing_samples plays these
TODAY = date(2026, 1, 1)
ROSTER = {
    "行政机关": None,
    "公安": Unit("县公安局", exemption="公安", own_credentials=True),
    "税务": Unit("县国税局", exemption="税务", own_credentials=True),
    "镇无处罚权": Unit("青禾镇", penalty_power=False),
}
FOLDERS = ("workbook", "annex1", "annex2", "annex3", "annex4", "filing", "across")
FED_BY_FILES = ("W", "A", "X", "F002")
ACROSS = "X"
LEFT_BY_A_LONE_FILE = {1: ["X001", "X007"], 2: ["X002", "X007"], 3: ["X007"], 4: ["X007"]}
SOUND = sorted(path for path in SAMPLES.glob("pass/*/*"))
COMPARED = {
    1: ("basis", "body", "inspectors", "period", "place", "matter", "target"),
    2: ("manner", "time_limit", "handlers", "document"),
    3: ("violation", "standard"),
    4: ("name", "sex", "id_number", "post", "credential", "valid_until", "joined"),
}


def folders(tree: str, *, across: bool = False) -> list[Path]:
    """The folders of single workbooks, or with `across` those that hold a folder for each unit."""
    found = sorted(path for path in (SAMPLES / tree).iterdir() if path.is_dir() and not (path / ACTS).exists())
    return [path for path in found if path.name.startswith(ACROSS) is across]


def named(path: Path) -> str:
    return str(path.relative_to(SAMPLES))


def expected(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / EXPECT).read_text(encoding="utf-8"))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != EXPECT)


def verdicts(folder: Path) -> Iterator[Verdict]:
    """The verdict on each file of a folder, as its expect.toml says that it is to be judged."""
    said = expected(folder)
    known = {"as_of": said.get("as_of"), "unit": ROSTER[str(said["unit_kind"])]}
    for path in files(folder):
        yield validate(path, today=TODAY, **known)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in force that files alone can feed, without a ledger."""
    return tuple(rule for folder in FOLDERS for rule in load_rules(folder) if rule.code.startswith(FED_BY_FILES))


def codes(verdict: Verdict) -> list[str]:
    return sorted({finding.code for finding in verdict.all_findings()})


def unexamined(verdict: Verdict) -> list[str]:
    assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
    return sorted({one.code for one in verdict.all_unexamined()})


@pytest.mark.parametrize("path", SOUND, ids=named)
def test_the_county_passes_without_a_finding_and_what_is_unexamined_is_known(path):
    verdict = validate(path, today=TODAY)
    known = expected(SAMPLES / "pass").get(path.relative_to(SAMPLES / "pass").as_posix(), {})
    assert [(one.code, one.message.render()) for one in verdict.all_findings()] == []
    annex = int(path.stem.removeprefix("annex"))
    rows = sum(len(one.reading.rows) for one in verdict.files)
    left = LEFT_BY_A_LONE_FILE[annex] if rows else ["X007"]
    assert unexamined(verdict) == [*known.get("unexamined", []), *left]
    assert verdict.exit_code(strict=True) == 0


@pytest.mark.parametrize("path", SOUND, ids=named)
def test_however_ugly_the_file_it_is_read_as_it_was_meant(path, meant):
    annex = int(path.stem.removeprefix("annex"))
    for place, examined in enumerate(validate(path, today=TODAY).files):
        assert examined.year == 2014
        rows = meant(path.parent.name, annex, place)
        assert (examined.reading.nil is None) == bool(rows)
        read = [[bare(row[key]) for key in COMPARED[annex]] for row in examined.reading.rows]
        assert read == [[bare(str(row[key] or "")) for key in COMPARED[annex]] for row in rows]


@pytest.mark.parametrize("folder", folders("fail"), ids=named)
def test_a_failing_sample_yields_its_own_code_and_no_other_above_info(folder):
    code, said = folder.name.partition("-")[0], expected(folder)
    for verdict in verdicts(folder):
        assert codes(verdict) == sorted(said["codes"])
        assert not verdict.crashed
        assert {one.code for one in verdict.all_findings() if one.severity != "info"} <= {code}
    assert code in said["codes"]


@pytest.mark.parametrize("folder", folders("near"), ids=named)
def test_a_near_miss_is_not_accused(folder):
    said = expected(folder)
    for verdict in verdicts(folder):
        assert codes(verdict) == sorted(said["codes"])
        assert set(codes(verdict)).isdisjoint(said.get("absent", ()))
        assert set(said.get("unexamined", ())) <= set(unexamined(verdict))


def county(folder: Path) -> Verdict:
    """The verdict on a small county, with the roster that its expect.toml tells of."""
    said = expected(folder)
    roster = {name: Unit(name, **entry) for name, entry in said.get("roster", {}).items()}
    return validate_county(folder, today=TODAY, as_of=said["as_of"], find_unit=roster.get if roster else None)


def county_codes(verdict: Verdict) -> list[str]:
    return sorted({finding.code for finding in (*verdict.all_findings(), *verdict.observed)})


@pytest.mark.parametrize("folder", folders("fail", across=True), ids=named)
def test_a_failing_county_yields_its_own_code_and_no_other_above_info(folder):
    code, verdict = folder.name.partition("-")[0], county(folder)
    assert not verdict.crashed
    assert county_codes(verdict) == sorted(expected(folder)["codes"])
    graded = {one.code for one in (*verdict.all_findings(), *verdict.observed) if one.severity != "info"}
    assert graded <= {code}
    assert code in county_codes(verdict)


@pytest.mark.parametrize("folder", folders("near", across=True), ids=named)
def test_units_that_only_look_alike_are_not_accused(folder):
    said, verdict = expected(folder), county(folder)
    assert not verdict.crashed
    assert county_codes(verdict) == sorted(said["codes"])
    assert set(county_codes(verdict)).isdisjoint(said.get("absent", ()))
    left = {one.code for one in (*verdict.all_unexamined(), *verdict.unobserved)}
    assert set(said.get("unexamined", ())) <= left


def test_in_the_small_county_each_rule_across_is_met_once_and_nowhere_else():
    folder = SAMPLES / "across"
    verdict = county(folder)
    found = [one for one in (*verdict.all_findings(), *verdict.observed) if one.code.startswith(ACROSS)]
    wanted = expected(folder)["found"]
    assert sorted(one.code for one in found) == sorted(one["code"] for one in wanted)
    assert {one.code for one in rules() if one.code.startswith(ACROSS)} == {one["code"] for one in wanted}
    for said in wanted:
        (one,) = (finding for finding in found if finding.code == said["code"])
        assert said["words"] in one.message.render()
        assert said.get("cell") in (None, one.place.address)
        assert said.get("unit", "") in Path(one.place.file).parent.name
        for unit in said.get("units", ()):
            assert unit in one.message.render()
    assert {one.code for one in verdict.all_findings()} - {one["code"] for one in wanted} == {"A409"}
    left = {one.code for one in (*verdict.all_unexamined(), *verdict.unobserved) if one.code.startswith(ACROSS)}
    assert left == set(expected(folder)["unexamined"])


def test_the_passing_county_accuses_nobody_across_units():
    verdict = validate_county(SAMPLES / "pass", today=TODAY)
    assert [one.message.render() for one in (*verdict.all_findings(), *verdict.observed)] == []
    assert verdict.unobserved == ()
    assert verdict.exit_code(strict=True) == 0


def test_every_rule_that_files_can_feed_has_its_failing_sample_and_no_other_folder_stands_there():
    stand = [*folders("fail"), *folders("fail", across=True)]
    assert [folder.name for folder in stand] == sorted(f"{rule.code}-{rule.name}" for rule in rules())
    assert all(files(folder) for folder in stand)


def test_near_misses_are_named_after_a_rule_in_force():
    known = {rule.code for rule in rules()}
    for folder in (*folders("near"), *folders("near", across=True)):
        said = expected(folder)
        assert folder.name.partition("-")[0] in known
        assert known.issuperset((*said["codes"], *said.get("absent", ()), *said.get("unexamined", ())))


def test_the_committed_samples_are_what_make_samples_writes(tmp_path):
    subprocess.run([sys.executable, SAMPLES / "make.py", tmp_path], check=True, capture_output=True, cwd=tmp_path)
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(SAMPLES).as_posix() for tree in TREES for path in (SAMPLES / tree).rglob("*.*")}
    assert made == kept
    for name in sorted(made):
        old, new = SAMPLES / name, tmp_path / name
        if old.read_bytes() != new.read_bytes():
            assert old.suffix != ".toml", f"{name}: make samples"
            assert contents(old) == contents(new), f"{name}: make samples"


def contents(path: Path) -> list[object]:
    """What a file holds, cell by cell: the bytes of a container differ from one version of a library to another."""
    return [
        [(sheet.name, sheet.rows, sheet.merges) for sheet in outcome.sheets]
        if isinstance(outcome, Book)
        else type(outcome)
        for outcome in open_books(path)
    ]


@pytest.fixture(scope="module")
def meant():
    """meant("县安监局", 1, 0) are the rows that the unit's first annex 1 was made from."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SAMPLES)
        from making.content import UNITS, load_unit  # noqa: PLC0415 - samples are no package of the path

        units = {unit.name: unit for unit in map(load_unit, UNITS)}

        def rows(name, annex, place):
            unit = units[name]
            return {
                1: (unit.plan, unit.quarter)[place] if annex == 1 else (),
                2: unit.steps,
                3: [row for _, row in unit.benchmark()],
                4: list(unit.officers()),
            }[annex]

        yield rows
