"""Whom an inspection is for, by its words: 危险化学品生产、经营企业（12家）, 沿街门店、流动摊点, 全县各类学校."""

from functools import lru_cache
from typing import Final, NamedTuple

from enforcer.language.blanks import bare
from enforcer.language.patterns import pattern

_KEPT: Final = 8192
_LONGEST: Final = 400

_ACTS: Final = "生产|经营|储存|贮存|仓储|使用|运输|销售|批发|零售|加工|制造|流通|服务|施工|建设"
_BRACKETS: Final = r"\([^()]*\)|[〔\[【][^〕\]】]*[〕\]】]"
_COUNTS: Final = (
    r"(?:不少于|至少|约|共)?[0-9一二三四五六七八九十百千]+[余多]?(?:家|户|个|处|所|座|台|辆|人|名|条)(?:次|以上|左右)?"
)
_LISTED: Final = r"[、,，;；。/\n]|(?<![涉普参])(?:以及|及其|[和及与或])"
_SCOPE: Final = (
    r"^(?:对|全县|本县|桓台县|县域|县城区?|城区|城乡|辖区|本辖区|本镇|全镇|镇域|各镇|各村|[内中里的]|所有|全部|各类|各|有关|相关|部分|重点|主要|"
    r"规模以上|抽查|随机抽取|不同类型|其他)+"
)
_TAIL: Final = r"(?:等(?:相关|有关)?(?:单位|企业|场所)?|的|内|中)+$"
_HEADS: Final = (
    "生产经营单位|经营单位|单位|企业|公司|厂家|工厂|场所|机构|经营者|经营户|养殖户|商户|业户|用户|住户|门店|店铺|商店|药店|店|"
    "学校|幼儿园|医院|诊所|卫生室|工地|工程|项目|车辆|市场|超市|饭店|餐馆|食堂|宾馆|旅馆|网吧|浴池|加油站|加气站|站点|站|"
    "作坊|摊点|摊贩|矿山|水库|养殖场|屠宰场|场|园区|园|小区|码头|仓库|设施|设备|广告|建筑物"
)
_SAME_HEAD: Final = {
    "企业": "单位",
    "公司": "单位",
    "厂家": "单位",
    "经营者": "单位",
    "经营单位": "单位",
    "生产经营单位": "单位",
}
# Heads that say nothing of what is inspected: alone, or with a word of the trade before them, they are no class.
_EMPTY_HEADS: Final = (
    "单位|场所|机构|经营户|商户|业户|用户|住户|门店|店铺|商店|店|"
    "工程|项目|车辆|设施|设备|站点|站|场|园|广告|市场|建筑物|工地"
)
_EMPTY_STEMS: Final = "个体|民营|国有|有关|涉及|存在|本地|外来|持证|无证|许可|社会|农村"
_NOBODY: Final = (
    "村民|村居民|居民|市民|农户|群众|公民|个人|人员|法人|组织|当事人|从业人员|个体工商户|市场主体|行政相对人|无|—|"
    "执法对象|检查对象|被检查单位|相对人|用人单位和个人"
)
# With these heads a word of the trade does tell a class: 建设项目, 施工工地, 运输车辆.
_HEADS_OF_A_TRADE: Final = "项目|工程|工地|车辆"
_NEGATIONS: Final = "非未无不除免"
_SHORTEST: Final = 2
_SHORTEST_WITHOUT_HEAD: Final = 3


class Target(NamedTuple):
    """A class of those inspected. `core` is its words without those of the trade (`acts`): 危险化学品单位 + 生产."""

    core: str
    acts: frozenset[str]
    words: str

    def may_meet(self, other: "Target") -> bool:
        """Whether, the cores fitting, the trades do: a class without any holds all of them."""
        return not self.acts or not other.acts or not self.acts.isdisjoint(other.acts)


@lru_cache(maxsize=_KEPT)
def read_targets(text: str) -> tuple[Target, ...]:
    """The classes that a cell names; words too general to tell a class (各类企业, 有关单位, 村民) give none.

    A head that stands once for a list is theirs all: 危险化学品、冶金企业 are two. 企业, 公司 and 单位 are one head.
    Numbers and what stands in brackets do not tell a class. Never raises.
    """
    if len(text) > _LONGEST:
        return ()
    plain = pattern(_COUNTS).sub("", pattern(_BRACKETS).sub("", bare(text)))
    joined = pattern(rf"({_ACTS})[、,，和及与或/](?=(?:{_ACTS}))").sub(r"\1", plain)
    parts = [part for piece in pattern(_LISTED).split(joined) if (part := _trimmed(piece))]
    head = _head_of(parts[-1]) if parts else ""
    whole = (part if _head_of(part) or _is(_NOBODY, part) else part + head for part in parts)
    found = (_target(part) for part in whole)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def holders_of(core: str) -> tuple[str, ...]:
    """The cores of the classes that hold this one by its last words: 化工单位 holds 精细化工单位, not 非化工单位."""
    return tuple(
        core[start:] for start in range(1, len(core) - 1) if core[start - 1] not in _NEGATIONS and _tells(core[start:])
    )


def _trimmed(piece: str) -> str:
    return pattern(_TAIL).sub("", pattern(_SCOPE).sub("", piece.strip("“”\"'《》:： .")))


def _head_of(part: str) -> str:
    hit = pattern(rf"(?:{_HEADS})$").search(part)
    return hit[0] if hit else ""


def _target(part: str) -> Target | None:
    head = _head_of(part)
    stem = part.removesuffix(head) if head else part
    same = _SAME_HEAD.get(head, head)
    acts = frozenset(pattern(_ACTS).findall(stem)) | frozenset(pattern(_ACTS).findall(head))
    core = pattern(_ACTS).sub("", stem) + same
    if "以外" in part:
        return None
    if not _tells(core):
        return Target(part, frozenset(), part) if _is(_HEADS_OF_A_TRADE, head) and len(stem) >= _SHORTEST else None
    return Target(core, acts, part)


def _tells(core: str) -> bool:
    """Whether the words tell a class: more than a general head, or a head that is a class itself (学校)."""
    head = _head_of(core)
    stem = core.removesuffix(head)
    if _is(_NOBODY, core):
        return False
    if not head:
        return len(core) >= _SHORTEST_WITHOUT_HEAD
    if _is(_EMPTY_HEADS, head):
        return len(stem) >= _SHORTEST and not _is(_EMPTY_STEMS, stem)
    return True


def _is(one_of: str, text: str) -> bool:
    return pattern(one_of).fullmatch(text) is not None
