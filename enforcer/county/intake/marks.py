"""The marked copies of what was just received: each unit's own workbook, with its faults in place."""

from collections.abc import Iterator
from pathlib import Path

from enforcer.county.intake.known import Known
from enforcer.county.intake.looked import Copy
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Examined, Verdict
from enforcer.locale import translator


def marked_copies(path: Path, verdict: Verdict, unit: Unit, known: Known) -> Iterator[Copy]:
    """A copy of each workbook in the file that has something to mend; none where no copies are asked for."""
    if not known.marks:
        return
    groups: dict[str, list[Examined]] = {}
    for one in verdict.files:
        groups.setdefault(one.reading.file, []).append(one)
    for name, examined in groups.items():
        if not any(finding.counts for part in examined for finding in part.findings):
            continue
        from enforcer.workbook.marking.copies import marked_copy  # noqa: PLC0415 - a sound filing does not pay for it
        from enforcer.workbook.marking.writing import copy_name  # noqa: PLC0415

        copy = marked_copy(
            path,
            examined,
            known.notice,
            office=known.office,
            contact=known.contact,
            translate=translator(known.language),
            limits=known.limits,
        )
        yield Copy(unit, copy_name(name, copy.extension), copy.content)
