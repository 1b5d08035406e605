"""Annex 4 compared person by person, id first; no id number is ever shown."""

import pytest

ZHANG = {"name": "张三", "id_number": "370321199001010015", "credential": "15030001", "post": "科员"}
LI = {"name": "李四", "id_number": "370321199001010023", "credential": "15030002", "post": "科员"}


@pytest.fixture
def number():
    """number("37032119900101", 1) is an id number made by rule, with its check digit."""

    def made(start, serial):
        body = f"{start}{serial:03}"
        return body + "0123456789X"[(1 - 2 * (int(body, 13) % 11)) % 11]

    return made


@pytest.fixture
def zhang(number):
    return {**ZHANG, "id_number": number("37032119900101", 1)}


@pytest.fixture
def li(number):
    return {**LI, "id_number": number("37032119900101", 3)}


def test_who_came_and_who_went(changed, told, zhang, li):
    assert told(changed(4, [zhang], [li])) == ["added 李四（执法证号15030002）", "removed 张三（执法证号15030001）"]


def test_rows_in_another_order_are_no_change(changed, zhang, li):
    annex = changed(4, [zhang, li], [li, zhang])
    assert (annex.same, annex.moved) == (True, 1)


def test_a_promotion_is_told_with_both_cells(changed, told, zhang, li):
    annex = changed(4, [zhang], [li, {**zhang, "post": "科长"}])
    assert told(annex)[1:] == ["changed 张三（执法证号15030001）", "  职务：科员→科长"]
    (field,) = annex.changes[1].fields
    assert (field.old_at.cell[1:], field.new_at.cell[1:]) == ("5", "6")


def test_the_id_number_holds_through_another_name_and_credential(changed, told, zhang):
    annex = changed(4, [zhang], [{**zhang, "name": "张叁", "credential": "999"}])
    assert told(annex) == ["changed 张叁（执法证号999）", "  姓名：张三→张叁", "  执法证号：15030001→999"]


@pytest.mark.parametrize("wrong", ["370321199001010000", "", "3703211990010100"])
def test_a_mended_id_number_is_the_same_person(changed, zhang, wrong):
    annex = changed(4, [{**zhang, "id_number": wrong}], [zhang])
    (change,) = annex.changes
    assert (change.kind, [field.key for field in change.fields]) == ("changed", ["id_number"])


def test_two_sound_ids_under_one_name_are_two_persons(changed, zhang, number):
    other = {**zhang, "id_number": number("37032119880202", 5), "credential": "7"}
    assert [change.kind for change in changed(4, [zhang], [other]).changes] == ["added", "removed"]


def test_another_sound_id_under_one_name_and_credential_is_a_slip_mended(changed, zhang, number):
    annex = changed(4, [zhang], [{**zhang, "id_number": number("37032119880202", 5)}])
    assert [change.kind for change in annex.changes] == ["changed"]


def test_ids_are_masked_and_a_difference_in_masked_digits_is_said_so(changed, zhang, number):
    other = number("37032119880101", 1)
    annex = changed(4, [{**zhang, "id_number": other[:-2] + zhang["id_number"][-2:]}], [zhang])
    (field,) = annex.changes[0].fields
    assert field.hidden
    assert field.old == field.new == "370*************" + zhang["id_number"][-2:]


@pytest.mark.parametrize(
    "edit",
    [
        {"name": "张 三"},
        {"credential": "１５０３０００１"},
        {"sex": "男性"},
        {"valid_until": "2015年6月30日"},
        {"phone": "0533 8212345"},
        {"birth": "1990年1月"},
        {"remarks": "—"},
    ],
)
def test_another_spelling_is_no_change(changed, zhang, edit):
    full = {
        **zhang,
        "sex": "男",
        "valid_until": "2015-06-30",
        "phone": "0533-8212345",
        "birth": "1990.1",
        "remarks": "",
    }
    assert changed(4, [full], [{**full, **edit}]).same


def test_persons_without_id_are_told_apart_by_name_and_credential(changed, told):
    old = [{"name": "张三", "credential": "1"}, {"name": "张三", "credential": "2"}]
    new = [{"name": "张三", "credential": "2", "post": "队长"}, {"name": "张三", "credential": "1"}]
    assert told(changed(4, old, new)) == ["changed 张三（执法证号2）", "  职务：→队长"]


def test_a_nameless_row_is_named_by_its_number(changed, told):
    assert told(changed(4, [], [{"post": "科员", "credential": "8"}])) == ["added 第5行（未填姓名）"]


def test_namesakes_with_faulty_ids_are_told_apart_by_them(changed):
    old = [{"name": "张三", "id_number": "37032119"}, {"name": "张三", "id_number": "37032118"}]
    new = [{**old[1], "post": "队长"}, {**old[0], "post": "科员"}]
    changes = changed(4, old, new).changes
    assert [[field.key for field in change.fields] for change in changes] == [["post"], ["post"]]
