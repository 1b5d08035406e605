"""How a blank looks: fonts that every Chinese Windows has, quiet colours that also tell apart in black and white."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

    from enforcer.domain.form import Kind

FONT = "宋体"
FONT_SIZE = 11
FOOTER = "&C第&P页 共&N页"
A4 = 9

Style = Literal[
    "annex",
    "title",
    "label",
    "required_label",
    "value",
    "header",
    "required_header",
    "entry",
    "topic",
    "paragraph",
    "section",
    "cell",
    "centred_cell",
    "entry_row",
    "summary",
    "count",
]

_TEXT_FORMAT = "@"
_NUMBER_FORMATS: dict[str, str] = {"date": "yyyy-mm-dd", "year": "0", "number": "General"}
# What Excel would turn into numbers or dates (0533-…, 3-10, 1980.10) unless the cell is text beforehand.
_KEPT_AS_TEXT = frozenset({"id", "phone", "credential", "document_number", "month", "period", "persons", "choice"})
_CENTRED = frozenset({"number", "choice", "date", "month", "id", "phone", "credential", "year"})
# Old Excel shows text cells with more than 255 characters as ####: wide columns for long texts stay General.
_SHORT_TEXT = 14
_CENTRED_TEXT = 12

FAULTY: Final = "#F8CBAD"
"""Behind what is wrong."""
MISSING: Final = "#FFF2CC"
"""Behind what is missing."""
GOOD: Final = "#E2EFDA"
"""Behind 可以报送."""

_DARK, _LIGHT, _LINE = "#D6DCE4", "#F2F2F2", "#7F7F7F"
_STYLES: dict[Style, dict[str, Any]] = {
    "annex": {"font_name": "黑体", "align": "left", "valign": "vcenter"},
    "title": {"font_size": 18, "bold": True, "align": "center", "valign": "vcenter", "shrink": True},
    "label": {"align": "right", "valign": "vcenter", "shrink": True},
    "required_label": {"align": "right", "valign": "vcenter", "shrink": True, "bold": True},
    "value": {
        "align": "left",
        "valign": "vcenter",
        "shrink": True,
        "bottom": 1,
        "bottom_color": _LINE,
        "locked": False,
    },
    "header": {"align": "center", "valign": "vcenter", "text_wrap": True, "border": 1, "bg_color": _LIGHT},
    "required_header": {
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "bg_color": _DARK,
        "bold": True,
    },
    "entry": {"align": "left", "valign": "vcenter", "text_wrap": True, "border": 1, "locked": False},
    "entry_row": {"locked": False},
    "topic": {"bold": True, "align": "left", "valign": "top"},
    "paragraph": {"align": "left", "valign": "top", "text_wrap": True},
    "section": {"align": "left", "valign": "vcenter", "border": 1, "bold": True, "bg_color": _LIGHT},
    "cell": {"align": "left", "valign": "vcenter", "text_wrap": True, "border": 1},
    "centred_cell": {"align": "center", "valign": "vcenter", "text_wrap": True, "border": 1},
    "summary": {"font_size": 16, "bold": True, "align": "center", "valign": "vcenter", "border": 1},
    "count": {"align": "center", "valign": "vcenter", "bold": True, "border": 1, "num_format": "0"},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, ...], Format] = {}

    def __getitem__(self, style: Style) -> Format:
        """The format of that name."""
        return self._format((style,), _STYLES[style])

    def value(self, kind: Kind) -> Format:
        """Where a header field of this kind is typed."""
        number_format = number_format_of(kind, 0)
        return self._format(("value", number_format), {**_STYLES["value"], "num_format": number_format})

    def entry(self, kind: Kind, width: int) -> Format:
        """Where an entry in a column of this kind and width is typed."""
        number_format = number_format_of(kind, width)
        centred = kind in _CENTRED or (kind == "text" and width <= _CENTRED_TEXT)
        align = "center" if centred else "left"
        return self._format(
            ("entry", number_format, align), {**_STYLES["entry"], "num_format": number_format, "align": align}
        )

    def _format(self, key: tuple[str, ...], properties: dict[str, Any]) -> Format:
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"font_name": FONT, "font_size": FONT_SIZE, **properties})
        return self._made[key]


def number_format_of(kind: Kind, width: int) -> str:
    """The number format that keeps what is typed as it was meant: text for whatever only looks like a number."""
    if kind in _KEPT_AS_TEXT or (kind in {"text", "unit"} and width <= _SHORT_TEXT):
        return _TEXT_FORMAT
    return _NUMBER_FORMATS.get(kind, "General")
