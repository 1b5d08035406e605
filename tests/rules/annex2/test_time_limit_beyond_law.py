"""A204: no limit leaves the law that is in force on the day."""

from datetime import date

import pytest

from enforcer.domain.unit import Unit

CODE = "A204"
IN_2014, BEFORE, SINCE = date(2014, 8, 1), date(2021, 7, 14), date(2021, 7, 15)


def found(judge, dossier):
    verdict = judge(CODE, dossier)
    assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
    return list(verdict.all_findings())


@pytest.mark.parametrize(
    "typed", ["15日内", "10日", "8天", "自作出决定之日起十五日内", "10个工作日", "7个工作日", "一个月", "两周"]
)
def test_service_later_than_seven_days_is_accused(procedure, judge, typed):
    (finding,) = found(judge, procedure(over={"送达": {"time_limit": typed}}))
    assert finding.message.render() == f"送达处罚决定书的时限写成“{typed}”，超过法定的7日"
    assert finding.place.cell == "E9"
    assert finding.value == typed
    assert finding.clause.number == "《行政处罚法》（2009年修正）第四十条"
    assert "应当在七日内依照民事诉讼法的有关规定" in finding.expected.render()
    assert "7日以内" in finding.remedy.render()


@pytest.mark.parametrize(
    "typed",
    [
        "7日内",
        "七日内",
        "当场",
        "当日",
        "3日内",
        "5个工作日",
        "1周",
        "7日内；公告送达的60日",
        "公告送达60日",
        "决定作出后7日内",
        "24小时内",
        "7天",
    ],
)
def test_service_within_seven_days_is_not_accused(procedure, judge, typed):
    assert found(judge, procedure(over={"送达": {"time_limit": typed}})) == []


@pytest.mark.parametrize("typed", ["及时", "按规定时间", "法定期限内"])
def test_service_at_a_time_that_cannot_be_read_is_unexamined(procedure, judge, typed):
    verdict = judge(CODE, procedure(over={"送达": {"time_limit": typed}}))
    assert not list(verdict.all_findings())
    (left,) = verdict.all_unexamined()
    assert (left.cause, left.places[0].cell) == ("unreadable", "E9")


@pytest.mark.parametrize("typed", ["", "无", None])
def test_a_blank_limit_is_left_to_a203(procedure, judge, typed):
    verdict = judge(CODE, procedure(over={"送达": {"time_limit": typed}}))
    assert not list(verdict.all_findings())
    assert not list(verdict.all_unexamined())


@pytest.mark.parametrize("step", ["检查登记", "立案", "调查", "决定", "告知", "执行", "结案", "决定、送达", "法制审核"])
def test_before_2021_no_law_limits_the_other_steps(procedure, judge, step):
    assert found(judge, procedure((step, {"time_limit": "180日内"}), day=BEFORE)) == []


def test_since_2021_a_decision_takes_ninety_days_at_most(procedure, judge):
    (finding,) = found(judge, procedure(over={"决定": {"time_limit": "立案之日起120日内"}}, day=SINCE))
    assert finding.clause.number == "《行政处罚法》（2021年修订）第六十条"
    assert "超过法定的90日" in finding.message.render()


@pytest.mark.parametrize(
    "typed", ["90日内", "立案之日起九十日内", "3个月", "90日内；经批准可延长30日", "调查终结后15日内"]
)
def test_a_decision_within_ninety_days_is_not_accused(procedure, judge, typed):
    assert found(judge, procedure(over={"决定": {"time_limit": typed}}, day=SINCE)) == []


def test_ninety_days_are_for_the_general_procedure(procedure, judge):
    assert found(judge, procedure(("决定", {"time_limit": "120日内"}), label="简易程序", day=SINCE)) == []


@pytest.mark.parametrize(
    ("manner", "law"),
    [
        ("证据先行登记保存的，15日内作出处理决定", "第三十七条第二款"),
        ("当事人要求听证的，应当在告知后5日内提出", "第四十二条第一款第（一）项"),
        ("告知听证权利，当事人可在二日内提出听证申请", "第四十二条第一款第（一）项"),
        ("举行听证的3日前通知当事人时间、地点", "第四十二条第一款第（二）项"),
        ("听证会举行前5日通知当事人", "第四十二条第一款第（二）项"),
        ("收到听证告知书之日起5日内书面提出", "第四十二条第一款第（一）项"),
        ("当事人自收到决定书之日起30日内，到指定的银行缴纳罚款", "第四十六条第三款"),
        ("当事人自收到决定书之日起10日内到银行缴纳罚款", "第四十六条第三款"),
        ("处罚决定书当事人不在场的，10日内送达", "第四十条"),
    ],
)
def test_a_limit_in_the_manner_is_known_by_its_own_words(procedure, judge, manner, law):
    (finding,) = found(judge, procedure(("告知", {"manner": manner})))
    assert finding.clause.number == f"《行政处罚法》（2009年修正）{law}"
    assert finding.place.field == "manner"


@pytest.mark.parametrize(
    "manner",
    [
        "证据先行登记保存的，7日内作出处理决定",
        "当事人要求听证的，应当在告知后三日内提出",
        "当事人要求听证的，应当在告知后3个工作日内提出",
        "举行听证的7日前通知当事人",
        "听证的10日前通知当事人",
        "收到听证申请后15日内组织听证",
        "听证结束后10日内提出听证报告",
        "当事人自收到决定书之日起15日内到银行缴纳罚款；逾期每日按罚款数额的3%加处罚款",
        "当场收缴的罚款2日内交至行政机关",
        "确有困难的，经批准可以延期30日缴纳罚款",
        "责令5日内缴纳社会保险费",
        "不服的，60日内申请复议，或者3个月内提起诉讼",
        "当事人3日内提出陈述申辩意见，逾期视为放弃听证",
        "处罚告知书10日内送达",
        "10日内送达当事人",
        "决定书邮寄送达的，10日内送达",
        "听证结束后5日内提出处理意见",
        "收到听证申请书后5日内提出意见",
        "当事人要求听证的，10日内通知当事人",
        "听证前5日内通知当事人",
        "催告后10日内仍不缴纳罚款的，申请强制执行",
        "当场缴纳罚款",
    ],
)
def test_a_limit_for_something_else_is_not_accused(procedure, judge, manner):
    assert found(judge, procedure(("告知", {"manner": manner}))) == []


def test_several_limits_in_one_cell_are_told_apart(procedure, judge):
    manner = "当事人要求听证的，应当在告知后3日内提出，行政机关在听证的五日前通知当事人；处罚决定书7日内送达"
    (finding,) = found(judge, procedure(("听证", {"manner": manner, "time_limit": "20日内"})))
    assert finding.message.render() == "听证前通知当事人写成“行政机关在听证的五日前通知当事人”，不足法定的7日"


@pytest.mark.parametrize(
    ("step", "typed", "accused"),
    [
        ("证据先行登记保存", "7日内", 0),
        ("证据先行登记保存", "10日内", 1),
        ("当事人申请听证", "3日内", 0),
        ("当事人申请听证", "5日内", 1),
        ("听证通知", "7日前", 0),
        ("听证", "3日前", 1),
        ("听证告知", "10日内", 0),
        ("缴纳罚款", "15日内", 0),
        ("缴纳罚款", "30日内", 1),
        ("缴纳罚款", "当场", 0),
        ("执行", "30日内", 0),
    ],
)
def test_a_step_by_name_has_its_own_limit(procedure, judge, step, typed, accused):
    assert len(found(judge, procedure((step, {"time_limit": typed, "manner": "见规定"})))) == accused


@pytest.mark.parametrize(
    "case",
    [
        ("送达", "7个工作日", BEFORE, 1),
        ("送达", "7个工作日", SINCE, 0),
        ("送达", "7日内", SINCE, 0),
        ("送达", "10日内", SINCE, 0),
        ("送达", "15日内", SINCE, 1),
        ("送达", "8个工作日", SINCE, 1),
        ("当事人申请听证", "3日内", BEFORE, 0),
        ("当事人申请听证", "3日内", SINCE, 1),
        ("当事人申请听证", "5日内", BEFORE, 1),
        ("当事人申请听证", "5日内", SINCE, 0),
        ("当事人申请听证", "5个工作日内", SINCE, 0),
        ("听证通知", "7日前", SINCE, 0),
        ("听证通知", "5日前", SINCE, 1),
        ("缴纳罚款", "15日内", SINCE, 0),
        ("证据先行登记保存", "7个工作日", SINCE, 0),
    ],
)
def test_the_law_of_the_day_decides(procedure, judge, case):
    step, typed, day, accused = case
    assert len(found(judge, procedure((step, {"time_limit": typed, "manner": "见规定"}), day=day))) == accused


def test_a_term_of_the_party_cut_short_is_worded_so(procedure, judge):
    (finding,) = found(judge, procedure(("当事人申请听证", {"time_limit": "3日内", "manner": "见规定"}), day=SINCE))
    assert finding.message.render() == "当事人要求听证的时限写成“3日内”，比法定的5个工作日短"
    assert finding.clause.number == "《行政处罚法》（2021年修订）第六十四条第（一）项"


def test_a_term_under_rules_of_its_own_is_left_to_people(procedure, judge):
    typed = {"time_limit": "5个工作日", "manner": "见规定", "remarks": "《国土资源听证规定》第二十一条"}
    verdict = judge(CODE, procedure(("当事人申请听证", typed)))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == ["not_applicable"]


def test_the_penalty_law_itself_is_no_rule_of_its_own(procedure, judge):
    typed = {"time_limit": "15日内", "remarks": "《中华人民共和国行政处罚法》第四十条"}
    assert len(found(judge, procedure(over={"送达": typed}))) == 1


def test_a_unit_without_penalty_power_is_not_judged(procedure, judge):
    unit = Unit("某镇", penalty_power=False)
    assert found(judge, procedure(over={"送达": {"time_limit": "15日内"}}, unit=unit)) == []
