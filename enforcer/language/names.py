"""Chinese personal names: what is one, what only looks like one, and how spaces inside them are told apart."""

from functools import lru_cache
from typing import Final

from enforcer.language.patterns import pattern
from enforcer.language.surnames import COMPOUND, SINGLE

HAN: Final = "㐀-鿿〇\U00020000-\U0003ffff"

_SHORTEST, _LONGEST = 2, 4
_ALL_HAN: Final = f"[{HAN}]+"
_DOTTED: Final = rf"[{HAN}]{{1,9}}(?:·[{HAN}]{{1,9}}){{1,4}}"
_LONGEST_DOTTED: Final = 30
_MOST_LOOSE: Final = 10
_KEPT: Final = 8192

TITLES: Final = (
    r"副?(?:大队长|中队长|分队长|支队长|小队长|队长|组长|局长|科长|股长|所长|站长|处长|镇长|乡长|区长|县长|院长|部长|班长|室长|厅长"
    r"|主任|书记|主席|经理|主管|调研员|主任科员|科员|负责人|组员|队员|成员|教导员|指导员|工程师|同志)"
)
_NO_NAME: Final = (
    # bodies and their parts
    r".*(?:[局科股室队所站厅处镇乡]|中心|单位|部门|机构|大厅|办公|街道|公司|企业|协会|工会|商会|委员会|村委|居委|政府|党委|党组|支部|小组|窗口)$"
    # people by office, people unnamed
    rf"|.*(?:人员|干部|职工|专家|代表|领导|{TITLES})$|.*[某×*□].*|.*等$"
    # words of the trade that begin with what is a family name too
    r"|(?:安监|安全|安检|安保|安排|农业|农机|农技|农村|水利|水务|水政|水产|文化|文物|文体|文广|林业|林政|路政|路面|党政|党群|计生|计划|经信|经管|经营"
    r"|商务|商贸|商业|公安|公路|公司|公共|司法|国土|国税|国资|城管|城建|城市|城乡|房管|房产|卫生|卫监|卫计|防疫|应急|劳动|单位|成员|车管|车辆|强制|项目"
    r"|常务|常委|程序|施工|方案|时间|高新|金融|宗教|民政|粮食|盐业|药品|药监|查处|查验|双方|双随|有关|相关|时段|全体|全部|全县|全市|全员|全所|全局|全科|全队"
    r"|全镇|都是|都有|和|及|与|由|但|那|令|相应|相互|包村|包片|包保|管理|管片|管区|强化|养殖|危化|平台|计量|水库|海洋|河道|江河|能源|沿街|通知|左右"
    r"|干警|权限|展开|展示|终止|满足|厉行|明确|明查|明察|燃气|解决|终结|广告|广电|广播|节能|能耗|解释|利用|利益|步骤|支付|支队|边防|温泉|景区|景点|温度"
    r"|全年|上半|下半|公示|公开|公告|公布|公职|公务|公证|公正|平时|平均|时限|时长|从严|从重|从轻|连续|连锁|连同|经办|经常|经过|应当|应由|保持|应该|向|席位|容积|宿舍|信用|信访|信息|元旦|古迹).*"
)


@lru_cache(maxsize=_KEPT)
def is_name(text: str) -> bool:
    """Whether the text, without spaces, is one person's name: a family name we know and one or two characters more.

    Names with a middle dot (买买提·艾力) need no known family name. Four characters are a name only after a family
    name of two (欧阳); 张李明华 may be one person or two. Departments, titles and words of the trade are no names.
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return len(text) <= _LONGEST_DOTTED and "·" in text and pattern(_DOTTED).fullmatch(text) is not None
    if "·" in text:
        return pattern(_DOTTED).fullmatch(text) is not None
    if text in COMPOUND or pattern(_ALL_HAN).fullmatch(text) is None:
        return False
    if text[:2] in COMPOUND:
        return pattern(_NO_NAME).fullmatch(text) is None
    return len(text) < _LONGEST and text[0] in SINGLE and pattern(_NO_NAME).fullmatch(text) is None


def join_names(words: list[str]) -> list[str] | None:
    """Names from words that stood apart: 张 三, 张三 李四, 欧阳 明, 张 三 李 四; None where that is not sure.

    All words are used, or none: 张三 丰 may be 张三丰, so neither is read.
    """
    if len(words) > _MOST_LOOSE:
        return words if all(map(is_name, words)) else None
    readings = _groupings(tuple(words))
    return list(readings[0]) if len(readings) == 1 else None


def _groupings(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways to make names of all the words in order; a name that stands whole is never joined to its neighbour."""
    if not words:
        return [()]
    found = []
    for size in range(1, min(len(words), _LONGEST) + 1):
        group = words[:size]
        name = "".join(group)
        if size > 1 and any(len(word) > 1 and is_name(word) for word in group):
            break
        if is_name(name):
            found += [(name, *rest) for rest in _groupings(words[size:])]
    return found
