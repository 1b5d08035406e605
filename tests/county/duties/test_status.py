"""`status` as text, JSON and CSV: who owes what, who was late, whom to ring; exempt units are never missing."""

import csv
import io
import re
from datetime import date, datetime

import jsonschema
import pytest

from enforcer.county.roster.units import Roster
from enforcer.county.standing import nothing_on_record
from enforcer.county.status.as_csv import chase_csv, status_csv
from enforcer.county.status.as_json import status_document
from enforcer.county.status.chase import chase_lines, chased
from enforcer.county.status.overview import overview, overview_in
from enforcer.county.status.page import status_lines
from enforcer.county.status.table import cell_of
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit
from enforcer.locale import translator
from enforcer.schemas import load_schema
from enforcer.verdicts.columns import width
from enforcer.verdicts.lines import plain

DAY = date(2014, 7, 18)


@pytest.fixture
def lived(county):
    """What a county has by mid-July: in time, late, a copy missing, nil, extended, sent back, put on record later."""
    county.receive("plan", date(2014, 7, 3), forms=("electronic",), stated=date(2014, 6, 28))
    county.receive("responsibility", date(2014, 7, 10))
    county.decide("return", date(2014, 7, 11), receipt="2014-00002", until=date(2014, 7, 17))
    county.receive("plan", date(2014, 6, 20), unit="003", entered=datetime(2014, 7, 12, 9))
    county.receive("procedure", date(2014, 7, 15), unit="005", nil=True, forms=("electronic",))
    county.receive("plan", date(2014, 6, 28), unit="006")
    county.decide(
        "extend", date(2014, 7, 1), unit="003", obligation="responsibility", year=2014, until=date(2014, 7, 25)
    )
    return county


def page(shown, columns=200, translate=str):
    return plain(status_lines(shown, columns, translate))


def section(text, heading):
    """The lines below one heading."""
    found = re.search(rf"^{heading}，\d+项\n((?:  .*\n)+)", text, re.MULTILINE)
    return [] if found is None else [one.strip() for one in found[1].splitlines()]


def test_each_list_names_unit_obligation_day_and_how_long(lived):
    text = page(lived.overview(DAY))
    assert text.startswith("桓台县2014年度应报事项一览（截至2014-07-18，依据桓政办发〔2014〕36号）\n")
    assert "青禾镇　检查计划　期限2014-06-30，已逾期18天" in section(text, "逾期未报")
    assert section(text, "迟报") == ["县安监局　检查计划　期限2014-06-30，2014-07-03收到，迟3天"]
    assert section(text, "退回待重报") == [
        "县安监局　执法责任制　2014-07-10收到的（回执2014-00002）已退回，2014-07-17前重报，已超过1天"
    ]
    assert section(text, "缺纸质件或电子版") == [
        "县安监局　检查计划　2014-07-03已收到，缺盖章纸质件；期限2014-06-30已过"
    ]
    assert section(text, "临期") == ["县公安局　执法责任制　期限2014-07-25，还有7天"]
    assert section(text, "经同意延期") == ["县公安局　执法责任制　延期到2014-07-25（原定2014-07-15）"]
    assert section(text, "表内日期与收到日期不同（以收到的日期为准）") == [
        "县安监局　检查计划　2014-07-03收到，表内填写2014-06-28"
    ]
    assert section(text, "补录（登记晚于收到）") == ["县公安局　检查计划"]
    assert re.search(r"台账校验值：[0-9a-f]{64}\n$", text)


def test_credential_clocks_are_something_to_verify_and_shown_ahead(lived):
    said = section(page(lived.overview(DAY)), "执法检查登记（证件）")
    assert said[0] == (
        "县安监局　名录登记的最近一次报备2013-06-30，2014-06-30已满一年，2015-06-30满两年；"
        "请核实是否符合不再办理新的行政执法证件的条件"
    )
    assert "县公安局　名录登记的最近一次报备2014-03-01，2015-03-01满一年，2016-03-01满两年" in said
    assert said[-1] == "未核（没有收到过登记表，名录也没有期初数）：青禾镇"
    later = section(page(lived.overview(date(2015, 7, 1))), "执法检查登记（证件）")
    assert "2015-06-30已满两年；请核实是否符合收回行政执法证件、由县法制办保存的条件" in later[0]


def test_exempt_units_stand_with_their_reason_and_nowhere_as_missing(lived):
    shown = lived.overview(DAY)
    text = page(shown)
    exempt = section(text, "免报")
    assert "县公安局　执法人员信息　公安单位不报此项（通知二（七））" in exempt
    assert any(one.startswith("县农业执法大队　") and one.endswith("　由县农林局报送") for one in exempt)
    assert not any("县农业执法大队" in one or "县林业局" in one for one in section(text, "逾期未报"))
    assert {one.duty.unit.code for one in chased(shown.duties())}.isdisjoint({"006", "008"})
    assert any("县林业局（存续到2014-07-10）没有报过此项，由本单位承继" in one for one in section(text, "说明"))


def test_the_table_has_a_row_a_unit_and_a_few_signs_a_cell(lived):
    rows = {line.split()[0]: line.split()[1:] for line in page(lived.overview(DAY)).splitlines()[4:10]}
    assert list(rows) == ["县安监局", "县公安局", "青禾镇", "县林业局", "县农林局", "县农业执法大队"]
    assert rows["县安监局"][:6] == ["未报", "迟3缺", "逾3", "未报", "未报", "已退回"]
    assert rows["县公安局"][1] == "按期补"
    assert rows["青禾镇"][2] == "免报零"
    assert set(rows["县农业执法大队"]) == {"免报"}


@pytest.mark.parametrize("columns", [40, 72, 100])
def test_a_narrow_terminal_gets_the_table_in_parts_and_every_unit_in_each(lived, columns):
    shown = lived.overview(DAY)
    lines = page(shown, columns).splitlines()
    table = lines[2 : next(place for place, one in enumerate(lines) if one.startswith("迟3＝"))]
    assert max(width(one) for one in table) <= columns
    parts = sum(one.startswith("县安监局") for one in table)
    assert parts > 1 or columns == 100
    assert sum(one.startswith("县农业执法大队") for one in table) == parts


def test_a_column_that_nobody_owes_is_left_out(lived):
    text = page(lived.overview(date(2015, 2, 1), 2015))
    assert "裁量" not in text.split("迟3＝")[0]
    assert "县安监局　检查计划　期限2015-01-31（本县约定期限），已逾期1天" in section(text, "逾期未报")


def test_one_unit_or_one_obligation_alone(lived):
    shown = lived.overview(DAY)
    notice = shown.settings.notice
    town = next(one.unit for one in shown.units if one.unit.code == "005")
    one = shown.narrowed(town, notice.obligations["plan"])
    assert [duty.obligation.key for duty in one.duties()] == ["plan"]
    assert "共1个单位、1项：逾期1项" in page(one)
    assert "执法检查登记" not in page(one)
    with pytest.raises(EnforcerError, match="2015年度不存在"):
        lived.overview(DAY, 2015).narrowed(next(u.unit for u in shown.units if u.unit.code == "006"), None)


def test_whom_to_ring_for_what_since_when(lived):
    text = plain(chase_lines(lived.overview(DAY), str))
    assert "县安监局　王晓明　0533-8180001\n" in text
    assert re.search(r"  检查计划 +缺盖章纸质件  2014-06-30到期，已过18天\n", text)
    assert re.search(r"  执法责任制 +退回后未重报  2014-07-17到期，已过1天\n", text)
    assert "青禾镇　名录里没有联系人和电话" in text
    rows = chased(lived.overview(DAY).duties())
    assert len({(one.duty.unit.key, one.duty.obligation.key) for one in rows}) == len(rows)
    assert text.endswith(f"共{len({one.duty.unit.key for one in rows})}个单位、{len(rows)}项\n")


def test_before_any_due_day_there_is_nobody_to_ring(county):
    assert "没有要催的。" in plain(chase_lines(county.overview(date(2014, 6, 15)), str))


def test_the_json_keeps_to_its_schema_and_tells_each_duty(lived):
    document = status_document(lived.overview(DAY), str)
    jsonschema.validate(document, load_schema(document["schema"]))
    assert (document["as_of"], document["year"], len(document["units"])) == ("2014-07-18", 2014, 6)
    safety = document["units"][0]
    plan = next(one for one in safety["duties"] if one["obligation"] == "plan")
    assert (plan["state"], plan["days_late"], plan["received"], plan["stated"]) == (
        "late",
        3,
        "2014-07-03",
        "2014-06-28",
    )
    assert plan["forms_missing"] == ["paper"]
    assert {one["obligation"] for one in document["chase"] if one["code"] == "001"} >= {"plan", "responsibility"}


def test_the_json_of_a_county_without_a_ledger_keeps_to_its_schema(county):
    document = status_document(overview_in(county.workspace, DAY), str)
    jsonschema.validate(document, load_schema(document["schema"]))
    assert document["head"] is None


def read(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_csv_has_a_row_a_duty(lived):
    rows = read(status_csv(lived.overview(DAY), str))
    assert len(rows) == 6 * 13
    plan = next(one for one in rows if one["单位"] == "县安监局" and one["附件"] == "1")
    assert (plan["状态"], plan["迟报或逾期天数"], plan["还缺"]) == ("迟报", "3", "盖章纸质件")
    exempt = next(one for one in rows if one["单位"] == "县公安局" and one["附件"] == "4")
    assert (exempt["状态"], exempt["免报原因"]) == ("免报", "公安单位不报此项（通知二（七））")
    rung = read(chase_csv(lived.overview(DAY), str))
    assert rung[0]["联系电话"] == "0533-8180001"
    assert {one["单位代码"] for one in rung} == {"001", "003", "005", "007"}


def test_no_name_in_the_roster_starts_a_formula_or_steers_the_terminal(county):
    hostile = Unit("=HYPERLINK(1)局", "+1", contact="@张", phone="\x1b[31m12")
    settings = county.workspace.settings
    shown = overview(settings, Roster("桓台县", (hostile,)), nothing_on_record(date(2014, 7, 1)), 2014)
    for text in (status_csv(shown, str), chase_csv(shown, str)):
        assert len(rows := list(csv.reader(io.StringIO(text)))) > 1
        assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert "\x1b" not in page(shown) + plain(chase_lines(shown, str))


def test_every_cell_has_words_in_both_languages(lived):
    english = translator("en")
    for duty in lived.overview(DAY).duties():
        assert cell_of(duty).render()
        assert not re.search(r"[\u4e00-\u9fff]", cell_of(duty).render(english))
