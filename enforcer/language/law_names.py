"""One key for a law, however it is named: with or without 《》, state and version, or by its usual abbreviation."""

from functools import lru_cache
from typing import Final

from enforcer.language.law_titles import normal_title
from enforcer.language.patterns import pattern

_KEPT: Final = 4096
_LONGEST: Final = 120
_VERSION_BEHIND: Final = r"(?:19|20)\d\d年?(?:版|修正|修订|修改|公布|施行)?(?:版|本)?$|\((?:修正|修订|修改)[案版本]?\)$"
_VERSION_BEFORE: Final = (
    r"^(?:(?:19|20)\d\d年?版?|新修[订正]的?|新(?=[^区建]))(?=.{3,}(?:法|条例|办法|规定)(?:\([试暂]行\))?$)"
)

# Only short names that no second law in force bears: 质量法 (of products, of farm produce), 规划法, 消法 are left out.
_ABBREVIATED: Final = {
    "处罚法": "行政处罚法",
    "许可法": "行政许可法",
    "强制法": "行政强制法",
    "复议法": "行政复议法",
    "环保法": "环境保护法",
    "环评法": "环境影响评价法",
    "大气法": "大气污染防治法",
    "大气污染法": "大气污染防治法",
    "水污染法": "水污染防治法",
    "固废法": "固体废物污染环境防治法",
    "食安法": "食品安全法",
    "安生法": "安全生产法",
    "职防法": "职业病防治法",
    "职业病法": "职业病防治法",
    "治安处罚法": "治安管理处罚法",
    "治安法": "治安管理处罚法",
    "道交法": "道路交通安全法",
    "道交安全法": "道路交通安全法",
    "征管法": "税收征收管理法",
    "税收征管法": "税收征收管理法",
    "计生法": "人口与计划生育法",
    "动防法": "动物防疫法",
    "特种设备法": "特种设备安全法",
    "农产品安全法": "农产品质量安全法",
    "消保法": "消费者权益保护法",
    "反不正当法": "反不正当竞争法",
    "危化品条例": "危险化学品安全管理条例",
    "危化条例": "危险化学品安全管理条例",
    "危险化学品条例": "危险化学品安全管理条例",
    "烟花爆竹条例": "烟花爆竹安全管理条例",
    "农药条例": "农药管理条例",
    "兽药条例": "兽药管理条例",
    "公积金条例": "住房公积金管理条例",
}


@lru_cache(maxsize=_KEPT)
def law_key(title: str) -> str:
    """One key for matching titles: 《中华人民共和国安全生产法》（2014年修正）, 安全生产法 and 安生法 have the same.

    Drops what `normal_title` drops, a version without brackets (安全生产法2014年修正), and resolves abbreviations that
    only one law bears; every other short name stays as it is and matches nothing but itself. 山东省…条例 and
    …条例 stay two, and so does （试行）. Never raises.
    """
    plain = normal_title(title[:_LONGEST])
    plain = pattern(_VERSION_BEHIND).sub("", plain)
    plain = pattern(_VERSION_BEFORE).sub("", plain)
    return _ABBREVIATED.get(plain, plain)
