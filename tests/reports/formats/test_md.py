"""The report as Markdown: every section, whole tables, nothing typed becomes markup."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from enforcer.locale import translator
from enforcer.reports.as_md import render
from enforcer.reports.contents import Contents, contents

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")


def headings(markdown: str) -> list[str]:
    return re.findall(r"^## (.+)$", markdown, re.MULTILINE)


@pytest.mark.parametrize("name", ["county", "english", "empty", "hostile"])
def test_it_is_headings_paragraphs_lists_and_tables_alone(name: str, request: pytest.FixtureRequest) -> None:
    made = request.getfixturevalue(name)
    tokens = PARSER.parse(render(made, translator(made.language)).decode())
    kinds = {re.sub("_(open|close)$", "", one.type) for one in tokens}
    assert kinds <= {
        "heading",
        "paragraph",
        "inline",
        "bullet_list",
        "list_item",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    inside = {child.type for one in tokens for child in one.children or ()}
    assert inside <= {"text", "text_special"}


def test_every_row_of_a_table_has_as_many_cells_as_its_head(hostile: Contents) -> None:
    rows: list[list[int]] = []
    for line in render(hostile, str).decode().splitlines():
        if line.startswith("|"):
            rows[-1].append(len(re.findall(r"(?<!\\)\|", line)))
        else:
            rows.append([])
    tables = [one for one in rows if one]
    assert len(tables) >= 8
    assert all(len(set(one)) == 1 for one in tables)


def test_every_section_is_there(county: Contents) -> None:
    text = render(county, str).decode()
    assert len(headings(text)) == 9
    assert "县环保局" in text
    assert "从轻处罚下限过低" in text
    assert "应予通报" not in text


def test_what_people_judge_is_left_empty(county: Contents) -> None:
    lines = render(county, str).decode().splitlines()
    start = next(number for number, line in enumerate(lines) if "是否影响平台建设进程" in line)
    rows = [line for line in lines[start + 2 :] if line.startswith("|")][: len(county.facts.rows)]
    assert rows
    assert all(line.endswith("|  |") for line in rows)


def test_without_a_table_of_points_it_says_so(county: Contents) -> None:
    assert "未设置计分标准" in render(replace(county, points=None), str).decode()
    assert "未设置计分标准" not in render(county, str).decode()


def test_id_numbers_are_masked(hostile: Contents) -> None:
    assert "370321199001011234" not in render(hostile, str).decode()


def test_equal_standings_give_equal_bytes(county: Contents) -> None:
    assert render(county, str) == render(contents(county.standing), str)


def test_where_cells_are_none_there_is_no_and_so_on(county: Contents) -> None:
    one = next(one for one in county.quality.by_unit_and_rule if not one.findings[0].finding.place.cell)
    many = one._replace(findings=one.findings[:1] * 7)
    text = render(replace(county, quality=county.quality._replace(by_unit_and_rule=(many,))), str).decode()
    assert f"| {many.title.render()} | 7 |" in text
    assert "| 等 |" not in text


def test_a_table_without_rows_is_a_sentence(folder_report: Contents) -> None:
    lines = render(folder_report, str).decode().splitlines()
    rules = [number for number, line in enumerate(lines) if re.fullmatch(r"\|[:|-]+\|", line)]
    assert [number for number in rules if not lines[number + 1].startswith("|")] == []
