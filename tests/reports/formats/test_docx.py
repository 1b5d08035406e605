"""The formal report: its sections in order, what it says and what it leaves to people, its look in LibreOffice."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

from enforcer.domain.errors import EnforcerError
from enforcer.locale import translator
from enforcer.reports.as_docx import render
from enforcer.reports.contents import Contents, contents
from enforcer.reports.docx.ooxml import paragraph, part, w
from enforcer.reports.docx.template import shipped
from enforcer.reports.zips import packed, parts_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice")
SECTIONS = [
    "总体情况", "报送情况", "材料质量", "裁量基准", "执法人员", "疑似多头执法", "可供认定的事实清单", "下一步到期事项",
    "年度考核计分", "说明",
]  # fmt: skip


@pytest.fixture(scope="module")
def content(county: Contents) -> bytes:
    return render(county, str)


@pytest.fixture(scope="module")
def document(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def styled(document: docx.document.Document, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.style_id == style]


def everything(content: bytes) -> str:
    return "".join(ET.fromstring(parts_of(content)["word/document.xml"]).itertext())


def table(document: docx.document.Document, head: str) -> docx.table.Table:
    return next(one for one in document.tables if head in [cell.text for cell in one.rows[0].cells])


def test_its_sections_stand_in_order(document: docx.document.Document) -> None:
    assert styled(document, "Heading1") == SECTIONS


def test_without_a_table_of_points_that_section_is_left_out(county: Contents) -> None:
    made = docx.Document(io.BytesIO(render(replace(county, points=None), str)))
    assert styled(made, "Heading1") == [one for one in SECTIONS if one != "年度考核计分"]
    assert "未设置计分标准" in "".join(styled(made, "BodyText"))


def test_the_office_is_named_and_what_only_it_knows_is_blank(document: docx.document.Document) -> None:
    assert styled(document, "Issuer") == ["桓台县法制办文件"]
    assert styled(document, "Title") == ["桓台县法制办关于2014年度行政执法规范化材料报送和审核情况的报告"]
    (number,) = styled(document, "DocumentNumber")
    assert re.fullmatch(r"〔2014〕\u3000+号\t签发人：\u3000+", number)
    assert styled(document, "Signature")[1:] == ["桓台县法制办", "2014年8月1日"]


def test_days_are_written_as_officials_write_them(document: docx.document.Document) -> None:
    said = "".join(styled(document, "BodyText"))
    assert "截至2014年8月1日" in said
    assert not re.search(r"\d{4}-\d{2}-\d{2}", said)


def test_all_four_levels_of_headings_are_used(document: docx.document.Document) -> None:
    assert "逾期未报" in styled(document, "Heading2")
    assert any(one.startswith("青禾镇") for one in styled(document, "Heading3"))
    assert any("已逾期" in one or "迟" in one for one in styled(document, "Heading4"))


def test_the_table_of_obligations_has_the_figures_of_the_matrix(
    document: docx.document.Document, county: Contents
) -> None:
    rows = table(document, "按期").rows[1:]
    assert [row.cells[0].text for row in rows] == [one.obligation.title for one in county.matrix.columns]
    assert [int(row.cells[5].text) for row in rows] == [one.totals["overdue"] for one in county.matrix.columns]


def test_the_matrix_has_a_column_for_each_obligation_and_fits_the_page(content: bytes, county: Contents) -> None:
    root = ET.fromstring(parts_of(content)["word/document.xml"])
    count = len(county.matrix.columns) + 2
    made = next(one for one in root.iter(f"{W}tbl") if len(one.findall(f"{W}tblGrid/{W}gridCol")) == count)
    widths = [int(one.get(f"{W}w") or 0) for one in made.iter(f"{W}gridCol")]
    assert sum(widths) <= 8845
    assert min(widths) > 400
    rows = made.findall(f"{W}tr")
    assert len(rows) == len(county.matrix.rows) + 2
    assert {len(row.findall(f"{W}tc")) for row in rows} == {count}
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_facts_are_listed_and_the_judgement_left_empty(
    document: docx.document.Document, content: bytes, county: Contents
) -> None:
    rows = table(document, "是否影响平台建设进程").rows[1:]
    assert len(rows) == len(county.facts.rows) > 0
    assert {row.cells[-1].text for row in rows} == {""}
    assert "应予通报" not in everything(content)
    assert "通报批评" not in everything(content)
    assert "请核实" in everything(content)


def test_attachments_are_announced_and_there(document: docx.document.Document) -> None:
    announced = styled(document, "AttachmentNote") + styled(document, "AttachmentNoteMore")
    assert announced == ["附件：1. 各单位应报事项报送情况表", "2. 可供认定的事实清单"]
    assert styled(document, "AttachmentMark")[:2] == ["附件1", "附件2"]


def test_overlaps_stand_on_an_internal_page_behind_the_imprint_and_name_nobody_before_it(hostile: Contents) -> None:
    made = docx.Document(io.BytesIO(render(hostile, str)))
    texts = [one.text for one in made.paragraphs]
    imprint = next(number for number, text in enumerate(texts) if "抄送" in text)
    internal = next(number for number, text in enumerate(texts) if text.startswith("内部附页"))
    assert internal > imprint
    assert not [text for text in texts if "甲局" in text]
    assert "甲局" in table(made, "疑似情形").rows[1].cells[2].text


def test_without_overlaps_there_is_no_internal_page(county: Contents) -> None:
    content = render(replace(county, overlaps=county.overlaps._replace(found=())), str)
    assert "内部附页" not in everything(content).replace("另附内部附页", "")
    assert "没有发现疑似" in everything(content)


def test_nothing_typed_becomes_markup_or_shows_an_id_number(hostile: Contents) -> None:
    content = render(hostile, str)
    assert "370321199001011234" not in everything(content)
    assert "<b>`x`</b>" in everything(content)
    assert "{{ 7*7 }}" in everything(content)


def test_a_county_without_units_says_so(empty: Contents) -> None:
    assert "没有可以报告的内容" in everything(render(empty, str))


def test_in_english_nothing_of_the_frame_is_chinese(english: Contents) -> None:
    made = docx.Document(io.BytesIO(render(english, translator("en"))))
    assert len(styled(made, "Heading1")) == len(SECTIONS)
    heads = [cell.text for one in made.tables for cell in one.rows[0].cells]
    for text in (*styled(made, "Heading1"), *styled(made, "Heading2"), *heads):
        assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", text), text


def test_the_offices_own_template_is_used(county: Contents, tmp_path: Path) -> None:
    own = tmp_path / "report.docx"
    body = part("document", w("body", paragraph("BodyText", "我县：{{ overall.paragraphs[0] }}"), w("sectPr")))
    own.write_bytes(packed({**parts_of(shipped("zh")), "word/document.xml": body.encode()}))
    assert everything(render(county, str, own)).startswith("我县：截至2014年8月1日，桓台县6个行政执法单位")


def test_a_template_that_cannot_be_read_is_the_operators_mistake(county: Contents, tmp_path: Path) -> None:
    with pytest.raises(EnforcerError) as caught:
        render(county, str, tmp_path / "report.docx")
    assert "report.docx" in str(caught.value)


def test_equal_standings_give_equal_bytes(content: bytes, county: Contents) -> None:
    assert render(contents(county.standing), str) == content


def test_every_name_that_the_manual_lists_can_be_filled_in(county: Contents, tmp_path: Path) -> None:
    manual = (Path(__file__).parents[3] / "docs" / "report-template.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in manual.splitlines() if line.startswith("| `")]
    names = [name for row in rows for name in re.findall(r"`([a-z_]+)`", row)]
    assert len(names) >= 20
    lines = [paragraph("BodyText", f"{{{{ {name} }}}}") for name in names]
    own = tmp_path / "report.docx"
    body = part("document", w("body", *lines, w("sectPr")))
    own.write_bytes(packed({**parts_of(shipped("zh")), "word/document.xml": body.encode()}))
    assert render(county, str, own)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_lays_it_out_on_a4_with_its_numbers(content: bytes, tmp_path: Path, profile: str) -> None:
    given = tmp_path / "report.docx"
    given.write_bytes(content)
    done = subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(given)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    pdf = (tmp_path / "report.pdf").read_bytes()
    sizes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", pdf)}
    assert {size[2:] for size in sizes} == {(595, 842)}
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    pages = text.split("\f")
    assert all(re.search(rf"—\s*{number}\s*—", page) for number, page in enumerate(pages[:-1], 1))
    assert "一、总体情况" in text.replace(" ", "")
    assert "（一）逾期未报" in text.replace(" ", "")
