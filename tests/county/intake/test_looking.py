"""Looking at a file: whose it is, of which year, for which obligation; and when it is refused instead of guessed."""

import hashlib
import pickle
import zipfile
from datetime import date

import pytest

from enforcer.county.intake.known import dated, known_in, placed
from enforcer.county.intake.looking import look
from enforcer.domain.errors import EnforcerError


def parts(looked):
    return [(one.unit.code, one.year, one.obligation.key) for one in looked.parts]


def said(looked):
    return [one.render() for one in looked.refusals]


def remarked(looked):
    return [one.render() for one in looked.remarks]


def codes(looked):
    return {finding.code for part in looked.parts if part.verdict for finding in part.verdict.all_findings()}


def test_a_plan_says_itself_whose_it_is(known, plan):
    path = plan()
    looked = look(path, known)
    assert parts(looked) == [("001", 2014, "plan")]
    assert (looked.refusals, looked.remarks, looked.skip) == ((), (), None)
    assert looked.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    (part,) = looked.parts
    assert (part.stated, part.nil, part.plan_kinds) == (date(2014, 6, 20), False, ("年度",))
    assert {one.day_source for one in part.verdict.files} == {"receipt"}


def test_what_looking_came_to_travels_between_processes(known, plan):
    looked = look(plan(rows={"period": None}), known._replace(marks=True))
    again = pickle.loads(pickle.dumps(looked.without_rows()))  # noqa: S301 - our own bytes
    assert again.parts[0].verdict.by_rule() == looked.parts[0].verdict.by_rule() == {"A101": 1}
    assert again.copies == looked.copies
    assert pickle.loads(pickle.dumps(known)) == known  # noqa: S301


def test_full_and_short_name_are_one_unit(known, plan):
    looked = look(plan(title="安全生产监督管理局", unit="县安监局"), known)
    assert parts(looked) == [("001", 2014, "plan")]
    assert "W012" not in codes(looked)


def test_contradicting_witnesses_are_refused_and_quoted(known, plan):
    looked = look(plan(title="农业局", unit="县安监局"), known)
    assert looked.parts == ()
    assert "前后不一致" in said(looked)[0]
    assert "“县安监局”" in said(looked)[0]
    assert "“桓台县农业局”" in said(looked)[0]


def test_the_unit_that_was_given_decides_and_the_contradiction_is_w012(known, plan):
    unit = known.roster.get("县农业局")
    looked = look(plan(title="农业局", unit="县安监局"), known._replace(unit=unit))
    assert parts(looked) == [("002", 2014, "plan")]
    (finding,) = [one for one in looked.parts[0].verdict.all_findings() if one.code == "W012"]
    assert finding.place.cell == "B2"
    assert "按“桓台县农业局”收下" in finding.message.render()
    agreed = look(plan(title="农业局", unit="县农业局"), known._replace(unit=unit))
    assert "W012" not in codes(agreed)


def test_a_predecessors_name_is_no_contradiction(known, plan):
    looked = look(plan(title="农机局", unit="县农机局"), known._replace(unit=known.roster.get("县农业局")))
    assert "W012" not in codes(looked)


def test_a_unit_that_the_roster_lacks_is_refused(known, plan):
    looked = look(plan(title="水利局", unit="县水利局"), known)
    assert looked.parts == ()
    assert "不在单位名录里" in said(looked)[0]


def test_a_file_without_any_name_is_refused_unless_its_folder_is_a_units(known, plan, tmp_path):
    silent = plan(title="ＸＸ局", unit=None)
    assert look(silent, known).parts == ()
    folder = tmp_path / "县农业局"
    folder.mkdir()
    assert parts(look(silent.rename(folder / "附件1.xlsx"), known)) == [("002", 2014, "plan")]


def test_the_year_of_the_file_goes_before_the_working_year_and_is_said(known, plan):
    looked = look(plan(year=2013), known)
    assert parts(looked) == [("001", 2013, "plan")]
    assert "不是工作年度2014" in remarked(looked)[0]
    given = look(plan(year=2013), known._replace(year=2014))
    assert parts(given) == [("001", 2014, "plan")]
    assert "W012" in codes(given)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2013年度活动开展情况总结.docx", 2013),
        ("2013年活动开展情况总结.docx", 2013),
        ("关于报送 2013 年度活动开展情况总结的报告.docx", 2013),
        ("活动开展情况总结.docx", 2014),
        ("2013年12月活动开展情况总结.docx", 2014),
        ("20131230活动开展情况总结.docx", 2014),
        ("活动开展情况总结（2013年修改）.docx", 2014),
        ("2013年度和2014年度活动开展情况总结.docx", 2014),
    ],
)
def test_a_document_is_of_the_year_that_its_name_tells_for_sure_else_of_the_working_year(known, document, name, year):
    looked = look(document(name), known._replace(unit=known.roster.get("001")))
    assert parts(looked) == [("001", year, "summary")]
    assert ["文件名写的是2013年度" in one for one in remarked(looked)] == ([True] if year == 2013 else [])


def test_the_office_s_word_on_the_year_goes_before_a_document_s_name(known, document):
    given = known._replace(unit=known.roster.get("001"), year=2014)
    looked = look(document("2013年度活动开展情况总结.docx"), given)
    assert (parts(looked), remarked(looked)) == ([("001", 2014, "summary")], [])


def test_what_came_in_before_the_working_year_began_is_not_of_it(workspace, document):
    text = workspace.settings_file.read_text(encoding="utf-8")
    workspace.settings_file.write_text(text.replace("2014", "2015"), encoding="utf-8")
    for day, year in ((date(2014, 12, 31), 2014), (date(2015, 1, 1), 2015), (date(2016, 1, 1), 2015)):
        known = known_in(workspace, day, unit=workspace.roster.get("001"))
        assert parts(look(document("活动开展情况总结.docx"), known)) == [("001", year, "summary")]


def test_one_workbook_with_two_annexes_closes_two_obligations(known, two_annexes):
    looked = look(two_annexes, known)
    assert parts(looked) == [("001", 2014, "plan"), ("001", 2014, "officers")]
    plan, officers = looked.parts
    assert {one.reading.annex for one in plan.verdict.files} == {1}
    assert {one.reading.annex for one in officers.verdict.files} == {4}


def test_an_obligation_that_was_given_takes_its_annex_alone_and_says_what_is_left(known, two_annexes):
    looked = look(two_annexes, known._replace(obligation=known.notice.obligations["plan"]))
    assert parts(looked) == [("001", 2014, "plan")]
    assert "行政执法人员信息登记表" in remarked(looked)[0]


def test_another_annex_than_the_one_given_is_refused(known, plan):
    looked = look(plan(), known._replace(obligation=known.notice.obligations["officers"]))
    assert looked.parts == ()
    assert said(looked) == ["文件是年度行政执法检查计划，不是行政执法人员信息登记表"]


def test_an_archive_is_taken_apart_by_unit_and_the_same_annex_joined(known, plan, tmp_path):
    archive = tmp_path / "材料.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(plan("a.xlsx"), "安监/计划一.xlsx")
        file.write(plan("b.xlsx"), "安监/计划二.xlsx")
        file.write(plan("c.xlsx", title="农业局", unit="县农业局"), "农业/计划.xlsx")
        file.write(plan("d.xlsx", title="农业局", unit="县安监局"), "不明/计划.xlsx")
    looked = look(archive, known)
    assert parts(looked) == [("001", 2014, "plan"), ("002", 2014, "plan")]
    assert len(looked.parts[0].verdict.files) == 2
    assert said(looked)[0].startswith("不明/计划.xlsx：")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("县安监局行政执法责任制.docx", "responsibility"),
        ("责任追究办法（定稿）.pdf", "accountability"),
        ("评议考核办法.jpg", "appraisal"),
        ("2014年工作总结.doc", "summary"),
        ("log.xlsx", "log"),
        ("2014-00012_执法检查登记表.pdf", "log"),
    ],
)
def test_a_document_is_recognised_by_its_name(known, document, name, key):
    looked = look(document(name), known._replace(unit=known.roster.units[0]))
    assert parts(looked) == [("001", 2014, key)]
    assert looked.parts[0].verdict is None


@pytest.mark.parametrize("name", ["材料.docx", "责任制和责任追究办法.docx"])
def test_a_name_that_tells_nothing_or_too_much_is_refused_with_the_obligations(known, document, name):
    looked = look(document(name), known._replace(unit=known.roster.units[0]))
    assert looked.parts == ()
    assert "responsibility（行政执法责任制）" in said(looked)[0]


def test_a_plan_sent_as_pdf_is_received_with_what_is_wrong_with_it(known, document):
    looked = look(document("附件1.pdf"), known._replace(unit=known.roster.units[0]))
    assert parts(looked) == [("001", 2014, "plan")]
    assert looked.parts[0].verdict.by_rule() == {"W001": 1}


def test_any_document_serves_an_obligation_without_an_annex(known, plan, document):
    asked = known._replace(unit=known.roster.units[0], obligation=known.notice.obligations["log"])
    assert parts(look(plan(), asked)) == [("001", 2014, "log")]
    assert parts(look(document("随便.bin"), asked)) == [("001", 2014, "log")]
    assert "0 字节" in said(look(document("空.docx", b""), asked))[0]


def test_a_document_without_a_unit_is_refused(known, document):
    assert "--unit" in said(look(document("年度总结.docx"), known))[0]


def test_the_register_form_of_a_unit_free_of_it_serves_its_own_clean_up_if_so_named(known, two_annexes):
    police = known._replace(unit=known.roster.get("桓台县公安局"))
    named = two_annexes.with_name("证件清理结果.xlsx")
    assert ("003", 2014, "officers") in parts(look(two_annexes, police))
    two_annexes.rename(named)
    assert ("003", 2014, "credentials") in parts(look(named, police))


def test_a_lock_file_is_left_alone_with_the_reason(known, document):
    looked = look(document("~$附件1.xlsx"), known)
    assert looked.parts == looked.refusals == ()
    assert "临时文件" in looked.skip.render()


def test_a_file_that_is_not_there_is_refused(known, tmp_path):
    assert "移走或删除" in said(look(tmp_path / "x.xlsx", known))[0]


def test_quarterly_plans_are_told_from_annual_ones(known, plan):
    assert look(plan(rows={"kind": "季度"}), known).parts[0].plan_kinds == ("季度",)
    assert look(plan(rows={"kind": None}), known).parts[0].plan_kinds == ("年度",)  # its title says so


def test_a_file_too_large_to_read_is_still_a_document(known, document):
    small = known._replace(
        unit=known.roster.units[0],
        obligation=known.notice.obligations["summary"],
        limits=known.limits._replace(size=10),
    )
    path = document("总结.pdf", b"x" * 100)
    looked = look(path, small)
    assert looked.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert parts(looked) == [("001", 2014, "summary")]


def test_the_inbox_says_whose_and_when(workspace):
    def of(*steps):
        return placed(workspace, workspace.inbox.joinpath(*steps))

    assert of("县农业局", "2014-06-28", "a.xlsx") == (workspace.roster.get("002"), date(2014, 6, 28))
    assert of("002", "a.xlsx").day is None
    assert of("桓台县农业局", "2014-06", "a.xlsx").day is None
    assert placed(workspace, workspace.root / "a.xlsx") is None
    assert of("..", "inbox", "002", "a.xlsx").unit.code == "002"
    assert dated(workspace, workspace.inbox / "某局" / "2014-06-28" / "a.xlsx") == date(2014, 6, 28)
    with pytest.raises(EnforcerError, match="不是单位名录里的单位"):
        of("水利局", "a.xlsx")
    with pytest.raises(EnforcerError, match="直接放在inbox里"):
        of("a.xlsx")


@pytest.mark.parametrize("folder", ["2014-02-30", "20140628", "2014-6-28", "2014.06.28", "2014年6月28日", "2014_06_28"])
def test_a_folder_that_only_looks_like_a_day_is_refused_rather_than_taken_for_none(workspace, folder):
    with pytest.raises(EnforcerError, match="请改成2014-06-28这样"):
        placed(workspace, workspace.inbox / "002" / folder / "a.xlsx")
