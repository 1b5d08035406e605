"""Annex 2 compared by procedure and step; here the order of the rows means something."""

STEPS = ("检查登记", "立案", "调查", "决定", "送达")


def rows(*names, procedure="一般程序", **more):
    return [
        {"number": at, "procedure": procedure, "step": name, "manner": f"{name}方式", "time_limit": "7日", **more}
        for at, name in enumerate(names, 1)
    ]


def test_an_inserted_step_is_added_to_its_procedure(changed, told):
    annex = changed(2, rows(*STEPS), rows(*STEPS[:3], "告知", *STEPS[3:]))
    assert told(annex) == ["changed “一般程序”", "  added 步骤“告知”"]


def test_a_removed_step(changed, told):
    annex = changed(2, rows(*STEPS), rows(*STEPS[:4]))
    assert told(annex) == ["changed “一般程序”", "  removed 步骤“送达”"]


def test_an_edited_step_is_told_field_by_field(changed, told):
    new = rows(*STEPS)
    new[4]["time_limit"] = "30日"
    assert told(changed(2, rows(*STEPS), new)) == [
        "changed “一般程序”",
        "  changed 步骤“送达”",
        "    时限：7日→30日",
    ]


def test_a_step_called_otherwise_is_the_same_step(changed, told):
    annex = changed(2, rows(*STEPS), rows("检查登记", "立案审批", *STEPS[2:]))
    assert told(annex)[:3] == ["changed “一般程序”", "  changed 步骤“立案审批”", "    步骤：立案→立案审批"]


def test_another_order_of_steps_is_told_as_an_order_and_nothing_else(changed, told):
    annex = changed(2, rows(*STEPS), rows("立案", "检查登记", *STEPS[2:]))
    assert told(annex) == [
        "changed “一般程序”",
        "  步骤顺序由“检查登记→立案→调查→决定→送达”改为“立案→检查登记→调查→决定→送达”",
    ]


def test_a_whole_procedure_comes(changed, told):
    annex = changed(2, rows(*STEPS), rows(*STEPS) + rows("当场决定", procedure="简易程序"))
    assert told(annex) == ["added “简易程序”"]


def test_procedures_in_another_order_are_no_change(changed):
    one, two = rows(*STEPS), rows("当场决定", "备案", procedure="简易程序")
    annex = changed(2, one + two, two + one)
    assert (annex.same, annex.moved) == (True, 1)


def test_the_general_procedure_by_its_other_names_is_no_change(changed):
    assert changed(2, rows(*STEPS), rows(*STEPS, procedure="普通程序")).same
    assert changed(2, rows(*STEPS), rows(*STEPS, procedure="")).same
