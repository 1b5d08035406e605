"""A402: an id number that is broken is accused with its own words, and never printed whole."""

import pytest

from enforcer.domain.unit import Unit


def judged(register, judge, officer, typed, **more):
    return list(judge("A402", register(officer(id_number=typed), **more)).all_findings())


@pytest.mark.parametrize("order", ["000", "001", "002", "016", "120"])
def test_a_sound_number_is_not_accused(register, cells, officer, made_id, order):
    assert cells("A402", register(officer(id_number=made_id(order)))) == []


@pytest.mark.parametrize("region", ["370321", "372301", "370399", "110228"])
def test_a_county_code_of_whatever_time_is_not_accused(register, cells, officer, made_id, region):
    typed = made_id(birth="19550203", region=region, order="000")
    assert cells("A402", register(officer(id_number=typed))) == []


@pytest.mark.parametrize("spaced", [" {} ", "{}　", "'{}"])
def test_spaces_around_it_are_no_fault(register, cells, officer, made_id, spaced):
    assert cells("A402", register(officer(id_number=spaced.format(made_id())))) == []


def test_a_small_x_and_full_width_digits_are_no_fault(register, cells, officer, made_id):
    number = next(one for order in range(50) if (one := made_id(f"{order:03}")).endswith("X"))
    wide = "".join(chr(ord(char) + 0xFEE0) for char in number)
    rows = [officer(1, id_number=number.lower()), officer(2, id_number=wide)]
    assert cells("A402", register(*rows)) == []


@pytest.mark.parametrize("typed", [None, "", "无", "-"])
def test_a_blank_is_left_to_a401(register, cells, officer, typed):
    assert cells("A402", register(officer(id_number=typed))) == []


@pytest.mark.parametrize("typed", [3.7032119010203e17, "3.70321E+17"])
def test_lost_digits_are_left_to_w008(register, cells, officer, typed):
    assert cells("A402", register(officer(id_number=typed))) == []


def test_each_fault_has_its_own_words(register, judge, officer, made_id):
    number = made_id()
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    said = {
        number[:-1]: "身份证号应为18位，填写的是17位",
        number + "1": "身份证号应为18位，填写的是19位",
        wrong: "身份证号最后一位与前17位对不上，至少有一位填错",
        made_id(birth="19011301"): "身份证号中的出生日期在日历上不存在",
        made_id(region="990321"): "身份证号前两位不是任何省份的代码",
        number[:6] + number[8:17]: "填写的是15位的旧身份证号，已停用",
        "见附件": "身份证号里有不该有的字：“见附件”",
    }
    for typed, sentence in said.items():
        (finding,) = judged(register, judge, officer, typed)
        assert finding.message.render() == sentence
        assert finding.place.cell == "E5"
        assert finding.severity == "error"


@pytest.mark.parametrize("cut", [18, 17, 16, 15, 14, 12, 10, 8])
def test_no_number_is_printed_whole_however_short(register, judge, officer, made_id, cut):
    number = made_id()
    typed = number[: cut - 1] + ("0" if number[cut - 1] != "0" else "1")
    for finding in judged(register, judge, officer, typed):
        shown = [finding.value, *(one.render() for one in (finding.message, finding.expected, finding.remedy))]
        assert all(typed not in text and typed[3:-2] not in text for text in shown)
        assert "*" in finding.value


def test_a_retired_number_as_a_number_cell_is_retired_too(register, judge, officer, made_id):
    number = made_id()
    (finding,) = judged(register, judge, officer, float(number[:6] + number[8:17]))
    assert "已停用" in finding.message.render()


def test_an_exempt_unit_is_not_accused(register, judge, officer):
    assert judged(register, judge, officer, "1", unit=Unit("县某局", exemption="公安")) == []
