"""Where an inspection takes place, as far as towns tell places apart; and with which units it is held together."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from enforcer.domain.row import Row
from enforcer.language.blanks import bare
from enforcer.language.joint_work import is_joint
from enforcer.language.patterns import pattern

_KEPT: Final = 4096
_EVERYWHERE: Final = r"全县|县域|各镇|各乡镇|各街道|镇办|城乡|全市|各村"
_TOWN: Final = r"(?:^|[、,，;；和及与至\s()])([\u4e00-\u9fff]{1,5}?(?:镇|乡|街道))"
_OWN: Final = r"[镇乡]$|街道$"
_NO_TOWN: Final = frozenset(("本镇", "全镇", "各镇", "乡镇", "村镇", "城镇", "集镇", "本街道", "城乡"))
_SPOKEN: Final = ("basis", "body", "inspectors", "matter", "target", "remarks", "place", "period")
_ENDING: Final = r"(?:管理|监督|监督管理|行政执法)?(?:局|委|办|委员会|办公室|大队|中心)$"
_SHORTEST: Final = 2


@lru_cache(maxsize=_KEPT)
def towns_of(place: str, unit: str) -> frozenset[str]:
    """The towns that 检查地点 names; a town's own plan is for that town. Empty where it may be anywhere."""
    plain = bare(place)
    if pattern(_OWN).search(unit):
        return frozenset((unit,))
    if pattern(_EVERYWHERE).search(plain):
        return frozenset()
    return frozenset(pattern(_TOWN).findall(plain)) - _NO_TOWN


def partners_in(row: Row, named: Mapping[str, str]) -> frozenset[str]:
    """The groups of the units that a joint inspection names; none where it is not said to be joint.

    `named` has every name of the county's units; 联合公安、环保部门 names 县公安局 and 县环保局.
    """
    said = "\n".join(text for key in _SPOKEN if (text := row[key]))
    if not is_joint(said):
        return frozenset()
    plain = bare(said)
    return frozenset(group for name, group in named.items() if any(word in plain for word in _spoken_names(name)))


@lru_cache(maxsize=_KEPT)
def _spoken_names(name: str) -> tuple[str, ...]:
    """县公安局 is also spoken of as 公安局 and, beside 部门, as 公安."""
    plain = bare(name)
    stem = pattern(_ENDING).sub("", plain.removeprefix("县"))
    return (plain, stem) if len(stem) >= _SHORTEST and stem != plain else (plain,)
