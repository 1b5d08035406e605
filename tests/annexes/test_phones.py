"""Telephone numbers: as clerks write them, and what is none."""

import pytest

from enforcer.annexes.phones import is_phone


@pytest.mark.parametrize(
    "typed",
    [
        "13800000000",
        13800000000,
        13800000000.0,
        "138 0000 0000",
        "138-0000-0000",
        "+86 13800000000",
        "0533-8210000",
        "05338210000",
        "（0533）8210000",
        "０５３３－８２１００００",
        "8210000",
        8210000,
        5338210000,
        "8210000转8012",
        "8210000-8012",
        "0533-8210000、13800000000",
        "8210000/8210001",
        "8210000 13800000000",
        "办公室：8210000；手机：13800000000",
        "张三 13800000000",
        "12345",
        "661234",
        "4000001234",
    ],
)
def test_a_telephone_number_is_one(typed):
    assert is_phone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "同上",
        "无号码",
        "1380000000",
        "138000000000",
        "123",
        "8210000@qq",
        "a8210000",
        "8210000、同上",
        "0" * 18,
        "8" * 200,
        "2014-06-30 及其他x",
    ],
)
def test_what_has_a_digit_too_few_or_other_signs_is_none(typed):
    assert not is_phone(typed)
