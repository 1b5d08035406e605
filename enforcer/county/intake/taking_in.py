"""Taking in what units bring: files one by one, sealed paper, nil returns. One bad file never stops the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from enforcer.county.intake.desk import Delivery, Desk, Receipted
from enforcer.county.intake.known import Known, dated, known_in, placed, year_at
from enforcer.county.intake.looked import Looked, Part
from enforcer.county.intake.looking import look
from enforcer.county.intake.recording import record
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Obligation
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit

if TYPE_CHECKING:
    from enforcer.domain.receipt import CopyForm


@dataclass(frozen=True)
class Said:
    """What the office says of a delivery; None where the file itself, or the inbox, has to tell."""

    unit: Unit | None = None
    obligation: Obligation | None = None
    year: int | None = None
    on: date | None = None
    paper: bool = False
    nil: bool = False
    by: str = ""
    note: str = ""
    marks: bool = True
    language: str = "zh"


class Taken(NamedTuple):
    """What came of one file: its receipts, or why it was refused or left alone."""

    name: str
    receipts: tuple[Receipted, ...] = ()
    skip: Sentence | None = None
    refusals: tuple[Sentence, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether everything in it was taken in, or it was left alone on purpose."""
        return not self.refusals and not any(one.troubles for one in self.receipts)


def receive(desk: Desk, files: Iterable[Path], said: Said, today: date) -> Iterator[Taken]:
    """Takes in each file and tells at once what came of it. Raises EnforcerError for a day that has not come yet."""
    check_day(said.on, today)
    for path in files:
        try:
            yield take_in(desk, path, said, today)
        except EnforcerError as error:
            yield Taken(path.name, refusals=(error.sentence,))


def take_in(desk: Desk, path: Path, said: Said, today: date) -> Taken:
    """Looks at one file and puts it on record. Raises EnforcerError where that could not be done."""
    known, delivery = asked(desk, path, said, today)
    return put_on_record(desk, look(path, known), delivery)


def asked(desk: Desk, path: Path, said: Said, today: date) -> tuple[Known, Delivery]:
    """What is known of a file before it is opened, and how it came in.

    In the inbox the folder says whose it is and the dated folder when it came; what the office says goes before that.
    Raises EnforcerError for a folder that is no unit's, and for a day that has not come yet.
    """
    place = placed(desk.workspace, path) if said.unit is None else None
    unit = place.unit if place is not None else said.unit
    day = said.on or dated(desk.workspace, path) or today
    check_day(day, today)
    known = known_in(
        desk.workspace,
        day,
        unit=unit,
        obligation=said.obligation,
        year=said.year,
        marks=said.marks,
        language=said.language,
    )
    return known, delivery_of(said, day, with_file=True)


def put_on_record(desk: Desk, looked: Looked, delivery: Delivery) -> Taken:
    """The writing half of `take_in`, for a file that was looked at, perhaps in another process."""
    return Taken(looked.name, record(desk, looked, delivery), looked.skip, looked.refusals)


def receive_without_file(desk: Desk, said: Said, today: date) -> Taken:
    """Sealed paper (--paper), or a nil return (--nil, on paper with --paper): unit and obligation must be said.

    Raises EnforcerError where they are not, and where nothing was said to have come.
    """
    check_day(said.on, today)
    if not (said.paper or said.nil):
        raise EnforcerError("没有写要接收的文件。只收到纸质件的，请加 --paper；零报告请加 --nil。")
    if said.unit is None or said.obligation is None:
        raise EnforcerError("没有文件的，请用 --unit 写明单位，用 --obligation 写明事项。")
    year = said.year or year_at(desk.workspace.settings.year, said.on or today)
    part = Part(said.unit, year, said.obligation, nil=said.nil)
    looked = Looked(Path(), "", parts=(part,))
    delivery = delivery_of(said, said.on or today, with_file=False)
    return Taken("", record(desk, looked, delivery))


def delivery_of(said: Said, day: date, *, with_file: bool) -> Delivery:
    """A file is the electronic copy; --paper says that the sealed paper came too. A nil return may be either alone."""
    electronic = with_file or not said.paper
    forms: list[CopyForm] = []
    if said.paper:
        forms.append("paper")
    if electronic:
        forms.append("electronic")
    return Delivery(day, tuple(forms), said.nil, said.by, said.note)


def check_day(day: date | None, today: date) -> None:
    """Raises EnforcerError for a day of receipt that has not come yet."""
    if day is not None and day > today:
        raise EnforcerError("收到日期{day}还没有到（今天是{today}）。补录请写实际收到的日期。", day=day, today=today)
