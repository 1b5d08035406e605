"""Section 3: findings by rule and by unit; waived as waived, unexamined as unexamined; what passed as filed."""

from datetime import date


def rule(report, code):
    return next((one for one in report.quality.rules if one.code == code), None)


def test_a_rule_says_what_it_asks_and_by_which_clause(report):
    floor = rule(report, "A302")
    assert floor.title.render() == "从轻处罚下限过低"
    assert floor.clause.number == "二（六）"
    assert "不得低于最高限值或者倍数的20%" in floor.asks.render()
    assert not floor.asks.render().startswith("要求")


def test_every_rule_met_has_words_for_what_it_asks(report):
    assert all(one.asks.render().endswith("。") for one in report.quality.rules)


def test_a_waived_finding_stays_visible_as_waived_and_weighs_nothing(report):
    lapsed = rule(report, "A406")
    assert (lapsed.open, lapsed.waived, lapsed.units) == (0, 1, 0)
    group = next(one for one in report.quality.by_unit_and_rule if one.code == "A406")
    assert (group.open, group.set_aside, [one.finding.state for one in group.findings]) == (0, 1, ["waived"])
    unit = report.quality.units[0]
    assert unit.set_aside == 1
    assert unit.errors == sum(one.open for one in report.quality.by_unit_and_rule if _is_error_of(one, "001"))


def _is_error_of(group, unit):
    return group.unit.key == unit and group.severity == "error"


def test_a_waiver_that_ran_out_weighs_again(acted):
    lapsed = rule(acted.contents(date(2015, 1, 15)), "A406")
    assert (lapsed.open, lapsed.waived) == (1, 0)


def test_what_was_not_examined_is_said_with_the_units_and_the_reason(report):
    clock = next(one for one in report.quality.unexamined if one.code == "F006")
    assert clock.cause == "absent"
    assert clock.units == ("县环保局", "青禾镇")
    assert "不知道从哪一天起算" in clock.reason.render()
    assert all(one.cause != "not_applicable" for one in report.quality.unexamined)


def test_what_was_sent_back_did_not_pass_as_filed(report):
    assert report.quality.passed.filings == 6
    assert report.quality.passed.passed == 4


def test_a_version_filed_again_did_not_pass_as_filed(county):
    made = county()
    made.receive("001", "benchmark", date(2014, 7, 1), "fail/A302-lenient-below-floor/annex3.xlsx")
    made.receive("001", "benchmark", date(2014, 7, 20), "pass/县安监局/annex3.xlsx")
    passed = made.contents(date(2014, 7, 21)).quality.passed
    assert (passed.filings, passed.passed) == (1, 0)


def test_sealed_paper_beside_the_file_is_no_version_of_it(county):
    made = county()
    made.receive("001", "plan", date(2014, 6, 20), forms=("paper",))
    made.receive("001", "plan", date(2014, 6, 21), "pass/县安监局/annex1.xlsx", forms=("electronic",))
    passed = made.contents(date(2014, 6, 25)).quality.passed
    assert (passed.filings, passed.passed) == (1, 1)


def test_paper_alone_was_not_examined_and_did_not_pass(county):
    made = county()
    made.receive("001", "plan", date(2014, 6, 20), forms=("paper",))
    passed = made.contents(date(2014, 6, 25)).quality.passed
    assert (passed.filings, passed.passed) == (0, 0)


def test_the_worst_rules_come_first(report):
    order = [one.severity for one in report.quality.rules]
    assert order == sorted(order, key=("error", "warning", "info").index)


def test_only_the_first_five_cells_of_a_rule_are_named(report):
    group = report.quality.by_unit_and_rule[0]
    many = group._replace(findings=group.findings * 9)
    assert len(many.first_cells) == 5
    assert many.total == 9 * group.total
