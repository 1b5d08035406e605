"""A filing judged again when the rules have changed: a new entry beside the old one, which stays."""

from datetime import date

from enforcer.county.duties.one_duty import duty_at
from enforcer.county.intake.desk import Desk
from enforcer.county.intake.lateness import with_lateness
from enforcer.county.intake.looked import Looked
from enforcer.county.ledger.bodies import examined_body
from enforcer.county.ledger.journal import Journal
from enforcer.domain.receipt import Receipt
from enforcer.domain.verdict import Verdict


def recorded_again(desk: Desk, receipt: Receipt, looked: Looked, day: date, whole: Journal) -> Verdict | None:
    """Records what `judged_again` came to as an `examined` entry of `day`, whether or not the findings differ.

    The entry carries the fingerprint of today's rules, so a second run has nothing to do. `whole` is the ledger's
    journal up to that day. Returns the verdict, None where no rule reads the filing. Raises EnforcerError.
    """
    part = next((one for one in looked.parts if one.verdict is not None), None)
    if part is None or part.verdict is None:
        return None
    settings = desk.workspace.settings
    verdict = part.verdict
    if receipt.fulfils:
        duty = duty_at(
            desk.workspace,
            part.unit,
            part.obligation,
            part.year,
            day=day,
            receipts=whole.receipts,
            decisions=whole.decisions,
        )
        verdict = with_lateness(verdict, duty, receipt.day, settings.notice, settings.policy)
    body = examined_body(
        verdict, receipt=receipt.number, unit=receipt.unit, year=receipt.year, fingerprint=desk.ruleset
    )
    with desk.ledger.writing() as pen:
        pen.append("examined", day, body)
    return verdict
