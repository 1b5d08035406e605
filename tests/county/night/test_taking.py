"""Each file in the inbox is received once, for whom and on the day its folders say; one bad file stops no other."""

from datetime import date

import pytest

from enforcer.county.night import taking


def numbers(facts):
    return [(one.number, one.unit, one.obligation, one.day.isoformat()) for one in facts.receipts]


def test_what_is_new_is_received_for_the_folder_s_unit_on_the_dated_folder_s_day_else_the_night_s(
    night, put, plan, document, facts
):
    put(plan(), "县安监局/2014-06-25")
    put(document("执法责任制.docx"), "002")
    outcome = night("2014-07-16")
    assert numbers(facts()) == [
        ("2014-00001", "002", "responsibility", "2014-07-16"),
        ("2014-00002", "001", "plan", "2014-06-25"),
    ]
    assert (outcome.taken.seen, len(outcome.taken.receipted), outcome.taken.refused) == (2, 2, [])


@pytest.mark.parametrize("lost", ["gone", "broken", "another program's"])
def test_losing_the_state_of_the_inbox_files_nothing_twice(night, put, plan, facts, workspace, *, lost):
    put(plan(), "县安监局/2014-06-25")
    put(plan("b.xlsx", title="农业局", unit="县农业局"), "县农业局")
    night("2014-07-16")
    head, state = facts().head, workspace.private / "inbox.db"
    if lost == "gone":
        state.unlink()
    else:
        state.write_bytes(b"SQLite format 3\0" + b"x" * 5000 if lost == "broken" else b"once upon a time" * 99)
    outcome = night("2014-07-17")
    assert outcome.taken.receipted == []
    assert facts().head == head
    assert night("2014-07-17").is_news is False


def test_a_file_that_changes_in_place_is_a_new_filing_also_when_it_changes_back(night, put, plan, facts):
    first, second = plan("1.xlsx"), plan("2.xlsx", rows={"place": "北部片区"})
    put(first, "县安监局", "计划.xlsx")
    night("2014-07-01")
    put(second, "县安监局", "计划.xlsx")
    night("2014-07-02")
    put(first, "县安监局", "计划.xlsx")
    night("2014-07-03")
    assert [(one.day.day, one.same_as) for one in facts().receipts] == [(1, None), (2, None), (3, "2014-00001")]
    assert night("2014-07-04").taken.receipted == []


def test_a_file_that_is_only_touched_renamed_or_copied_beside_itself_is_no_new_filing(night, put, plan, facts):
    path = put(plan(), "县安监局")
    night("2014-07-01")
    path.touch()
    put(path, "县安监局", "又一份.xlsx")
    path.rename(path.with_name("改名.xlsx"))
    night("2014-07-02")
    assert len(facts().receipts) == 1


def test_the_same_bytes_in_a_later_dated_folder_are_an_unchanged_refiling(night, put, plan, facts):
    put(plan(), "县安监局/2014-06-25")
    night("2014-07-01")
    put(plan(), "县安监局/2014-07-02")
    night("2014-07-03")
    assert [one.same_as for one in facts().receipts] == [None, "2014-00001"]


def test_a_dated_folder_waits_for_its_day(night, put, plan, facts, page):
    put(plan(), "县安监局/2014-07-20")
    early = night("2014-07-19")
    assert (early.taken.not_yet, early.taken.refused, facts().receipts) == (1, [], ())
    assert "另有1个文件的收到日期还没有到" in page(early)
    night("2014-07-21")
    assert [one.day for one in facts().receipts] == [date(2014, 7, 20)]


def test_one_bad_file_stops_no_other(night, put, plan, document, facts):
    put(plan("z.xlsx"), "县安监局")
    for name, content in (("a.xlsx", b""), ("b.xlsx", b"PK\x03\x04 cut off"), ("c.xls", b"\xd0\xcf\x11\xe0" * 9)):
        put(document(name, content), "县安监局")
    put(plan("a.xlsx"), "水利局")
    put(plan("a.xlsx"), "县安监局/20140628")
    put(plan("a.xlsx"), ".")
    outcome = night("2014-07-16")
    assert [one.name for one in facts().receipts] == ["z.xlsx"]
    refused = {one.path: one.reasons[0].render() for one in outcome.taken.refused}
    assert set(refused) == {
        "a.xlsx", "水利局/a.xlsx", "县安监局/20140628/a.xlsx", "县安监局/a.xlsx", "县安监局/b.xlsx", "县安监局/c.xls"
    }  # fmt: skip
    assert "不是单位名录里的单位" in refused["水利局/a.xlsx"]
    assert "直接放在inbox里" in refused["a.xlsx"]
    assert outcome.exit_code() == 1


def test_a_refused_file_is_tried_again_and_told_every_night(night, put, plan, facts, page):
    path = put(plan(), "水利局")
    assert night("2014-07-01").exit_code() == 1
    assert "水利局/附件1.xlsx" in page(night("2014-07-02"))
    path.parent.rename(path.parent.with_name("县安监局"))
    night("2014-07-03")
    assert len(facts().receipts) == 1


def test_what_breaks_down_on_one_file_costs_that_file_and_exit_code_2(night, put, plan, facts, monkeypatch, *, page):
    put(plan("a.xlsx"), "县安监局")
    put(plan("b.xlsx", title="农业局", unit="县农业局"), "县农业局")
    record = taking.put_on_record

    def breaks(desk, looked, delivery):
        if looked.name == "b.xlsx":
            raise ZeroDivisionError("一")
        return record(desk, looked, delivery)

    monkeypatch.setattr(taking, "put_on_record", breaks)
    outcome = night("2014-07-16")
    assert [one.name for one in facts().receipts] == ["a.xlsx"]
    assert outcome.exit_code() == 2
    assert "登记这份文件时程序出错（ZeroDivisionError：一）" in page(outcome)
    monkeypatch.undo()
    assert night("2014-07-17").exit_code() == 1
    assert [one.name for one in facts().receipts] == ["a.xlsx", "b.xlsx"]
