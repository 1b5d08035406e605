"""X001: whom a plan names stands in the unit's register, with a credential of the day."""

from datetime import date

import pytest

from enforcer.domain.unit import Unit

CODE = "X001"


@pytest.fixture
def verdict(filed, judged, typed_officer):
    """verdict("张三、李四") judges that cell against a register of 张三 (C-0001) and 李四 (C-0002)."""

    def run(*cells, officers=None, **more):
        registered = (
            [typed_officer("张三", "C-0001"), typed_officer("李四", "C-0002")] if officers is None else officers
        )
        rows = [{"inspectors": typed, "target": "加油站"} for typed in cells]
        return judged(CODE, filed(plan=rows, officers=registered, **more))

    return run


def said(verdict):
    return [one.message.render() for one in verdict.all_findings()]


def left(verdict):
    return [(one.cause, one.reason.render()) for one in verdict.all_unexamined()]


@pytest.mark.parametrize(
    "typed",
    [
        "张三、李四",
        "张 三，李 四",
        "张三（组长）、李四",
        "组长张三 李四",
        "张三 C-0001、李四 C-0002",
        "张三（C-0001）；李四（0002）",
        "张三和李四",
        "张三等2人",
        "张三\n李四",
        "张三、李四、张三",
    ],
)
def test_names_as_people_write_them_are_found(verdict, typed):
    assert said(verdict(typed)) == []


def test_who_is_not_registered_is_named_at_the_cell_as_a_warning(verdict):
    result = verdict("张三、王五")
    (finding,) = result.all_findings()
    assert finding.message.render() == "检查人员“王五”不在本单位附件4登记的执法人员中"
    assert (finding.place.cell, finding.severity, finding.value) == ("E5", "warning", "张三、王五")
    assert "补报附件4" in finding.remedy.render()
    assert result.exit_code() == 0


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("执法大队全体人员", "没有写明姓名"),
        ("2人", "没有写明姓名"),
        ("监察科2名执法人员", "没有写明姓名"),
        ("张三、执法大队", "没有写明姓名"),
        ("张三、李四丰收", "读不准"),
    ],
)
def test_who_is_not_named_is_unexamined_never_accused(verdict, typed, why):
    result = verdict(typed)
    assert said(result) == []
    assert why in left(result)[0][1]


def test_until_annex_4_is_in_nothing_is_judged(filed, judged):
    result = judged(CODE, filed(plan=[{"inspectors": "张三"}]))
    assert said(result) == []
    assert left(result) == [("absent", "没有可以核对的附件4（行政执法人员信息登记表），无法核对人员")]


def test_a_nil_plan_needs_no_register(filed, judged):
    assert left(judged(CODE, filed(plan=[]))) == []


def test_a_register_without_anybody_registers_nobody(verdict):
    assert said(verdict("张三", officers=[])) == ["检查人员“张三”不在本单位附件4登记的执法人员中"]


@pytest.mark.parametrize(
    ("until", "accused"), [("2014-08-01", False), ("2014-08-02", False), ("2014-07-31", True), ("2014年7月", True)]
)
def test_the_last_day_of_a_credential_counts(verdict, typed_officer, until, accused):
    result = verdict("张三", officers=[typed_officer("张三", "C-0001", until)])
    assert bool(said(result)) is accused
    if accused:
        (finding,) = result.all_findings()
        assert "有效期至2014-07-31（附件4第5行），到2014-08-01已经过期" in finding.message.render()
        assert [one.field for one in finding.related] == ["valid_until"]


def test_officers_of_one_name_are_told_apart_by_number(verdict, typed_officer):
    both = [typed_officer("张三", "C-0001", "2014-01-01"), typed_officer("张三", "C-0002")]
    assert said(verdict("张三 C-0002", officers=both)) == []
    assert said(verdict("张三", officers=both)) == []
    assert "已经过期" in said(verdict("张三 C-0001", officers=both))[0]
    assert said(verdict("张三 C-0009", officers=both)) == ["检查人员“张三”写的证号是C-0009，附件4第5行登记的是C-0001"]


def test_a_number_of_somebody_else_is_named(verdict):
    assert said(verdict("王五 C-0002")) == ["检查人员“王五”不在本单位附件4中；所写证号C-0002在附件4第6行登记的是“李四”"]


@pytest.mark.parametrize("number", ["13853300000", "0533-8210000"])
def test_a_telephone_number_beside_a_name_is_no_credential(verdict, number):
    assert said(verdict(f"张三 {number}")) == []


def test_where_credentials_have_eleven_digits_such_a_number_is_one(verdict, typed_officer):
    registered = [typed_officer("张三", "15030200012")]
    assert said(verdict("张三 15030200012", officers=registered)) == []
    assert "15030200013" in said(verdict("张三 15030200013", officers=registered))[0]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"name": "张三", "remarks": "申领中"}, "申领中"),
        ({"name": "张三", "credential": "C-1", "valid_until": "长期"}, "有效期至哪一天"),
        ({"name": "张三", "credential": "C-1"}, "有效期至哪一天"),
    ],
)
def test_a_credential_whose_end_is_not_known_is_unexamined(verdict, row, why):
    result = verdict("张三", officers=[row])
    assert said(result) == []
    assert why in left(result)[0][1]


def test_where_a_name_in_the_register_cannot_be_read_nobody_is_accused(verdict, typed_officer):
    result = verdict("王五", officers=[typed_officer("张三", "C-0001"), typed_officer("", "C-0002")])
    assert said(result) == []
    assert "附件4有姓名空着" in left(result)[0][1]


def test_of_two_filings_of_annex_4_either_registers(filed, judged, reading, typed_officer):
    corrected = reading(4, [typed_officer("王五", "C-0003")])._replace(file="annex4_2.xlsx")
    dossier = filed(plan=[{"inspectors": "张三、王五"}], officers=[typed_officer("张三", "C-0001")], more=[corrected])
    assert said(judged(CODE, dossier)) == []


@pytest.mark.parametrize(
    ("typed", "accused"),
    [("张三、县环保局（王五）", False), ("张三、县安监局（王五）", True), ("张三、监察大队（王五）", True)],
)
def test_whom_a_cell_names_as_another_units_is_not_accused(verdict, typed, accused):
    assert bool(said(verdict(typed))) is accused


def test_a_combine_harvester_is_no_joint_inspection(filed, judged, typed_officer):
    plan = [{"inspectors": "王五", "target": "联合收割机驾驶人"}]
    assert len(said(judged(CODE, filed(plan=plan, officers=[typed_officer("张三")])))) == 1


def test_the_partner_of_a_joint_inspection_may_be_another_units(filed, judged, typed_officer):
    plan = [{"inspectors": "张三、王五", "matter": "与县公安局联合检查"}]
    result = judged(CODE, filed(plan=plan, officers=[typed_officer("张三", "C-0001")]))
    assert said(result) == []
    assert "对方的人员" in left(result)[0][1]


@pytest.mark.parametrize("kind", ["公安", "税务"])
def test_exempt_units_are_checked_against_their_own_clean_up_list(filed, judged, typed_officer, kind):
    unit = Unit("县某局", exemption=kind, own_credentials=True)
    without = judged(CODE, filed(plan=[{"inspectors": "张三"}], unit=unit))
    assert said(without) == []
    assert f"登记为{kind}单位，免报附件4，没有列明人员的本系统证件清理结果可以对照" in left(without)[0][1]
    listed = filed(plan=[{"inspectors": "张三、王五"}], officers=[typed_officer("张三", "J-1")], unit=unit)
    assert said(judged(CODE, listed)) == ["检查人员“王五”不在本单位附件4登记的执法人员中"]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2015, 4, 30), "《行政处罚法》（2009年修正）第三十七条第一款"),
        (date(2015, 5, 1), "《山东省行政执法监督条例》第十条"),
    ],
)
def test_it_rests_on_the_law_of_the_day(verdict, day, number):
    (finding,) = verdict("王五", day=day).all_findings()
    assert finding.clause.number == number


def test_what_was_typed_once_for_several_rows_is_accused_once(filed, judged, typed_officer):
    dossier = filed(plan=[{"inspectors": "王五"}, {"inspectors": "王五"}], officers=[typed_officer("张三", "C-0001")])
    dossier.readings[0].rows[1].origins = {"inspectors": 5}
    assert [one.place.cell for one in judged(CODE, dossier).all_findings()] == ["E5"]
