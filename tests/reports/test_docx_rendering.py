"""Filling a template: what stands in cells stays text, mistakes of a template are named, the clock is not in it."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.domain.errors import EnforcerError
from enforcer.domain.masking import masked
from enforcer.reports.docx.ooxml import paragraph, part, w
from enforcer.reports.docx.rendering import filled
from enforcer.reports.docx.template import shipped
from enforcer.reports.legible import legible
from enforcer.reports.zips import packed, parts_of

DAY = date(2014, 8, 1)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def template_of(*body: str) -> bytes:
    """A template of the office's own, with these paragraphs."""
    section = w("sectPr", w("pgSz", w=11906, h=16838))
    return packed(
        {**parts_of(shipped("zh")), "word/document.xml": part("document", w("body", *body, section)).encode()}
    )


def fill(*lines: str, **context: object) -> docx.document.Document:
    template = template_of(*(paragraph("BodyText", line) for line in lines))
    content = filled(template, {"title": "题", "issuer": "办", **context}, DAY, "report.docx")
    return docx.Document(io.BytesIO(content))


def texts(document: docx.document.Document) -> list[str]:
    return [one.text for one in document.paragraphs]


def test_a_place_is_filled_in_and_its_style_kept() -> None:
    document = fill("共{{ count }}项", count=3)
    assert texts(document) == ["共3项"]
    assert document.paragraphs[0].style.style_id == "BodyText"


def test_paragraphs_are_repeated() -> None:
    assert texts(fill("{%p for one in many %}", "{{ one }}。", "{%p endfor %}", many=["甲", "乙"])) == ["甲。", "乙。"]


@given(st.text(st.characters(exclude_characters="\t\n\r{}%")))
def test_text_from_cells_stays_text(typed: str) -> None:
    assert texts(fill("“{{ typed }}”", typed=typed)) == [f"“{legible(masked(typed))}”"]


@pytest.mark.parametrize("typed", ["<w:t>", "</w:p>", "&lt;", "]]>", "{{ title }}", "{% if 1 %}", "\x00\x0b\ufffe"])
def test_markup_typed_into_a_cell_is_shown_and_does_nothing(typed: str) -> None:
    assert texts(fill("{{ typed }}", typed=typed)) == [legible(typed)]


def test_id_numbers_are_masked_whatever_a_template_prints() -> None:
    assert texts(fill("{{ who }}", who="370321199001011234")) == ["370*************34"]


def test_a_place_that_no_report_has_is_named() -> None:
    with pytest.raises(EnforcerError) as caught:
        fill("{{ nothing }}")
    assert "nothing" in str(caught.value)
    assert "report.docx" in str(caught.value)


def test_a_tag_left_open_is_named() -> None:
    with pytest.raises(EnforcerError) as caught:
        fill("{%p for one in many %}", "{{ one }}", many=[])
    assert "report.docx" in str(caught.value)


@pytest.mark.parametrize("tag", ["{{ title.__class__.__mro__ }}", "{{ many.append(1) }}"])
def test_a_template_may_only_read(tag: str) -> None:
    with pytest.raises(EnforcerError):
        fill(tag, many=[])


@pytest.mark.parametrize("content", [b"", b"no zip", packed({"a": b"b"}), packed({"[Content_Types].xml": b"<"})])
def test_a_template_that_is_no_document_is_the_operators_mistake(content: bytes) -> None:
    with pytest.raises(EnforcerError) as caught:
        filled(content, {}, DAY, "report.docx")
    assert "report.docx" in str(caught.value)


def test_the_only_time_in_it_is_the_as_of_day() -> None:
    content = filled(template_of(paragraph("BodyText", "甲")), {"title": "题", "issuer": "办"}, DAY, "report.docx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.created.date() == properties.modified.date() == DAY
    assert (properties.title, properties.author) == ("题", "办")


def test_equal_contents_give_equal_bytes() -> None:
    template = template_of(paragraph("BodyText", "{{ title }}"))
    context = {"title": "题", "issuer": "办"}
    assert filled(template, context, DAY, "a") == filled(template, context, DAY, "a")


@pytest.mark.parametrize("count", [1, 3, 14])
def test_columns_that_a_template_repeats_share_the_width(count: int, table: Callable[[], str]) -> None:
    content = filled(template_of(table()), {"title": "", "issuer": "", "many": ["列"] * count}, DAY, "report.docx")
    root = ET.fromstring(parts_of(content)["word/document.xml"])
    widths = [int(one.get(f"{W}w") or 0) for one in root.iter(f"{W}gridCol")]
    assert len(widths) == count + 1
    assert widths[0] == 1000
    assert 4000 - count <= sum(widths) <= 4000
    assert [int(one.get(f"{W}w") or 0) for one in root.iter(f"{W}tcW")] == widths


@pytest.fixture
def table() -> Callable[[], str]:
    def cell(text: str) -> str:
        return w("tc", w("tcPr", w("tcW", w=1000, type="dxa")), paragraph("TableText", text))

    def made() -> str:
        return w(
            "tbl",
            w("tblPr", w("tblW", w=4000, type="dxa"), w("tblLayout", type="fixed")),
            w("tblGrid", *(w("gridCol", w=1000) for _ in range(4))),
            w("tr", cell("单位"), cell("{%tc for one in many %}"), cell("{{ one }}"), cell("{%tc endfor %}")),
        )

    return made
