"""Options that several commands share, and the reading of their values."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

Annex = Annotated[str | None, typer.Option("--annex", metavar="N", help=tr("按附件几来读（1至4），不靠识别"))]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", metavar=tr("单位"), help=tr("这些材料是哪个单位的；在工作文件夹里可写代码、名称或简称")),
]
Year = Annotated[str | None, typer.Option("--year", metavar=tr("年度"), help=tr("这些材料是哪一年度的"))]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar=tr("日期"), help=tr("基准日，如2014-07-16；法律和证件有效期按这一天判断")),
]
Workspace = Annotated[
    Path | None,
    typer.Option("--workspace", metavar=tr("文件夹"), help=tr("工作文件夹；不写就从当前文件夹往上找")),
]
OneUnit = Annotated[str | None, typer.Option("--unit", metavar=tr("单位"), help=tr("只看这个单位：代码、名称或简称"))]
OneObligation = Annotated[
    str | None,
    typer.Option("--obligation", metavar=tr("事项"), help=tr("哪个应报事项：代号（如plan）或名称，也可只写开头")),
]

FIRST_YEAR, LAST_YEAR = 2011, 2100


def annex_of(text: str | None) -> int | None:
    """1 to 4, or None. Raises EnforcerError."""
    if text is None:
        return None
    from enforcer.forms import ANNEXES  # noqa: PLC0415 - the help does not pay for it

    if text in {str(annex) for annex in ANNEXES}:
        return int(text)
    raise EnforcerError("附件只有1至4，没有附件“{annex}”。", annex=text)


def year_of(text: str | None) -> int | None:
    """A year that plans can be of, or None. Raises EnforcerError."""
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise EnforcerError(
            "年度应是{first}至{last}之间的数字，不能是“{text}”。", first=FIRST_YEAR, last=LAST_YEAR, text=text
        )
    return int(text)


def number_of(text: str | None, name: str) -> int | None:
    """A whole number from 1 up, or None; `name` is the option's. Raises EnforcerError."""
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,7}", text) or int(text) < 1:
        raise EnforcerError("{name}应是1以上的整数，不能是“{text}”。", name=name, text=text)
    return int(text)


def day_of(text: str | None) -> date | None:
    """The day written 2014-07-16, or None. Raises EnforcerError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise EnforcerError("日期应写成2014-07-16这样，不能是“{text}”。", text=text) from error


def codes_of(text: str | None) -> tuple[str, ...]:
    """A302,W or A3 W: the prefixes of codes, in capitals. Raises EnforcerError for what is no prefix of a code."""
    if not text:
        return ()
    codes = tuple(code.upper() for code in re.split(r"[\s,，、;；]+", text) if code)
    for code in codes:
        if not re.fullmatch(r"[AWXF]\d{0,3}", code):
            raise EnforcerError("“{code}”不是规则代码。代码如A302，也可只写开头，如A3、W。", code=code)
    return codes
