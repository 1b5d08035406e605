"""What is wrong with a roster as a whole: units that cannot be told apart, and what one unit's fields say together."""

from collections.abc import Iterable, Iterator
from typing import Final

from enforcer.annexes.phones import is_phone
from enforcer.county.roster.entries import Entry
from enforcer.county.roster.faults import RosterFault, fault_at
from enforcer.county.roster.leads import astray
from enforcer.county.roster.unit_names import Naming, namings, spellings
from enforcer.domain.sentence import Sentence
from enforcer.language.mails import mails_in
from enforcer.workbook.roster.columns import BY_KEY, COLUMNS
from enforcer.workbook.roster.reading import RosterSheet

_ENTRUSTED: Final = "受托组织"
_EXPECTED: Final = (
    ("code", Sentence("没有写单位代码，台账将以名称认它"), Sentence("请给它编一个代码，定了就不要再改")),
    ("nature", Sentence("没有选性质"), Sentence("请从下拉列表里选：{choices}")),
    ("penalty_power", Sentence("没有选有无行政处罚权，按“有”算"), Sentence("请从下拉列表里选：{choices}")),
    ("superior", Sentence("没有写上级业务主管单位"), Sentence("检查计划还要报它备案；确实没有的写“无”")),
)
_SHARED: Final = {
    "code": ("code-twice", Sentence("请给其中一个单位换一个代码")),
    "name": ("name-twice", Sentence("同一单位填了两行的，删去一行；是两个单位的，请写能区分的全称")),
    "short_names": ("short-name-twice", Sentence("请删去这个简称，或换一个只指这个单位的")),
}


def faults_between(sheet: RosterSheet, entries: Iterable[Entry], county: str) -> Iterator[RosterFault]:
    """Every fault that shows only in the sheet as a whole, or in what fields say together.

    Whether 公安 or 税务 befits a unit's name is not judged: the roster decides who is exempt.
    """
    listed = tuple(entries)
    yield from _of_sheet(sheet, listed)
    yield from _same_names(listed, county)
    for entry in listed:
        yield from _untyped(entry)
        yield from _odd(entry)
        yield from _endings(entry)
    yield from astray(listed, county)


def _of_sheet(sheet: RosterSheet, entries: tuple[Entry, ...]) -> Iterator[RosterFault]:
    if not entries:
        message, remedy = Sentence("名录里一个单位也没有"), Sentence("请从表头下面一行起，一个单位填一行")
        yield RosterFault("roster-empty", "error", sheet.header, "", message, remedy)
    for place, header in sheet.twice:
        message = Sentence("“{column}”这一栏有两个，只读了靠左的", {"column": BY_KEY[place.field or ""].header})
        yield RosterFault("column-twice", "error", place, header, message, Sentence("请只留一个，或给另一个改名"))
    for place, header in sheet.unknown:
        message = Sentence("不认识“{value}”这一栏，没有读", {"value": header})
        remedy = Sentence("自己加的栏不碍事；想让它起作用的，表头请照“填写说明”写")
        yield RosterFault("column-unknown", "warning", place, header, message, remedy)
    for column in COLUMNS:
        if column.key not in sheet.columns:
            message = Sentence("没有“{column}”这一栏", {"column": column.header})
            remedy = Sentence("请加上这一栏；可以用 enforcer roster blank 生成空白名录，从里面复制表头")
            yield RosterFault("column-missing", "warning", sheet.header, "", message, remedy)


def _same_names(entries: tuple[Entry, ...], county: str) -> Iterator[RosterFault]:
    """Names that two units share: codes, names, short names, each in every spelling that is taken for the same."""
    first: dict[str, Naming] = {}
    accused: set[tuple[int, str, str]] = set()
    for naming in namings(entries):
        row = naming.entry.row.number
        for spelling in sorted(spellings(naming.text, county)):
            other = first.setdefault(spelling, naming)
            if other.entry.row.number != row and (row, naming.key, naming.text) not in accused:
                accused.add((row, naming.key, naming.text))
                yield _shared(naming, other)


def _shared(naming: Naming, other: Naming) -> RosterFault:
    there = other.entry.row.place(other.key)
    values = {"text": naming.text, "other": BY_KEY[other.key].header, "there": there.address, "same": other.text}
    message = Sentence("{column}“{text}”与{there}的{other}“{same}”指的是同一个名字，分不清是哪个单位", values)
    name, remedy = _SHARED[naming.key]
    return fault_at(naming.entry.row, naming.key, name, message, remedy, related=(there,))


def _untyped(entry: Entry) -> Iterator[RosterFault]:
    """What should be filled in and is not; a column that is missing altogether is said once."""
    row = entry.row
    for key, message, remedy in _EXPECTED:
        if key in row.sheet.columns and key not in row.unreadable and not row.text(key):
            yield fault_at(row, key, "field-missing", message, remedy, severity="warning")
    if entry.unit.nature == _ENTRUSTED and not entry.unit.reporter and "reporter" not in row.unreadable:
        message = Sentence("受托组织没有写由谁报送，按自己报送算")
        remedy = Sentence("请写委托机关的代码、名称或简称")
        yield fault_at(row, "reporter", "reporter-missing", message, remedy, severity="warning")


def _odd(entry: Entry) -> Iterator[RosterFault]:
    unit, row = entry
    if unit.phone and not is_phone(row.values.get("phone")):
        message = Sentence("联系电话“{value}”不像电话号码")
        remedy = Sentence("请写完整号码，例如0533-0000000；几个号码用顿号隔开")
        yield fault_at(row, "phone", "phone-odd", message, remedy, severity="warning")
    if unit.mail and mails_in(unit.mail) is None:
        message = Sentence("电子邮箱“{value}”不像邮箱地址")
        remedy = Sentence("请写成name@example.org的样子，几个邮箱用顿号隔开；没有的空着")
        yield fault_at(row, "mail", "mail-odd", message, remedy, severity="warning")


def _endings(entry: Entry) -> Iterator[RosterFault]:
    """Days in the wrong order; a successor without a day; an end after which nobody goes on."""
    unit, row = entry
    if unit.since and unit.until and unit.since > unit.until:
        values = {"since": unit.since, "until": unit.until, "cell": row.place("since").address}
        message = Sentence("终止日期{until}早于起始日期{since}（{cell}）", values)
        yield fault_at(row, "until", "ends-before-start", message, Sentence("请核对两个日期，改正写错的一个"))
    if unit.successor and not unit.until:
        message = Sentence("写了承继单位，却没有终止日期，不知道从哪天起由它承接")
        yield fault_at(row, "until", "end-missing", message, Sentence("请补上终止日期；单位还在的，删去承继单位"))
    if unit.until and not row.text("successor") and "successor" not in row.unreadable:
        message = Sentence("单位{until}终止，没有写承继单位，没有报完的事项无人承接", {"until": unit.until})
        remedy = Sentence("请写承接其职责的单位；确实没有的写“无”")
        yield fault_at(row, "successor", "successor-missing", message, remedy, severity="warning")
