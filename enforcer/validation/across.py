"""What a unit filed in a year, judged together; and what is seen across all units."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from enforcer.domain.dossier import County, Dossier
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.notice import Notice
from enforcer.domain.policy import EVERYTHING, Policy
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined, Verdict
from enforcer.examine import examine, observe
from enforcer.validation.days import reference_day, stated_day
from enforcer.validation.request import Request
from enforcer.verdicts.owners import Owner, by_owner

_NAMING: Final = {1: "X001", 2: "X002"}
_CONFIRMED: Final = "X007"
_REGISTER: Final = 4
_ALONE: Final = Sentence("只核对了一个文件，没有附件4可以对照；请把本单位各附件放在一起核对")
_NO_ROSTER: Final = Sentence("没有单位名录，不知道该单位是否经县政府确认公布")


def examine_across(
    dossier: Dossier, notice: Notice, policy: Policy = EVERYTHING, beside: Iterable[Finding] = ()
) -> Verdict:
    """What X001, X002 and X007 find in the filings of one unit and year: findings and what is unexamined, no files.

    `dossier` has the readings of every filing that counts, the clean-up list of 公安 and 税务 among them; `beside` are
    findings that stand there already and may silence these.
    """
    parts = _examined(dossier, notice, policy, beside)
    return Verdict(notice.number, None, (), tuple(parts.all_findings()), tuple(parts.all_unexamined()))


def examine_county(county: County, notice: Notice, policy: Policy = EVERYTHING) -> Verdict:
    """What X003 to X006 see across the units: suspicions for the office, in `findings`, without files.

    They belong in no unit's pages, marked copy or letter, and in no exit code.
    """
    from enforcer.rules import rules_of_county  # noqa: PLC0415 - most runs compare no units

    return observe(county, notice, rules_of_county(), policy)


def judged_together(verdict: Verdict, request: Request, today: date) -> Verdict:
    """The verdict on single workbooks with what the files of one unit and year show together, each at its file.

    A file that is alone leaves the rules that look across annexes unexamined, by name.
    """
    places = {id(examined): index for index, examined in enumerate(verdict.files)}
    files = list(verdict.files)
    for owner, group in _dossiers(verdict.files, request):
        dossier = dossier_across(owner, group, request, today)
        known = [finding for examined in group for finding in examined.findings]
        for before, after in zip(group, _together(dossier, group, request, known), strict=True):
            files[places[id(before)]] = before._replace(
                findings=(*before.findings, *after.findings), unexamined=(*before.unexamined, *after.unexamined)
            )
    return replace(verdict, files=tuple(files))


def dossier_across(owner: Owner, group: Sequence[Examined], request: Request, today: date) -> Dossier:
    """The readings of one unit and year as one dossier, judged on one day."""
    unit, year = owner
    readings = tuple(examined.reading for examined in group)
    stated = [day for reading in readings if (day := stated_day(reading))]
    day, source = reference_day(request.as_of, stated, year, today, request.received)
    return Dossier(unit, year, day, source, readings, request.entry_of(unit), settings=request.settings)


def _dossiers(files: Iterable[Examined], request: Request) -> Iterator[tuple[Owner, list[Examined]]]:
    """The annexes of each unit and year; those that do not say whose they are stand each alone."""
    annexes = [examined for examined in files if examined.reading.annex is not None]
    for owner, group in by_owner(annexes, request.entry_of, request.notice.county).items():
        if owner[0] is None:
            yield from ((owner, [examined]) for examined in group)
        else:
            yield owner, group


def _together(
    dossier: Dossier, group: Sequence[Examined], request: Request, known: Iterable[Finding]
) -> tuple[Examined, ...]:
    names = {examined.reading.file for examined in group}
    annexes = {examined.reading.annex for examined in group}
    if len(names) > 1 or (_REGISTER in annexes and annexes & set(_NAMING)) or dossier.unit is not None:
        return _examined(dossier, request.notice, request.policy, known).files
    return tuple(_left_alone(examined, request.policy, first=examined is group[0]) for examined in group)


def _left_alone(examined: Examined, policy: Policy, *, first: bool) -> Examined:
    """What a file that is alone leaves unexamined; said here so that nothing more is imported for it."""
    code = _NAMING.get(examined.reading.annex or 0)
    left = [Unexamined(code, "absent", _ALONE)] if code and examined.reading.rows else []
    if first:
        left.append(Unexamined(_CONFIRMED, "absent", _NO_ROSTER))
    return examined._replace(findings=(), unexamined=tuple(one for one in left if policy.selects(one.code)))


def _examined(dossier: Dossier, notice: Notice, policy: Policy, beside: Iterable[Finding]) -> Verdict:
    from enforcer.rules import rules_across  # noqa: PLC0415 - a file that is alone does not pay for it

    return examine(dossier, notice, rules_across(), policy, beside)
