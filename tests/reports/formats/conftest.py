"""A county with a ledger, as each format is given it: late, overdue, incomplete, exempt, faulty, overlapping."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from enforcer.annexes.overlaps import Overlap, Party
from enforcer.county.intake.opening import desk_at
from enforcer.county.intake.taking_in import Said, receive_without_file, take_in
from enforcer.county.standing import Standing, standing_in
from enforcer.county.workspace import Workspace
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.reports.contents import Contents, contents
from enforcer.reports.sections.making import Unread
from enforcer.workbook.roster.writing import roster_bytes

SAMPLES = Path(__file__).parents[3] / "samples"
DAY = date(2014, 8, 1)
TOML = 'county = "桓台县"\nyear = 2014\n\n[dues]\ndatabases = "09-30"\n\n[points]\nlate = 2\noverdue = 5\nerror = 0.5\n'
UNITS = (
    Unit("县安监局", "001", nature="行政机关", contact="王晓明", phone="0533-8180001", last_log=date(2013, 6, 30)),
    Unit("县公安局", "003", nature="行政机关", exemption="公安", own_credentials=True, last_log=date(2014, 3, 1)),
    Unit("青禾镇", "005", nature="派出机关", penalty_power=False),
    Unit("县城管执法局", "010", nature="行政机关"),
    Unit("县环保局", "011", nature="行政机关"),
    Unit("县农业执法大队", "012", nature="受托组织", reporter="县环保局"),
)
FILED = (
    ("pass/县安监局/annex1.xlsx", "县安监局", date(2014, 6, 20)),
    ("pass/县安监局/annex4.xlsx", "县安监局", date(2014, 7, 18)),
    ("pass/县公安局/annex3.xlsx", "县公安局", date(2014, 7, 20)),
    ("fail/A302-lenient-below-floor", "县环保局", date(2014, 7, 10)),
    ("fail/A301-missing-tier", "县城管执法局", date(2014, 7, 11)),
    ("fail/A402-invalid-id-number", "县城管执法局", date(2014, 7, 12)),
)
HOSTILE = "=1+1|<b>`x`</b>*甲*[链](http://a.example) 370321199001011234 {{ 7*7 }}\n# 乙"


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("county")
    (root / "enforcer.toml").write_text(TOML, encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), UNITS))
    made = Workspace(root)
    units = {one.name: one for one in UNITS}
    for name, unit, day in FILED:
        for path in _files(SAMPLES / name):
            with desk_at(made, now=datetime(day.year, day.month, day.day, 9, tzinfo=UTC)) as desk:
                assert take_in(desk, path, Said(unit=units[unit], on=day, by="李明", marks=False), day).is_done
    plan = made.settings.notice.obligations["plan"]
    with desk_at(made, now=datetime(2014, 7, 14, 9, tzinfo=UTC)) as desk:
        paper = Said(unit=units["县环保局"], obligation=plan, on=date(2014, 7, 14), paper=True, by="李明")
        receive_without_file(desk, paper, date(2014, 7, 14))
    return made


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(path.glob("annex*")) if path.is_dir() else [path]


@pytest.fixture(scope="session")
def standing(workspace: Workspace) -> Standing:
    return standing_in(workspace, DAY)


@pytest.fixture(scope="session")
def county(standing: Standing) -> Contents:
    return contents(standing)


@pytest.fixture(scope="session")
def english(standing: Standing) -> Contents:
    return contents(standing, language="en")


@pytest.fixture(scope="session")
def empty(standing: Standing) -> Contents:
    """A county without a unit in that year."""
    return contents(replace(standing, units=()))


@pytest.fixture(scope="session")
def hostile(county: Contents) -> Contents:
    """Text from cells, file names and overlaps that would be markup, a formula, a link or an id number."""
    place = Place(HOSTILE, HOSTILE, 3, 2)
    parties = tuple(Party(unit, HOSTILE, place, Sentence("{typed}", {"typed": HOSTILE})) for unit in ("甲局", "乙局"))
    overlap = Overlap("violation", "X005-000000", HOSTILE, parties, (("甲局", "乙局"),))
    unread = (Unread(UNITS[0], HOSTILE, Sentence("{typed}", {"typed": HOSTILE})),)
    found = county.findings[0]
    typed = found._replace(finding=replace(found.finding, value=HOSTILE, place=place, explanation=HOSTILE))
    return replace(
        county,
        overlaps=county.overlaps._replace(found=(overlap,)),
        making=county.making._replace(unread=unread),
        findings=(typed, *county.findings),
    )


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The option that gives LibreOffice a profile of its own: the user's may be in use."""
    return f"-env:UserInstallation={tmp_path_factory.mktemp('office').as_uri()}"


@pytest.fixture
def many(county: Contents) -> Callable[[int], Contents]:
    """The county with that many findings."""
    at_cells = [one for one in county.findings if one.finding.place.cell]

    def made(count: int) -> Contents:
        return replace(county, findings=tuple(at_cells[number % len(at_cells)] for number in range(count)))

    return made
