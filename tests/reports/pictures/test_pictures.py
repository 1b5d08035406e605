"""The pictures say what the figures say, in lines and in words, and hold no markup that was typed."""

import re
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest
from lxml import etree

from enforcer.annexes.benchmark import violations
from enforcer.annexes.ladder import ladders_of
from enforcer.annexes.overlaps.record import Overlap
from enforcer.domain.sentence import Sentence
from enforcer.notices import load_notice
from enforcer.reports.pictures.calendar import MOST_TARGETS, calendar_picture
from enforcer.reports.pictures.ladder import ladder_picture
from enforcer.reports.pictures.meeting import MOST_UNITS, drawn_units, meeting_picture
from enforcer.reports.pictures.narrowing import narrowing_picture
from enforcer.reports.pictures.states import states_picture
from enforcer.reports.pictures.svg import fitted, picture, tag, text
from enforcer.reports.sections.discretion import Narrowing
from enforcer.reports.sections.matrix import Column
from enforcer.reports.sections.overlapping import Overlapping, Pair, Visited

SVG = "{http://www.w3.org/2000/svg}"
TIERS = ("从轻", "较轻", "一般", "较重", "严重")
LAW = "《安全生产法》第九十四条：可以处五万元以下的罚款"


def drawn(svg):
    """The picture's root; it is well-formed, and its names are its own."""
    root = etree.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))
    named = root.get("aria-labelledby").split()
    assert [one.get("id") for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")] == named
    return root


def words(root):
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def told(root):
    return "".join(root.find(f"{SVG}desc").itertext())


def boxes(root, kind):
    return [one for one in root.iter(f"{SVG}rect") if one.get("class") == kind]


def reach(box):
    return float(box.get("x")), float(box.get("x")) + float(box.get("width"))


@pytest.fixture
def ladder(reading, dossier):
    """ladder((10000, 18000), …): the ladder of one violation under a maximum of 50,000 yuan."""

    def made(*ranges, law=LAW, name="未如实记录培训情况", tiers=TIERS):
        rows = [
            {
                "number": 1, "violation": name, "legal_basis": law, "tier": tier, "conditions": tier,
                "standard": f"处{low}元以上{high}元以下罚款",
            }
            for tier, (low, high) in zip(tiers, ranges, strict=False)
        ]  # fmt: skip
        ((found,),) = (ladders_of(one) for one in violations(dossier(reading(3, rows))))
        return found

    return made


def test_a_gap_is_drawn_between_the_tiers_that_leave_it(ladder):
    root = drawn(ladder_picture(ladder((10000, 18000), (20000, 28000), (28000, 50000)), 20, (), str, "l"))
    (gap,) = boxes(root, "k-gap")
    lower, upper, _ = boxes(root, "k-tier")
    assert reach(gap) == (pytest.approx(reach(lower)[1], abs=0.2), pytest.approx(reach(upper)[0], abs=0.2))
    assert "空档" in words(root)
    assert "空档 超过18000-不满20000元" in told(root)


def test_an_overlap_is_drawn_where_two_tiers_share_a_stretch(ladder):
    root = drawn(ladder_picture(ladder((10000, 20000), (18000, 28000)), 20, (), str, "l"))
    (shared,) = boxes(root, "k-shared")
    lower, upper = boxes(root, "k-tier")
    assert reach(shared) == (pytest.approx(reach(upper)[0], abs=0.2), pytest.approx(reach(lower)[1], abs=0.2))
    assert "重叠" in words(root)


def test_the_floor_stands_at_a_fifth_of_the_law_s_maximum(ladder):
    root = drawn(ladder_picture(ladder((8000, 18000), (18000, 50000)), 20, (), str, "l"))
    (law,) = boxes(root, "k-law")
    (floor,) = [one for one in root.iter(f"{SVG}line") if one.get("class") == "floor"]
    start, end = reach(law)
    assert float(floor.get("x1")) == pytest.approx(start + (end - start) / 5, abs=0.2)
    assert "20%底线：10000元" in words(root)
    assert reach(boxes(root, "k-tier")[0])[0] < float(floor.get("x1"))


def test_a_law_with_a_minimum_of_its_own_has_no_floor(ladder):
    made = ladder((10000, 18000), law="《安全生产法》：处一万元以上五万元以下的罚款")
    root = drawn(ladder_picture(made, 20, (), str, "l"))
    assert not [one for one in root.iter(f"{SVG}line") if one.get("class") == "floor"]


def test_a_tier_outside_the_law_is_told_from_the_others(ladder):
    root = drawn(ladder_picture(ladder((10000, 18000), (18000, 60000)), 20, (), str, "l"))
    assert len(boxes(root, "k-out")) == 1
    assert reach(boxes(root, "k-out")[0])[1] > reach(boxes(root, "k-law")[0])[1]


def test_a_missing_tier_is_said(ladder):
    root = drawn(ladder_picture(ladder((10000, 18000)), 20, (Sentence("较重"),), str, "l"))
    assert "缺此阶次" in words(root)
    assert "较重 缺此阶次" in told(root)


def test_what_is_typed_for_a_violation_is_text_in_its_picture(ladder):
    svg = ladder_picture(ladder((10000, 18000), name='<b onload="x">&'), 20, (), str, "l")
    assert "<b" not in svg
    assert "&lt;b" in svg
    drawn(svg)


def test_pictures_mask_id_numbers():
    number = "379900" + "19800101" + "0018"
    svg = picture("p", number, number, (10, 10), [text(number, 0, 0), tag("g", a=number)])
    assert number not in svg


def column(title, **totals):
    states = ("on-time", "late", "filed", "returned", "overdue", "due-soon", "not-due", "open", "exempt")
    obligation = load_notice().obligations["plan"]
    counted = {state: totals.get(state.replace("-", "_"), 0) for state in states}
    return Column(obligation, Sentence(title), date(2014, 6, 30), False, counted, (0, 0, 0), (0, 0, 0))


def test_the_bars_of_the_first_page_are_as_long_as_their_numbers():
    matrix = SimpleNamespace(columns=(column("检查计划", on_time=6, overdue=3, exempt=1), column("总结", open=10)))
    root = drawn(states_picture(matrix, str))
    parts = {one.get("class"): float(one.get("width")) for one in root.iter(f"{SVG}rect") if float(one.get("y")) > 20}
    assert parts["s-on-time"] == pytest.approx(2 * parts["s-overdue"], abs=0.2)
    assert parts["s-open"] == pytest.approx(10 * parts["s-exempt"], abs=0.5)
    assert told(root) == "检查计划：按期6、逾期3、免报1；总结：未报10"
    assert {"6", "3", "1", "10"} <= set(words(root))


def test_narrowing_is_drawn_in_tenths_with_its_mean():
    narrowing = Narrowing(10, 1, 0, Fraction(1, 4), (1, 4, 5, 0, 0, 0, 0, 0, 0, 0))
    root = drawn(narrowing_picture(narrowing, str))
    heights = [float(one.get("height")) for one in boxes(root, "k-tier")]
    assert heights[2] == max(heights)
    assert heights[1] == pytest.approx(heights[2] * 4 / 5, abs=0.2)
    assert "平均25%" in words(root)


def overlapping(*pairs, calendar=()):
    units = tuple(dict.fromkeys(name for one, other, _ in pairs for name in (one, other)))
    listed = tuple(Pair(one, other, {"law": times}) for one, other, times in pairs)
    return Overlapping((), units, listed, tuple(calendar), ())


def test_who_meets_whom_stands_on_both_sides_of_the_diagonal():
    root = drawn(meeting_picture(overlapping(("甲局", "乙局", 3), ("乙局", "丙局", 1)), str))
    assert sorted(one for one in words(root) if one.isdigit()) == ["1", "1", "3", "3"]
    assert told(root) == "甲局和乙局3处；乙局和丙局1处"


def test_of_many_units_those_that_meet_most_are_drawn():
    many = overlapping(*((f"甲{n}局", f"乙{n}局", n + 1) for n in range(MOST_UNITS)))
    shown = drawn_units(many)
    assert len(shown) == MOST_UNITS
    assert f"甲{MOST_UNITS - 1}局" in shown
    assert "甲0局" not in shown


def visited(subject, **months):
    found = Overlap("target", "X006-1", subject, (), ())
    return Visited(found, {int(month[1:]): units for month, units in months.items()})


def test_a_month_with_two_units_is_numbered_and_one_alone_is_light():
    root = drawn(calendar_picture([visited("化工企业", m3=("甲局",), m6=("甲局", "乙局"))], str))
    assert len(boxes(root, "m-1")) == 1
    assert len(boxes(root, "m-3")) == 1
    assert "2" in words(root)
    assert "6月" in words(root)


def test_the_calendar_shows_no_more_targets_than_a_page_holds():
    root = drawn(calendar_picture([visited(f"对象{n}", m1=("甲局", "乙局")) for n in range(50)], str))
    assert len([one for one in words(root) if one.startswith("对象")]) == MOST_TARGETS


@pytest.mark.parametrize(
    ("words_typed", "room", "shown"), [("县安监局", 60, "县安监局"), ("县安全生产局", 50, "县安全…")]
)
def test_words_are_cut_to_the_room_they_have(words_typed, room, shown):
    assert fitted(words_typed, room, 12) == shown


def test_numbers_in_pictures_are_short():
    assert re.search(r'width="3\.3"', tag("rect", width=10 / 3))


def test_a_tier_outside_the_law_is_no_share_of_it(ladder):
    root = drawn(ladder_picture(ladder((10000, 460000)), None, (), str, "p"))
    assert not any("占" in one for one in words(root))
