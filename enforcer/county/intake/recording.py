"""Puts on record what was looked at: the original kept, entries in one transaction, then 回执 and marked copies.

The order is the promise. The original is on the disk before the ledger speaks of it, and the ledger has spoken before
anybody is told: a receipt number that was printed is on record, and what is on record has its original, whenever the
machine stops.
"""

from datetime import datetime
from pathlib import Path

from enforcer.county.duties.one_duty import duty_at, filers
from enforcer.county.intake.desk import Delivery, Desk, Receipted
from enforcer.county.intake.lateness import with_lateness
from enforcer.county.intake.looked import Looked, Part
from enforcer.county.intake.remarks import remarks_on
from enforcer.county.intake.storing import kept
from enforcer.county.intake.telling import told
from enforcer.county.ledger.bodies import examined_body, received_body
from enforcer.county.ledger.store import Pen
from enforcer.domain.masking import masked
from enforcer.domain.receipt import Receipt


def record(desk: Desk, looked: Looked, delivery: Delivery) -> tuple[Receipted, ...]:
    """One receipt for each part of the file, all in one transaction; then the 回执 and the marked copies.

    Raises EnforcerError where nothing was put on record: the disk full, the ledger busy, the file changed meanwhile.
    What goes wrong after that stands in `troubles`: the receipt is on record all the same.
    """
    if not looked.parts:
        return ()
    placed: list[Path] = []
    try:
        with desk.ledger.writing() as pen:
            try:
                made = _all_entered(desk, pen, looked, delivery, placed)
            except BaseException:
                # The ledger is still ours, so these copies are nobody's originals. After a failed commit they may be
                # another run's already, which was given the same number; there they stay, and are used again.
                for path in placed:
                    path.unlink(missing_ok=True)
                raise
    except BaseException:
        desk.register.forget()
        raise
    return tuple(told(desk, made, looked.copies))


def _all_entered(desk: Desk, pen: Pen, looked: Looked, delivery: Delivery, placed: list[Path]) -> tuple[Receipted, ...]:
    """The receipts of a file's parts, with one original for each unit and year; `placed` gets those that are new."""
    desk.ready()
    made: list[Receipted] = []
    stored: dict[tuple[str, int], Path] = {}
    for part in looked.parts:
        number = pen.next_receipt(part.year)
        place = (part.unit.key, part.year)
        if looked.sha256 and place not in stored:
            folder = desk.workspace.filings_of(part.unit, part.year)
            stored[place], is_new = kept(looked.path, folder, number, looked.name, looked.sha256)
            placed += [stored[place]] if is_new else []
        original = stored.get(place)
        made.append(_entered(desk, pen, looked, part, delivery=delivery, number=number, original=original))
    return tuple(made)


def _entered(
    desk: Desk, pen: Pen, looked: Looked, part: Part, *, delivery: Delivery, number: str, original: Path | None
) -> Receipted:
    """The entries of one receipt: that it came in, and what examining it came to."""
    unit, obligation, year = part.unit.key, part.obligation.key, part.year
    before = desk.register.receipts(unit, obligation, year)
    same = desk.register.same(unit, obligation, year, looked.sha256) if looked.sha256 else None
    receipt = Receipt(
        number=number,
        unit=unit,
        obligation=obligation,
        year=year,
        day=delivery.day,
        entered=datetime.min,  # noqa: DTZ901 - the ledger's clock says when
        forms=delivery.forms,
        nil=delivery.nil or part.nil,
        name=looked.name if looked.sha256 else "",
        sha256=looked.sha256,
        stored=original.relative_to(desk.workspace.filings).as_posix() if original else "",
        stated=part.stated,
        by=masked(delivery.by),
        note=masked(delivery.note),
        same_as=same.number if same else None,
        plan_kinds=part.plan_kinds,
        higher_standard=part.higher_standard,
    )
    entry = pen.append("received", delivery.day, received_body(receipt))
    receipt = receipt._replace(entered=entry.entered)
    desk.register.add(receipt)
    settings = desk.workspace.settings
    day = max(delivery.day, receipt.entered.date())
    known = [
        one for key in filers(desk.workspace, part.unit, day) for one in desk.register.receipts(key, obligation, year)
    ]
    duty = duty_at(
        desk.workspace,
        part.unit,
        part.obligation,
        year,
        day=day,
        receipts=known,
        decisions=desk.register.decisions,
    )
    verdict = part.verdict
    if verdict is not None:
        if receipt.fulfils:
            verdict = with_lateness(verdict, duty, delivery.day, settings.notice, settings.policy)
        body = examined_body(verdict, receipt=number, unit=unit, year=year, fingerprint=desk.ruleset)
        entry = pen.append("examined", delivery.day, body)
    desk.register.head = entry.hash
    remarks = (*looked.remarks, *remarks_on(receipt, duty, before))
    return Receipted(receipt, part, verdict, duty, entry.hash, remarks)
