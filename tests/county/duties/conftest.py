"""A small county with a ledger: what came in and was decided is put on record as the office's commands do it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from enforcer.county.ledger.bodies import decided_body, examined_body, received_body
from enforcer.county.ledger.journal import Decision
from enforcer.county.ledger.store import Ledger
from enforcer.county.standing import Standing, UnitStanding, standing
from enforcer.county.status.overview import Overview, overview_of
from enforcer.county.workspace import Workspace
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.validation import validate
from enforcer.workbook.roster.writing import roster_bytes

SHANGHAI = ZoneInfo("Asia/Shanghai")
UNITS = (
    Unit("县安监局", "001", nature="行政机关", contact="王晓明", phone="0533-8180001", last_log=date(2013, 6, 30)),
    Unit("县公安局", "003", nature="行政机关", exemption="公安", own_credentials=True, last_log=date(2014, 3, 1)),
    Unit("青禾镇", "005", nature="派出机关", penalty_power=False),
    Unit("县林业局", "006", nature="行政机关", until=date(2014, 7, 10), successor="县农林局"),
    Unit("县农林局", "007", nature="行政机关", since=date(2014, 7, 11)),
    Unit("县农业执法大队", "008", nature="受托组织", reporter="县农林局"),
)
SETTINGS = 'county = "桓台县"\nyear = 2014\n'


@dataclass
class SmallCounty:
    """The workspace and its ledger, written to by acts."""

    workspace: Workspace

    def receive(self, obligation: str, day: date, *, unit: str = "001", file: Path | None = None, **more) -> str:
        """Puts a filing on record, with the verdict on `file` where there is one; returns its number."""
        year = more.pop("year", 2014)
        forms = more.pop("forms", ("paper", "electronic"))
        entered = datetime.combine(day, time(10), SHANGHAI)
        with self.ledger(more.pop("entered", entered)) as ledger, ledger.writing() as pen:
            number = pen.next_receipt(year)
            receipt = Receipt(number, unit, obligation, year, day, entered, forms, **more)
            pen.append("received", day, received_body(receipt))
            if file is not None:
                verdict = validate(file, today=day, as_of=day)
                pen.append(
                    "examined", day, examined_body(verdict, receipt=number, unit=unit, year=year, fingerprint="")
                )
        return number

    def decide(self, action: str, day: date, **more) -> None:
        """Puts a decision on record."""
        with self.ledger(datetime.combine(day, time(11), SHANGHAI)) as ledger, ledger.writing() as pen:
            pen.append("decided", day, decided_body(Decision(0, action, day, "张三", "样本", **more)))

    def standing(self, day: date, year: int = 2014) -> Standing:
        with self.ledger(datetime.combine(day, time(12), SHANGHAI)) as ledger:
            return standing(self.workspace, ledger, year, day)

    def unit(self, code: str, day: date, year: int = 2014) -> UnitStanding:
        return next(one for one in self.standing(day, year).units if one.unit.code == code)

    def overview(self, day: date, year: int = 2014) -> Overview:
        return overview_of(self.standing(day, year))

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


@pytest.fixture
def county(tmp_path) -> SmallCounty:
    (tmp_path / "enforcer.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), UNITS))
    return SmallCounty(Workspace(tmp_path))
