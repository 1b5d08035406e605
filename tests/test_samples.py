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
from enforcer.validation import validate
from enforcer.workbook.book import Book
from enforcer.workbook.opening import open_books

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
TREES = ("pass", "fail", "near")
EXPECT = "expect.toml"
TODAY = date(2026, 1, 1)
ROSTER = {
    "行政机关": None,
    "公安": Unit("县公安局", exemption="公安", own_credentials=True),
    "税务": Unit("县国税局", exemption="税务", own_credentials=True),
    "镇无处罚权": Unit("青禾镇", penalty_power=False),
}
FOLDERS = ("workbook", "annex1", "annex2", "annex3", "annex4", "filing")
FED_BY_A_FILE = ("W", "A", "F002")
SOUND = sorted(path for path in SAMPLES.glob("pass/*/*"))
COMPARED = {
    1: ("basis", "body", "inspectors", "period", "place", "matter", "target"),
    2: ("manner", "time_limit", "handlers", "document"),
    3: ("violation", "standard"),
    4: ("name", "sex", "id_number", "post", "credential", "valid_until", "joined"),
}


def folders(tree: str) -> list[Path]:
    return sorted(path for path in (SAMPLES / tree).iterdir() if path.is_dir())


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
    """The rules in force that one file can feed."""
    return tuple(rule for folder in FOLDERS for rule in load_rules(folder) if rule.code.startswith(FED_BY_A_FILE))


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
    assert unexamined(verdict) == known.get("unexamined", [])
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


def test_every_rule_that_a_file_can_feed_has_its_failing_sample_and_no_other_folder_stands_there():
    assert [folder.name for folder in folders("fail")] == sorted(f"{rule.code}-{rule.name}" for rule in rules())
    assert all(files(folder) for folder in folders("fail"))


def test_near_misses_are_named_after_a_rule_in_force():
    known = {rule.code for rule in rules()}
    for folder in folders("near"):
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
