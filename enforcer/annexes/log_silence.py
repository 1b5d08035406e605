"""How long the office has received no 登记表 from a unit: what F006 and F007 share."""

from collections.abc import Iterator
from typing import Final

from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, Unsure
from enforcer.domain.sentence import Sentence

_LONGER: Final = "years_to_withdrawal"
_UNKNOWN: Final = Sentence("台账里没有收到过执法检查登记表，名录里也没有期初数，不知道从哪一天起算")


def silent_since(dossier: Dossier, clause: Clause, figure: str) -> Iterator[Remark | Unsure]:
    """A remark from the day after the years that this figure of the clause names are up; once two are, of two alone."""
    clock = dossier.clock
    if clock is None or clock.exempt is not None:
        return
    place = Place(dossier.name or "", field="log")
    if clock.since is None or clock.one_year is None or clock.two_years is None:
        yield Unsure("absent", _UNKNOWN, place)
        return
    longest = dossier.day > clock.two_years
    until = clock.two_years if figure == _LONGER else clock.one_year
    if dossier.day > until and longest == (figure == _LONGER):
        values = {"since": clock.since, "until": until, "day": dossier.day, "years": clause.figure(figure)}
        yield Remark(place, values, case=clock.source or "")
