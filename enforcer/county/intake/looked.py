"""What looking at a received file came to: what it files for whom, its marked copies, and what was not taken in."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from enforcer.domain.notice import Obligation
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict


class Part(NamedTuple):
    """What one file holds for one unit, year and obligation.

    `verdict` is None for a document that no rule reads. `stated` is the day that the unit wrote into the form.
    """

    unit: Unit
    year: int
    obligation: Obligation
    verdict: Verdict | None = None
    stated: date | None = None
    nil: bool = False
    plan_kinds: tuple[str, ...] = ()
    higher_standard: bool = False


class Copy(NamedTuple):
    """A marked copy, for the unit alone: its file name, without the receipt's number, and its bytes."""

    unit: Unit
    name: str
    content: bytes


class Looked(NamedTuple):
    """What looking at a file came to; it can be sent between processes.

    `skip` says why a file was left alone, `refusals` why it, or a workbook in it, was not taken in, `remarks` what was
    settled without being asked.
    """

    path: Path
    name: str
    sha256: str = ""
    parts: tuple[Part, ...] = ()
    copies: tuple[Copy, ...] = ()
    skip: Sentence | None = None
    refusals: tuple[Sentence, ...] = ()
    remarks: tuple[Sentence, ...] = ()

    def refused(self, *sentences: Sentence) -> "Looked":
        """The same with further reasons why something was not taken in."""
        return self._replace(refusals=(*self.refusals, *sentences))

    def remarked(self, *sentences: Sentence) -> "Looked":
        """The same with further remarks, each said once."""
        said = {one.render(): one for one in (*self.remarks, *sentences)}
        return self._replace(remarks=tuple(said.values()))

    def joined(self) -> "Looked":
        """The same with one part for each unit, year and obligation: a benchmark in three workbooks is one filing."""
        groups: dict[tuple[str, int, str], list[Part]] = {}
        for part in self.parts:
            groups.setdefault((part.unit.key, part.year, part.obligation.key), []).append(part)
        return self._replace(parts=tuple(_joined(group) for group in groups.values()))

    def without_rows(self) -> "Looked":
        """The same without the tables' rows, which nothing needs once they were judged: much less to send."""
        return self._replace(parts=tuple(_without_rows(part) for part in self.parts))


def _joined(group: list[Part]) -> Part:
    first = group[0]
    verdicts = [one.verdict for one in group if one.verdict is not None]
    return first._replace(
        verdict=Verdict.joined(verdicts, verdicts[0].notice, verdicts[0].as_of) if verdicts else None,
        stated=max((one.stated for one in group if one.stated is not None), default=None),
        nil=all(one.nil for one in group),
        plan_kinds=tuple(dict.fromkeys(kind for one in group for kind in one.plan_kinds))
        if all(one.plan_kinds for one in group)
        else (),
        higher_standard=all(one.higher_standard for one in group),
    )


def _without_rows(part: Part) -> Part:
    if part.verdict is None:
        return part
    light = tuple(one._replace(reading=one.reading._replace(rows=())) for one in part.verdict.files)
    return part._replace(verdict=replace(part.verdict, files=light))
