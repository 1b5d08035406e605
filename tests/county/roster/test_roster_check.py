"""What is wrong with a roster: each fault at its cell, with what was typed and how to mend it."""

from datetime import date

import pytest

from enforcer.county.roster.units import read_roster
from enforcer.domain.errors import EnforcerError

UPPER = {"superior": "无"}


def test_a_sound_roster_has_no_faults(checked):
    found = checked({}, {"exemption": "公安", "name": "桓台县公安局"}, {"nature": "受托组织", "reporter": "002"})
    assert not found.faults
    assert [unit.exemption for unit in found.roster.units] == [None, "公安", None]
    assert found.roster.units[2].reporter == "桓台县公安局"


def test_every_fault_says_what_was_typed_and_how_to_mend_it(checked):
    (fault,) = checked({"nature": "事业单位"}).faults
    assert fault.place.address == "单位名录!D2"
    assert fault.value == "事业单位"
    assert fault.message.render() == "“性质”不能填“事业单位”"
    assert fault.remedy.render() == "请从下拉列表里选：行政机关、派出机关、授权组织、受托组织"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({"code": "001"}, ("code-twice", "单位名录!A3")),
        ({"name": "桓台县第一局"}, ("name-twice", "单位名录!B3")),
        ({"name": "县第一局"}, ("name-twice", "单位名录!B3")),
        ({"name": "第一局（盖章）"}, ("name-twice", "单位名录!B3")),
        ({"short_names": "甲、第一局"}, ("short-name-twice", "单位名录!C3")),
        ({"short_names": "一局"}, ("short-name-twice", "单位名录!C3")),
        ({"short_names": "001"}, ("short-name-twice", "单位名录!C3")),
    ],
)
def test_two_units_that_cannot_be_told_apart_are_an_error(checked, second, expected):
    (fault,) = checked({"short_names": "一局"}, second).faults
    assert (fault.severity, fault.name, fault.place.address) == ("error", *expected)
    assert fault.related[0].row == 2


def test_a_short_name_that_only_repeats_the_units_own_name_is_no_fault(faults):
    assert faults({"name": "桓台县农业局", "short_names": "农业局、县农业局、桓台县农业局"}) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name": None}, ("error", "name-missing", "单位名录!B2")),
        ({"name": "局" * 61}, ("error", "name-too-long", "单位名录!B2")),
        ({"code": None}, ("warning", "field-missing", "单位名录!A2")),
        ({"code": 113703210000000000}, ("error", "code-truncated", "单位名录!A2")),
        ({"code": "../001"}, ("error", "code-odd", "单位名录!A2")),
        ({"code": "a b"}, ("error", "code-odd", "单位名录!A2")),
        ({"code": "1" * 31}, ("error", "code-odd", "单位名录!A2")),
        ({"nature": None}, ("warning", "field-missing", "单位名录!D2")),
        ({"penalty_power": None}, ("warning", "field-missing", "单位名录!F2")),
        ({"superior": None}, ("warning", "field-missing", "单位名录!J2")),
        ({"exemption": "军队"}, ("error", "unknown-choice", "单位名录!E2")),
        ({"penalty_power": "部分"}, ("error", "unknown-choice", "单位名录!F2")),
        ({"own_credentials": "部分"}, ("error", "unknown-choice", "单位名录!H2")),
        ({"phone": "找办公室"}, ("warning", "phone-odd", "单位名录!L2")),
        ({"mail": "农业局邮箱"}, ("warning", "mail-odd", "单位名录!M2")),
        ({"mail": "a@b"}, ("warning", "mail-odd", "单位名录!M2")),
        ({"last_log": "上半年"}, ("error", "day-unreadable", "单位名录!N2")),
        ({"since": "2014年9月"}, ("error", "day-unreadable", "单位名录!O2")),
        ({"reporter": "没有的局"}, ("error", "reporter-unknown", "单位名录!G2")),
        ({"reporter": "001"}, ("error", "reporter-itself", "单位名录!G2")),
        ({"nature": "受托组织"}, ("warning", "reporter-missing", "单位名录!G2")),
        ({"successor": "002"}, ("error", "end-missing", "单位名录!P2")),
        ({"until": "2014-08-31"}, ("warning", "successor-missing", "单位名录!Q2")),
        ({"until": "2014-08-31", "successor": "没有的局"}, ("error", "successor-unknown", "单位名录!Q2")),
        ({"until": "2014-08-31", "successor": "县第一局"}, ("error", "successor-itself", "单位名录!Q2")),
        (
            {"since": "2014-09-01", "until": "2014-08-31", "successor": "002"},
            ("error", "ends-before-start", "单位名录!P2"),
        ),
    ],
)
def test_one_fault_is_one_finding_at_its_cell(faults, row, expected):
    assert faults(row, {}) == [expected]


@pytest.mark.parametrize(
    "row",
    [
        {"exemption": None},
        {"exemption": "-"},
        {"penalty_power": "是"},
        {"superior": "无"},
        {"nature": "派出机构"},
        {"phone": 13800000000},
        {"phone": "0533-0000000、0533-0000001"},
        {"mail": "a@example.org；b@example.org"},
        {"last_log": "2014.5.20"},
        {"last_log": "未报备"},
        {"until": "至今"},
        {"until": date(2014, 8, 31), "successor": "无"},
        {"reporter": "无"},
        {"confirmation": "未确认"},
        {"name": "桓台县公安局", "exemption": "无"},
        {"name": "桓台县农业局", "exemption": "税务"},
    ],
)
def test_what_people_may_write_is_no_fault(faults, row):
    assert faults(row) == []


def test_reporters_and_successors_in_a_circle_are_accused_each(faults):
    rows = [{"reporter": "002"}, {"reporter": "003"}, {"reporter": "002"}]
    assert faults(*rows) == [
        ("error", "reporter-circle", "单位名录!G3"),
        ("error", "reporter-circle", "单位名录!G4"),
    ]
    ended = [{"until": "2014-08-31", "successor": "002"}, {"until": "2014-12-31", "successor": "001"}]
    assert [name for _, name, _ in faults(*ended)].count("successor-circle") == 2


def test_a_chain_of_successors_is_no_circle(faults):
    rows = [{"until": "2014-06-30", "successor": "002"}, {"until": "2014-09-30", "successor": "003"}, {}]
    assert faults(*rows) == []


def test_a_successor_that_begins_later_leaves_a_gap(faults):
    rows = [{"until": "2014-08-31", "successor": "002"}, {"since": "2014-10-01"}]
    assert faults(*rows) == [("warning", "successor-absent", "单位名录!Q2")]
    assert faults(rows[0], {"since": "2014-09-01"}) == []


def test_a_lead_to_a_name_that_two_units_bear_is_ambiguous(faults):
    rows = [{"short_names": "执法局"}, {"short_names": "执法局"}, {"reporter": "执法局"}]
    assert ("error", "reporter-ambiguous", "单位名录!G4") in faults(*rows)


def test_the_last_day_of_all_breaks_nothing(faults):
    assert faults({"until": date(9999, 12, 31), "successor": "002"}, {}) == []


def test_an_empty_roster_is_an_error(faults):
    assert faults() == [("error", "roster-empty", "单位名录!1")]


def test_warnings_leave_the_roster_usable_and_errors_do_not(roster_file):
    sound = {"code": "1", "name": "甲局"}
    assert read_roster(roster_file(sound), "桓台县").units[0].name == "甲局"
    with pytest.raises(EnforcerError, match=r"2处错误.*单位名录!A3 .*roster check"):
        read_roster(roster_file(sound, sound), "桓台县")


def test_units_keep_what_the_row_says(checked):
    (unit,) = checked(
        {
            "code": "007",
            "name": "唐山镇 人民政府",
            "short_names": "唐山镇、唐山，无",
            "nature": "行政机关",
            "penalty_power": "无",
            "own_credentials": "是",
            "confirmation": "未经确认",
            "contact": "张三",
            "phone": "0533-0000000",
            "mail": "ts@example.org",
            "last_log": "二〇一四年五月二十日",
            "since": 41640,
        }
    ).roster.units
    assert unit.key == "007"
    assert unit.short_names == ("唐山镇", "唐山")
    assert (unit.penalty_power, unit.own_credentials, unit.confirmed, unit.confirmation) == (False, True, False, "")
    assert (unit.last_log, unit.since, unit.until) == (date(2014, 5, 20), date(2014, 1, 1), None)
