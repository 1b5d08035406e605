"""Tells what a range is that no 罚款 follows: led by one, a cell of its own, or a number of something else."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from enforcer.language.fines.claims import is_executed
from enforcer.language.fines.ranges import Range
from enforcer.language.fines.tokens import Token
from enforcer.language.fines.words import JOINTS, Part
from enforcer.language.patterns import pattern

_COPULA: Final = (
    r"的?总?(?:数额|金额|额度|幅度|标准|限额|额)?(?:规定)?(?:最高|一般|应当)?额?(?:为|是|在|按照|按|：|:)*[（(]?"
)
_LINK: Final = r"[为是在按：:]"
_OTHER_MEASURE: Final = (
    r"补[种栽植]|赔偿|滞纳|没收|收购|征收|收取|缴[纳存]|支付|奖励|违约金|利息|注册资本|罚金|补偿|股[份权]|拘留"
    r"|保证金|加收"
)
_DEEMED: Final = r"的?(?:标准)?(?:计算|计(?!罚)|折算)"
_PUNCTUATION: Final = frozenset("，。；、：,;:!！?？）)| \n\r\t").union([""])
_MEASURED: Final = (
    "达",
    "到",
    "在",
    "为",
    "满",
    "额",
    "款",
    "值",
    "得",
    "价",
    "入",
    "费",
    "于",
    "资",
    "金",
    "积",
    "加",
)
_VAGUE: Final = frozenset("约近逾数几<>＜＞≤≥=＝")
_NEAR: Final = 8
_TAKEN_BACK: Final = r"(?:的?罚款)?[（(]不包?含[0-9０-９一二三四五六七八九十百千万两]"
_ADDED: Final = ("增加", "递增", "追加", "上浮", "下浮", "上调", "下调", "浮动")
"""每增加一个因子增加一万元: what is put on top of a fine that is not said here is a formula, no range."""
_GLOSSES: Final = tuple(f"{bracket}{word}" for bracket in "（(" for word in ("含", "包含", "包括"))
"""（含1000元） after 1000元以下 says again what the law says of the end; 不含 takes it back and leaves it unread."""


class Lead(NamedTuple):
    """A 罚款 that may lead a range: where it begins, where the words after it do, and if a comma lies between."""

    start: int
    words_from: int
    after_comma: bool


def led_words(text: str, lead: Lead, found: Range, span: tuple[int, int], verb: Token | None) -> str | None:
    """The words between 罚款 and a range it leads (罚款额为违法所得的 五倍以下); None where it does not lead it."""
    start, end = span
    if text.startswith("的", end) and not text.startswith("的标准", end):
        return None
    copula = pattern(_COPULA).match(text, lead.words_from)
    said_to = copula.end() if copula else lead.words_from
    words = text[said_to:start].strip()
    linked = pattern(_LINK).search(text, lead.words_from, said_to)
    if found.basis in ("multiple", "percent") and not linked:
        # 处以本条规定的罚款数额的10%: here 罚款数额 is the base, and the verb leads
        return text[verb.end : start] if verb and verb.end <= lead.start else None
    if said_to == lead.words_from and (words or lead.after_comma) and "每" not in words and found.limit is None:
        return None
    return words


def stands_alone(text: str, tokens: Sequence[Token], found: Range, verb: Token | None) -> bool:
    """In a cell that is all about a fine: is this range the fine, without the word?"""
    start, end = tokens[found.first].start, tokens[found.next - 1].end
    joined = found.next < len(tokens) and tokens[found.next].part in JOINTS
    closed = joined or text[end : end + 1] in _PUNCTUATION
    measured = found.basis == "amount" and verb is None and text.endswith(_MEASURED, 0, start)
    return closed and not measured and not text.endswith((*_GLOSSES, "不含", "不包括"), 0, start)


def sets_no_fine(text: str, end: int) -> bool:
    """Do the words after a range that ends here make it a threshold or a deemed base (…的，按十万元计算)?"""
    if is_executed(text, end):
        return False
    return text.startswith("的", end) or pattern(_DEEMED).match(text, end) is not None


def measures_otherwise(text: str, words_before: str, token: Token, end: int) -> bool:
    """Is it plain that this range measures something else: a compensation, trees to be planted, 同等时间?"""
    return (
        token.part is Part.EQUAL
        or words_before.endswith(_GLOSSES)
        or pattern(_OTHER_MEASURE).search(words_before) is not None
        or pattern(_OTHER_MEASURE).search(text, end, end + _NEAR) is not None
    )


def counts_only(tokens: Sequence[Token], found: Range) -> bool:
    """Does this number only say what is counted (每超标一倍罚款一万元)?"""
    following = tokens[found.next] if found.next < len(tokens) else None
    return (
        following is not None
        and following.part in (Part.IMPOSE, Part.FINE, Part.MAY)
        and following.start == tokens[found.next - 1].end
    )


def is_changed(text: str, tokens: Sequence[Token], found: Range) -> bool:
    """Does a character or number touch the range that may change it (l0万元, 约五千元, 3万元＜, 20 000元)?"""
    start, end = tokens[found.first].start, tokens[found.next - 1].end
    before = text[start - 1 : start]
    if text.endswith(_ADDED, 0, start):
        return True
    if before in _VAGUE or text[end : end + 1] in _VAGUE or pattern(_TAKEN_BACK).match(text, end):
        return True
    if before.isascii() and (before.isalnum() or before == "."):
        return True
    previous = tokens[found.first - 1] if found.first else None
    return previous is not None and previous.part is Part.NUMBER and not text[previous.end : start].strip()


def is_plain_sum(text: str, tokens: Sequence[Token], found: Range, *, bare: bool) -> bool:
    """Can numbers without a unit only mean yuan (罚款200, 二万以上三万以下罚款, in a cell 0.5万)?"""
    end = tokens[found.next - 1].end
    if text.startswith(("罚款", "的罚款"), end):
        return True
    if text[end : end + 1] not in _PUNCTUATION:
        return False
    if found.first and tokens[found.first - 1].part is Part.FINE:
        return tokens[found.first - 1].end == tokens[found.first].start
    return bare and tokens[found.next - 1].word.endswith(("万", "亿"))
