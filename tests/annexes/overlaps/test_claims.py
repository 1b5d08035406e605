"""Which of the cited articles punishes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.overlaps.claims import punishing_places


@pytest.mark.parametrize(
    ("basis", "places"),
    [
        ("《安全生产法》第九十四条：处五万元以下的罚款", ["《安全生产法》第94条"]),
        ("《安全生产法》第二十五条 应当培训。第九十四条 可以处五万元以下的罚款", ["《安全生产法》第94条"]),
        ("《安全生产法》第九十四条 可以处五万元以下的罚款。第二十五条 应当培训", ["《安全生产法》第94条"]),
        ("违反《安全生产法》第二十五条，依据《安全生产法》第九十四条", ["《安全生产法》第94条"]),
        ("《安全生产法》第二十五条、第九十四条", ["《安全生产法》第94条"]),
        (
            "《安全生产法》第九十四条；《山东省安全生产条例》第四十条",
            ["《安全生产法》第94条", "《山东省安全生产条例》第40条"],
        ),
        ("《安全生产法》第九十四条：违反本法第二十条规定，处罚款一万元", ["《安全生产法》第94条"]),
        ("《安全生产法》第九十四条第一、二款", ["《安全生产法》第94条第1款", "《安全生产法》第94条第2款"]),
        ("《安全生产法》第九十四条第一款：第九十四条 处五万元以下的罚款", ["《安全生产法》第94条第1款"]),
        ("《安全生产法》第九十条至第九十四条", []),
        ("《安全生产法》", []),
        ("第九十四条", []),
        ("有关法律法规", []),
        ("", []),
    ],
)
def test_of_a_legal_basis_these_places_punish(basis, places):
    assert [one.subject for one in punishing_places(basis)] == places


def test_items_are_kept_beside_the_paragraph():
    (one,) = punishing_places("《安全生产法》第九十四条第一款第（一）、（三）项")
    assert (one.subject, one.items) == ("《安全生产法》第94条第1款", {1, 3})


@given(st.text(alphabet="《》第九十四条一款项（）、，。：安全生产法违反依据本法处罚款万元1290 \n", max_size=200))
def test_whatever_is_typed_nothing_raises(text):
    assert all(one.law for one in punishing_places(text))
