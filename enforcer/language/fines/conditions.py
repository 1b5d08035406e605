"""Tells the conditions that set one range apart (逾期不改正的, 没有违法所得的) from the description of an offence."""

from enum import Enum, auto
from typing import Final

from enforcer.language.patterns import pattern


class Head(Enum):
    """What a part of a sentence that ends in 的 says of the fine after it."""

    CONDITION = auto()
    CONSEQUENCE = auto()
    OFFENCE = auto()


_LEADS: Final = ("对", "但是", "但", "且", "因", "被", "其中", "并", "凡", "或者", "或")
_CONDITIONS: Final = (
    # put right or not, again or not
    *("逾期", "拒不改正", "拒绝改正", "拒绝整改", "仍不", "仍未", "屡", "再次", "多次", "限期内", "期满", "到期"),
    *("未按照要求改正", "未按要求改正", "不改正", "未改正", "不听", "劝阻", "劝告", "警告后", "催告", "批评教育"),
    *("责令改正后", "经责令", "经批评", "经教育", "经劝", "经催告", "经警告", "经通知", "经告知", "经限期"),
    *("两年内", "二年内", "一年内", "在一年内"),
    # gravity
    *("情节", "后果", "性质恶劣", "影响恶劣", "危害严重", "危害后果", "社会影响"),
    # gains and goods
    *("有违法所得", "没有违法", "无违法所得", "违法所得", "有非法所得", "没有非法", "无非法所得", "非法所得"),
    *("违法收入", "违法经营额", "非法经营额", "没有经营额", "货值", "没有货值", "没有猎获物", "没有业务收入"),
    *("没有销售", "没有营业"),
    # crime
    *("没有造成", "没有危害", "尚未造成", "尚不构成", "尚未构成", "不构成犯罪", "未构成犯罪", "构成犯罪", "尚不够"),
    "不够刑事处罚",
    # kind
    *("属于", "属", "不能拆除", "不能恢复", "不能改正", "不能补", "无法", "尚可", "难以", "以营利为目的"),
)  # fmt: skip
_PERSISTENCE: Final = ("逾期", "拒不", "仍", "限期", "期满", "到期")
_CONDITION_WITHIN: Final = (
    "仍不|仍未|拒不改正|逾期[不未仍]|情节(?:严重|较|轻微)|严重情节|没有销售额|(?:无法|难以)(?:计算|确定|核定)"
    "|不构成犯罪|刑事处罚"
)
_CONSEQUENCES: Final = ("造成", "未造成", "导致", "致使", "影响", "拒不")
_KINDS: Final = ("经营性", "非经营性", "盈利性", "营利性", "非营利性")
_LONGEST_KIND: Final = 8
_OFFENCES: Final = ("违反", "有下列", "有前", "有本", "有第", "有上述", "存在下列", "存在第", "具有下列", "下列")
_LISTED: Final = "有下列|下列行为之一|下列情形之一"
_ACTS: Final = ("行为", "情形", "之一")
_NUMERAL: Final = "[0-9０-９一二两三四五六七八九十百]"
_VALUE: Final = rf"(?:金额|所得|额|价值|收入|费用?|款|货值)(?:在|达到?|为|超过|不足|不满|未满|低于|少于)?{_NUMERAL}"
_GAIN: Final = r"(?:没?有|无)?(?:违法|非法)(?:所得|收入|经营)|(?:没有)?货值"
_THRESHOLD: Final = (
    rf"(?:超过|不足|不满|未满|少于|低于|高于|达到)[^，]{{0,14}}{_NUMERAL}[^，]{{0,6}}$"
    rf"|{_NUMERAL}[^，]{{0,8}}(?:以上|以下|以内)$|拒不|^给.*造成|^发生.*事[故件]"
)
_CASE: Final = (
    r"^(?:首次|初次|第?[一二三四五]次(?:以上)?(?:违反|违法|发现))|^(?:尚未|已|未停止|不恢复|不立即|不能及时|可以采取|用于|涉及|是|按期|产生).{1,12}$|^法律.*规定$|未改正$|难以认定"
    r"|期满不|属于[^，]{1,6}$|^为企业|为(?:个人|单位|自然人|法人|企业)$|损害较[轻重]$"
)
_HARM_TO: Final = "对(?!造成|未造成).*造成"
_GRAVITY: Final = r"(?<=.{4})情节(?:特别|较为?|显著|十分)?(?:严重|恶劣|轻微|轻|重)$"
_NUMBERING: Final = (
    r"\s{0,8}(?:[（(][一二三四五六七八九十0-9０-９]{1,3}[)）]|[0-9０-９一二三四五六七八九十]{1,3}[.．、])"
)


def judge(words: str) -> Head:
    """What a part of a sentence says: a condition, a consequence (a condition only in some places) or an offence."""
    bare = _bare(words)
    if bare.startswith(_OFFENCES) or pattern(_LISTED).search(bare):
        return Head.OFFENCE
    if bare.startswith(_CONDITIONS) or pattern(_CONDITION_WITHIN).search(bare) or pattern(_VALUE).search(bare):
        return Head.CONDITION
    if bare.startswith(_KINDS) and len(bare) <= _LONGEST_KIND:
        return Head.CONDITION
    if bare.startswith(_CONSEQUENCES) or pattern(_THRESHOLD).search(bare) or pattern(_CASE).search(bare):
        return Head.CONSEQUENCE
    if "造成" in bare and unnumbered(words).startswith("对"):
        return Head.CONSEQUENCE
    return Head.OFFENCE


def persists(text: str, start: int) -> bool:
    """Do the words from here tell of a wrong not put right (逾期未清理), whatever else they go on to say?"""
    return text.startswith(_PERSISTENCE, start)


def names_offence(words: str) -> bool:
    """Does this part of a sentence refer to an offence by article or list (违反…规定, 有下列行为之一)?"""
    bare = _bare(words)
    return bare.startswith(_OFFENCES) or pattern(_LISTED).search(bare) is not None


def speaks_of_gain(condition: str) -> bool:
    """Is this condition about what the offender gained or dealt in (没有违法所得, 货值金额不足一万元)?"""
    return pattern(_GAIN).match(condition) is not None or pattern(_VALUE).search(condition) is not None


def refers_to_acts(text: str, start: int, end: int) -> bool:
    """Is the offence wholly said by text[start:end] (有前款规定行为之一), so that what follows sets a condition?"""
    return text.endswith(_ACTS, start, end) and _bare(text[start:end]).startswith("有")


def condition_text(words: str) -> str:
    """The words of a condition as the record keeps them: without numbering, a leading 对 and the last 的.

    Where a whole offence is told before the gravity (虐待犬只情节严重), the condition is the gravity alone.
    """
    bare = unnumbered(words).removesuffix("的")
    if not pattern(_HARM_TO).match(bare):
        bare = bare.removeprefix("对")
    if bare.startswith(("且", "但")):
        bare = bare[1:]
    gravity = None if bare.startswith(_CONDITIONS) else pattern(_GRAVITY).search(bare)
    return gravity.group() if gravity else bare


def is_numbered(text: str, start: int) -> bool:
    """Does an item such as （二） or 2. begin here?"""
    return pattern(_NUMBERING).match(text, start) is not None


def unnumbered(words: str) -> str:
    """The words without the number of an item (（二）, 2.) before them."""
    words = words.strip()
    numbering = pattern(_NUMBERING).match(words)
    return words[numbering.end() :].lstrip() if numbering else words


def _bare(words: str) -> str:
    bare = unnumbered(words).removesuffix("的")
    if bare.startswith(_LEADS):
        return bare.removeprefix(next(lead for lead in _LEADS if bare.startswith(lead)))
    return bare
