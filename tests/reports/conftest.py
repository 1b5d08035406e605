"""A small county with a ledger, in which every section of the report has something to say."""

from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.ledger.bodies import decided_body, examined_body, received_body
from enforcer.county.ledger.journal import Decision
from enforcer.county.ledger.store import Ledger
from enforcer.county.settings.reading import without_workspace
from enforcer.county.standing import Standing, standing_in
from enforcer.county.workspace import Workspace
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.reports.contents import Contents, contents
from enforcer.validation import validate
from enforcer.workbook.roster.writing import roster_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
SHANGHAI = ZoneInfo("Asia/Shanghai")
UNITS = (
    Unit("县安监局", "001", nature="行政机关", contact="王晓明", phone="0533-8180001", last_log=date(2013, 6, 30)),
    Unit("县环保局", "002", nature="行政机关", contact="李明", phone="0533-8180002"),
    Unit("县公安局", "003", nature="行政机关", exemption="公安", own_credentials=True, last_log=date(2014, 3, 1)),
    Unit("青禾镇", "004", nature="派出机关", penalty_power=False),
    Unit("县农业执法大队", "005", nature="受托组织", reporter="县环保局"),
)
SETTINGS = 'county = "桓台县"\nyear = 2014\n\n[dues]\ndatabases = "9月30日"\n'
POINTS = "\n[points]\nfull = 100\nlate = 2\nlate_day = 0.5\noverdue = 5\nmissing_copy = 1\nreturned = 3\nerror = 10\n"
MOST = "\n[points.most]\nlate_day = 4\nerror = 15\n"


@dataclass
class ActedCounty:
    """The workspace, and its ledger written to by acts."""

    workspace: Workspace

    def receive(self, unit: str, obligation: str, day: date, file: str = "", **more: object) -> str:
        """Puts a filing on record, with the verdict on the sample where there is one; returns its number."""
        entered = datetime.combine(day, time(10), SHANGHAI)
        forms = more.pop("forms", ("paper", "electronic"))
        with self.ledger(entered) as ledger, ledger.writing() as pen:
            number = pen.next_receipt(2014)
            if file:
                content = (SAMPLES / file).read_bytes()
                stored = f"2014/{unit}/{number}_{Path(file).name}"
                path = self.workspace.filings / stored
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                more |= {"name": path.name, "sha256": sha256(content).hexdigest(), "stored": stored}
            receipt = Receipt(number, unit, obligation, 2014, day, entered, forms, **more)
            pen.append("received", day, received_body(receipt))
            if file:
                known = next(one.name for one in UNITS if one.code == unit)
                with chdir(path.parent):
                    verdict = validate(Path(path.name), today=day, as_of=day, unit=known)
                pen.append(
                    "examined", day, examined_body(verdict, receipt=number, unit=unit, year=2014, fingerprint="")
                )
        return number

    def decide(self, action: str, day: date, **more: object) -> None:
        """Puts a decision on record."""
        with self.ledger(datetime.combine(day, time(11), SHANGHAI)) as ledger, ledger.writing() as pen:
            pen.append("decided", day, decided_body(Decision(0, action, day, "张三", "已核实", **more)))

    def standing(self, day: date = date(2014, 9, 1)) -> Standing:
        """The county as it stood that day."""
        return standing_in(self.workspace, day, 2014)

    def contents(self, day: date = date(2014, 9, 1)) -> Contents:
        """The report of that day."""
        return contents(self.standing(day))

    def ledger(self, now: datetime) -> "Opened":
        return Opened(self.workspace.ledger_file, now)


class Opened:
    """A ledger that is closed at the end of the block."""

    def __init__(self, path: Path, now: datetime) -> None:
        self.path, self.now = path, now

    def __enter__(self) -> Ledger:
        self.opened = Ledger.open(self.path, now=self.now)
        return self.opened

    def __exit__(self, *_: object) -> None:
        self.opened.close()


def make_county(root: Path, settings: str = SETTINGS) -> ActedCounty:
    root.mkdir(parents=True, exist_ok=True)
    (root / "enforcer.toml").write_text(settings, encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), UNITS))
    return ActedCounty(Workspace(root))


def file_a_year(county: ActedCounty) -> None:
    """What came in by the end of August, and what was decided on it.

    县安监局: plan in time; register without paper and with a lapsed credential, which is waived; a benchmark four days
    late with a floor too low; responsibility on paper alone. 县环保局: a faulty plan, sent back until 07-10 and not
    filed again; a benchmark in time. 县公安局: plan in time. 青禾镇: a nil return for authority.
    """
    county.receive("001", "plan", date(2014, 6, 25), "pass/县安监局/annex1.xlsx")
    register = county.receive(
        "001", "officers", date(2014, 7, 14), "fail/A406-credential-expired/annex4.xlsx", forms=("electronic",)
    )
    county.decide("waive", date(2014, 7, 20), receipt=register, rule="A406", until=date(2014, 12, 31))
    county.receive("001", "benchmark", date(2014, 8, 3), "fail/A302-lenient-below-floor/annex3.xlsx")
    county.receive("001", "responsibility", date(2014, 7, 10), forms=("paper",))
    returned = county.receive("002", "plan", date(2014, 6, 26), "fail/A101-missing-element/annex1.xlsx")
    county.decide("return", date(2014, 6, 30), receipt=returned, until=date(2014, 7, 10))
    county.receive("002", "benchmark", date(2014, 7, 20), "pass/县环保局/annex3.xlsx")
    county.receive("003", "plan", date(2014, 6, 27), "pass/县公安局/annex1.xlsx")
    county.receive("004", "authority", date(2014, 7, 1), nil=True)


@pytest.fixture
def county(tmp_path) -> Callable[..., ActedCounty]:
    """county() is a county to which nothing has come in; county(settings) has more in its enforcer.toml."""
    return lambda more="": make_county(tmp_path / "工作", SETTINGS + more)


@pytest.fixture(scope="session")
def hostile_county(tmp_path_factory) -> ActedCounty:
    """A county to which nothing has come in, for one that files what nobody should."""
    return make_county(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def acted(tmp_path_factory) -> ActedCounty:
    """The county with its year on record, for tests that only read it."""
    made = make_county(tmp_path_factory.mktemp("county"), SETTINGS + POINTS + MOST)
    file_a_year(made)
    return made


@pytest.fixture(scope="session")
def report(acted) -> Contents:
    """The report of 2014-09-01."""
    return acted.contents()


@pytest.fixture(scope="session")
def folder_report() -> Contents:
    """The report on a folder without a ledger and without a fault."""
    settings = without_workspace()
    return contents(standing_of_folder(SAMPLES / "pass", 2014, date(2014, 12, 31), settings.notice, settings))
