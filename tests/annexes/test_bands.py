"""Value bands read from the words of a condition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.bands import read_bands
from enforcer.annexes.bounds import Bounds

closed = Bounds.closed


@pytest.mark.parametrize(
    ("words", "quantity", "bounds"),
    [
        ("货值金额不足一万元的", "货值金额", Bounds(None, False, 10000, False)),
        ("货值金额一万元以上的", "货值金额", closed(10000, None)),
        ("货值金额在1万元以上5万元以下", "货值金额", closed(10000, 50000)),
        ("违法所得1万元以上不足5万元", "违法所得", Bounds(10000, True, 50000, False)),
        ("违法所得超过10万元的", "违法所得", Bounds(100000, False, None, False)),
        ("违法所得10万元以上不超过20万元的", "违法所得", closed(100000, 200000)),
        ("有违法所得的", "违法所得", Bounds(0, False, None, False)),
        ("没有违法所得的", "违法所得", closed(0, 0)),
        ("没有违法所得或者违法所得不足三万元的", "违法所得", Bounds(None, False, 30000, False)),
        ("非法经营额五千元以下", "违法经营额", closed(None, 5000)),
    ],
)
def test_a_band_is_read(words, quantity, bounds):
    (band,) = read_bands(words)
    assert (band.quantity, band.ranges) == (quantity, (bounds,))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "初次违法",
        "没收违法所得",
        "违法所得无法计算的",
        "所有违法所得",
        "逾期不改正的",
        "货值金额较大的",
        "涉及面积1000平方米以上",
    ],
)
def test_what_names_no_sum_has_no_band(words):
    assert read_bands(words) == ()


def test_bands_of_the_same_sum_are_apart_where_they_share_no_value():
    ((small,), (large,), (none,), (some,)) = map(
        read_bands, ["货值金额不足一万元", "货值金额一万元以上", "没有违法所得", "有违法所得"]
    )
    assert small.apart_from(large)
    assert none.apart_from(some)
    assert not small.apart_from(none)
    assert not small.apart_from(small)


@given(st.text(alphabet="违法所得货值金额不足有没在一万元以上下0123456789.，", max_size=60))
def test_no_text_breaks_it(words):
    for band in read_bands(words):
        assert band.ranges
