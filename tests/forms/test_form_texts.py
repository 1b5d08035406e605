"""What the forms tell clerks: kind, complete, and never against the rules that will judge them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from enforcer.domain.form import Column, HeaderField
from enforcer.examine import examine
from enforcer.forms import load_form, load_forms
from enforcer.notices import load_notice
from enforcer.rules.registry import load_rules

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# A4 landscape at a size that can still be read.
WIDEST = 200
STEPS = ("检查登记", "立案", "调查", "决定", "送达")
LADDER = (
    "处四千五百元以上七千五百元以下罚款",
    "处七千五百元以上一万零五百元以下罚款",
    "处一万零五百元以上一万三千五百元以下罚款",
    "处一万三千五百元以上一万七千元以下罚款",
    "处一万七千元以上二万元以下罚款",
)


def fields() -> Iterator[HeaderField | Column]:
    for form in load_forms():
        yield from form.header
        yield from form.columns


def named(field: HeaderField | Column) -> str:
    return f"{field.key}-{getattr(field, 'label', None) or getattr(field, 'header', '')}"


every_field = pytest.mark.parametrize("field", tuple(fields()), ids=named)


@every_field
def test_every_field_is_explained_with_a_right_and_a_wrong_example(field):
    assert field.help.endswith("。")
    assert 5 <= len(field.help) <= 60
    assert field.right
    assert field.wrong
    assert field.right != field.wrong


@every_field
def test_examples_of_choices_are_choices_and_wrong_ones_are_not(field):
    if field.choices:
        assert field.right in field.choices
        assert field.wrong not in field.choices


@every_field
def test_examples_of_dates_months_and_years_read_as_what_they_are(field):
    if field.kind == "date":
        assert date.fromisoformat(field.right)
    elif field.kind == "month":
        assert re.fullmatch(r"\d{4}-\d{2}", field.right)
    elif field.kind == "year":
        assert re.fullmatch(r"\d{4}", field.right)
    if field.kind in {"date", "month", "year"}:
        assert not re.fullmatch(r"[\d.年月日-]+", field.wrong) or not re.match(r"\d{4}", field.wrong)


@every_field
def test_no_example_looks_like_a_real_id_or_a_formula(field):
    for text in (field.help, field.right, field.wrong):
        assert not re.search(r"\d{14}", text)
        assert not text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: str(form.annex))
def test_the_columns_fit_a_page(form):
    assert sum(column.width for column in form.columns) <= WIDEST
    assert all(5 <= column.width <= 40 for column in form.columns)


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: str(form.annex))
def test_notes_are_sentences_and_show_the_nil_return_last(form):
    assert all(note.endswith("。") for note in form.notes)
    assert [note.startswith("零报告：") for note in form.notes] == [False] * (len(form.notes) - 1) + [True]


def test_the_floor_told_is_the_notices_own():
    percent = load_notice().clauses["benchmark-floor"].figure("lenient_floor_percent")
    assert any(f"{percent}%" in note for note in load_form(3).notes)


def made_id(body: str) -> str:
    """A sound number by rule, of somebody born in 1901."""
    return body + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


def rows_by_the_book(annex: int) -> Sequence[dict[str, object]]:
    """A table in which every cell holds the form's own right example; several rows where one alone is not enough."""
    row: dict[str, object] = {column.key: column.right for column in load_form(annex).columns}
    if annex == 2:
        # The investigators do not decide.
        return [
            {**row, "step": step, "handlers": "王五、赵六" if step == "决定" else row["handlers"]} for step in STEPS
        ]
    if annex == 3:
        people = ("不足3人", "3人以上不足6人", "6人以上不足9人", "9人以上不足12人", "12人以上")
        conditions = str(row["conditions"])
        assert conditions.endswith(people[0])
        assert row["standard"] == LADDER[0]
        return [
            {**row, "tier": tier, "standard": standard, "conditions": conditions.replace(people[0], many)}
            for tier, standard, many in zip(load_form(3).tiers, LADDER, people, strict=True)
        ]
    if annex == 4:
        return [{**row, "id_number": made_id("37032119010101001"), "birth": "1901-01"}]
    return [row]


@pytest.mark.parametrize("annex", [1, 2, 3, 4])
def test_who_fills_in_the_right_examples_breaks_no_rule(annex, reading, dossier):
    form = load_form(annex)
    filed = reading(annex, rows_by_the_book(annex), header={field.key: field.right for field in form.header})
    verdict = examine(dossier(filed), load_notice(), (*load_rules("workbook"), *load_rules(f"annex{annex}")))
    assert not verdict.crashed
    said = [(found.code, found.place.field, found.message.render()) for found in verdict.all_findings()]
    assert said == []
