"""The styles of the template: whoever changes a style in Word changes every report made from then on."""

from collections.abc import Mapping
from typing import Any, Final

from enforcer.reports.docx.layout import body_size, figures, page, points
from enforcer.reports.docx.ooxml import part, w

_CHINESE: Final = "chineseCountingThousand"
_LEVELS: Final = {
    "zh": ((_CHINESE, "%1、"), (_CHINESE, "（%2）"), ("decimal", "%3."), ("decimal", "（%4）")),
    "en": (("upperRoman", "%1. "), ("lowerLetter", "(%2) "), ("decimal", "%3. "), ("lowerRoman", "(%4) ")),
}
# Latin text is English, or numbers would be broken across lines as Chinese characters are.
_LANGUAGE: Final = w("lang", val="en-US", eastAsia="zh-CN")
_FIRST_LINE: Final = 200
_HUNDRED: Final = 100
_POINT: Final = 20


def styles(language: str) -> str:
    """styles.xml: the styles of layout.toml, named for the reader of that language, and the one table style."""
    made = (_style(one, language) for one in figures()["styles"])
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", _fonts("body"), *_size(body_size()), _LANGUAGE)),
        w("pPrDefault"),
    )
    return part("styles", defaults, *made, _builtin(), _table(language))


def numbering(language: str) -> str:
    """numbering.xml: the heading levels 一、（一）1.（1） count by themselves, each bound to its heading style."""
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=kind),
            w("pStyle", val=f"Heading{depth + 1}"),
            w("suff", val="nothing"),
            w("lvlText", val=text),
            w("lvlJc", val="left"),
            w("pPr", _indent({"indent": 2}, body_size())),
            ilvl=depth,
        )
        for depth, (kind, text) in enumerate(_LEVELS[language])
    )
    abstract = w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=0)
    return part("numbering", abstract, w("num", w("abstractNumId", val=0), numId=1))


def fonts() -> str:
    """fontTable.xml: each font with the one that stands in where it is not installed."""
    return part(
        "fonts",
        *(
            w(
                "font",
                w("altName", val=font["otherwise"]),
                w("panose1", val=font["panose"]),
                w("charset", val="86"),
                w("family", val=font["family"]),
                w("pitch", val="variable" if font["family"] == "auto" else "fixed"),
                name=font["name"],
            )
            for font in figures()["fonts"].values()
        ),
    )


def _style(one: Mapping[str, Any], language: str) -> str:
    name = one.get("english", one["name"]) if language == "en" else one["name"]
    size = points(one.get("english_size", one["size"]) if language == "en" else one["size"])
    kind = one.get("kind", "paragraph")
    colour = w("color", val=one["colour"]) if "colour" in one else ""
    text = w("rPr", _fonts(one["font"]), colour, _spread(size), *_size(size))
    if kind == "character":
        return w("style", w("name", val=name), w("qFormat"), text, type="character", styleId=one["id"], customStyle=1)
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="Normal") if one["id"] != "Normal" else "",
        w("next", val="BodyText") if one["id"].startswith("Heading") else "",
        w("qFormat"),
        w("pPr", *_paragraph(one, size)),
        text,
        type="paragraph",
        styleId=one["id"],
        default=1 if one["id"] == "Normal" else None,
        customStyle=1 if "english" in one else None,
    )


def _paragraph(one: Mapping[str, Any], size: float) -> list[str]:
    """The paragraph's properties, in the order in which the schema wants them."""
    level = one.get("level")
    indent = {"indent": 2} if level else one
    right = page().core - round(size * _POINT)
    return [
        w("keepNext") if one.get("keep") else "",
        w("pageBreakBefore") if one.get("page") else "",
        w("widowControl", val=0),
        w("numPr", w("ilvl", val=level - 1), w("numId", val=1)) if level else "",
        _edges(one),
        w("tabs", w("tab", val="right", pos=right)) if one.get("tab") else "",
        w("snapToGrid", val=0) if one.get("line") == "free" else "",
        _spacing(one),
        _indent(indent, size),
        w("jc", val=one["align"]) if "align" in one else "",
        w("outlineLvl", val=level - 1) if level else "",
    ]


def _edges(one: Mapping[str, Any]) -> str:
    """Lines above and below. They stand in the style: LibreOffice does not place a frame that has its own."""
    if one.get("rule"):
        return w("pBdr", w("bottom", val="single", sz=8, space=page().rule, color="FF0000"))
    edges = (w(edge, val="single", sz=size, space=1, color="000000") for edge, size in one.get("edges", {}).items())
    return w("pBdr", *edges) if "edges" in one else ""


def _spacing(one: Mapping[str, Any]) -> str:
    """Lines have the grid's pitch exactly, so that a page holds 22 whatever font stands in; free ones fit the text."""
    line = one.get("line", 1)
    free = line == "free"
    before, after = one.get("before", 0), one.get("after", 0)
    return w(
        "spacing",
        beforeLines=round(before * _HUNDRED) or None,
        before=round(before * page().pitch),
        afterLines=round(after * _HUNDRED) or None,
        after=round(after * page().pitch),
        line=240 if free else round(line * page().pitch),
        lineRule="auto" if free else "exact",
    )


def _indent(one: Mapping[str, Any], size: float) -> str:
    """Indents count characters; the lengths beside them are for programs that cannot."""
    wide = size * _POINT
    said = {
        "left": one.get("left"),
        "right": one.get("right"),
        "hanging": one.get("hanging"),
        "firstLine": one.get("indent"),
    }
    attributes: dict[str, object] = {}
    for key, characters in said.items():
        if characters is not None:
            attributes[f"{key}Chars"] = _FIRST_LINE if key == "firstLine" else characters * _HUNDRED
            attributes[key] = round(characters * wide)
    return w("ind", **attributes) if attributes else ""


def _fonts(key: str) -> str:
    name = figures()["fonts"][key]["name"]
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name, hint="eastAsia")


def _spread(size: float) -> str:
    """Characters of the text stand a little closer, so that a line holds 28; others as their font has them."""
    return w("spacing", val=page().tighter if size == body_size() else 0)


def _size(size: float) -> tuple[str, str]:
    half_points = round(size * 2)
    return w("sz", val=half_points), w("szCs", val=half_points)


def _builtin() -> str:
    """What every package has: the table without lines, and no list."""
    edges = (w(edge, w=0, type="dxa") for edge in ("top", "left", "bottom", "right"))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *edges)),
        type="table",
        default=1,
        styleId="TableNormal",
    ) + w("style", w("name", val="No List"), w("semiHidden"), type="numbering", default=1, styleId="NoList")


def _table(language: str) -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="000000") for edge in edges))
    margins = w(
        "tblCellMar",
        *(w(edge, w=width, type="dxa") for edge, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))),
    )
    return w(
        "style",
        w("name", val="Official table" if language == "en" else figures()["table_style"]),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        w("tblPr", borders, margins),
        type="table",
        customStyle=1,
        styleId="OfficialTable",
    )
