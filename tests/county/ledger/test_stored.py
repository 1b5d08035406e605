"""Findings kept as template and values: read back they say the same, in either language, and hold no id number."""

import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from enforcer.county.ledger.bodies import decided_body, decision_of, examined_body, receipt_of, received_body
from enforcer.county.ledger.facts import Decision
from enforcer.county.ledger.stored import value_body, value_of, verdict_body, verdict_of
from enforcer.domain.reading import Reading
from enforcer.domain.receipt import Receipt
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence, words
from enforcer.domain.verdict import Examined, Verdict
from enforcer.locale import translator
from enforcer.validation import validate

SAMPLES = Path(__file__).parents[3] / "samples"
FAILING = sorted(path for path in (SAMPLES / "fail").iterdir() if path.name[0] in "WA")

texts = some.text(alphabet="元以上abc 0123", max_size=8)
plain = (
    some.none()
    | some.booleans()
    | some.integers(-(10**13) + 1, 10**13 - 1)
    | some.floats(-1e13, 1e13, exclude_min=True, exclude_max=True)
    | texts
    | some.dates()
    | some.datetimes()
    | some.fractions(-1000, 1000)
    | some.decimals(-1000, 1000)
    | some.builds(
        Place, texts, some.none() | texts, some.none() | some.integers(1, 99), some.none() | some.integers(1, 99)
    )
)
values = some.recursive(
    plain,
    lambda inner: (
        some.lists(inner, max_size=3).map(tuple)
        | some.builds(Sentence, texts, some.dictionaries(some.sampled_from("abc"), inner, max_size=2))
    ),
    max_leaves=6,
)


@given(values)
def test_every_value_of_a_sentence_comes_back_as_it_was(value):
    text = json.dumps(value_body(value), ensure_ascii=False)
    again = value_of(json.loads(text))
    assert again == value or (isinstance(value, bool) and again is value)
    assert words(again) == words(value)


def test_types_that_are_alike_are_kept_apart():
    for value in (Fraction(1, 3), Fraction(4), Decimal("0.50"), date(2014, 7, 1), datetime(2014, 7, 1, 9), 4, True):
        again = value_of(json.loads(json.dumps(value_body(value))))
        assert (type(again), again) == (type(value), value)


@pytest.mark.parametrize("folder", FAILING, ids=lambda path: path.name)
def test_a_stored_verdict_says_the_same_in_both_languages(folder):
    verdict = validate(folder, today=date(2026, 1, 1))
    again = verdict_of(json.loads(json.dumps(verdict_body(verdict), ensure_ascii=False)))
    for language in ("zh", "en"):
        t = translator(language)
        for ours, kept in zip(verdict.all_findings(), again.all_findings(), strict=True):
            for name in ("message", "expected", "remedy"):
                assert getattr(kept, name).render(t) == getattr(ours, name).render(t)
            assert (kept.code, kept.place, kept.severity, kept.state, kept.count) == (
                ours.code, ours.place, ours.severity, ours.state, ours.count
            )  # fmt: skip
            assert (kept.clause[:3], kept.clause.verbatim) == (ours.clause[:3], ours.clause.verbatim)
        unexamined = [one.reason.render(t) for one in again.all_unexamined()]
        assert unexamined == [one.reason.render(t) for one in verdict.all_unexamined()]
    assert [(one.reading.annex, one.reading.sha256, one.day) for one in again.files] == [
        (one.reading.annex, one.reading.sha256, one.day) for one in verdict.files
    ]


def test_no_id_number_gets_into_a_body():
    number = "370321" + "19800101" + "001X"
    assert number not in json.dumps(value_body(number))
    nested = Sentence("{a}", {"a": ({"b": number}.get("b"), Sentence(number))})
    assert number not in json.dumps(value_body(nested.values["a"][0]))
    receipt = Receipt(
        "2014-00001", "AJ", "plan", 2014, date(2014, 7, 1), datetime(2014, 7, 1), ("paper",), name=number, note=number
    )
    assert number not in json.dumps(received_body(receipt))
    assert number not in json.dumps(decided_body(Decision(0, "accept", date(2014, 7, 1), number, number)))


@pytest.mark.parametrize("kind", [str, int, float, Decimal, Fraction])
def test_an_id_number_taken_for_a_number_is_kept_as_masked_text(kind):
    number = "370321" + "19800101" + "0012"
    kept = value_body({"a": Sentence("{n}", {"n": kind(number)})}["a"])
    text = json.dumps(kept)
    assert "19800101" not in text
    assert value_of(kept).render().startswith("370***")


def test_a_body_without_id_numbers_is_kept_to_the_last_digit():
    for value in (0.1 + 0.2, 9_999_999_999_999, Decimal("1.000000000000000001"), float("inf")):
        assert value_of(json.loads(json.dumps(value_body(value)))) == value


def test_a_unit_s_name_typed_with_an_id_number_is_kept_masked():
    number = "370321" + "19800101" + "001X"
    examined = Examined(Reading(number), f"张三{number}", 2014, date(2014, 7, 1), "today", (), ())
    body = json.dumps(verdict_body(Verdict("桓政办发[2014]36号", None, (examined,))), ensure_ascii=False)
    assert "19800101" not in body


def test_a_verdict_with_a_wrong_id_number_is_stored_masked():
    (folder,) = (SAMPLES / "fail").glob("A402-*")
    verdict = validate(folder, today=date(2026, 1, 1))
    typed = [row["id_number"] for one in verdict.files for row in one.reading.rows if row["id_number"]]
    body = json.dumps(examined_body(verdict, receipt="1", unit="AJ", year=2014, fingerprint=""), ensure_ascii=False)
    assert typed
    assert not [one for one in typed if len(one) >= 14 and one in body]


def test_receipts_and_decisions_come_back_as_they_were():
    receipt = Receipt(
        "2014-00001", "AJ", "plan", 2014, date(2014, 7, 1), datetime(2014, 7, 1), ("paper", "electronic"), nil=True,
        name="a.xlsx", sha256="0" * 64, stored="2014/AJ/a.xlsx", stated=date(2014, 6, 30), by="王五", note="无",
        same_as="2014-00000", plan_kinds=("季度",), higher_standard=True,
    )  # fmt: skip
    body = json.loads(json.dumps(received_body(receipt)))
    assert receipt_of(body, receipt.day, receipt.entered) == receipt
    decision = Decision(
        7, "waive", date(2014, 7, 2), "王五", "已核实", "2014-00001", rule="A302", until=date(2014, 12, 31)
    )
    assert decision_of(7, json.loads(json.dumps(decided_body(decision))), decision.day) == decision
