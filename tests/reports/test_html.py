"""The web page: one file, whatever was typed stays text, links lead somewhere, a unit's page is the unit's alone."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.points import Points
from enforcer.county.settings.reading import without_workspace
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.locale import translator
from enforcer.messages import messages
from enforcer.reports.as_html import render
from enforcer.reports.contents import contents
from enforcer.reports.earlier import Earlier

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = Path(__file__).parents[2] / "enforcer" / "reports" / "pages"
DAY = date(2014, 9, 1)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
HOSTILE = '<script>alert("甲")</script>'


@pytest.fixture(scope="module")
def standing():
    """A county of nine units by their files alone."""
    settings = without_workspace()
    return standing_of_folder(SAMPLES / "across", 2014, DAY, settings.notice, settings)


@pytest.fixture(scope="module")
def page(standing):
    return html.document_fromstring(render(contents(standing), str).decode("utf-8"))


def parsed(standing, **more):
    return html.document_fromstring(render(contents(standing, **more), str).decode("utf-8"))


def with_unit(standing, place, **changed):
    """The standing with another unit, or other duties and findings, at that place."""
    units = list(standing.units)
    units[place] = replace(units[place], **changed)
    return replace(standing, units=tuple(units))


def with_finding(standing, at, times=1, **changed):
    """The standing with one finding of a unit changed, so often in its file."""
    unit = standing.units[at]
    place = next(number for number, one in enumerate(unit.verdict.files) if one.findings)
    examined = unit.verdict.files[place]
    finding = replace(examined.findings[0], **changed)
    listed = [replace(finding, place=finding.place._replace(row=10 + number)) for number in range(times)]
    files = (*unit.verdict.files[:place], examined._replace(findings=tuple(listed)), *unit.verdict.files[place + 1 :])
    return with_unit(standing, at, verdict=replace(unit.verdict, files=files))


def faulty(standing):
    """The place of a unit with a finding in a file."""
    return next(n for n, one in enumerate(standing.units) if any(file.findings for file in one.verdict.files))


def test_the_page_is_one_file_that_names_no_other(page, standing):
    text = render(contents(standing), str).decode("utf-8")
    assert not [one for one in page.iter("link", "script", "img", "iframe") if one.get("src")]
    assert [one.get("href") for one in page.iter("link")] == ["data:,"]
    assert {one for one in re.findall(r"url\(([^)]*)\)", text) if not one.startswith("#")} == set()
    assert not re.search(r"https?://(?!www\.w3\.org)", text)
    assert "default-src 'none'" in text


def test_every_link_leads_to_a_place_and_every_place_has_its_own_name(standing):
    page = parsed(with_finding(standing, faulty(standing), 3))
    names = Counter(one.get("id") for one in page.iter() if one.get("id"))
    assert [name for name, times in names.items() if times > 1] == []
    links = {one.get("href").removeprefix("#") for one in page.iter("a")}
    assert links - set(names) == set()


def test_a_rule_of_two_grades_at_one_unit_has_two_places(standing):
    at = faulty(standing)
    unit = standing.units[at]
    errors = next(one for one in unit.verdict.files if one.findings).findings
    both = (replace(errors[0], severity="error"), replace(errors[0], severity="warning"))
    verdict = replace(unit.verdict, findings=both, files=())
    page = parsed(with_unit(standing, at, verdict=verdict))
    names = [one.get("id") for one in page.iter("div") if one.get("class") == "fault"]
    assert [name for name in names if errors[0].code in name] == [
        f"u{at + 1}-{errors[0].code}",
        f"u{at + 1}-{errors[0].code}-warning",
    ]


def test_the_matrix_leads_to_the_unit_and_from_there_to_the_finding(page):
    cell = page.xpath('//table[contains(@class,"matrix")]/tbody/tr/td[contains(@class,"st")]/a')[0]
    row = page.get_element_by_id(cell.get("href").removeprefix("#"))
    assert row.tag == "tr"
    assert row.getparent().getparent().get("class") == "duties"
    index = page.xpath('//table[contains(@class,"index")]/tbody/tr/td/a')[0]
    assert page.get_element_by_id(index.get("href").removeprefix("#")).get("class").startswith("fault")


def test_sections_stand_in_the_order_of_the_report(page):
    heads = ["".join(one.itertext()) for one in page.iter("h2")]
    assert heads == [
        "一一页纸",
        "二单位 × 应报事项",
        "三材料质量",
        "四裁量基准",
        "五执法人员",
        "六疑似多头执法",
        "七可供认定的事实清单",
        "附年度考核计分",
        "八各单位页",
        "九怎样得出",
    ]


def test_a_screen_reader_is_told_what_tables_and_pictures_are(page):
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert {one.get("scope") for one in table.iter("th")} <= {"col", "row"}
    for picture in page.xpath('//*[local-name()="svg"][@role="img"]'):
        named = picture.get("aria-labelledby").split()
        assert all("".join(page.get_element_by_id(one).itertext()) for one in named)
    assert page.xpath('//a[@class="skip"]')[0].get("href") == "#main"
    assert page.get("lang") == "zh-CN"


def test_a_state_is_said_by_word_as_well_as_by_colour(page):
    words = {"on-time": "按期", "overdue": "逾期", "exempt": "免报", "open": "未报"}
    for cell in page.xpath('//table[contains(@class,"matrix")]//td[contains(@class,"st ")]'):
        state = cell.get("class").split()[1]
        assert cell.text_content().startswith(words.get(state, "")), state


def test_what_stands_in_names_and_cells_is_text_and_nothing_else(standing):
    at = faulty(standing)
    hostile = Unit(HOSTILE, "1", contact='"onload="x', phone="=1+1")
    changed = with_finding(standing, at, message=Sentence("“{value}”", {"value": HOSTILE}), place=Place(HOSTILE, "表"))
    units = [replace(one, unit=hostile) if n == at else one for n, one in enumerate(changed.units)]
    duties = tuple(one._replace(unit=hostile) for one in units[at].duties)
    units[at] = replace(units[at], duties=duties)
    text = render(contents(replace(changed, units=tuple(units))), str).decode("utf-8")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    page = html.document_fromstring(text)
    assert len(list(page.iter("script"))) == 1
    assert not [one for one in page.iter() if one.get("onload") is not None]


def test_an_id_number_is_masked_wherever_it_stands(standing):
    number = "379900" + "19800101" + "0018"
    at = faulty(standing)
    changed = with_finding(
        standing, at, message=Sentence("{value}", {"value": number}), place=Place(f"{number}.xlsx", number)
    )
    unit = changed.units[at].unit._replace(contact=number)
    text = render(contents(with_unit(changed, at, unit=unit)), str).decode("utf-8")
    assert number not in text
    assert "379*************18" in text


def test_a_unit_s_page_names_no_other_unit(standing):
    page = parsed(standing)
    names = {one.unit.name for one in standing.units}
    for article in page.iter("article"):
        own = article.find(".//h3").text_content().removesuffix("2014年度材料情况")
        text = article.text_content()
        assert [name for name in names - {own} if name in text] == []
        assert "X003" not in text
        assert "X004" not in text


def test_a_unit_that_another_reports_for_is_not_told_its_name(standing):
    unit = standing.units[0].unit._replace(reporter="县农业局")
    said = Sentence("由{unit}报送", {"unit": "县农业局"})
    duties = tuple(one._replace(unit=unit, exempt=said) for one in standing.units[0].duties)
    article = next(parsed(with_unit(standing, 0, unit=unit, duties=duties)).iter("article"))
    assert "县农业局" not in article.text_content()
    assert "由名录登记的报送单位统一报送" in article.text_content()


def test_the_first_five_cells_of_a_rule_are_shown_and_the_rest_counted(standing):
    at = faulty(standing)
    page = parsed(with_finding(standing, at, 12))
    block = next(one for one in page.get_element_by_id(f"u{at + 1}").iter("div") if "12处" in one.text_content())
    assert len(list(block.iter("li"))) == 5
    assert "另有7处，见退改件或xlsx" in block.text_content()


def test_sixty_units_with_twenty_thousand_findings_are_a_page_of_three_megabytes_at_most(standing):
    at = faulty(standing)
    unit = with_finding(standing, at, 1).units[at]
    place = next(number for number, one in enumerate(unit.verdict.files) if one.findings)
    first = unit.verdict.files[place].findings[0]
    many = tuple(
        replace(first, code=code, place=first.place._replace(row=row))
        for code in ("A101", "A102", "A302", "A305", "A306", "A313", "A401", "A402", "X001", "X002")
        for row in range(34)
    )
    files = tuple(
        one._replace(findings=many if number == place else ()) for number, one in enumerate(unit.verdict.files)
    )
    units = []
    for number in range(60):
        named = Unit(f"县第{number}局", f"{number:03}")
        duties = tuple(one._replace(unit=named) for one in unit.duties)
        verdict = replace(unit.verdict, files=files, findings=())
        units.append(replace(unit, unit=named, duties=duties, verdict=verdict))
    made = contents(replace(standing, units=tuple(units)))
    assert sum(one.finding.count for one in made.findings) > 20_000
    assert len(render(made, str)) <= 3_000_000


def test_what_was_waived_is_shown_as_waived_and_not_counted(standing):
    at = faulty(standing)
    page = parsed(with_finding(standing, at, state="waived"))
    assert "已豁免" in page.get_element_by_id(f"u{at + 1}").text_content()


def test_the_office_s_own_column_is_empty_and_nothing_is_judged(standing):
    page = parsed(standing)
    assert "通报批评" not in page.text_content()
    assert "应予" not in page.text_content()
    heads = [one.text_content() for one in page.xpath('//table[contains(@class,"facts")]/thead/tr/th')]
    assert heads[-1] == "是否影响平台建设进程"
    cells = page.xpath('//table[contains(@class,"facts")]/tbody/tr/td[last()]')
    assert cells
    assert {one.text_content() for one in cells} == {""}


def test_without_a_table_of_points_there_are_none(page, standing):
    assert "未设置计分标准。" in page.get_element_by_id("s8").text_content()
    points = Points(100, {"overdue": 5})
    other = parsed(replace(standing, settings=replace(standing.settings, points=points)))
    assert "100，扣逾期5×1＝5，剩95" in other.get_element_by_id("s8").text_content()


def test_a_report_is_compared_with_the_earlier_one(standing):
    code = next(f.code for one in standing.units[faulty(standing)].verdict.files for f in one.findings)
    page = parsed(standing, earlier=Earlier(date(2014, 7, 1), {code: 9}, {}))
    assert "与2014-07-01的报告比较" in page.get_element_by_id("s3").text_content()
    cells = [one.text_content() for one in page.get_element_by_id(f"r-{code}").iter("td")]
    assert cells[-2:] == ["9", "-8"]


def test_equal_contents_give_equal_bytes(standing):
    assert render(contents(standing), str) == render(contents(standing), str)


def test_the_only_day_without_a_reason_is_as_of(standing):
    assert str(date.today()) not in render(contents(standing), str).decode("utf-8")  # noqa: DTZ011


def test_in_english_no_word_of_the_page_is_left_in_chinese(standing):
    text = render(contents(standing, language="en"), translator("en")).decode("utf-8")
    page = html.document_fromstring(text)
    assert page.get("lang") == "en"
    for one in page.xpath("//h2|//caption|//thead//th|//label|//nav//li|//dt|//h4"):
        said = "".join(one.itertext())
        assert not CHINESE.search(said) or any(unit.unit.name in said for unit in standing.units), said


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.j2")), ids=lambda path: path.name)
def test_the_templates_hold_no_word_that_is_not_translated(path):
    text = re.sub(r'\b_\(\s*"(?:[^"\\]|\\.)*"', "", path.read_text(encoding="utf-8"))
    assert CHINESE.findall(text) == []


def test_the_words_of_the_templates_are_among_the_messages():
    found = messages()
    assert found["跳到正文"] == "reports/pages/report.html.j2"
    assert found["是否影响平台建设进程"].startswith("reports/")
    assert not [text for text in found if text.startswith("{{")]


def test_styles_and_script_speak_to_nobody():
    for name in ("report.css", "report.js"):
        text = (PAGES / name).read_text(encoding="utf-8")
        assert not CHINESE.search(text)
        assert not re.search(r"https?:|@import|fetch\(|XMLHttp", text)
