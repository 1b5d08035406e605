"""Whatever stands around and between the entries, and in whatever order the columns come, the records stay the same."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enforcer.forms import load_form
from enforcer.workbook.book import Book, Merge, Sheet
from enforcer.workbook.reading import read_book
from enforcer.workbook.reading.header_words import spellings, wording

WORDS = [
    "《某法》第八条",
    "监察大队",
    "张某、李某",
    "3月",
    "全县",
    "安全设施",
    "加油站",
    "处一千元罚款",
    "初次",
    "科员",
    "２０１４",
    "x",
]
TITLES = [
    ["附件"],
    ["某县某局"],
    ["（有效期：2014年"],
    ["说明：本表一式两份"],
    [],
    ["填报单位：县农业局", "填报人：张某"],
    [" ", "　"],
]
SPACED = st.sampled_from(["{}", "{} ", "*{}", "\n{}", "{}（必填）"])


def headers_of(form, column):
    """Every word that means this column and no other."""
    known = wording(form)
    words = [column.header, *(one for one in column.patterns if set(".*?|(").isdisjoint(one))]
    return [one for one in words if {hit.key for hit in known.hits(one)} == {column.key}]


@st.composite
def tables(draw):
    """A form, a sheet of its table in some disorder, and the records that the sheet holds."""
    form = load_form(draw(st.sampled_from([1, 2, 3, 4])))
    columns = draw(st.permutations(form.columns))
    headers = []
    for column in columns:
        word = draw(st.sampled_from(headers_of(form, column)))
        headers.append(draw(SPACED).format(word))
    count = draw(st.integers(1, 5))
    entries = []
    for number in range(1, count + 1):
        entry = {column.key: draw(st.sampled_from(WORDS)) for column in columns}
        entry["number"] = number
        if "tier" in entry:
            entry["tier"] = form.tiers[number - 1]
        entries.append(entry)
    lines = [headers, *([entry[column.key] for column in columns] for entry in entries)]
    for place in sorted(draw(st.lists(st.integers(0, len(columns)), max_size=3)), reverse=True):
        for line in lines:
            line.insert(place, None)
    table = [lines[0]]
    for line in lines[1:]:
        table.extend([[]] * draw(st.integers(0, 2)))
        table.append(line)
    title = [form.title.format(county="某县", unit="某局", year=2014)]
    above = draw(st.lists(st.sampled_from(TITLES), max_size=4))
    rows = [*above, title, *draw(st.lists(st.sampled_from(TITLES), max_size=3)), *table]
    width = max(map(len, rows))
    cells = [[*row, *[None] * (width - len(row))] for row in rows]
    first_row, first_column = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    return form, Sheet("表", 0, rows=cells, first_row=first_row, first_column=first_column), entries


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_disorder_around_the_entries_never_changes_the_records(table):
    form, sheet, entries = table
    (reading,) = read_book(Book("x.xlsx", "xlsx", "", 0, (sheet,), {}))
    assert reading.annex == form.annex
    assert [{key: row[key] for key in entries[0]} for row in reading.rows] == [
        {key: str(value) for key, value in entry.items()} for entry in entries
    ]
    for row in reading.rows:
        for key, value in entries[reading.rows.index(row)].items():
            place = row.place(key)
            assert sheet.at(place.row, place.column) == value
    assert reading.nil is None


@given(st.text(max_size=80))
def test_any_text_at_all_has_spellings_and_never_raises(text):
    assert all(spellings(text))


HEADER_WORDS = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "违法行为", "姓名"]
ODD_WORDS = ["同上", "零报告", "一、某类", "合计", "备注：", "年度：", "从轻", "/", ""]
CELLS = st.one_of(
    st.none(),
    st.sampled_from([*WORDS, *HEADER_WORDS, *ODD_WORDS]),
    st.floats(allow_nan=False),
    st.text(max_size=10),
    st.booleans(),
    st.dates(),
)
CORNERS = st.tuples(st.integers(1, 8), st.integers(1, 8), st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=10),
    st.lists(CORNERS, max_size=4),
    st.sampled_from([None, 1, 2, 3, 4]),
    st.booleans(),
)
def test_whatever_the_cells_nothing_raises_and_no_row_is_left_out_in_silence(rows, corners, annex, header):
    if header:
        rows = [["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"], *rows]
    merges = tuple(Merge(top, left, top + down, left + right) for top, left, down, right in corners)
    sheet = Sheet("表", 0, rows=rows, merges=merges)
    readings = read_book(Book("x.xlsx", "xlsx", "", 0, (sheet,), {}), annex=annex)
    for reading in readings:
        for skipped in (*reading.skipped_rows, *reading.skipped_sheets):
            assert skipped.reason.render()
        for assumption in reading.assumptions:
            assert assumption.sentence.render()
        seen = {row.number for row in reading.rows}
        assert len(seen) == len(reading.rows)
        if reading.header_rows and reading.nil is None and not reading.remarks:
            seen |= {one.place.row for one in reading.sample_rows}
            for skipped in reading.skipped_rows:
                seen |= set(range(skipped.place.row, skipped.reason.values.get("last", skipped.place.row) + 1))
            typed = {number for number, row in enumerate(rows, 1) if any(value not in (None, "") for value in row)}
            heads = {row for row in typed if row <= reading.header_rows[-1]}
            again = {one.place.row for one in reading.assumptions if "次序不同" in one.sentence.template}
            assert typed - heads - again - seen == set()
