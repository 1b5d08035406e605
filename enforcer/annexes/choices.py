"""What clerks write for the choices of a form: 男性 for 男, 普通程序 for 一般程序, 参公管理 for 参公."""

from functools import lru_cache
from typing import Final

from enforcer.language.blanks import bare
from enforcer.language.patterns import pattern

# By column key, in order: the first word that is found decides. What is no choice of the form but a plain answer
# stands for itself (工勤).
_WORDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "sex": (("^(?:男性?|m|male)$", "男"), ("^(?:女性?|f|female)$", "女")),
    "education": (
        ("研究生|硕士|博士", "研究生"),
        ("大专|专科|高职", "大专"),
        ("中专|中技|技校|中师|中等专业", "中专"),
        ("高中|职高|职业高中", "高中"),
        ("初中|小学", "初中及以下"),
        ("本科|大本|学士|大学(?!生)", "本科"),
    ),
    "staffing": (
        ("(?<![非未无不])(?:借调|借用|抽调)", "借调"),
        ("编外|派遣|临时|公益性?岗位|合同工|劳动合同", "合同制"),
        ("参公|参照", "参公"),
        ("事业|全额|差额|自收自支", "事业"),
        ("公务员", "公务员"),
        ("(?<![非未无不])(?:合同|聘)", "合同制"),
        ("工勤", "工勤"),
        ("行政|机关", "公务员"),
    ),
    "kind": (
        ("临时", "临时"),
        ("季度|[一二三四1-4]季", "季度"),
        ("月度|每月|^[0-9一二三四五六七八九十]{1,3}月份?(?:检查|执法)*(?:计划)?$", "月度"),
        ("年度|^(?:全年|每年|[0-9零〇○一二三四五六七八九]{4}年)(?:检查|执法)*(?:计划)?$", "年度"),
    ),
    "procedure": (
        ("^(?!.*(?:简易|当场))(?:.*(?:一般|普通)程序|(?:一般|普通)(?:案件)?$)", "一般程序"),
        ("^(?!.*(?:一般|普通)).*(?:简易|当场)", "简易程序"),
        ("^(?!.*(?:一般|普通|简易|当场)).*听证", "听证程序"),
    ),
    "source": (("本单位|本局|本级|本机关|自行制定", "本单位"), ("省", "省"), ("市(?![场政容区民])", "市")),
}
_WORDS["applied_standard"] = _WORDS["source"]
_LONGEST: Final = 40


@lru_cache(maxsize=512)
def read_choice(field: str, choices: tuple[str, ...], text: str) -> str | None:
    """The choice that the text means in the column or header field of this key, None where it is not for sure.

    A choice as the form offers it, with or without spaces, full-width or not; else one of the usual other words.
    """
    word = bare(text).strip("()。.;、,")
    for choice in choices:
        if word == bare(choice):
            return choice
    if len(word) > _LONGEST:
        return None
    return next((choice for words, choice in _WORDS.get(field, ()) if pattern(words).search(word)), None)
