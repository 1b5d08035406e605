"""Who owes what: exemptions with their reasons, due days and their changes, copies owed, mergers in mid-year."""

from dataclasses import replace
from datetime import date

import pytest

from enforcer.county.duties.owed import Facts, duties_of
from enforcer.county.ledger.journal import Decision
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import without_workspace
from enforcer.domain.notice import Due
from enforcer.domain.unit import Unit

SAFETY = Unit("县安监局", code="001")
SETTINGS = without_workspace()
DUES = {
    "authority": None,
    "plan": date(2014, 6, 30),
    "procedure": date(2014, 7, 15),
    "log": None,
    "case-reports": None,
    "responsibility": date(2014, 7, 15),
    "appraisal": date(2014, 10, 30),
    "accountability": date(2014, 10, 30),
    "benchmark": date(2014, 7, 30),
    "officers": date(2014, 7, 15),
    "credentials": None,
    "databases": None,
    "summary": date(2014, 12, 1),
}


def duties(unit, day=date(2014, 12, 31), receipts=(), decisions=(), *, year=2014, others=(), settings=SETTINGS):
    """The unit's duties by obligation key."""
    facts = Facts(settings, Roster("桓台县", (unit, *others)), day, tuple(receipts), tuple(decisions))
    return {one.obligation.key: one for one in duties_of(unit, year, facts)}


def extension(until, *, day=date(2014, 6, 20), seq=1, unit="001", obligation="plan", receipt=None):
    return Decision(
        seq, "extend", day, "张三", "汛期", receipt=receipt, unit=unit, obligation=obligation, year=2014, until=until
    )


def test_each_obligation_of_the_notice_is_a_duty_with_its_day():
    found = duties(SAFETY)
    assert {key: one.due_day for key, one in found.items()} == DUES
    assert not any(one.is_own_day or one.extended for one in found.values())


@pytest.mark.parametrize(
    ("unit", "exempt"),
    [
        (SAFETY, {"credentials"}),
        (SAFETY._replace(own_credentials=True), set()),
        (SAFETY._replace(penalty_power=False), {"procedure", "benchmark", "credentials"}),
        (SAFETY._replace(exemption="公安", own_credentials=True), {"officers", "databases"}),
        (SAFETY._replace(exemption="税务", own_credentials=True), {"officers", "databases"}),
        (SAFETY._replace(name="县公安局"), {"credentials"}),
        (SAFETY._replace(reporter="县农业局"), set(DUES)),
    ],
)
def test_the_roster_decides_who_is_exempt_and_each_exemption_says_why(unit, exempt):
    found = {key: one for key, one in duties(unit).items() if one.state == "exempt"}
    assert set(found) == exempt
    assert all(one.exempt.render() and one.owed_since is None and not one.forms for one in found.values())


def test_the_reasons_are_told_in_words():
    assert duties(SAFETY._replace(exemption="公安"))["officers"].exempt.render() == "公安单位不报此项（通知二（七））"
    assert duties(SAFETY._replace(reporter="县农业局"))["plan"].exempt.render() == "由县农业局报送"
    town = duties(SAFETY._replace(penalty_power=False))
    assert town["procedure"].exempt.render() == "没有行政处罚权，不必报送；可以报零报告"


def test_an_exempt_unit_may_file_a_nil_return_and_it_is_seen(receipt):
    town = SAFETY._replace(penalty_power=False)
    nil = receipt(date(2014, 7, 20), obligation="procedure", nil=True)
    one = duties(town, receipts=[nil])["procedure"]
    assert (one.state, one.is_nil, one.days_late) == ("exempt", True, 0)


@pytest.mark.parametrize(
    ("key", "forms", "higher", "owed"),
    [
        ("plan", ("electronic",), False, ("paper", "electronic")),
        ("summary", ("paper",), False, ("paper",)),
        ("benchmark", ("electronic",), False, ("paper", "electronic")),
        ("benchmark", ("electronic",), True, ("electronic",)),
    ],
)
def test_both_copies_are_owed_but_where_the_notice_asks_for_one(receipt, key, forms, higher, owed):
    filed = receipt(date(2014, 6, 1), obligation=key, forms=forms, higher_standard=higher)
    one = duties(SAFETY, receipts=[filed])[key]
    assert one.forms == owed
    assert one.lacking_forms == tuple(form for form in owed if form not in forms)


def test_an_extension_moves_the_last_day_from_the_day_it_was_decided_on(receipt):
    granted = [extension(date(2014, 7, 31))]
    assert duties(SAFETY, date(2014, 7, 15), decisions=granted)["plan"].state == "not-due"
    extended = duties(SAFETY, date(2014, 7, 31), decisions=granted)["plan"]
    assert (extended.state, extended.due_day, extended.named_day) == ("due-soon", date(2014, 7, 31), DUES["plan"])
    assert duties(SAFETY, date(2014, 8, 1), decisions=granted)["plan"].days_late == 1
    assert duties(SAFETY, date(2014, 6, 19), decisions=granted)["plan"].due_day == DUES["plan"]
    filed = [receipt(date(2014, 7, 20))]
    assert duties(SAFETY, receipts=filed, decisions=granted)["plan"].state == "on-time"


def test_the_last_extension_holds_and_none_shortens_the_notice_s_day():
    longer, shorter = extension(date(2014, 7, 31)), extension(date(2014, 7, 10), seq=2, day=date(2014, 6, 25))
    assert duties(SAFETY, decisions=[longer, shorter])["plan"].due_day == date(2014, 7, 10)
    early = duties(SAFETY, decisions=[extension(date(2014, 6, 10), day=date(2014, 6, 1))])["plan"]
    assert (early.due_day, early.extended) == (DUES["plan"], False)


def test_an_extension_of_another_duty_or_of_a_return_moves_no_due_day(receipt):
    others = [
        extension(date(2014, 7, 31), unit="002"),
        extension(date(2014, 7, 31), obligation="officers"),
        extension(date(2014, 7, 31), receipt="2014-00001"),
    ]
    assert duties(SAFETY, receipts=[receipt(date(2014, 7, 2))], decisions=others)["plan"].days_late == 2
    endless = duties(SAFETY, decisions=[extension(date(2014, 7, 31), obligation="databases")])["databases"]
    assert (endless.due_day, endless.extended) == (None, False)


def test_a_return_covers_the_sealed_paper_that_had_come_by_then_and_none_that_came_later(receipt):
    file = receipt(date(2014, 6, 20), forms=("electronic",), fate="returned", until=date(2014, 6, 30))
    paper = receipt(date(2014, 6, 21), number="2014-00002", forms=("paper",))
    back = Decision(1, "return", date(2014, 6, 22), "张三", "缺页", receipt="2014-00001", until=date(2014, 6, 30))
    sent = duties(SAFETY, date(2014, 7, 1), [file, paper], [back])["plan"]
    assert (sent.state, sent.is_refiling_overdue, sent.days_late) == ("returned", True, 0)
    again = receipt(date(2014, 6, 25), number="2014-00003", forms=("paper",))
    answered = duties(SAFETY, date(2014, 7, 1), [file, paper, again], [back])["plan"]
    assert (answered.state, answered.is_refiling_overdue) == ("on-time", False)


def test_the_calendar_moves_a_day_off_and_says_so():
    moved = replace(SETTINGS, calendar="next-workday")
    one = duties(SAFETY, date(2015, 2, 2), year=2015, settings=moved)["plan"]
    assert (one.state, one.due_day, one.named_day) == ("due-soon", date(2015, 2, 2), date(2015, 1, 31))
    assert "顺延到2015-02-02" in one.remarks[0].render()
    unknown = duties(SAFETY, date(2099, 2, 1), year=2099, settings=moved)["plan"]
    assert (unknown.state, unknown.days_late) == ("overdue", 1)
    assert "没有2099年的放假安排" in unknown.remarks[0].render()


def test_later_years_take_the_recurring_duties_and_the_county_s_own_day_is_marked_so():
    found = duties(SAFETY, date(2015, 2, 1), year=2015)
    assert [key for key, one in found.items() if one.exempt is None] == ["plan", "log", "case-reports", "summary"]
    assert (found["plan"].due_day, found["plan"].is_own_day) == (date(2015, 1, 31), True)
    assert (found["summary"].due_day, found["summary"].is_own_day) == (date(2015, 12, 1), False)
    assert "2014年度" in found["officers"].exempt.render()


def test_before_the_notice_nothing_is_owed():
    assert {one.state for one in duties(SAFETY, year=2013).values()} == {"exempt"}


def test_a_county_may_set_a_day_where_the_notice_names_none():
    databases = SETTINGS.notice.obligations["databases"]._replace(due=Due("day", 9, 30, own=True))
    notice = SETTINGS.notice._replace(obligations={**SETTINGS.notice.obligations, "databases": databases})
    one = duties(SAFETY, date(2014, 10, 1), settings=replace(SETTINGS, notice=notice))["databases"]
    assert (one.state, one.days_late, one.is_own_day) == ("overdue", 1, True)


def test_a_unit_that_was_founded_later_owes_what_falls_due_after():
    young = SAFETY._replace(since=date(2014, 8, 1))
    assert {one.state for one in duties(young, date(2014, 7, 31)).values()} == {"exempt"}
    found = duties(young, date(2014, 8, 1))
    assert "还没有设立" in found["plan"].exempt.render()
    assert found["appraisal"].state == "not-due"
    assert found["authority"].state == "open"
    assert duties(SAFETY._replace(since=DUES["plan"]), date(2014, 7, 1))["plan"].state == "overdue"


FORESTRY = Unit("县林业局", code="006", until=date(2014, 7, 10), successor="县农林局")
HEIR = Unit("县农林局", code="007", since=date(2014, 7, 11))


def test_what_a_merged_unit_had_not_filed_falls_to_its_heir_and_it_is_not_missing_any_more():
    before = duties(FORESTRY, date(2014, 7, 10), others=[HEIR])
    assert before["plan"].state == "overdue"
    after = duties(FORESTRY, date(2014, 7, 11), others=[HEIR])
    assert {one.state for one in after.values()} == {"exempt"}
    assert "由县农林局承继" in after["plan"].exempt.render()
    heir = duties(HEIR, date(2014, 7, 11), others=[FORESTRY])
    assert (heir["plan"].state, heir["plan"].days_late, heir["plan"].heirs_of) == ("overdue", 11, ("县林业局",))
    assert "县林业局" in heir["plan"].remarks[0].render()
    assert heir["officers"].state == "due-soon"


def test_what_a_merged_unit_had_filed_before_its_end_counts_for_both(receipt):
    filed = [receipt(date(2014, 6, 20), unit="006", forms=("electronic",))]
    old = duties(FORESTRY, date(2014, 8, 1), filed, others=[HEIR])["plan"]
    assert (old.state, old.lacking_forms, old.owed_since) == ("on-time", (), None)
    heir = duties(HEIR, date(2014, 8, 1), filed, others=[FORESTRY])["plan"]
    assert (heir.state, heir.lacking_forms, heir.remarks) == ("on-time", ("paper",), ())


def test_the_heir_s_own_filing_closes_the_duty(receipt):
    filed = [receipt(date(2014, 7, 14), unit="007", obligation="officers")]
    assert duties(HEIR, date(2014, 8, 1), filed, others=[FORESTRY])["officers"].state == "on-time"


def test_an_heir_that_was_there_all_along_files_its_own_and_is_not_served_by_the_merged_unit_s(receipt):
    there = HEIR._replace(since=None)
    merged = receipt(date(2014, 6, 20), unit="006")
    assert duties(there, date(2014, 8, 1), [merged], others=[FORESTRY])["plan"].state == "overdue"
    own = receipt(date(2014, 6, 25), unit="007", number="2014-00002")
    assert duties(there, date(2014, 8, 1), [merged, own], others=[FORESTRY])["plan"].counting.unit == "007"


def test_what_came_under_the_old_name_after_the_end_counts_for_the_heir(receipt):
    there = HEIR._replace(since=None)
    filed = receipt(date(2014, 7, 14), unit="006", obligation="officers")
    assert duties(there, date(2014, 8, 1), [filed], others=[FORESTRY])["officers"].state == "on-time"


def test_a_founded_heir_owes_nothing_for_a_predecessor_that_owed_nothing():
    town = FORESTRY._replace(penalty_power=False)
    assert duties(HEIR, date(2014, 8, 1), others=[town])["procedure"].state == "overdue"
    late = HEIR._replace(since=date(2014, 7, 20))
    assert duties(late, date(2014, 8, 1), others=[town])["procedure"].state == "exempt"


def test_a_merger_of_an_earlier_year_leaves_no_trace_in_a_later_one():
    one = duties(HEIR, date(2016, 3, 1), year=2016, others=[FORESTRY])["plan"]
    assert (one.heirs_of, one.remarks) == ((), ())


def test_a_unit_that_ended_with_no_heir_is_not_missing_either():
    gone = duties(FORESTRY._replace(successor=""), date(2014, 12, 31))
    assert {one.state for one in gone.values()} == {"exempt"}
    assert "不再存在" in gone["summary"].exempt.render()


def test_what_was_filed_in_another_year_or_for_something_else_does_not_count(receipt):
    others = [receipt(date(2014, 6, 1), year=2015), receipt(date(2014, 6, 1), obligation="officers")]
    assert duties(SAFETY, receipts=others)["plan"].receipts == ()
