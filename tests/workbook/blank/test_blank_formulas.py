"""The facts that the form's formulas rest on are those that `enforcer validate` reads by."""

import pytest

from enforcer.annexes import identity
from enforcer.annexes.identity import Identity, read_id
from enforcer.forms import load_forms
from enforcer.language import blanks
from enforcer.language.blanks import is_blank, is_none_word
from enforcer.workbook.blank.formulas import NOTHING, POSITIONS, PROVINCES, WEIGHTS, among


@pytest.mark.parametrize("word", NOTHING)
def test_what_the_form_takes_for_nothing_is_nothing(word):
    assert is_blank(word) or is_none_word(word)


def test_every_word_for_nothing_is_known_to_the_form():
    assert set(NOTHING) >= blanks._NONE_WORDS


def test_provinces_are_the_same():
    assert set(PROVINCES) == identity._PROVINCES


@pytest.mark.parametrize("serial", range(0, 1000, 37))
def test_the_weights_give_the_check_digit(serial):
    body = f"37032119800101{serial:03}"
    total = sum(int(body[place - 1]) * weight for place, weight in zip(POSITIONS, WEIGHTS, strict=True))
    assert isinstance(read_id(body + "10X98765432"[total % 11]), Identity)


def test_words_stand_apart():
    assert among(("男", "女")) == "|男||女|"


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: str(form.annex))
def test_every_form_says_what_it_cannot_see(form):
    assert len(form.unseen) >= 3
    assert all(text.endswith("。") for text in form.unseen)
