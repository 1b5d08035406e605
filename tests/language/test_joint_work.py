"""Words of joint work, and of other units."""

import pytest

from enforcer.language.joint_work import is_joint, names_another_unit


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("与县公安局联合检查", True),
        ("会同环保部门", True),
        ("联 合 执 法", True),
        ("由安监局牵头", True),
        ("联合收割机的牌证", False),
        ("农村信用合作联合社", False),
        ("安全生产责任制", False),
        ("", False),
    ],
)
def test_who_works_together_says_so(text, joint):
    assert is_joint(text) is joint


@pytest.mark.parametrize(
    ("text", "own", "other"),
    [
        ("张三、县环保局李四", "县安监局", True),
        ("张三、县安监局李四", "县安监局", False),
        ("张三、桓台县安监局（李四）", "县安监局", False),
        ("青禾镇（李四）", "县安监局", True),
        ("局长张三", "县安监局", False),
        ("监察大队张三", "县安监局", False),
        ("县环保局李四", None, True),
        ("张三、李四", None, False),
    ],
)
def test_another_unit_is_told_from_the_own_one(text, own, other):
    assert names_another_unit(text, own) is other
