"""X003: one officer in two registers: by id number, else by name and credential."""

import pytest

from enforcer.domain.unit import Unit

CODE = "X003"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def numbered(body):
    """An id number that no county gave out, with its true check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


ONE = numbered("37992119700101707")
OTHER = numbered("37992219700101707")


@pytest.fixture
def units(filed, typed_officer):
    """units(row, row) are two units with one officer each."""

    def made(first, second, names=("县安监局", "县环保局"), entries=(None, None)):
        return tuple(
            filed(name, officers=[row], unit=entry)
            for name, row, entry in zip(names, (first, second), entries, strict=True)
        )

    return made


def test_the_same_id_number_is_the_same_person_even_under_two_credentials(units, seen, typed_officer):
    pair = units(typed_officer("张三", "C-1", id_number=ONE), typed_officer("张 三", "C-2", id_number=f" {ONE}"))
    (finding,) = seen(CODE, *pair).findings
    text = finding.message.render()
    assert text.startswith("疑似同一人：“张三”在县安监局、县环保局都登记为执法人员")
    assert "县环保局“张 三”（执法证号C-2" in text
    assert ONE not in text
    assert (finding.severity, finding.clause.number) == ("warning", "《淄博市行政执法证件管理办法》第十六条")
    assert [place.file for place in finding.related] == ["县环保局/annex4.xlsx"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"id_number": ONE}, {"id_number": OTHER}, False),
        ({"id_number": ONE}, {}, True),
        ({}, {}, True),
        ({"credential": "C-2"}, {}, False),
        ({"credential": ""}, {"credential": ""}, False),
        ({"name": "李四"}, {}, False),
        ({"id_number": "12345"}, {"id_number": "12345"}, True),
        ({"id_number": ONE, "credential": "C-2"}, {"id_number": ONE, "credential": ""}, True),
    ],
)
def test_names_and_credentials_tell_only_where_an_id_number_is_missing(units, messages, first, second, same):
    sound = {"name": "张三", "credential": "C-1", "valid_until": "2015-08-31"}
    assert bool(messages(CODE, *units({**sound, **first}, {**sound, **second}))) is same


def test_namesakes_with_two_numbers_leave_a_third_without_any_open(filed, messages, typed_officer):
    units = [
        filed(name, officers=[typed_officer("张三", "C-1", **more)])
        for name, more in (("县甲局", {"id_number": ONE}), ("县乙局", {"id_number": OTHER}), ("县丙局", {}))
    ]
    assert messages(CODE, *units) == []


@pytest.mark.parametrize(
    "entry",
    [Unit("县安监大队", reporter="县安监局"), Unit("县安监大队", successor="桓台县安监局")],
)
def test_an_entrusted_body_and_a_merged_one_are_their_organ(units, messages, typed_officer, entry):
    rows = [typed_officer("张三", "C-1", id_number=ONE)] * 2
    assert messages(CODE, *units(*rows, names=("县安监局", "县安监大队"), entries=(None, entry))) == []
    assert len(messages(CODE, *units(*rows, names=("县安监局", "县安监大队")))) == 1


def test_two_filings_of_one_unit_are_no_two_units(filed, messages, typed_officer):
    rows = [typed_officer("张三", "C-1", id_number=ONE)]
    assert messages(CODE, filed("县安监局", officers=rows), filed("县安监局", officers=rows)) == []


def test_what_the_office_decided_to_be_another_person_is_left_out(units, seen, typed_officer):
    pair = units(typed_officer("张三", "C-1", id_number=ONE), typed_officer("张三", "C-1", id_number=ONE))
    (finding,) = seen(CODE, *pair).findings
    key = finding.remedy.render().rpartition("（")[2].removesuffix("）")
    assert key.startswith("X003-")
    assert seen(CODE, *pair, distinct=frozenset({key})).findings == ()
    assert len(seen(CODE, *pair, distinct=frozenset({"X003-000000"})).findings) == 1
