"""The report in a real browser: it opens from a file, asks the network for nothing, sorts, filters and prints."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.reports.as_html import render
from enforcer.reports.contents import contents

SAMPLES = Path(__file__).parents[2] / "samples"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture(scope="module")
def chromium():
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is on the PATH")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    settings = without_workspace()
    standing = standing_of_folder(SAMPLES / "across", 2014, date(2014, 9, 1), settings.notice, settings)
    path = tmp_path_factory.mktemp("report") / "report-2014-09-01.html"
    path.write_bytes(render(contents(standing), str))
    return path


@pytest.fixture
def page(chromium, file):
    """The page as opened from its file; `page.heard` has what it asked for and complained of."""
    opened = chromium.new_page(viewport={"width": 1380, "height": 900})
    heard = []
    opened.on("request", lambda one: heard.append(one.url))
    opened.on("console", lambda one: heard.append(one.text))
    opened.on("pageerror", lambda one: heard.append(str(one)))
    opened.goto(file.as_uri())
    opened.heard = heard
    yield opened
    opened.close()


def test_it_opens_from_a_file_without_a_request_or_a_complaint(page, file):
    page.wait_for_timeout(100)
    assert page.heard == [file.as_uri()]
    assert page.title() == "桓台县2014年度行政执法规范化材料情况报告"


def test_a_table_is_sorted_up_and_down_and_says_so(page):
    table = "#s5 table.sortable >> nth=0"
    before = page.locator(table).locator("tbody tr td:nth-child(2)").all_text_contents()
    wanted = page.locator(table).locator("thead th").nth(1)
    wanted.click()
    assert wanted.get_attribute("aria-sort") == "ascending"
    numbers = [one for one in page.locator(table).locator("tbody tr td:nth-child(2)").all_text_contents() if one != "—"]
    assert numbers == sorted(numbers, key=int)
    wanted.click()
    assert wanted.get_attribute("aria-sort") == "descending"
    after = [one for one in page.locator(table).locator("tbody tr td:nth-child(2)").all_text_contents() if one != "—"]
    assert after == sorted(numbers, key=int, reverse=True)
    assert sorted(before) == sorted(page.locator(table).locator("tbody tr td:nth-child(2)").all_text_contents())


def test_sorting_goes_by_keyboard(page):
    button = page.locator(".matrix thead th button").nth(2)
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".matrix thead th").nth(2).get_attribute("aria-sort") == "ascending"
    assert "排序" in button.get_attribute("aria-label")


def test_the_totals_stay_at_the_foot_when_a_table_is_sorted(page):
    page.locator(".matrix thead th").nth(1).click()
    assert page.locator(".matrix tfoot tr").first.locator("th").text_content() == "按期"


def test_filtering_by_unit_leaves_that_unit_alone(page):
    page.select_option("select[name=unit]", label="县安监局")
    shown = page.locator("article:visible h3").all_text_contents()
    assert shown == ["县安监局2014年度材料情况"]
    assert page.locator(".matrix tbody tr:visible").count() == 1
    assert "共" in page.locator(".filters output").text_content()
    page.click(".filters button[type=reset]")
    sync_api.expect(page.locator(".matrix tbody tr.off")).to_have_count(0)
    assert page.locator(".filters output").text_content() == ""


def test_filtering_by_state_leaves_the_units_that_have_it(page):
    page.select_option("select[name=state]", "overdue")
    rows = page.locator(".matrix tbody tr:visible")
    assert rows.count() >= 1
    for place in range(rows.count()):
        assert rows.nth(place).locator("td.overdue").count() >= 1


def test_filtering_by_rule_leaves_its_findings(page):
    page.select_option("select[name=rule]", "X001")
    assert page.locator("#s3 table.rules tbody tr:visible").count() == 1
    faults = page.locator("div.fault:visible")
    assert faults.count() >= 1
    assert {faults.nth(n).get_attribute("data-r") for n in range(faults.count())} == {"X001"}


def test_a_link_into_what_a_filter_hides_shows_it(page):
    page.select_option("select[name=rule]", "X001")
    page.locator(".matrix tbody th a").last.click()
    assert page.locator("article:visible").count() == page.locator("article").count()


def test_it_reads_without_script(chromium, file):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert not page.locator(".filters").is_visible()
    assert page.locator("article").last.is_visible()
    context.close()


def test_nothing_runs_over_the_edge_of_the_page(page):
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]


def test_on_a_narrow_screen_a_wide_table_scrolls_and_the_page_does_not(page):
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_on_a_narrow_screen_no_figure_breaks_between_its_digits(page):
    page.set_viewport_size({"width": 390, "height": 800})
    heights = page.evaluate(
        "Array.from(document.querySelectorAll('.figures td, .figures th'), one => one.scrollHeight)"
    )
    assert max(heights) < 45


def test_it_prints_on_a4_with_the_first_page_alone_on_its_page(page, tmp_path):
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: the pages' text is not looked at")
    (tmp_path / "report.pdf").write_bytes(printed)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, check=True)
    pages = text.stdout.decode("utf-8").split("\f")
    assert "一页纸" in pages[0]
    assert "下一步到期" in pages[0]
    assert "应报事项" in pages[1]
    assert "筛选" not in text.stdout.decode("utf-8")
    units = [one for one in pages if "2014年度材料情况" in one]
    assert len(units) == page.locator("article").count()


def test_a_head_is_printed_again_on_each_page_of_its_table(page, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    page.evaluate(
        "const body = document.querySelector('#s7 table tbody');"
        "for (let n = 0; n < 120; n += 1) { body.appendChild(body.rows[0].cloneNode(true)); }"
    )
    (tmp_path / "long.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "long.pdf", "-"], capture_output=True, check=True)
    assert text.stdout.decode("utf-8").count("超期天数") >= 3


def test_a_head_is_never_printed_at_the_foot_of_a_page_without_a_row(page, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    page.evaluate(
        "const rows = Array.from({length: 40}, (_, n) => `<tr><th scope='row'>第${n}行</th><td>字</td></tr>`).join('');"
        "document.querySelector('main').innerHTML = Array.from({length: 40}, (_, n) => "
        "`<div style='break-before:page;height:${600 + n * 10}px'></div><table><caption>按单位</caption>"
        "<thead><tr><th>表头</th><th>列</th></tr></thead><tbody>${rows}</tbody></table>`).join('')"
    )
    (tmp_path / "heads.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "heads.pdf", "-"], capture_output=True, check=True)
    pages = text.stdout.decode("utf-8").split("\f")
    assert len([one for one in pages if one.strip()]) >= 40
    for one in pages:
        lines = [line.strip() for line in one.splitlines() if re.match(r"\s*(表头|第\d+行)", line)]
        assert not lines or not lines[-1].startswith("表头")
