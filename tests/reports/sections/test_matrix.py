"""Section 2: each duty's state in words, copies apart, totals both ways, exemptions with their reason."""

from datetime import date


def cell(report, unit, obligation):
    row = next(one for one in report.matrix.rows if one.unit.key == unit)
    return next(one for one in row.cells if one.duty.obligation.key == obligation)


def test_a_state_is_said_in_words_with_its_days(report):
    said = {
        (unit, key): cell(report, unit, key).words.render()
        for unit, key in (
            ("001", "plan"),
            ("001", "benchmark"),
            ("001", "procedure"),
            ("002", "plan"),
            ("003", "officers"),
            ("004", "authority"),
            ("001", "summary"),
        )
    }
    assert said == {
        ("001", "plan"): "按期",
        ("001", "benchmark"): "迟报4天",
        ("001", "procedure"): "逾期48天",
        ("002", "plan"): "已退回",
        ("003", "officers"): "免报",
        ("004", "authority"): "已报",
        ("001", "summary"): "未到期",
    }


def test_paper_and_electronic_copy_stand_apart(report):
    register = cell(report, "001", "officers")
    assert (register.paper.owed, register.paper.day, register.paper.is_missing) == (True, None, True)
    assert (register.electronic.day, register.electronic.is_missing) == (date(2014, 7, 14), False)
    document = cell(report, "001", "responsibility")
    assert (document.paper.day, document.electronic.is_missing) == (date(2014, 7, 10), True)


def test_a_copy_that_nobody_owes_is_not_missing(report):
    assert not cell(report, "001", "summary").electronic.owed
    assert not cell(report, "003", "officers").paper.is_missing


def test_totals_run_both_ways(report):
    matrix = report.matrix
    for column in matrix.columns:
        place = matrix.columns.index(column)
        states = [row.cells[place].state for row in matrix.rows]
        assert {state: states.count(state) for state in column.totals} == dict(column.totals)
        assert column.owed == len(states) - states.count("exempt")
    for row in matrix.rows:
        states = [one.state for one in row.cells]
        assert {state: states.count(state) for state in row.totals} == dict(row.totals)
    for state, count in matrix.totals.items():
        assert count == sum(row.totals[state] for row in matrix.rows)
        assert count == sum(column.totals[state] for column in matrix.columns)


def test_copies_are_counted_by_obligation(report):
    columns = {one.obligation.key: one for one in report.matrix.columns}
    assert columns["plan"].paper == (4, 3, 0)
    assert columns["officers"].paper == (3, 0, 1)
    assert columns["officers"].electronic == (3, 1, 0)
    assert columns["responsibility"].electronic == (4, 0, 1)
    assert columns["summary"].electronic == (0, 0, 0)


def test_the_countys_own_day_is_told_from_the_notices(report):
    own = {one.obligation.key: one.own_day for one in report.matrix.columns}
    assert own["databases"]
    assert not own["plan"]


def test_each_exemption_refers_to_its_reason(report):
    reasons = {one.number: one.sentence.render() for one in report.matrix.reasons}
    for row in report.matrix.rows:
        for one in row.cells:
            assert (one.reason is None) == (one.state != "exempt")
            if one.reason is not None:
                assert reasons[one.reason] == one.duty.exempt.render()
    assert reasons[cell(report, "003", "officers").reason] == "公安单位不报此项（通知二（七））"


def test_an_obligation_that_nobody_owes_has_no_column(acted):
    later = acted.contents(date(2015, 3, 1))
    shown = {one.obligation.key for one in later.matrix.columns}
    assert {"plan", "summary"} <= shown
    assert len(shown) + len(later.matrix.absent) == len(later.notice.obligations)


def test_a_nil_return_is_marked(report):
    assert [one.render() for one in cell(report, "004", "authority").signs] == ["零报告"]
