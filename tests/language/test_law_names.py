"""A law has one key however it is named; another law never gets it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.law_names import _ABBREVIATED, law_key

LAWS = (
    "安全生产法",
    "食品安全法",
    "危险化学品安全管理条例",
    "山东省安全生产条例",
    "城市建筑垃圾管理规定",
    "某某办法（试行）",
)
BEFORE = ("", "中华人民共和国", "《", "《中华人民共和国", "《 中华人民共和国 ", "新")
BEHIND = ("", "》", "（2014年修正）", "（2002年）", "》（2018年修订）", "2014年修正", "（国务院令第591号）")


@given(st.sampled_from(LAWS), st.sampled_from(BEFORE), st.sampled_from(BEHIND))
def test_marks_state_and_version_do_not_matter(law, before, behind):
    assert law_key(before + law + behind) == law_key(law)


@given(st.text(max_size=200))
def test_the_key_of_a_key_is_itself_and_nothing_raises(text):
    assert law_key(law_key(text)) == law_key(text)


@pytest.mark.parametrize(("short", "full"), sorted(_ABBREVIATED.items()))
def test_an_abbreviation_leads_to_a_full_title_and_no_further(short, full):
    assert law_key(f"《{short}》") == law_key(f"中华人民共和国{full}") == full
    assert full not in _ABBREVIATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("安全生产法", "山东省安全生产法"),
        ("某办法（试行）", "某办法"),
        ("质量法", "产品质量法"),
        ("规划法", "城乡规划法"),
        ("水法", "水污染防治法"),
        ("安全法", "食品安全法"),
        ("新区管理条例", "区管理条例"),
    ],
)
def test_what_may_be_another_law_stays_apart(one, other):
    assert law_key(one) != law_key(other)
