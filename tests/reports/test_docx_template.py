"""The template's layout is GB/T 9704-2012, told from its XML."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest

from enforcer.reports.docx.template import main, name_of, shipped, template
from enforcer.reports.zips import parts_of, repacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 1440 / 25.4


@pytest.fixture(scope="module", params=["zh", "en"])
def parts(request: pytest.FixtureRequest) -> dict[str, ET.Element]:
    return {
        name: ET.fromstring(content)
        for name, content in parts_of(shipped(request.param)).items()
        if name.endswith((".xml", ".rels"))
    }


@pytest.fixture(scope="module")
def section(parts: dict[str, ET.Element]) -> ET.Element:
    found = parts["word/document.xml"].find(f".//{W}sectPr")
    assert found is not None
    return found


def style(parts: dict[str, ET.Element], key: str) -> ET.Element:
    return next(one for one in parts["word/styles.xml"].iter(f"{W}style") if one.get(f"{W}styleId") == key)


def value(element: ET.Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_committed_template_is_what_its_source_makes(language: str) -> None:
    assert parts_of(shipped(language)) == parts_of(template(language)), "python -m enforcer.reports.docx.template"


def test_the_maker_writes_the_same_bytes_each_time() -> None:
    assert template("zh") == template("zh")
    assert callable(main)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_word_can_open_it(language: str) -> None:
    opened = docx.Document(io.BytesIO(shipped(language)))
    assert any("{{ title }}" in one.text for one in opened.paragraphs)
    assert name_of(language).endswith(".docx")


def test_the_page_is_a4_with_a_core_of_156_by_225_millimetres(section: ET.Element) -> None:
    size = {key: int(value(section, "pgSz", key) or 0) for key in ("w", "h")}
    margin = {key: int(value(section, "pgMar", key) or 0) for key in ("top", "right", "bottom", "left")}
    assert size["w"] == pytest.approx(210 * MM, abs=1)
    assert size["h"] == pytest.approx(297 * MM, abs=1)
    assert margin["top"] == pytest.approx(37 * MM, abs=1)
    assert margin["left"] == pytest.approx(28 * MM, abs=1)
    assert size["w"] - margin["left"] - margin["right"] == pytest.approx(156 * MM, abs=1)
    assert size["h"] - margin["top"] - margin["bottom"] == pytest.approx(225 * MM, abs=1)


def test_a_page_holds_22_lines_of_28_characters(parts: dict[str, ET.Element], section: ET.Element) -> None:
    assert value(section, "docGrid", "type") == "lines"
    pitch = int(value(section, "docGrid", "linePitch") or 0)
    assert 225 * MM // pitch == 22
    wide = 16 * 20 + int(value(style(parts, "BodyText"), "rPr/spacing") or 0)
    assert 156 * MM // wide == 28


def test_body_lines_have_the_pitch_of_the_grid_whatever_font_stands_in(
    parts: dict[str, ET.Element], section: ET.Element
) -> None:
    body = style(parts, "BodyText")
    assert value(body, "pPr/spacing", "line") == value(section, "docGrid", "linePitch")
    assert value(body, "pPr/spacing", "lineRule") == "exact"


@pytest.mark.parametrize(
    ("key", "font", "half_points"),
    [
        ("Normal", "仿宋_GB2312", 32),
        ("BodyText", "仿宋_GB2312", 32),
        ("Title", "方正小标宋简体", 44),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("Heading3", "仿宋_GB2312", 32),
        ("Heading4", "仿宋_GB2312", 32),
        ("DocumentNumber", "仿宋_GB2312", 32),
        ("Signatory", "楷体_GB2312", 32),
        ("AttachmentMark", "黑体", 32),
        ("Imprint", "仿宋_GB2312", 28),
        ("Footer", "宋体", 28),
    ],
)
def test_each_style_has_the_font_and_size_of_the_standard(
    parts: dict[str, ET.Element], key: str, font: str, half_points: int
) -> None:
    one = style(parts, key)
    assert value(one, "rPr/rFonts", "eastAsia") == font
    assert value(one, "rPr/sz") == str(half_points)


def test_each_font_names_one_that_every_windows_has(parts: dict[str, ET.Element]) -> None:
    fallbacks = {one.get(f"{W}name"): value(one, "altName") for one in parts["word/fontTable.xml"]}
    assert fallbacks["方正小标宋简体"] == "宋体"
    assert fallbacks["仿宋_GB2312"] == "仿宋"
    assert fallbacks["楷体_GB2312"] == "楷体"
    # Word reads the whole attribute as one name, of 31 characters at most.
    assert all(name and "," not in name and len(name) <= 31 for name in fallbacks.values())


def test_body_and_headings_are_indented_by_two_characters(parts: dict[str, ET.Element]) -> None:
    for key in ("BodyText", "Heading1", "Heading2", "Heading3", "Heading4"):
        assert value(style(parts, key), "pPr/ind", "firstLineChars") == "200"


def test_headings_count_by_themselves_in_the_levels_of_the_standard() -> None:
    root = ET.fromstring(parts_of(shipped("zh"))["word/numbering.xml"])
    levels = list(root.iter(f"{W}lvl"))
    assert [value(one, "lvlText") for one in levels] == ["%1、", "（%2）", "%3.", "（%4）"]
    assert [value(one, "pStyle") for one in levels] == ["Heading1", "Heading2", "Heading3", "Heading4"]
    assert [value(one, "numFmt") for one in levels[:2]] == ["chineseCountingThousand"] * 2


def test_page_numbers_stand_outside_between_dashes(parts: dict[str, ET.Element], section: ET.Element) -> None:
    assert parts["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None
    kinds = [one.get(f"{W}type") for one in section.iter(f"{W}footerReference")]
    assert kinds == ["default", "even"]
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        line = parts[name].find(f"{W}p")
        assert line is not None
        assert value(line, "pPr/jc") == side
        assert "".join(line.itertext()) == "— PAGE1 —"
        assert [one.get(f"{W}fldCharType") for one in line.iter(f"{W}fldChar")] == ["begin", "separate", "end"]


def test_a_tables_head_is_repeated_and_no_row_is_torn(parts: dict[str, ET.Element]) -> None:
    tables = [
        one for one in parts["word/document.xml"].iter(f"{W}tbl") if value(one, "tblPr/tblStyle") == "OfficialTable"
    ]
    assert len(tables) >= 7
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        for row in rows:
            if "{%tr" not in "".join(row.itertext()):
                assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_every_style_that_is_used_is_there(parts: dict[str, ET.Element]) -> None:
    known = {one.get(f"{W}styleId") for one in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for one in parts[name].iter(f"{W}{tag}")
    }
    assert used <= known


def test_the_rule_under_the_number_is_red(parts: dict[str, ET.Element]) -> None:
    assert value(style(parts, "DocumentNumber"), "pPr/pBdr/bottom", "color") == "FF0000"
    assert value(style(parts, "Issuer"), "rPr/color") == "FF0000"


def test_a_repacked_package_forgets_when_it_was_written() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("b.xml", "b")
        archive.writestr("[Content_Types].xml", "a")
    packed = repacked(written.getvalue())
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "b.xml"]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert repacked(packed) == packed


def test_the_number_of_the_document_is_left_to_the_office() -> None:
    text = parts_of(shipped("zh"))["word/document.xml"].decode()
    assert "{{ number }}" in text
    assert not re.search(r"〔\d{4}〕\d", text)
