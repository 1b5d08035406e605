"""The marked copies of what was just received: each unit's own workbook, with its faults in place."""

from collections.abc import Sequence

from enforcer.county.intake.known import Known
from enforcer.county.intake.looked import Copy, Looked
from enforcer.domain.masking import masked
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Examined, Verdict
from enforcer.locale import translator


def with_copies(looked: Looked, verdict: Verdict, unit: Unit, known: Known) -> Looked:
    """The same with a marked copy of each workbook of the verdict that has something to mend, if copies are asked for.

    A copy that cannot be made is remarked on: the filing is taken in all the same.
    """
    groups: dict[str, list[Examined]] = {}
    for one in verdict.files if known.marks else ():
        groups.setdefault(one.reading.file, []).append(one)
    for name, examined in groups.items():
        if not any(finding.counts for part in examined for finding in part.findings):
            continue
        try:
            looked = looked._replace(copies=(*looked.copies, _copy(looked, name, examined, unit, known)))
        except Exception as error:  # noqa: BLE001 - a fault of ours in marking must not refuse the filing
            values = {"name": name, "kind": type(error).__name__, "error": str(error)}
            looked = looked.remarked(Sentence("{name}的退改件没有做成（{kind}：{error}），请联系维护人员", values))
    return looked


def _copy(looked: Looked, name: str, examined: Sequence[Examined], unit: Unit, known: Known) -> Copy:
    from enforcer.workbook.marking.copies import marked_copy  # noqa: PLC0415 - a sound filing does not pay for it
    from enforcer.workbook.marking.writing import copy_name  # noqa: PLC0415

    copy = marked_copy(
        looked.path,
        examined,
        known.notice,
        office=known.office,
        contact=known.contact,
        translate=translator(known.language),
        limits=known.limits,
    )
    return Copy(unit, copy_name(masked(name), copy.extension), copy.content)
