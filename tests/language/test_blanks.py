import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.blanks import bare, fold, is_blank, is_ditto, is_none_word


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "　", "\u00a0", "\u200b", "\n\t", "-", "/", "—", "——", "－－", "／", "_ _", "　—　", "年  月　日"],
)
def test_a_cell_left_open_is_blank(value: object) -> None:
    assert is_blank(value)


@pytest.mark.parametrize(
    "value", ["无", "0", 0, 0.0, False, "一", "同上", "2014年6月30日", "a-b", "不定期", "-1", "－" * 300 + "1"]
)
def test_what_says_something_is_not_blank(value: object) -> None:
    assert not is_blank(value)


@pytest.mark.parametrize("text", ["无", " 无 ", "无。", "（无）", "没 有", "暂无", "N/A", "Ｎ／Ａ", "不涉及", "不适用"])
def test_words_for_nothing_are_known(text: str) -> None:
    assert is_none_word(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", ["", "无证经营", "无锡", "不予处罚", "没有违法所得的", "-", "无" * 5000])
def test_a_sentence_that_begins_with_no_is_a_value(text: str) -> None:
    assert not is_none_word(text)


@pytest.mark.parametrize("text", ["同上", "同 上", "　同　上", "（同上）", "同前", "〃", "″", '"', "＂", "”", "''"])
def test_marks_for_the_cell_above_are_known(text: str) -> None:
    assert is_ditto(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", ["", "同上述规定", "同左", "同意", "上", "“同上", "同上" * 200])
def test_other_words_do_not_repeat_the_cell_above(text: str) -> None:
    assert not is_ditto(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０１４年６月", "2014年6月"),
        ("ＸＸ局", "XX局"),
        ("（组长）：１～２", "(组长):1~2"),
        ("张　三", "张 三"),
        ("张\u200b三\u00a0", "张 三 "),
        ("《条例》、〔2014〕。", "《条例》、〔2014〕。"),
        ("a\nb", "a\nb"),
    ],
)
def test_full_width_characters_become_half_width(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_bare_text_has_no_spaces_and_no_capitals() -> None:
    assert bare(" Ｎ／ Ａ\n检 查\t时间 ") == "n/a检查时间"


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text())
def test_a_text_is_at_most_one_of_blank_none_and_ditto(text: str) -> None:
    assert is_blank(text) + is_none_word(text) + is_ditto(text) <= 1


@given(st.text(alphabet=" 　\t\n-—/－／_"), st.text(alphabet=" 　", max_size=3))
def test_strokes_and_spaces_are_blank_however_many(strokes: str, spaces: str) -> None:
    assert is_blank(strokes + spaces)
    assert not is_blank(strokes + "1" + spaces)
