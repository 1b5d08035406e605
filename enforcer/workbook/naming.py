"""Names: a unit's as typed, a unit's as it stands in a title, a file's that every system takes."""

import re
import unicodedata

from enforcer.domain.errors import EnforcerError
from enforcer.domain.form import Form

NO_UNIT = "ＸＸ局"
NO_YEAR = "ＸＸ"
LONGEST_UNIT = 60

# A name cut at this many bytes leaves a file system's 255 room for the rest of the file name.
_LONGEST_BYTES = 150
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_LAST_PLANE_CODES = 0xFFFE
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])(?=\.|\s|$)", re.IGNORECASE
)
# What a spreadsheet takes for a formula, a shell for an option or a home, a system for a hidden or a lock file.
_LEADING = " .=+-@~＝＋－＠"

# 市政局 of a 市 is 滕州市市政局: here the first character belongs to the trade, not to the place.
_TRADES = ("市政", "市场", "市监", "市容", "市民", "市区", "区划", "区域", "县域", "县乡", "县区")
_PLACE_ENDS = "县市区旗"
_TOWNS = ("镇", "乡", "街道", "苏木", "开发区")
_HIGHER = re.compile(r"[^\W\d_]{2,3}省(?!级)|[^\W\d_]{2,6}自治区|[^\W\d_]{2,3}市(?![场政监容民区级])")


def clean_name(text: str) -> str:
    """The name as people see it: composed, without control and unseen characters, white space made one blank."""
    kept = (
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
        if char.isspace() or (unicodedata.category(char) not in _UNSEEN and ord(char) & 0xFFFF < _LAST_PLANE_CODES)
    )
    return " ".join("".join(kept).split())


def unit_name(text: str) -> str:
    """The unit's name, clean. Raises EnforcerError where nothing is left of it or it is no name any more."""
    name = clean_name(text)
    if not name:
        raise EnforcerError("单位名称是空的。请用 --unit 写明单位，例如 --unit 县安监局。")
    if len(name) > LONGEST_UNIT:
        raise EnforcerError(
            "单位名称有{count}个字，超过{limit}个字。请改用单位简称。", count=len(name), limit=LONGEST_UNIT
        )
    return name


def title_names(county: str, unit: str) -> tuple[str, str]:
    """County and unit as they stand one after the other in a title, nothing said twice.

    桓台县 with 县安监局, 安监局 or 桓台县安监局 is 桓台县安监局; 唐山镇 is 桓台县唐山镇;
    a name that says its place by itself (淄博市公安局桓台分局, 桓台国税局) stands alone.
    """
    if not county:
        return "", unit
    stem = county[:-1] if county[-1] in _PLACE_ENDS else county
    if county in unit or _HIGHER.match(unit):
        return "", unit
    # 滨海县滨海镇: a town may bear its county's name and is still a town of it.
    if len(stem) > 1 and stem in unit and not any(unit.startswith(stem + town) for town in _TOWNS):
        return "", unit
    if unit[0] == county[-1] and unit[0] in _PLACE_ENDS and len(unit) > 1 and not unit.startswith(_TRADES):
        return county, unit[1:]
    return county, unit


def form_title(form: Form, county: str, unit: str | None, year: int | None) -> str:
    """The title over the table. Without unit it keeps ＸＸ局, without year ＸＸ."""
    place, name = title_names(county, unit) if unit else (county, NO_UNIT)
    return form.title.format(county=place, unit=name, year=year or NO_YEAR)


def safe_name(text: str) -> str:
    """A file or folder name for this text that Windows, Linux and macOS take, and that never leads anywhere else.

    No separators, no control characters, no reserved device names, nothing that begins like a formula, an option
    or a hidden file, no dot or blank at either end, at most 150 bytes; 未命名 where nothing is left.
    """
    name = _FORBIDDEN.sub("_", clean_name(text)).lstrip(_LEADING).rstrip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    cut = name.encode()[:_LONGEST_BYTES].decode(errors="ignore").rstrip(" .")
    return cut or "未命名"


def blank_name(form: Form, unit: str | None = None, year: int | None = None) -> str:
    """The file name of a blank: 附件1_县安监局_2014.xlsx, without what is not known."""
    parts = (f"附件{form.annex}", safe_name(unit_name(unit)) if unit is not None else "", str(year) if year else "")
    return "_".join(part for part in parts if part) + ".xlsx"
