"""What a unit's counting filings show together: the rules across its annexes, put on record when the answer changed."""

from collections.abc import Iterator
from datetime import date

from enforcer.county.duties.owed import Facts, duties_of
from enforcer.county.intake.desk import Desk
from enforcer.county.intake.rereading import readings_of
from enforcer.county.ledger.bodies import examined_body
from enforcer.county.ledger.journal import Journal, journal
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict
from enforcer.validation import examine_across

_REGISTER = 4


def cross_examine(desk: Desk, unit: Unit, year: int, day: date, whole: Journal | None = None) -> Verdict | None:
    """Reads the unit's counting filings of a year together and records what X001, X002 and X007 find in them.

    An `examined` entry of that day for (unit, year) is written only where the findings differ from those on record, so
    that a second run changes nothing. `whole` is the ledger's journal of that day, if it was read already. Returns the
    verdict, None where nothing of that unit can be judged together.
    Raises EnforcerError where the ledger cannot be written.
    """
    whole = whole or journal(desk.ledger, day)
    before = whole.crossing(unit.key, year)
    verdict = examined_together(desk, unit, year, whole)
    if verdict is None and before is None:
        return None
    settings = desk.workspace.settings
    found = verdict or Verdict(settings.notice.number, None, ())
    body = examined_body(found, receipt=None, unit=unit.key, year=year, fingerprint=desk.ruleset)
    if body != before:
        with desk.ledger.writing() as pen:
            pen.append("examined", day, body)
    return verdict


def cross_examine_now(desk: Desk, unit: Unit, year: int, day: date) -> Verdict | None:
    """`cross_examine` on `day`, or on the day of the unit's latest filing of that year or decision, if that is later.

    What is put on record belatedly must not be judged as if the later facts were not known.
    """
    whole = journal(desk.ledger, date.max)
    own = {one.number: one.day for one in whole.receipts if (one.unit, one.year) == (unit.key, year)}
    decided = [one.day for one in whole.decisions if one.receipt in own]
    return cross_examine(desk, unit, year, max(day, *own.values(), *decided))


def examined_together(desk: Desk, unit: Unit, year: int, whole: Journal) -> Verdict | None:
    """The verdict of the rules across a unit's annexes on what counts in this journal; None where no annex counts."""
    readings = tuple(_counting(desk, unit, year, whole))
    if not readings:
        return None
    settings = desk.workspace.settings
    dossier = Dossier(unit.name, year, whole.day, "receipt", readings, unit, settings=settings.rules)
    return examine_across(dossier, settings.notice, settings.policy)


def _counting(desk: Desk, unit: Unit, year: int, whole: Journal) -> Iterator[Reading]:
    """The tables of every filing that counts. A register of an earlier year holds until a newer one comes."""
    has_register = False
    for receipt in counting_receipts(desk, unit, year, whole):
        readings = readings_of(desk.workspace, receipt, unit)
        has_register = has_register or any(one.annex == _REGISTER for one in readings)
        yield from readings
    if has_register:
        return
    officers = desk.workspace.settings.notice.obligation_of(_REGISTER).key
    for earlier in sorted(
        {one.year for one in whole.receipts if one.unit == unit.key and one.year < year}, reverse=True
    ):
        for receipt in counting_receipts(desk, unit, earlier, whole):
            if receipt.obligation == officers:
                yield from readings_of(desk.workspace, receipt, unit)
                return


def counting_receipts(desk: Desk, unit: Unit, year: int, whole: Journal) -> Iterator[Receipt]:
    """The filing with a file that counts for each duty of the unit and year."""
    facts = Facts(desk.workspace.settings, desk.workspace.roster, whole.day, whole.receipts, whole.decisions)
    for duty in duties_of(unit, year, facts):
        if duty.counting is not None and duty.counting.stored:
            yield duty.counting
