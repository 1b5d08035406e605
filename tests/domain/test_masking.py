"""Id numbers never leave the program unmasked, however they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.domain.masking import mask, masked
from enforcer.domain.sentence import Sentence

# Made by rule: region 000000 exists nowhere.
EIGHTEEN = "00000019000101000X"


@pytest.mark.parametrize(
    "typed",
    [
        EIGHTEEN,
        EIGHTEEN.lower(),
        "000000 19000101 000X",
        "０００００００００００００００",
        "000000-190001-01-0001",
        f"身份证{EIGHTEEN}。",
        "000000190001010",
    ],
)
def test_a_long_number_keeps_only_its_ends(typed):
    assert "19000101" not in masked(typed).replace(" ", "")
    assert "*" in masked(typed)


@pytest.mark.parametrize(
    "typed", ["13800000000", "2014-06-30", "桓政办发〔2014〕36号", "15030200012", "20140630", "1000000000元"]
)
def test_shorter_numbers_stay_as_they_are(typed):
    assert masked(typed) == typed


def test_a_sentence_masks_what_it_is_given():
    said = Sentence("所填{value}不对", {"value": EIGHTEEN}).render()
    assert EIGHTEEN not in said
    assert said.startswith("所填000")


@given(st.text(alphabet="0123456789Xx ", min_size=0, max_size=40))
def test_a_mask_keeps_the_length_and_at_most_five_characters(number):
    bare = "".join(number.split())
    hidden = mask(number)
    assert len(hidden) == len(bare)
    assert sum(one != "*" for one in hidden) <= 5


@given(st.integers(min_value=10**14, max_value=10**18 - 1), st.text(alphabet="，。号（）", max_size=3))
def test_no_text_around_a_number_hides_it_from_the_mask(number, around):
    assert str(number) not in masked(f"{around}{number}{around}")
