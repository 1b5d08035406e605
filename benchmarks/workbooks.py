"""Large filled workbooks made by rule: plausible cells, no real person, no real id."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from stdnum.cn import ric

from enforcer.forms import load_form

Cells = Mapping[str, object]

HEADERS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (
        ("填报单位", "县安监局"),
        ("年度", "2014"),
        ("发文字号", "桓安监发〔2014〕12号"),
        ("公布日期", "2014-06-16"),
        ("上级业务主管单位", "市安监局"),
        ("报上级备案日期", "2014-06-18"),
        ("报县法制办备案日期", "2014-06-20"),
    ),
    3: (("填报单位", "县安监局"), ("年度", "2014"), ("报县法制办备案日期", "2014-07-20"), ("执行标准", "本单位")),
    4: (("填报单位", "县安监局"), ("年度", "2014"), ("报县法制办日期", "2014-07-10")),
}
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"


def made_id(number: int) -> str:
    """An id number by rule: a county that does not exist, births from 1901 on, a man, a true check digit."""
    days, sequence = divmod(number, 400)
    body = f"379900{1901 + days // 336}{1 + days // 28 % 12:02}{1 + days % 28:02}{sequence * 2 + 1:03}"
    return body + ric.calc_check_digit(f"{body}0")


def officer_rows(count: int) -> Iterator[Cells]:
    """Rows of annex 4."""
    for number in range(count):
        name = SURNAMES[number % 20] + GIVEN[number // 20 % 20] + GIVEN[number // 400 % 20]
        yield {
            "number": number + 1,
            "name": name,
            "sex": "男",
            "id_number": made_id(number),
            "body": "执法大队",
            "post": "科员",
            "category": "安全生产",
            "credential": f"1503{number:07}",
            "issued": "2013-03-01",
            "valid_until": "2015-02-28",
            "joined": "2010-05",
            "staffing": "公务员",
            "education": "本科",
            "phone": f"138{number:08}",
        }


def plan_rows(count: int) -> Iterator[Cells]:
    """Rows of annex 1."""
    for number in range(count):
        yield {
            "number": number + 1,
            "kind": "年度",
            "basis": f"《安全生产法》第{number % 90 + 1}条",
            "body": "监察大队",
            "inspectors": "张某、李某",
            "period": f"2014年{number % 6 + 1}月至{number % 6 + 7}月",
            "place": f"第{number}片区",
            "matter": f"第{number}项安全生产责任制落实情况",
            "target": f"第{number}号危险化学品企业",
        }


def benchmark_rows(violations: int) -> Iterator[Cells]:
    """Rows of annex 3: five tiers a violation, ranges that ascend from a fifth of the maximum."""
    for number in range(violations):
        most = (number % 50 + 1) * 5000
        steps = [most * share // 100 for share in (20, 36, 52, 68, 84, 100)]
        for tier, (name, low, high) in enumerate(zip(load_form(3).tiers, steps, steps[1:], strict=False)):
            first = tier == 0
            yield {
                "number": number + 1 if first else None,
                "violation": f"第{number}种违法行为" if first else None,
                "legal_basis": f"《安全生产法》第{number % 90 + 1}条：违反规定的，处{most}元以下的罚款。"
                if first
                else None,
                "tier": name,
                "conditions": f"违法情形之{tier + 1}（第{number}种）",
                "standard": f"处{low}元以上{high}元以下罚款",
            }


def written(annex: int, rows: Sequence[Cells] | Iterator[Cells], path: Path, unit: str = "县安监局") -> Path:
    """The rows as a plain workbook on the form's own headers, as a unit would type it without our blank."""
    import xlsxwriter  # noqa: PLC0415

    form = load_form(annex)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(form.sheet)
        sheet.write(0, 0, f"桓台{unit}2014年度{form.name}")
        for column, (label, value) in enumerate(HEADERS[annex]):
            sheet.write(1, 2 * column, f"{label}：")
            sheet.write_string(1, 2 * column + 1, unit if label == "填报单位" else value)
        for column, one in enumerate(form.columns):
            sheet.write(2, column, one.header)
        for number, cells in enumerate(rows, 3):
            for column, one in enumerate(form.columns):
                value = cells.get(one.key)
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write(number, column, value)
    return path
