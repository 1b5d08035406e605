"""Two verdicts, one of each file -> what changed between them, annex by annex."""

from collections.abc import Callable, Iterator
from typing import Final

from enforcer.changes import benchmarks, inspections, officers, procedures
from enforcer.changes.fields import header_changes
from enforcer.changes.outcomes import outcomes_of
from enforcer.changes.record import AnnexChanges, Comparison, FieldChange, Stand
from enforcer.changes.sides import Matched, Side
from enforcer.domain.errors import EnforcerError
from enforcer.domain.form import Form
from enforcer.domain.reading import Reading
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined, Verdict
from enforcer.language.blanks import bare

_COMPARE: Final[dict[int, Callable[[Side, Side], Matched]]] = {
    1: inspections.compare,
    2: procedures.compare,
    3: benchmarks.compare,
    4: officers.compare,
}
_OLD: Final = Sentence("旧表")
_NEW: Final = Sentence("新表")


def changes_between(old: Verdict, new: Verdict) -> Comparison:
    """What changed from one file to the other, and what became of the findings.

    Both are verdicts on a single file; one file may hold several annexes. Raises EnforcerError where a file could not
    be read or the two have no annex in common.
    """
    before, after = _by_annex(old), _by_annex(new)
    common = sorted(before.keys() & after.keys())
    old_file, new_file = _file(old), _file(new)
    if not common:
        raise EnforcerError(
            "两个文件不是同一个附件，无法比较：“{old_file}”是{old}，“{new_file}”是{new}。",
            old_file=old_file,
            new_file=new_file,
            old=_named(before),
            new=_named(after),
        )
    notes = (
        *_identical(old, new),
        *_left_out(before.keys() - after.keys(), _OLD),
        *_left_out(after.keys() - before.keys(), _NEW),
        *_not_read(old, _OLD),
        *_not_read(new, _NEW),
    )
    return Comparison(
        new.notice,
        new.as_of,
        old_file,
        new_file,
        _sha256(old),
        _sha256(new),
        notes,
        tuple(_annex(before[annex], after[annex]) for annex in common),
    )


def _by_annex(verdict: Verdict) -> dict[int, Side]:
    """The sides of a file by annex. Raises EnforcerError where none could be read."""
    found: dict[int, list[Examined]] = {}
    for examined in verdict.files:
        if examined.reading.annex is not None:
            found.setdefault(examined.reading.annex, []).append(examined)
    if not found:
        raise _refusal([examined.reading for examined in verdict.files])
    return {annex: Side.of(parts) for annex, parts in found.items()}


def _refusal(readings: list[Reading]) -> EnforcerError:
    first = next((one for one in readings if one.failure or one.skip), readings[0])
    if first.failure is not None:
        return EnforcerError(
            "读不了“{file}”，无法比较：{message}{remedy}",
            file=first.file,
            message=first.failure.message,
            remedy=first.failure.remedy,
        )
    if first.skip is not None:
        return EnforcerError("没有读“{file}”，无法比较：{reason}", file=first.file, reason=first.skip)
    return EnforcerError("看不出“{file}”是哪个附件，无法比较。可以用--annex指明附件号。", file=first.file)


def _annex(old: Side, new: Side) -> AnnexChanges:
    form = _form(new)
    matched = _COMPARE[form.annex](old, new)
    return AnnexChanges(
        form,
        _stand(old),
        _stand(new),
        tuple(_notes(old, new)),
        tuple(_header(old, new)),
        matched.changes,
        matched.moved,
        outcomes_of(old, new, matched),
    )


def _form(side: Side) -> Form:
    return next(reading.form for reading in side.readings if reading.form)


def _stand(side: Side) -> Stand:
    dossier = side.dossier
    return Stand(
        tuple(reading.place for reading in side.readings),
        dossier.name,
        dossier.year,
        dossier.day,
        sum(len(reading.rows) for reading in side.readings),
        any(reading.nil for reading in side.readings),
        tuple(one for examined in side.examined for one in examined.unexamined),
    )


def _header(old: Side, new: Side) -> Iterator[FieldChange]:
    """The changed header lines of tables on sheets of the same name, else of the tables as they follow one another."""
    left = list(old.readings)
    pairs = []
    for reading in new.readings:
        same = next((one for one in left if one.place.sheet == reading.place.sheet), None)
        if same is not None:
            left.remove(same)
        pairs.append((same, reading))
    for same, reading in pairs:
        other = same or (left.pop(0) if left else None)
        if other is not None:
            yield from header_changes(other, reading)


def _notes(old: Side, new: Side) -> Iterator[Sentence]:
    """What is odd about the pair: units, years, editions, nil returns, columns, days of judgement."""
    before, after = old.dossier, new.dossier
    if before.name and after.name and not _same_unit(before.name, after.name):
        yield Sentence("两份表的单位不同：旧表“{old}”，新表“{new}”", {"old": before.name, "new": after.name})
    if before.year and after.year and before.year != after.year:
        yield Sentence("两份表的年度不同：旧表{old}，新表{new}", {"old": before.year, "new": after.year})
    if before.day != after.day:
        values = {"old": before.day, "new": after.day}
        yield Sentence("核对问题时，旧表按{old}、新表按{new}判断法律和期限", values)
    editions = [_edition(side) for side in (old, new)]
    if editions[0] != editions[1]:
        yield Sentence("表样版本不同：旧表{old}，新表{new}", dict(zip(("old", "new"), editions, strict=True)))
    nils = [any(reading.nil for reading in side.readings) for side in (old, new)]
    if nils == [True, True]:
        yield Sentence("两份都是零报告")
    elif nils[0]:
        yield Sentence("旧表是零报告，新表填了{count}行", {"count": len(new.rows)})
    elif nils[1]:
        yield Sentence("新表改为零报告，旧表填了{count}行", {"count": len(old.rows)})
    yield from _columns(old, new)


def _edition(side: Side) -> str:
    mark = next((reading.mark for reading in side.readings if reading.mark), None)
    return mark.edition if mark else _form(side).edition


def _same_unit(one: str, other: str) -> bool:
    """Whether both names may be one unit's: equal, or one the other's short form (县农业局 of 桓台县农业局)."""
    short, long = sorted((bare(one), bare(other)), key=len)
    return long.endswith(short)


def _columns(old: Side, new: Side) -> Iterator[Sentence]:
    """Columns that only one of the files has and fills in: their cells are not compared one by one."""
    for column in _form(new).columns:
        has = [_has(side, column.key) for side in (old, new)]
        if has[0] == has[1] or not old.rows or not new.rows:
            continue
        filled = sum(bool(row[column.key]) for row in (old.rows if has[0] else new.rows))
        values = {"field": Sentence(column.header), "count": filled}
        if filled and has[0]:
            yield Sentence("新表没有“{field}”一栏，旧表填了{count}行；这一栏不逐行比较", values)
        elif filled:
            yield Sentence("旧表没有“{field}”一栏，新表填了{count}行；这一栏不逐行比较", values)


def _has(side: Side, key: str) -> bool:
    return all(key in reading.table.columns for reading in side.readings if reading.table)


def _identical(old: Verdict, new: Verdict) -> Iterator[Sentence]:
    if _sha256(old) and _sha256(old) == _sha256(new):
        yield Sentence("两个文件一个字节也不差")


def _left_out(annexes: set[int], side: Sentence) -> Iterator[Sentence]:
    for annex in sorted(annexes):
        yield Sentence("只有{side}有附件{annex}，没有比较", {"side": side, "annex": annex})


def _not_read(verdict: Verdict, side: Sentence) -> Iterator[Sentence]:
    """What of the file was not read, beside what was."""
    for reading in (examined.reading for examined in verdict.files):
        reason = reading.failure.message if reading.failure else reading.skip
        if reason is not None:
            values = {"side": side, "file": reading.file, "reason": reason}
            yield Sentence("{side}中的“{file}”没有读，没有比较：{reason}", values)


def _named(sides: dict[int, Side]) -> tuple[Sentence, ...]:
    return tuple(Sentence("附件{annex}", {"annex": annex}) for annex in sorted(sides))


def _file(verdict: Verdict) -> str:
    return verdict.files[0].reading.file


def _sha256(verdict: Verdict) -> str:
    """The file's digest; "" where several workbooks of an archive have several."""
    found = {examined.reading.sha256 for examined in verdict.files}
    return found.pop() if len(found) == 1 else ""
