"""Section 1: two sentences, figures, what is met most, whom to ring, what falls due next."""

import re
from datetime import date


def test_the_first_sentence_adds_up(report):
    said = report.summary.sentences[0].render()
    head, parts = re.fullmatch(
        r"截至2014-09-01，桓台县5个行政执法单位2014年度应报材料45项(.)(.+)；另有20项免报。", said
    ).groups()
    assert head == "："
    counts = dict(re.fullmatch(r"(\D+)(\d+)项", part).groups() for part in parts.split("、"))
    assert sum(map(int, counts.values())) == 45
    assert (counts["按期报送"], counts["迟报"], counts["逾期未报"], counts["退回待重报"]) == ("5", "1", "10", "1")


def test_the_second_sentence_says_how_many_passed_and_whom_to_call(report):
    assert report.summary.sentences[1].render() == (
        "核对材料6份，首次报送即未发现错误的4份（其中4份还有未核的内容）；最常见的问题是从轻处罚下限过低；"
        "有4个单位需要电话催办。"
    )


def test_who_owes_longest_is_called_first_and_an_exempt_unit_never(report):
    calls = report.summary.calls
    assert [(one.unit.name, one.days) for one in calls] == [
        ("青禾镇", 63),
        ("县环保局", 53),
        ("县安监局", 48),
        ("县公安局", 48),
    ]
    owed = {one.duty.obligation.key: [word.render() for word in one.what] for one in calls[1].owed}
    assert owed["plan"] == ["退回后未重报"]
    assert owed["officers"] == ["未报"]


def test_a_missing_copy_is_called_about_too(report):
    anjian = next(one for one in report.summary.calls if one.unit.key == "001")
    owed = {one.duty.obligation.key: [word.render() for word in one.what] for one in anjian.owed}
    assert owed["responsibility"] == ["缺电子版"]
    assert owed["officers"] == ["缺盖章纸质件"]


def test_what_falls_due_next_comes_day_by_day_with_the_units_that_owe_it(report):
    upcoming = report.summary.upcoming
    assert [one.day for one in upcoming] == sorted(one.day for one in upcoming)
    first = upcoming[0]
    assert (first.day, first.days_left, first.title.render(), first.own_day) == (date(2014, 9, 30), 29, "数据库", True)
    assert first.units == ("县安监局", "县环保局", "青禾镇")


def test_what_was_sent_back_falls_due_on_the_day_set_in_the_return(acted):
    upcoming = acted.contents(date(2014, 7, 5)).summary.upcoming
    again = [one for one in upcoming if one.again]
    assert [(one.day, one.title.render(), one.units) for one in again] == [
        (date(2014, 7, 10), "检查计划", ("县环保局",))
    ]


def test_faults_of_filing_are_not_the_faults_met_most(report):
    assert [one.code for one in report.summary.most_met] == ["A302"]


def test_without_a_ledger_what_is_not_in_the_folder_is_not_said_to_be_unfiled(folder_report):
    first, second = (one.render() for one in folder_report.summary.sentences)
    assert "文件夹里没有、不能判断是否已报" in first
    assert "未报" not in first.replace("逾期未报0项", "")
    assert second.endswith("没有单位需要电话催办。")
