"""Mail addresses: what is one, and several in a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.mails import is_mail, mails_in


@pytest.mark.parametrize("text", ["a@example.org", "fzb_1.x+y@mail.example.org", "8210000@qq.com", "a@b-c.example.cn"])
def test_an_address_is_one(text):
    assert is_mail(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@",
        "@example.org",
        "a@example",
        "a..b@example.org",
        "a b@example.org",
        "a@example.org\nBcc: b",
        "a@-x.org",
        "<a@example.org>",
        "张三@example.org",
        "a@@example.org",
        ".a@example.org",
        "a@example.org.",
    ],
)
def test_anything_else_is_none(text):
    assert not is_mail(text)


def test_several_stand_in_a_cell_each_once():
    assert mails_in("a@example.org、b@example.org；a@example.org") == ("a@example.org", "b@example.org")
    assert mails_in("ａ＠example.org") == ("a@example.org",)
    assert mails_in("a@example.org 或者打电话") is None
    assert mails_in("") is None


@given(st.text(alphabet="a@.-_ 、", max_size=60))
def test_what_is_handed_on_holds_no_space_and_one_at_sign(text):
    for address in mails_in(text) or ():
        assert address.count("@") == 1
        assert not any(char.isspace() for char in address)
