"""The ladder drawn in characters: what a clerk sees at a glance."""

from fractions import Fraction

import pytest

from enforcer.annexes.benchmark import violations
from enforcer.verdicts.columns import width
from enforcer.verdicts.ladder_text import ladder_lines, shown_share
from enforcer.verdicts.lines import plain

TIERS = ["从轻", "较轻", "一般", "较重", "严重"]
SOUND = [
    "处一万元以上一万五千元以下罚款",
    "处一万五千元以上二万元以下罚款",
    "处二万元以上三万元以下罚款",
    "处三万元以上四万元以下罚款",
    "处四万元以上五万元以下罚款",
]


@pytest.fixture
def drawn(reading, dossier):
    """drawn(statute, standards) is the lines of one violation."""

    def made(statute, standards, tiers=TIERS, columns=80):
        item = {"number": "3", "violation": "未建立台账", "legal_basis": "《甲法》第一条", "statutory_fine": statute}
        rows = [{**item, "tier": tier, "standard": one} for tier, one in zip(tiers, standards, strict=False)]
        (violation,) = violations(dossier(reading(3, rows)))
        return list(ladder_lines(violation, 20, columns))

    return made


def text(lines):
    return plain(lines).splitlines()


def test_the_whole_picture_of_a_sound_ladder(drawn):
    assert text(drawn("处五万元以下罚款", SOUND, columns=72)) == [
        "序号3  未建立台账  裁量基准!C5",
        "  法定  50000元以下           ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒",
        "  20%   从轻不低于10000元     ········▲·································",
        "  从轻  10000-15000元  占10%  ········█████·····························",
        "  较轻  15000-20000元  占10%  ·············████·························",
        "  一般  20000-30000元  占20%  ·················████████·················",
        "  较重  30000-40000元  占20%  ·························█████████········",
        "  严重  40000-50000元  占20%  ··································████████",
    ]


def test_the_bars_begin_in_one_column_and_are_equally_long(drawn):
    for columns in (60, 80, 132):
        bars = [line.spans[-1].text for line in drawn("处五万元以下罚款", SOUND, columns=columns)[1:]]
        starts = {width(line.text) - width(line.spans[-1].text) for line in drawn("处五万元以下罚款", SOUND)[1:]}
        assert len({len(bar) for bar in bars}) == 1
        assert len(starts) == 1


@pytest.mark.parametrize("columns", [64, 80, 100])
def test_lines_keep_within_the_width(drawn, columns):
    assert max(width(line.text) for line in drawn("处五万元以下罚款", SOUND, columns=columns)[1:]) <= columns


def test_a_gap_is_crossed_out(drawn):
    lines = drawn("处五万元以下罚款", ["处一万元以上二万元以下罚款", "处四万元以上五万元以下罚款"], ["1", "2"])
    (gap,) = [line for line in lines if "空档" in line.text]
    bar = gap.spans[-1]
    assert (bar.style, "×" in bar.text) == ("warning", True)
    assert "超过20000-不满40000元" in gap.text


def test_an_overlap_and_a_falling_tier_are_marked(drawn):
    statute = "处一万元以上五万元以下罚款"
    overlap = drawn(statute, ["处一万元以上三万元以下罚款", "处二万元以上四万元以下罚款"])
    falling = drawn(statute, ["处三万元罚款", "处二万元罚款"])
    assert any("重叠" in line.text and "▓" in line.text for line in overlap)
    assert any("不升反降" in line.text and line.spans[-1].style == "error" for line in falling)


def test_what_lies_outside_the_law_is_red(drawn):
    lines = drawn("处一万元以上五万元以下罚款", ["处一万元罚款", "处六万元罚款"])
    assert [line.spans[-1].style for line in lines[2:]] == ["good", "error"]


def test_a_tier_without_a_fine_is_named_without_a_bar(drawn):
    lines = drawn("处五万元以下罚款", ["警告", "处一万元罚款"])
    assert text(lines)[-1] == "  从轻  警告"


def test_a_law_that_is_not_known_is_said_so(drawn):
    assert any("未读出" in line.text for line in drawn("", ["处一万元罚款"]))


def test_each_target_is_named(drawn):
    statute = "对单位处五万元以下罚款，对个人处五千元以下罚款"
    lines = text(drawn(statute, ["对单位处一万元罚款，对个人处一千元罚款"]))
    assert "  对单位：" in lines
    assert "  对个人：" in lines


def test_nothing_in_a_cell_steers_the_terminal(drawn):
    lines = drawn("处五万元以下罚款", ["处一万元罚款"], ["从轻\x1b[31m"])
    assert "\x1b" not in plain(lines)


@pytest.mark.parametrize(("share", "shown"), [((1, 4), "25%"), ((1, 3), "33.3%"), ((0, 1), "0%"), ((1, 1), "100%")])
def test_shares_are_short(share, shown):
    assert shown_share(Fraction(*share)) == shown
