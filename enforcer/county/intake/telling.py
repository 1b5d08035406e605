"""What goes to outbox/<unit>/ once a filing is on record: its 回执 and the marked copies."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from enforcer.county.intake.desk import Desk, Receipted
from enforcer.county.intake.looked import Copy
from enforcer.county.letters import Header, receipt_letter, written
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence
from enforcer.workbook.atomic import written_atomically

if TYPE_CHECKING:
    from pathlib import Path


def told(desk: Desk, made: Sequence[Receipted], copies: Sequence[Copy]) -> Iterator[Receipted]:
    """Each receipt with its 回执 and marked copies written.

    A workbook that closes several duties is marked once, with the first receipt of its unit. What cannot be written is
    a trouble, not an error: the filing is on record.
    """
    marked: dict[str, tuple[Path, ...]] = {}
    for one in made:
        key = one.part.unit.key
        if one.part.verdict is None:
            yield _told(desk, one, ())
        elif key in marked:
            yield _told(desk, one._replace(copies=marked[key]), ())
        else:
            first = _told(desk, one, [copy for copy in copies if copy.unit == one.part.unit])
            marked[key] = first.copies
            yield first


def header_of(desk: Desk, one: Receipted) -> Header:
    """Who writes to whom about what."""
    settings = desk.workspace.settings
    part = one.part
    return Header(settings.office, settings.contact, part.unit.name, part.obligation.title, part.year)


def _told(desk: Desk, one: Receipted, copies: Sequence[Copy]) -> Receipted:
    folder = desk.workspace.outbox_of(one.part.unit)
    paths: list[Path] = list(one.copies)
    letter: Path | None = None
    try:
        for copy in copies:
            path = folder / f"{one.receipt.number}_{copy.name}"
            with written_atomically(path) as temporary:
                temporary.write_bytes(copy.content)
            paths.append(path)
        text = receipt_letter(
            header_of(desk, one),
            one.receipt,
            one.verdict,
            missing=one.missing,
            remarks=one.remarks,
            copies=[path.name for path in paths],
            head=one.head,
            translate=desk.translate,
        )
        letter = written(text, folder / f"回执_{one.receipt.number}.txt")
    except EnforcerError as error:
        values = {"number": one.receipt.number, "why": error.sentence}
        trouble = Sentence("“{number}”已经登记，但回执或退改件没有写成：{why}", values)
        return one._replace(copies=tuple(paths), troubles=(*one.troubles, trouble))
    return one._replace(letter=letter, copies=tuple(paths))
