"""Section 9: what the report was made of, so that anybody can make it again, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enforcer import __version__
from enforcer.county.duty_words import short_title
from enforcer.county.ruleset import fingerprint
from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from enforcer.county.standing import Standing, UnitStanding
    from enforcer.domain.clause import Clause
    from enforcer.domain.notice import Notice
    from enforcer.domain.receipt import Receipt
    from enforcer.domain.unit import Unit
    from enforcer.reports.gathering import Gathered

_UNREAD_CODES = ("W001", "W002")
_NAMED = 5
_RETURNED = Sentence("已退回，没有计入")
_SUPERSEDED = Sentence("被以后报送的取代，没有计入")
_PART = Sentence("只列季度、月度或临时的检查，年度核对没有计入")
_PAPER = Sentence("只有纸质件，没有电子版可读")
_DOCUMENT = Sentence("文书只登记收到，不读内容")


class Law(NamedTuple):
    """An article in force on the report's day, since when."""

    clause: Clause
    since: date


class File(NamedTuple):
    """A file that counts: whose, for what, its name, hash, receipt and day of receipt."""

    unit: Unit
    title: Sentence
    name: str
    sha256: str
    number: str
    received: date


class Unread(NamedTuple):
    """Something that came in and was not read, and why."""

    unit: Unit
    what: str
    reason: Sentence


class Making(NamedTuple):
    """The section. `head` is the ledger's head hash, None where a plain folder was read."""

    notice: Notice
    laws: tuple[Law, ...]
    version: str
    ruleset: str
    day: date
    head: str | None
    files: tuple[File, ...]
    unread: tuple[Unread, ...]


def making_of(standing: Standing, known: Gathered) -> Making:
    """The section."""
    notice = standing.settings.notice
    in_force = (
        Law(article.clause, article.since)
        for versions in notice.articles.values()
        for article in versions
        if article.in_force(standing.day)
    )
    laws = {(one.clause.number, one.since): one for one in in_force}
    return Making(
        notice,
        tuple(laws.values()),
        __version__,
        fingerprint(standing.settings),
        standing.day,
        standing.head,
        tuple(file for unit in standing.units for file in _files(unit)),
        tuple(one for unit in standing.units for one in _unread(unit)) + tuple(_failed(known)),
    )


def _files(standing: UnitStanding) -> Iterator[File]:
    """Each file once for each duty: the sheets of one workbook in a plain folder are receipts of their own."""
    for duty in standing.duties:
        counting = [one for one in duty.receipts if one.stands and one.sha256]
        for receipt in {(one.number, one.name, one.sha256): one for one in counting}.values():
            title = Sentence(short_title(duty.obligation))
            yield File(standing.unit, title, receipt.name, receipt.sha256, receipt.number, receipt.day)


def _unread(standing: UnitStanding) -> Iterator[Unread]:
    for duty in standing.duties:
        counting = duty.counting
        has_file = any(one.stands and one.sha256 for one in duty.receipts)
        for receipt in duty.receipts:
            reason = _reason(receipt, counting, is_document=duty.obligation.annex is None, has_file=has_file)
            if reason is not None:
                name = receipt.name or receipt.number
                what = f"{name}（{receipt.number}）" if receipt.name and receipt.number else name
                yield Unread(standing.unit, what, reason)
    for reading in standing.dossier.readings:
        for sheet in reading.skipped_sheets:
            if not sheet.own:
                yield Unread(standing.unit, f"{reading.file}　{sheet.place.address}", sheet.reason)
        rows = [one for one in reading.skipped_rows if not one.own]
        if rows:
            places = [one.place.address for one in rows]
            shown = (*places[:_NAMED], "…") if len(places) > _NAMED else places
            values = {"count": len(rows), "places": shown}
            yield Unread(
                standing.unit, reading.file, Sentence("跳过{count}行（空行、小标题、重复表头、备注）：{places}", values)
            )


def _reason(receipt: Receipt, counting: Receipt | None, *, is_document: bool, has_file: bool) -> Sentence | None:
    if receipt.fate == "void":
        return None
    if receipt.fate == "returned":
        return _RETURNED
    if not receipt.fulfils:
        return _PART
    if not receipt.sha256:
        return None if receipt.nil or has_file else _PAPER
    if counting is not None and counting.number != receipt.number:
        return _SUPERSEDED
    return _DOCUMENT if is_document else None


def _failed(known: Gathered) -> Iterable[Unread]:
    for one in known.findings:
        if one.finding.code in _UNREAD_CODES:
            yield Unread(one.unit, one.finding.place.file, one.finding.message)
