"""What a row of annex 4 means: who is the same person, who is applying, who is exempt."""

from dataclasses import replace

import pytest

from enforcer.annexes.officer import exempted, is_exempt, officers, persons, says_applying
from enforcer.domain.unit import Unit

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def made(order):
    body = f"37032119010203{order:03}"
    return body + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


@pytest.mark.parametrize(
    "text", ["申领中", "执法证申领中", "申 领 中", "正在申领", "正在办理执法证", "办理中", "证件正在申请"]
)
def test_applying_is_heard(text):
    assert says_applying(text)


@pytest.mark.parametrize(
    "text", ["", "已申领", "未在申领中", "未申领中", "申领", "2012年申领", "没有正在申领", "分管执法"]
)
def test_other_words_are_no_application(text):
    assert not says_applying(text)


def registered(reading, dossier, *rows, unit=None):
    return dossier(reading(4, rows), unit=unit)


def test_names_and_credentials_are_compared_in_one_spelling(reading, dossier):
    one, two = officers(
        registered(
            reading,
            dossier,
            {"name": "张 三", "credential": "鲁c１２３ 45"},
            {"name": "张三", "credential": "鲁C12345"},
        )
    )
    assert (one.name, one.credential) == (two.name, two.credential) == ("张三", "鲁C12345")


@pytest.mark.parametrize("typed", [None, "", "无", "-", "申领中", "正在办理", 3.7e17, "3.70321E+17"])
def test_a_credential_that_is_none_is_empty(reading, dossier, typed):
    (one,) = officers(registered(reading, dossier, {"name": "张三", "credential": typed}))
    assert one.credential == ""


def same(reading, dossier, *rows):
    return persons(registered(reading, dossier, *rows))


def test_the_same_id_is_the_same_person(reading, dossier):
    rows = (
        {"name": "张三", "id_number": made(1)},
        {"name": "李四", "id_number": made(3)},
        {"name": "张三", "id_number": made(1)},
    )
    assert same(reading, dossier, *rows) == (0, 1, 0)


def test_without_an_id_name_and_credential_are_the_person(reading, dossier):
    rows = (
        {"name": "张三", "credential": "1"},
        {"name": "张三", "credential": "2"},
        {"name": "张三", "credential": "1"},
    )
    assert same(reading, dossier, *rows) == (0, 1, 0)


def test_one_id_is_enough_to_know_the_other_by_name_and_credential(reading, dossier):
    rows = ({"name": "张三", "credential": "1", "id_number": made(1)}, {"name": "张三", "credential": "1"})
    assert same(reading, dossier, *rows) == (0, 0)


def test_two_ids_are_two_people_whatever_else_they_share(reading, dossier):
    rows = (
        {"name": "张三", "credential": "1", "id_number": made(1)},
        {"name": "张三", "credential": "1", "id_number": made(3)},
    )
    assert same(reading, dossier, *rows) == (0, 1)


def test_two_ids_stay_two_people_beside_one_without(reading, dossier):
    rows = [{"name": "张三", "credential": "1", "id_number": made(order)} for order in (1, 3)]
    assert same(reading, dossier, *rows, {"name": "李四"}) == (0, 1, 2)


def test_a_name_alone_makes_nobody_the_same(reading, dossier):
    assert same(reading, dossier, {"name": "张三"}, {"name": "张三"}) == (0, 1)


def test_a_retired_number_and_its_successor_are_one_person(reading, dossier):
    full = made(1)
    assert same(reading, dossier, {"id_number": full}, {"id_number": full[:6] + full[8:17]}) == (0, 0)


def test_two_files_are_not_compared(reading, dossier):
    one, other = reading(4, [{"id_number": made(1)}]), reading(4, [{"id_number": made(1)}])
    elsewhere = other.table._replace(file="corrected.xlsx")
    moved = other._replace(
        file="corrected.xlsx", table=elsewhere, rows=tuple(replace(row, table=elsewhere) for row in other.rows)
    )
    assert persons(dossier(one, moved)) == (0, 1)


def test_two_sheets_of_one_file_are(reading, dossier):
    assert persons(dossier(reading(4, [{"id_number": made(1)}]), reading(4, [{"id_number": made(1)}]))) == (0, 0)


@pytest.mark.parametrize("kind", ["公安", "税务"])
def test_an_exempt_unit_has_no_officers_to_judge_and_says_so(reading, dossier, kind):
    exempt = registered(reading, dossier, {"name": "张三"}, unit=Unit("县某局", exemption=kind))
    assert is_exempt(exempt)
    assert officers(exempt) == ()
    (unsure,) = exempted(exempt)
    assert unsure.cause == "not_applicable"
    assert kind in unsure.reason.render()


def test_a_name_exempts_nobody(reading, dossier):
    assert not is_exempt(registered(reading, dossier, {"name": "张三"}, unit=Unit("县公安局")))
    assert not is_exempt(registered(reading, dossier, {"name": "张三"}))
