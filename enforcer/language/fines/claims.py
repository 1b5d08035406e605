"""Which ranges a word of fining claims for itself, and which sentences speak of procedure instead."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from enforcer.language.fines.ranges import Range
from enforcer.language.fines.tokens import Token
from enforcer.language.fines.words import JOINTS, SEGMENT_ENDS, Part
from enforcer.language.patterns import pattern


class Claim(Enum):
    """What the words after a range make of it."""

    FINE = auto()
    PROCEDURE = auto()
    OTHER = auto()
    NONE = auto()


class Claimed(NamedTuple):
    """A claim and the index of the word after the claiming one (after the range, where nothing claims it)."""

    claim: Claim
    next: int


_TIES: Final = frozenset(
    (
        *("", "的", "标准", "的标准", "数额", "的数额", "比例", "的比例", "幅度", "的幅度", "额度", "的额度"),
        *("范围内", "的范围内", "的一次性", "一次性", "的行政", "行政", "不等", "不等的"),
        *("计算", "标准计算", "的标准计算", "进行"),
    )
)  # fmt: skip
_CONNECTING: Final = frozenset({Part.IMPOSE, Part.MAY, Part.SANCTION, Part.BY})
_SUMS: Final = frozenset({Part.NUMBER, Part.RENMINBI, Part.PARTS_OF})
_LONGEST_DETOUR: Final = 6
_NOMINAL: Final = (
    r"的(?!行政处罚(?!决定)|处罚(?!决定)|标准|幅度|数额|同时|基础)|(?:之|以)?前|以上|决定|等[^，。；]{0,8}处罚"
    r"|[^，。；]{0,6}[一二三四五六七八九十两0-9]次"
    r"|(?:、|或者|和|以及)[^，。；]{0,40}的(?=[，。；]|$)"
)
"""What makes 五百元以下罚款 a noun in a clause about something else: 罚款的，可以当场…; 罚款前; 罚款或者警告的."""
_MENTIONED: Final = r"[^，。；]{0,20}的"
_EXECUTED: Final = r"的?(?:标准|幅度|数额|规定)?执行"
_PROCEDURE: Final = (
    r"听证的?权利|(?:要求|申请|告知)(?:举行)?听证|适用(?:简易|一般|普通)程序|快速办理|当场(?:作出|处罚|收缴)"
    r"|罚款[”’]?，?是指|是指[^，。；]{0,40}罚款|较大数额|设定[^，。；]{0,16}罚款|决定的罚款"
    r"|对被处罚人处|被处罚人(?:没有|有|对)|有权(?:处|给予)|(?:可以|可|有权)(?:作出|实施|决定|裁决)[^，。；]{0,60}罚款"
    r"|(?<![不得])超过[^，。；]{1,14}的罚款，|罚款可以?由[^，。；]{0,40}(?:决定|裁决)|可以由[^，。；]{1,20}(?:裁决|决定)$"
)


def speaks_of_procedure(sentence: str) -> bool:
    """Does this sentence say who may fine and how, rather than set a fine?"""
    return pattern(_PROCEDURE).search(sentence) is not None


def find_claims(text: str, tokens: Sequence[Token], ranges: list[Range]) -> list[Claimed]:
    """What the words after each range make of it; ranges joined by 或者 or 、 share what is said of the last.

    Two ranges joined so that nothing says which is for whom (分别处五万元和五千元的罚款) are made unsound in `ranges`.
    """
    claims = [_claim(text, tokens, found) for found in ranges]
    for at in range(len(ranges) - 2, -1, -1):
        found, following = ranges[at], ranges[at + 1]
        claim, shared = claims[at].claim, claims[at + 1].claim
        if claim is Claim.NONE and shared in (Claim.FINE, Claim.PROCEDURE) and _joins(tokens, found.next, following):
            claims[at] = Claimed(shared, found.next)
            bare = following.first == found.next + 1 and following.limit is None
            if bare and tokens[found.next].part in (Part.AND, Part.PAUSE):
                ranges[at : at + 2] = found._replace(sound=False), following._replace(sound=False)
        elif claim is Claim.FINE and shared is Claim.PROCEDURE and _joins(tokens, claims[at].next, following):
            claims[at] = Claimed(shared, claims[at].next)
    return claims


def _claim(text: str, tokens: Sequence[Token], found: Range) -> Claimed:
    """A range is a fine's where 罚款 follows it: 五万元以下的罚款, 每株十元的标准处以罚款, 每株十元对责任人处以罚款."""
    end = tokens[found.next - 1].end
    detour = False
    for at in range(found.next, min(found.next + _LONGEST_DETOUR, len(tokens))):
        token = tokens[at]
        if not detour and text[end : token.start].strip() not in _TIES:
            break
        if token.part is Part.FINE:
            if _leads_on(tokens, at):
                break
            return Claimed(Claim.PROCEDURE if pattern(_NOMINAL).match(text, token.end) else Claim.FINE, at + 1)
        if token.part is Part.SURCHARGE:
            return Claimed(Claim.OTHER, at + 1)
        if token.part is Part.TOWARDS:
            detour = True
        elif token.part is Part.IMPOSE:
            detour = False
        elif not (detour or _connects(text, token)):
            break
        end = token.end
    return Claimed(Claim.NONE, found.next)


def _connects(text: str, token: Token) -> bool:
    """May this word stand between a range and its 罚款? A comma only after 按…的标准计算."""
    if token.part is Part.COMMA:
        return text.endswith(("标准", "计算"), 0, token.start)
    return token.part in _CONNECTING


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Is this 罚款 the head of a range that follows (每超标一倍罚款一万元)?"""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.part in _SUMS and following.start == tokens[at].end


def _joins(tokens: Sequence[Token], after: int, following: Range) -> bool:
    """Does 或者, 和 or 、 tie what ends before tokens[after] to the following range, with no comma between?"""
    return tokens[after].part in JOINTS and not any(
        token.part in SEGMENT_ENDS for token in tokens[after : following.first]
    )


def is_mention(text: str, end: int) -> bool:
    """Is a fine that ends here only mentioned (被处五千元以上罚款的单位)?"""
    return pattern(_MENTIONED).match(text, end) is not None


def is_executed(text: str, end: int) -> bool:
    """Is a range that ends here the standard an earlier 罚款 is carried out by (按照五千元以下的标准执行)?"""
    return pattern(_EXECUTED).match(text, end) is not None
