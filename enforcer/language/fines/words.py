"""The words of the grammar of fines, each with the part it plays. To teach the reader a word, add it here.

A word that merely holds the characters of another (处理 holds 处, 许可 holds 可) stands under `Part.OTHER`, so that the
longer word wins and says nothing.
"""

from enum import IntEnum, auto
from functools import cache
from typing import Final


class Part(IntEnum):
    """The part a word plays in a clause about fines."""

    NUMBER = auto()
    PARTS_OF = auto()
    YUAN = auto()
    TIMES = auto()
    PERCENT = auto()
    EQUAL = auto()
    FOREIGN = auto()
    RENMINBI = auto()
    ABOVE = auto()
    BELOW = auto()
    AT_MOST = auto()
    AT_LEAST = auto()
    LESS_THAN = auto()
    MORE_THAN = auto()
    TO = auto()
    BUT = auto()
    FINE = auto()
    SURCHARGE = auto()
    IMPOSE = auto()
    BY = auto()
    PER = auto()
    EACH = auto()
    TOWARDS = auto()
    MAY = auto()
    AGENT = auto()
    SANCTION = auto()
    OR = auto()
    AND = auto()
    COMMA = auto()
    PAUSE = auto()
    COLON = auto()
    SEMICOLON = auto()
    STOP = auto()
    OPEN = auto()
    CLOSE = auto()
    OTHER = auto()


SEGMENT_ENDS: Final = frozenset({Part.COMMA, Part.COLON, Part.SEMICOLON})
JOINTS: Final = frozenset({Part.OR, Part.AND, Part.PAUSE, Part.BUT})

_WORDS: Final[dict[Part, str]] = {
    Part.PARTS_OF: "百分之 千分之 万分之 十分之 百分 千分 二分之 三分之 四分之 五分之",
    Part.YUAN: "元 圆 元人民币 元整 块 块钱",
    Part.TIMES: "倍",
    Part.PERCENT: "% ％ ﹪ ‰",
    Part.EQUAL: "等值 等额 同等 同额 同值 同等数额 同等金额 等值金额 等额数额",
    Part.FOREIGN: "美元 港元 日元 欧元 港币 美金 英镑 万美元",
    Part.RENMINBI: "人民币",
    Part.ABOVE: "以上",
    Part.BELOW: "以下 以内 之内",
    Part.AT_MOST: (
        "不超过 不得超过 不超出 不得超出 不高于 不得高于 不多于 不得多于 至多 最多 最多不超过 最多不得超过 "
        "最高 最高额 最高额为 最高限额 最高限额为 最高为 最高可 最高可处 最高可处以 最高可以处 最高可以处以 最高处 "
        "最高处以 最高不超过 最高不得超过 最高不高于 上限为"
    ),
    Part.AT_LEAST: (
        "不低于 不得低于 不少于 不得少于 至少 最少 最少不低于 最少不得低于 最少不少于 最少不得少于 "
        "最低 最低为 最低不低于 最低不得低于 最低不少于 最低不得少于 下限为"
    ),
    Part.LESS_THAN: "不满 不足 未满 未达到 未超过 低于 少于 小于 不到",
    Part.MORE_THAN: "超过 超出 高于 多于 大于",
    Part.TO: "至 到 - — －－ —— ———— ― ─ ── – ‐ ‑ － ～ ~ 〜 ∼ --",
    Part.BUT: "但 但是 且",
    Part.FINE: "罚款 处罚款",
    Part.SURCHARGE: "加处罚款 加处 加罚 罚金 处罚金 滞纳金 违约金 逾期利息",
    Part.IMPOSE: "处 处以 并处 并处以 单处 另处 各处 再处 罚 科处 课处 课以 科以 并罚",
    Part.BY: "按 按照 依照 依据 根据 以 相当 相当于",
    Part.PER: "每",
    Part.TOWARDS: "对 对于",
    Part.MAY: "可 可以 应当 并 各 分别 均 另 依法 一并 同时 酌情 视情节 视情 并可 并可以",
    Part.AGENT: "由",
    Part.SANCTION: "警告 通报批评 没收 拘留 吊销 暂扣 暂停 扣留 责令 给予 予以 给与 给以 训诫",
    Part.OR: "或者 或",
    Part.AND: "和 及 以及",
    Part.COMMA: "， ,",
    Part.PAUSE: "、",
    Part.COLON: "： :",
    Part.SEMICOLON: "； ;",
    Part.STOP: "。 ！ ？ ! ? \n \r",
    Part.OPEN: "（ ( [ 〔 【 《 〈 “ ‘",
    Part.CLOSE: "） ) ] 〕 】 》 〉 ” ’",
    Part.OTHER: (
        # 处
        "处罚 处理 处分 处置 处于 办事处 管理处 好处 出处 住处 深处 查处 惩处 论处 判处 处死 处决 相处 共处 妥处 接处 "
        # 罚
        "罚没 罚单 罚则 赏罚 奖罚 刑罚 责罚 体罚 "
        # 可
        "许可 认可 可能 可移动 可燃 可再生 可视 可靠 可行 可见 可用 不可 可追溯 可回收 可疑 可降解 可溶 可供 可售 "
        # 对, 由, 每, 并, 各, 另
        "相对 绝对 针对 面对 校对 核对 反对 派对 对方 对象 对照 对策 对话 对抗 "
        "对比 对应的 对外贸易 对外承包 对外劳务 对外开放 由于 理由 自由 事由 来由 "
        "缘由 案由 由此 每当 每逢 合并 并且 并购 并联 并网 吞并 兼并 归并 并发 "
        "并存 并非 并列 并未 并不 各种 各类 各项 各自 各级 各地 各方 各界 各行 各区 各县 各市 另外 另行 "
        # 按, 以, 依
        "未按照 未按 不按 不按照 没有按照 没有按 按期 按时 按规定 按要求 按照规定 按照要求 按照职责 按职责 "
        "按照各自职责 按照管理权限 未依照 不依照 依照规定 依照本法 未以 难以 乘以 足以 加以 以外 以前 以后 以来 "
        "以便 以免 以至 以致 用以 得以 借以 据以 所以 以为 "
        # 或, 和, 及
        "或许 及时 涉及 普及 危及 触及 波及 来不及 和解 和平 和谐 共和国 调和 饱和 总和 和睦 "
        # 倍, 元, 至, 到
        "加倍 倍数 成倍 单元 公元 元旦 元件 元素 多元 元器件 元月 甚至 直至 至今 达到 得到 收到 受到"
    ),
}
"""One string of words per part: easy to read, to extend and to compare."""

_CLASSIFIERS: Final = (
    "平方米 平方公里 平方千米 立方米 延长米 延米 米 公里 千米 公顷 亩 吨次 吨 公斤 千克 升 株 棵 丛 只 头 匹 羽 尾 口 "
    "人次 人 名 位 日 天 个月 月 季度 年 小时 车次 辆次 艘次 航次 班次 次 处 户 泊位 车位 机动车位 车 辆 艘 台 件 条 "
    "张 份 套 根 块 片 具 例 证 枚 册 本 间 座 幅 部 箱 瓶 包 盒 桶 批 项 家 组 盏 面 眼 千瓦"
)
CLASSIFIERS: Final = tuple(_CLASSIFIERS.split())
"""What a sum may be counted by: 每株, 每平方米, 10元/吨."""


@cache
def lexicon() -> dict[str, Part]:
    """Every word of the grammar with its part; where a word stands twice, the part that says something wins."""
    parts: dict[str, Part] = {}
    for part, words in _WORDS.items():
        for word in words.split(" ") if part is Part.STOP else words.split():
            parts.setdefault(word, part)
    for classifier in CLASSIFIERS:
        for sign in ("/", "／", "/每", "／每", "·"):
            parts.setdefault(f"{sign}{classifier}", Part.EACH)
    return parts
