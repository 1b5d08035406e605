"""Names of units as witnesses: 桓台县农业局 = 县农业局 = 农业局; titles: 桓台县农业局2014年度行政执法检查计划."""

from functools import lru_cache
from typing import Final, NamedTuple

from enforcer.language.blanks import fold
from enforcer.language.dates import SIGNS, number_of
from enforcer.language.patterns import pattern

_LONGEST_NAME: Final = 60
_LONGEST_TITLE: Final = 200
_KEPT: Final = 4096
_SHORTEST: Final = 2
_ENDS_SHORT_NAMES: Final = "局镇乡"

_SEAL: Final = r"\((?:盖章|公章|章|签章|加?盖?单?位?公章|印章)\)?$"
_PLACEHOLDER_SIGNS: Final = frozenset("Xx×✕*?□○◯〇_…某")
_PLACEHOLDER: Final = r"[Xx×✕*?□○◯〇_…]{2,}|[Xx×*□○〇](?=[局镇乡委])|某"
_NO_UNIT: Final = frozenset(
    {
        *(
            "单位",
            "单位名称",
            "填报单位",
            "报送单位",
            "本单位",
            "各单位",
            "其他单位",
            "行政执法单位",
            "乡镇",
            "城镇",
            "镇街",
        ),
        *(
            "回收站",
            "待办",
            "已办",
            "办公",
            "街道",
            "委员会",
            "办公室",
            "大队",
            "中心",
            "人民政府",
            "政府",
            "县政府",
            "分局",
        ),
    }
)
_ENDING: Final = (
    r"局|镇|乡|厅|社|站|所|院|处|委|办|委员会|管委会|街道|办事处|总队|支队|大队|中队|政府|办公室|中心|联合会"
    r"|开发区|风景区|高新区|经济区|示范区|公司"
)
_LONGEST_STEM: Final = 28
_NO_BEGINNING: Final = "各全某本其两"
_UNIT: Final = rf"(?![{_NO_BEGINNING}])[一-鿿()]{{1,{_LONGEST_STEM}}}(?:{_ENDING})"
_SUBJECT: Final = (
    r"(?:行政|执法|检查|处罚|案件|裁量|关于|年度?|季度|月度|临时|第?[一二三四1-4]季度|双随机|权力|规范"
    r"|[一二][零〇九]|[《(Xx×*\d])"
)
_YEAR: Final = r"(?<!\d)((?:19|20)\d\d)(?!\d)|([一二][零〇九][零〇一二三四五六七八九]{2})(?=年)"
_BEFORE_UNIT: Final = rf"(?:附件?(?:\d{{1,2}}|[一二三四])?[.:、]?)?(?:(?:{_YEAR}|[Xx×*]{{2,4}})年?度?)?"
_TITLE: Final = rf"{_BEFORE_UNIT}(?P<unit>{_UNIT})(?={_SUBJECT})"
_ODD_ENDS: Final = "所处办站"
_NO_ENDING: Final = r"(?:时|定|当|到|好|出|总|场|何|无)[所处]$|[待已督催承主协经交]办$|厕所$|网站$"
_NUMBERED: Final = r"[一-鿿]{0,8}[〔\[(【]\d{4}[〕\])】]第?\d{1,5}号"
_QUOTED: Final = r"《([^《》]{4,100})》"
_COUNTIES: Final = "县区旗市"
_LONGEST_COUNTY: Final = 9
_REGION: Final = r"(?:[一-鿿]{2,7}?(?:省|自治区))?(?:[一-鿿]{2,8}?(?:市|自治州|地区|盟))?(?:[一-鿿]{0,8}?[县区旗市])?"
_TOWN_HALL: Final = r"(?<=[镇乡])(?:人民)?政府$"
_SUBDISTRICT: Final = r"(?<=街道)(?:办事处|办)$"


class Title(NamedTuple):
    """The unit and the year that a title names, None where it names none, or only a placeholder (ＸＸ局, ＸＸ年度)."""

    unit: str | None
    year: int | None


def normal_unit(name: str, county: str | None = None) -> str | None:
    """One spelling of a unit's name, for matching; None where the text is no name (blank, ＸＸ局, 单位名称).

    Spaces and a printed （盖章） go. With `county` (桓台县) its name goes too, with its province and city before it, or
    a bare 县 or 区: 山东省淄博市桓台县农业局, 桓台县农业局, 县农业局 and 农业局 are one. A name of another county or of
    the city keeps it. 镇人民政府 and 镇政府 are the 镇, 街道办事处 and 街道办 the 街道. Abbreviations are the roster's.
    """
    if len(name) > _LONGEST_NAME:
        return None
    return _normal(name, county)


def same_unit(one: str, other: str, county: str | None = None) -> bool | None:
    """Whether two names are one unit's; None where that cannot be told without the roster.

    None where either is no name, where one only adds a city to the other, or where one may be short for the other
    (安监局, 安全生产监督管理局): then only the roster knows.
    """
    a, b = normal_unit(one, county), normal_unit(other, county)
    if a is None or b is None:
        return None
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if county:
        elsewhere = long.endswith(short) and _is_region(long[: len(long) - len(short)])
        return None if _may_abbreviate(short, long) and not elsewhere else False
    if long.endswith(short):
        region = long[: len(long) - len(short)] + short[: short[0] in "县区"]
        if _is_region(region):
            return None if region.endswith("市") else True
    return None if _may_abbreviate(short, long) else False


def looks_like_unit(text: str) -> bool:
    """Whether a text, such as a folder's name, reads like a unit's: 县农业局, 索镇, 城区街道办事处, 执法大队."""
    plain = _unsealed(text[: _LONGEST_NAME + 1])
    if not _SHORTEST <= len(plain) <= _LONGEST_NAME or plain in _NO_UNIT or _has_placeholder(plain):
        return False
    if len(plain) == _SHORTEST and plain[-1] not in _ENDS_SHORT_NAMES:
        return False
    if plain[0] in _NO_BEGINNING or not _is_han(plain.replace("(", "").replace(")", "")):
        return False
    stems = (len(plain) - len(one) for one in _ENDING.split("|") if plain.endswith(one))
    if not any(0 < stem <= _LONGEST_STEM for stem in stems):
        return False
    return plain[-1] not in _ODD_ENDS or pattern(_NO_ENDING).search(plain) is None


def find_title(text: str) -> Title:
    """Read a title: the unit it begins with (before or behind the year), and its year, in digits or Chinese.

    桓台县农业局2014年度行政执法检查计划, 2014年度桓台县农业局…, 关于印发《桓台县农业局二〇一四年度…》的通知. Two
    different years leave the year unread. Never raises.
    """
    return _title(text) if len(text) <= _LONGEST_TITLE else Title(None, None)


@lru_cache(maxsize=_KEPT)
def _normal(name: str, county: str | None) -> str | None:
    plain = _unsealed(name)
    if len(plain) < _SHORTEST or plain in _NO_UNIT or _has_placeholder(plain):
        return None
    if county:
        plain = _without_county(plain, "".join(fold(county).split()))
    return pattern(_SUBDISTRICT).sub("", pattern(_TOWN_HALL).sub("", plain))


def _without_county(name: str, county: str) -> str:
    """农业局 for 桓台县农业局, for the same with province and city before it, for 县农业局, and for 桓台农业局."""
    place = name.find(county)
    if place >= 0 and _is_region(name[:place]):
        rest = name[place + len(county) :]
    else:
        short = next((word for word in (county[:-1], county[-1:]) if word and name.startswith(word)), name)
        rest = name.removeprefix(short)
    return rest if looks_like_unit(rest) else name


def _unsealed(name: str) -> str:
    """The name without spaces and a printed （盖章）."""
    plain = "".join(fold(name).split())
    return pattern(_SEAL).sub("", plain) if "(" in plain else plain


def _has_placeholder(plain: str) -> bool:
    return not _PLACEHOLDER_SIGNS.isdisjoint(plain) and pattern(_PLACEHOLDER).search(plain) is not None


def _is_region(text: str) -> bool:
    """Whether the text is a province, a city and a county, each of which may be missing."""
    if not text or (text[-1] in _COUNTIES and len(text) <= _LONGEST_COUNTY and _is_han(text)):
        return True  # nothing, or a county alone: what nearly every file has needs no pattern
    return pattern(_REGION).fullmatch(text) is not None


def _is_han(text: str) -> bool:
    return all("一" <= one <= "鿿" for one in text)


def _may_abbreviate(short: str, long: str) -> bool:
    """Whether the characters of one name stand in the other in their order, the last one last: 安监局."""
    if short[-1] != long[-1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


@lru_cache(maxsize=_KEPT)
def _title(text: str) -> Title:
    plain = "".join(fold(text).translate(SIGNS).split())
    if "号" in plain:
        plain = pattern(_NUMBERED).sub("", plain)
    years = {number_of(digits or han) for digits, han in pattern(_YEAR).findall(plain)}
    year = years.pop() if len(years) == 1 else None
    quoted = pattern(_QUOTED).search(plain) if "《" in plain else None
    for part in (plain, quoted[1] if quoted else ""):
        hit = pattern(_TITLE).match(part)
        if hit and looks_like_unit(hit["unit"]):
            return Title(hit["unit"], year)
    return Title(None, year)
