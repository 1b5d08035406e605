"""Words by which a plan says that several units do something together: 联合, 会同, 与县公安局共同检查."""

from functools import lru_cache
from typing import Final

from enforcer.language.blanks import bare
from enforcer.language.patterns import pattern
from enforcer.language.units import same_unit

_KEPT: Final = 4096
_JOINT: Final = r"联合(?!收割|会|社|体|国|公司|企业|站)|会同|协同|配合|牵头|共同(?!富裕|体)"
_UNIT: Final = r"[\u4e00-\u9fff]{1,12}(?:局|镇|乡|街道|管委会)(?!长|面|部)"


@lru_cache(maxsize=_KEPT)
def is_joint(text: str) -> bool:
    """Whether the words speak of work together with others; 联合收割机 does not."""
    return pattern(_JOINT).search(bare(text)) is not None


@lru_cache(maxsize=_KEPT)
def names_another_unit(text: str, own: str | None) -> bool:
    """Whether the words name a unit that is not, or may not be, `own`: 监察大队张三、县环保局李四."""
    named = pattern(_UNIT).findall(bare(text))
    return any(own is None or same_unit(one, own) is not True for one in named)
