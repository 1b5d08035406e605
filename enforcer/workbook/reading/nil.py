"""Nil returns: a unit without penalty power, without officers or without plans says so in the table or above it."""

from collections.abc import Iterable
from typing import Final

from enforcer.language.blanks import bare, is_blank, is_none_word
from enforcer.language.patterns import pattern

LONGEST_STATEMENT: Final = 80
_STATEMENT: Final = (
    r"零(?:报告|申报|填报|备案)"
    r"|(?:无|没有|不具有|不具备|不享有|未被?授予|不拥有|未取得)(?:任何|其他)?(?:独立)?(?:的)?"
    r"(?:行政)?(?:处罚|执法|检查|裁量)(?:权|职权|事项|职能|职责|案件|人员|检查|计划|任务|资格|主体|依据|工作|基准|事宜|$)"
    r"|(?:无|没有)(?:此项|此类|该项|该类|相关|相应|上述)(?:工作|事项|业务|内容|情况|职能|人员|行政|案件)"
    r"|不涉及(?:行政)?(?:处罚|执法|检查)"
)
_SAYS_NOT: Final = frozenset("零无没不未")
"""Every statement has one of these: no other text needs the pattern."""
_INSTRUCTION: Final = r"(?<!零)填|[请须如若]|应当|应在|可以|[“”]|的单位|的，|权的|员的|项的|划的"


def is_nil_statement(text: str) -> bool:
    """Whether the text says that there is nothing to report: 零报告, 本镇无行政处罚权, 没有执法人员.

    An instruction (无行政处罚权的，请填零报告) says nothing of the kind, nor does running text.
    """
    if len(text) > LONGEST_STATEMENT or _SAYS_NOT.isdisjoint(text):
        return False
    return pattern(_STATEMENT).search(bare(text)) is not None and pattern(_INSTRUCTION).search(text) is None


def is_nil_row(texts: Iterable[str]) -> bool:
    """Whether the cells of a row, apart from its number and what is printed in the blank, say only that: 零报告, 无."""
    said = [text for text in texts if not is_blank(text)]
    return bool(said) and all(is_none_word(text) or is_nil_statement(text) for text in said)
