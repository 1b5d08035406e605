"""What decides how a filing counts: which plans an annex 1 holds, and whose standards an annex 3 applies."""

from collections.abc import Iterable

from enforcer.annexes.benchmark import violations
from enforcer.annexes.distinct import values_of
from enforcer.annexes.inspection import kind_of, kind_of_title
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading

_HIGHER = ("province", "city")


def plan_kinds(plans: Iterable[Reading]) -> tuple[str, ...]:
    """年度, 季度, 月度, 临时: what the rows of these plans say, else their titles; none where one of them is unsure."""
    found: dict[str, None] = {}
    for plan in plans:
        kinds = {kind_of(typed, plan) for typed in values_of(plan, "kind")} or {kind_of_title(plan)}
        if None in kinds:
            return ()
        found.update(dict.fromkeys(sorted(kind for kind in kinds if kind)))
    return tuple(found)


def applies_higher_standard(dossier: Dossier) -> bool:
    """Whether every violation of the benchmark is judged by a provincial or city standard (只报电子版)."""
    listed = violations(dossier)
    return bool(listed) and all(one.source in _HIGHER for one in listed)
