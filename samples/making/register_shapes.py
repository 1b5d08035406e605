"""Annex 4 in other words, a sheet beside it that is none, and a nil return without a table."""

from datetime import date

from enforcer.forms import load_form
from making.content import Cells, Unit
from making.habits import FULL_WIDTH, title_of
from making.sheets import Sheet, line, table


def officers_in_other_words(unit: Unit, *, digits: bool = False, dated: bool = False) -> Sheet:
    """Annex 4 with stars and synonyms in its headers; with `digits`, ids and dates in full-width digits.

    With `dated` the end of validity is a date cell.
    """
    words = {
        "name": "*姓 名",
        "sex": "*性 别",
        "id_number": "*公民身份号码",
        "education": "文化程度",
        "body": "*所在机构",
    }
    words |= {"credential": "*执法证编号", "valid_until": "*证件有效期", "joined": "到岗时间", "category": "*执法种类"}
    keys = (
        *("number", "name", "sex", "birth", "id_number", "education", "body", "post", "staffing", "category"),
        *("credential", "valid_until", "joined", "phone", "remarks"),
    )
    form = load_form(4)
    rows: list[Cells] = list(unit.officers())
    if digits:
        wide = ("id_number", "valid_until")
        rows = [{**row, **{key: str(row[key]).translate(FULL_WIDTH) for key in wide}} for row in rows]
    if dated:
        rows = [{**row, "valid_until": date.fromisoformat(str(row["valid_until"]))} for row in rows]
    header = {**unit.header(4), "filed": "2014年7月11日"}
    return table(form, title_of(unit, 4), (line(form, header),), rows, keys=keys, headers=words)


def phone_list(unit: Unit) -> Sheet:
    """A sheet that is no annex: it is skipped, with the reason."""
    sheet = Sheet("值班表")
    sheet.band("7月份值班安排", 3)
    sheet.add(["日期", "值班人", "电话"])
    for day, person in enumerate(unit.people[:5], 1):
        sheet.add([f"7月{day}日", person.name, person.phone])
    return sheet


def nil_statement(unit: Unit, annex: int) -> Sheet:
    """A nil return without any table: title, unit, statement, day."""
    form = load_form(annex)
    sheet = Sheet("Sheet1")
    sheet.add([f"附件{annex}"])
    sheet.band(title_of(unit, annex), 4)
    sheet.band(line(form, {**unit.header(annex), "unit": unit.full}, "unit", "year", "filed", "preparer", "phone"), 4)
    sheet.band("本镇无行政处罚权，零报告。", 4)
    sheet.widths = {1: 20, 2: 20, 3: 20, 4: 20}
    return sheet
