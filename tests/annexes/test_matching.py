"""Which limb of the law each range of a standard belongs to."""

import pytest

from enforcer.annexes.limbs import limbs_of
from enforcer.annexes.matching import match_limbs
from enforcer.annexes.statutes import Law
from enforcer.domain.fine import Fine


def fine(low, high, basis="amount", **more):
    return Fine(basis, low, low is not None, high, high is not None, **more)


def law(*fines, knowledge="read", partial=False):
    return Law(knowledge, limbs_of(fines), partial)


def match(fines, statute, conditions=""):
    return match_limbs(limbs_of(fines), statute, conditions)


def only(one, statute, conditions=""):
    (found,) = match([one], statute, conditions)
    return found


def ends(limb):
    return None if limb is None else (limb.bounds.low, limb.bounds.high)


UNIT_AND_PERSON = law(fine(10, 50, target="单位"), fine(1, 5, target="个人"))
OFFENDER_AND_STAFF = law(fine(100, 500), fine(5, 20, target="直接负责的主管人员和其他直接责任人员"))
ESCALATION = law(fine(None, 50), fine(50, 100, condition="逾期不改正"))
BANDS = law(fine(None, 10, condition="违法所得不足一万元"), fine(None, 50, condition="违法所得一万元以上"))


@pytest.mark.parametrize(
    ("statute", "limb", "chosen"),
    [
        (UNIT_AND_PERSON, fine(20, 30, target="单位"), (10, 50)),
        (UNIT_AND_PERSON, fine(2, 3, target="个人"), (1, 5)),
        (UNIT_AND_PERSON, fine(20, 30), (10, 50)),
        (UNIT_AND_PERSON, fine(2, 3), (1, 5)),
        (OFFENDER_AND_STAFF, fine(100, 200), (100, 500)),
        (OFFENDER_AND_STAFF, fine(5, 9, target="个人"), (5, 20)),
        (OFFENDER_AND_STAFF, fine(5, 9, target="责任人员"), (5, 20)),
        (OFFENDER_AND_STAFF, fine(100, 200, target="单位"), (100, 500)),
        (ESCALATION, fine(10, 20), (None, 50)),
        (ESCALATION, fine(60, 80), (50, 100)),
        (ESCALATION, fine(50, 50), (None, 50)),
        (ESCALATION, fine(50, 50, condition="逾期不改正"), (50, 100)),
        (BANDS, fine(None, 8, condition="违法所得不足一万元"), (None, 10)),
        (BANDS, fine(20, 40), (None, 50)),
        (law(fine(1, 3, "multiple", base="违法所得"), fine(10, 30)), fine(1, 2, "multiple"), (1, 3)),
    ],
)
def test_a_range_finds_its_limb(statute, limb, chosen):
    found = only(limb, statute)
    assert (ends(found.sure), found.fit) == (chosen, "within")


def test_the_conditions_column_tells_the_band():
    assert ends(only(fine(2, 3), BANDS, "违法所得五千元以下的").sure) == (None, 10)
    assert ends(only(fine(2, 3), BANDS, "违法所得五万元以上的").sure) == (None, 50)


def test_the_conditions_column_tells_the_case_unless_it_denies_it():
    assert ends(only(fine(50, 50), ESCALATION, "经责令改正逾期不改正的").sure) == (50, 100)
    grave = law(fine(10, 50), fine(10, 90, condition="造成严重后果"))
    assert ends(only(fine(10, 50), grave, "未造成严重后果的").sure) == (10, 50)
    assert ends(only(fine(10, 50), grave, "造成严重后果的").sure) == (10, 90)


def test_what_fits_two_bands_belongs_to_neither_for_sure():
    found = only(fine(2, 3), BANDS)
    assert (found.sure, len(found.candidates)) == (None, 2)


def test_a_tier_for_nobody_in_particular_strikes_whom_alone_the_law_strikes():
    head = law(fine(10, 50, target="主要负责人"))
    assert ends(only(fine(20, 30), head).sure) == (10, 50)
    assert ends(only(fine(20, 60), head).above) == (10, 50)
    assert only(fine(20, 30, target="单位"), head).doubt == "target"
    first, second = match([fine(100, 200), fine(20, 30, target="主要负责人")], head)
    assert (first.doubt, ends(second.sure)) == ("target", (10, 50))


@pytest.mark.parametrize(
    ("statute", "limb", "doubt"),
    [
        (law(), fine(1, 2), "unstated"),
        (law(knowledge="unread"), fine(1, 2), "unread"),
        (law(knowledge="without-fine"), fine(1, 2), "without-fine"),
        (law(fine(1, 3, "multiple", base="违法所得")), fine(1, 2), "scale"),
        (law(fine(1, 3, "multiple", base="违法所得")), fine(1, 2, "multiple", base="货值金额"), "base"),
        (law(fine(1, 3, per="日")), fine(1, 2), "measure"),
        (law(fine(1, 3)), fine(1, 2, target="直接责任人员"), "target"),
        (law(fine(None, 10, condition="违法所得不足一万元")), fine(1, 2, condition="违法所得二万元以上"), "case"),
        (law(fine(1, 3, "multiple"), partial=True), fine(1, 2), "unread"),
    ],
)
def test_what_cannot_be_matched_says_why(statute, limb, doubt):
    found = only(limb, statute)
    assert (found.doubt, found.candidates, found.above, found.below) == (doubt, (), None, None)


@pytest.mark.parametrize(
    ("statute", "limb", "above", "below", "astray"),
    [
        (law(fine(10, 50)), fine(60, 70), (10, 50), None, False),
        (law(fine(10, 50)), fine(5, 20), None, (10, 50), False),
        (law(fine(10, 50)), fine(5, 60), (10, 50), (10, 50), False),
        (ESCALATION, fine(90, 120), (50, 100), None, False),
        (ESCALATION, fine(40, 60), None, None, False),
        (law(fine(10, 20), fine(50, 90, condition="情节严重")), fine(30, 40), None, None, True),
        (law(fine(50, 90), fine(10, 20, condition="情节较轻")), fine(5, 15), None, (10, 20), False),
        (law(fine(10, 50)), fine(20, None), (10, 50), None, False),
        (law(fine(10, 50)), fine(None, 20), None, (10, 50), False),
        (law(fine(None, 50)), fine(None, 20), None, None, False),
    ],
)
def test_reaching_out_of_the_law(statute, limb, above, below, astray):
    found = only(limb, statute)
    assert (ends(found.above), ends(found.below), found.astray) == (above, below, astray)


def test_two_sums_for_nobody_in_particular_are_tried_with_every_addressee():
    unit, person = match([fine(100, 200), fine(5, 5)], OFFENDER_AND_STAFF)
    assert (ends(unit.sure), ends(person.sure)) == ((100, 500), (5, 20))


def test_an_addressee_that_the_law_does_not_tell_apart_is_loose():
    unit, person = match([fine(10, 20, target="单位"), fine(1, 2, target="个人")], law(fine(10, 50)))
    assert ends(unit.sure) == (10, 50)
    assert (person.loose, person.uncertain, ends(person.below)) == (True, True, (10, 50))


def test_unread_words_beside_the_limbs_make_a_match_uncertain():
    found = only(fine(60, 70), law(fine(10, 50), partial=True))
    assert (found.uncertain, found.sure) == (True, None)


@pytest.mark.parametrize(
    ("statute", "limb", "whole"),
    [
        (law(fine(10, 50)), fine(10, 50), True),
        (law(fine(None, 50)), fine(None, 50), True),
        (law(fine(10, 50)), fine(10, 40), False),
        (law(fine(50, 50)), fine(50, 50), False),
        (ESCALATION, fine(None, 50), True),
        (ESCALATION, fine(50, 100), False),
        (law(fine(10, 50, condition="逾期不改正")), fine(10, 50), True),
        (BANDS, fine(None, 10, condition="违法所得不足一万元"), True),
    ],
)
def test_repeating_the_law_from_end_to_end(statute, limb, whole):
    assert only(limb, statute).whole is whole
