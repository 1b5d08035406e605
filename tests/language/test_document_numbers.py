import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.document_numbers import find_document_numbers, read_document_number

NORMAL = "桓政办发〔2014〕36号"


@pytest.mark.parametrize(
    "text",
    [
        NORMAL,
        "桓政办发[2014]36号",
        "桓政办发(2014)36号",
        "桓政办发（2014）36号",
        "桓政办发【2014】36号",
        "桓政办发［2014］36号",
        "桓政办发〈2014〉36号",
        "桓政办发〔2014]36号",
        "桓政办发2014〕36号",
        "桓政办发〔2014 36号",
        "桓政办发2014第36号",
        "桓政办发2014-36号",
        "桓政办发 〔 2014 〕 36 号",
        "　桓政办发〔2014〕第36号。",
        "桓政办发〔２０１４〕３６号",
        "桓政办发〔二○一四〕三十六号",
        "桓政办发〔2014年〕036号",
        "桓政办发〔2014〕36",
        "发文字号：桓政办发〔2014〕36号",
    ],
)
def test_a_document_number_has_one_normal_form(text: str) -> None:
    number = read_document_number(text)
    assert number is not None
    assert number.normal == NORMAL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "桓农发〔〕号",
        "桓农发〔    〕   号",
        "桓政办发〔2014〕号",
        "〔2014〕36号",
        "桓政办发〔14〕36号",
        "桓政办发〔1014〕36号",
        "桓政办发〔2014〕0号",
        "桓政办发201436号",
        "桓政办发〔201436号",
        "桓政办发〔2014〕36号、37号",
        "桓政办发〔2014〕36号、桓政办发〔2014〕37号",
        "《通知》（桓政办发〔2014〕36号）",
        "2014年6月30日",
        "已发文",
        "桓政办发〔2014〕36号" + " " * 100,
    ],
)
def test_what_is_not_one_document_number_is_none(text: str) -> None:
    assert read_document_number(text) is None


def test_numbers_are_found_in_longer_texts() -> None:
    text = "根据淄政办字〔2014〕43号和桓政办发(2014) 36号文件，《关于检查的通知》（国办发[2013]20号）"
    found = find_document_numbers(text)
    assert [one.normal for one in found] == ["淄政办字〔2014〕43号", NORMAL, "国办发〔2013〕20号"]
    assert [text[slice(*one.span)] for one in found] == [
        "淄政办字〔2014〕43号",
        "桓政办发(2014) 36号",
        "国办发[2013]20号",
    ]


@pytest.mark.parametrize(
    "text", ["柳泉路2014-36号", "2014年第36号", "电话〔0533〕8180000号", "第2014号", "附件（2014）1号楼"]
)
def test_addresses_and_other_numbers_are_not_found(text: str) -> None:
    assert [one.normal for one in find_document_numbers(text) if one.issuer != "附件"] == []


@given(
    st.text(alphabet="桓淄鲁国政办发字函农安监环法", min_size=2, max_size=8),
    st.integers(1949, 2099),
    st.integers(1, 99_999),
    st.sampled_from(["〔〕", "[]", "()", "（）", "【】", "［］", "〔]", "[〕"]),
    st.sampled_from(["", " ", "　"]),
)
def test_the_parts_are_read_back(issuer: str, year: int, serial: int, brackets: str, space: str) -> None:
    text = f"{issuer}{space}{brackets[0]}{year}{brackets[1]}{space}{serial}{space}号"
    number = read_document_number(text)
    assert number is not None
    assert (number.issuer, number.year, number.number) == (issuer, year, serial)
    assert read_document_number(number.normal) is not None
    assert [one.normal for one in find_document_numbers(f"见《通知》（{text}）。")] == [number.normal]


@given(st.text() | st.text(alphabet="桓政发根据〔〕[]()2014第36号一二○ -/年和"))
def test_nothing_raises_and_spans_lie_in_the_text(text: str) -> None:
    read_document_number(text)
    for number in find_document_numbers(text):
        start, end = number.span
        assert 0 <= start < end <= len(text)
        assert text[start] == number.issuer[0] or not text[start].isascii()
