"""Headers as they are typed in the wild become the form's fields, and never a field that they do not name."""

import pytest

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点（范围）", "检查内容", "检查对象", "备注"]
PLAN_KEYS = ["number", "basis", "body", "inspectors", "period", "place", "matter", "target", "remarks"]
ENTRY = [1, "《安全生产法》第五十六条", "监察大队", "张某、李某", "3月", "全县", "安全设施", "加油站", "无"]


def fields(reading):
    return dict(reading.table.columns)


def told_by(reading):
    return {match.key: match.by for match in reading.columns}


@pytest.mark.parametrize(
    "header",
    [
        "检 查 时 间",
        "检查\n时间",
        "　检查时间　",
        "*检查时间",
        "检查时间*",
        "★检查时间",
        "检查时间（起止）",
        "检查时间（起止",
        "【检查时间】",
        "5.检查时间",
        "（五）检查时间",
        "五、检查时间",
        "⑤检查时间",
        "检查时间：",
    ],
)
def test_spaces_breaks_stars_brackets_and_numbers_do_not_hide_a_header(read, header):
    reading = read([*PLAN[:4], header, *PLAN[5:]], ENTRY)
    assert fields(reading)["period"] == 5


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("basis", "依据 检查依据 实施依据 法定依据 制定任务依据"),
        ("body", "机构 承办机构 责任科室 实施主体 检查主体 检查部门"),
        ("period", "时间 检查时间 检查时间安排 任务日期 实施抽查时间段"),
        ("place", "地点 检查地域 检查范围 检查地点/范围 检查地点、范围 地点和范围"),
        ("target", "对象 检查对象 检查对象及数量 抽查对象范围 具体检查对象（含数量）50家"),
        ("matter", "内容 检查内容 抽查内容 检查事项 检查内容（项目） 检查内容和项目"),
        ("inspectors", "人员 检查人员 执法人员"),
    ],
)
def test_each_synonym_of_a_plan_is_its_field(read, key, words):
    place = PLAN_KEYS.index(key)
    for word in words.split():
        header = list(PLAN)
        header[place] = word
        assert fields(read(header, ENTRY))[key] == place + 1, word


BENCHMARK = ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"]
BENCHMARK_KEYS = ["number", "violation", "legal_basis", "tier", "conditions", "standard"]
TIER = [1, "未经许可经营", "《某法》第八条", "从轻", "初次", "处一千元罚款"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("violation", "违法行为 具体违法行为 违法种类 违法事项 处罚事项 事项名称"),
        ("legal_basis", "法定依据 法律依据 处罚依据 违法行为处罚依据"),
        ("tier", "裁量阶次 违法程度 裁量档次 裁量等级 违法情节 违法"),
        ("conditions", "适用条件 违法情节 违法情形 情节及后果 违法行为表现形式 适用情形"),
        ("standard", "具体标准 处罚裁量标准 裁量标准 裁量幅度 处罚幅度 对应处罚标准 处罚标准 罚款标准"),
    ],
)
def test_each_synonym_of_a_benchmark_is_its_field(read, key, words):
    place = BENCHMARK_KEYS.index(key)
    for word in words.split():
        header = list(BENCHMARK)
        header[place] = word
        reading = read(header, TIER)
        assert fields(reading)[key] == place + 1, word
        assert set(fields(reading)) == set(BENCHMARK_KEYS), word


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("credential", "执法证编号"),
        ("credential", "证件编号"),
        ("credential", "行政执法证号"),
        ("education", "文化程度"),
        ("name", "*姓名"),
        ("id_number", "身份证号码（18位）"),
    ],
)
def test_each_synonym_of_an_officers_list_is_its_field(read, key, word):
    own = {"name": "姓名", "credential": "执法证号", "education": "学历", "id_number": "身份证号"}
    keys = [*own, "sex", "body", "post", "category", "valid_until"]
    header = [*own.values(), "性别", "执法机构", "职务", "执法类别", "有效期至"]
    header[keys.index(key)] = word
    reading = read(["执法人员登记表"], header, ["张某", "A1", "本科", "1", "男", "大队", "科员", "处罚", "2015"])
    assert fields(reading)[key] == keys.index(key) + 1


def test_the_forms_own_header_and_a_synonym_are_told_apart(read):
    reading = read([*PLAN[:2], "责任科室", *PLAN[3:]], ENTRY)
    assert told_by(reading)["basis"] == "header"
    assert told_by(reading)["body"] == "synonym"
    assert "“责任科室”读作“检查机构”" in reading.assumptions[0].sentence.render()


def test_a_header_that_was_cut_off_is_completed_where_one_field_alone_can_be_meant(read):
    reading = read([*PLAN[:5], "检查地", *PLAN[6:]], ENTRY)
    assert fields(reading)["place"] == 6
    ambiguous = read([*PLAN[:5], "检查", *PLAN[6:]], ENTRY)
    assert "place" not in fields(ambiguous)


def test_a_cut_off_word_is_the_tier_where_the_violation_stands_beside_it(read):
    reading = read(["序号", "违法行为", "法定依据", "违法", "违法情节", "处罚标准"], TIER)
    assert [fields(reading)[key] for key in BENCHMARK_KEYS] == [1, 2, 3, 4, 5, 6]
    assert told_by(reading)["tier"] == "neighbours"


def test_columns_may_stand_in_any_order(read, records):
    order = [7, 3, 0, 5, 1, 8, 2, 6, 4]
    reading = read([PLAN[at] for at in order], [ENTRY[at] for at in order])
    assert fields(reading) == {PLAN_KEYS[at]: place for place, at in enumerate(order, 1)} | {}
    assert records(reading)[0][1]["target"] == "加油站"


def test_a_missing_column_is_missing_and_its_values_are_none(read):
    reading = read([*PLAN[:3], *PLAN[4:]], [*ENTRY[:3], *ENTRY[4:]])
    assert "inspectors" not in fields(reading)
    assert reading.rows[0].raw("inspectors") is None
    assert not reading.rows[0].has("inspectors")


def test_extra_and_trailing_empty_columns_are_no_fields_and_extra_ones_are_named(read):
    reading = read([*PLAN[:2], "责任领导", *PLAN[2:], "", ""], [*ENTRY[:2], "王某", *ENTRY[2:], "", ""])
    assert fields(reading)["body"] == 4
    assert [(line.text, line.place.cell) for line in reading.unread_columns] == [("责任领导", "C1")]


def test_a_column_with_content_but_no_header_is_named(read):
    reading = read([*PLAN, ""], [*ENTRY, "另附"])
    assert [(line.text, line.place.cell) for line in reading.unread_columns] == [("", "J1")]


def test_titles_and_header_lines_above_do_not_hide_the_header(read):
    reading = read(
        ["附件1"],
        ["桓台县安监局2014年度行政执法检查计划"],
        [],
        ["填报单位（盖章）：县安监局", "", "", "填报日期：2014年6月20日"],
        PLAN,
        ENTRY,
        merges="A2:I2",
    )
    assert reading.header_rows == (5,)
    assert [row.number for row in reading.rows] == [6]


def test_the_first_column_may_be_any(read):
    reading = read(["", "", *PLAN], ["", "", *ENTRY])
    assert fields(reading)["number"] == 3
    assert reading.rows[0].place("basis").cell == "D2"


TWO_DEEP = [
    ["序号", "违法行为", "法定依据", "", "裁量基准", "", "", "备注"],
    ["", "", "违法依据", "处罚依据", "违法程度", "违法情节", "处罚标准", ""],
    [1, "未经许可经营", "第五条", "第八条", "一般", "初次", "处一千元罚款", ""],
]
TWO_DEEP_MERGES = "A1:A2 B1:B2 C1:D1 E1:G1 H1:H2"


@pytest.mark.parametrize("merges", [TWO_DEEP_MERGES, ""], ids=["merged", "no merges told"])
def test_a_header_two_rows_deep_is_read_as_one(read, records, merges):
    reading = read(*TWO_DEEP, merges=merges)
    assert reading.header_rows == (1, 2)
    assert fields(reading) == {
        "number": 1,
        "violation": 2,
        "legal_basis": 3,
        "tier": 5,
        "conditions": 6,
        "standard": 7,
        "remarks": 8,
    }
    assert records(reading)[0][0] == 3


def test_two_columns_of_legal_basis_are_both_read(read):
    reading = read(*TWO_DEEP, merges=TWO_DEEP_MERGES)
    assert reading.rows[0]["legal_basis"] == "第五条\n第八条"
    assert any("几栏合起来读作“法定依据”" in one.sentence.render() for one in reading.assumptions)


def test_a_legal_basis_typed_twice_is_said_once(read):
    reading = read(TWO_DEEP[0], TWO_DEEP[1], [1, "未经许可经营", "第八条", "第八条", "一般", "初次", "处一千元罚款"])
    assert reading.rows[0]["legal_basis"] == "第八条"


def test_a_two_row_header_of_an_officers_list_names_both_halves(read):
    reading = read(
        ["执法人员登记表"],
        ["序号", "姓名", "性别", "身份证号", "执法机构", "职务", "执法", "", "有效期至"],
        ["", "", "", "", "", "", "类别", "证号", ""],
        [1, "张某", "男", "3", "大队", "科员", "处罚", "A1", "2015-12-31"],
        merges="G2:H2",
    )
    assert fields(reading)["category"] == 7
    assert fields(reading)["credential"] == 8


def test_the_first_entry_is_never_taken_for_a_second_header_row(read):
    reading = read(PLAN, ["", "", "", "", "内容", "", "", "对象", ""], ENTRY)
    assert reading.header_rows == (1,)


def test_standards_left_of_the_tier_are_the_statutes_fine_where_the_tier_has_its_own(read):
    reading = read(
        ["序号", "违法行为", "处罚依据", "处罚标准", "违法程度", "违法情节", "裁量标准"],
        [1, "未经许可经营", "第八条", "二万元以下罚款", "一般", "初次", "处一千元罚款"],
    )
    assert fields(reading)["statutory_fine"] == 4
    assert fields(reading)["standard"] == 7
    assert told_by(reading)["statutory_fine"] == "neighbours"


def test_standards_right_of_the_tier_are_the_tiers(read):
    reading = read(
        ["序号", "违法行为", "处罚依据", "违法程度", "违法情节", "处罚标准"],
        [1, "未经许可经营", "第八条", "一般", "初次", "处一千元罚款"],
    )
    assert fields(reading)["standard"] == 6
    assert "statutory_fine" not in fields(reading)


def test_standards_on_both_sides_of_the_tier_are_both(read):
    reading = read(
        ["序号", "违法行为", "处罚依据", "处罚标准", "违法程度", "适用情形", "处罚标准"],
        [1, "未经许可经营", "第八条", "二万元以下罚款", "一般", "初次", "处一千元罚款"],
    )
    assert fields(reading)["statutory_fine"] == 4
    assert fields(reading)["standard"] == 7


def test_standards_left_of_the_tier_alone_are_no_tiers_standard(read):
    reading = read(
        ["行政处罚裁量基准"],
        ["序号", "违法行为", "处罚依据", "处罚标准", "违法程度", "违法情节"],
        [1, "未经许可经营", "第八条", "二万元以下罚款", "一般", "初次"],
    )
    assert fields(reading)["statutory_fine"] == 4
    assert "standard" not in fields(reading)


def test_circumstances_beside_a_tier_are_the_condition(read):
    reading = read(
        ["违法行为", "处罚依据", "违法程度", "违法情节", "处罚标准"], ["未经许可经营", "八条", "一般", "初次", "罚"]
    )
    assert fields(reading)["conditions"] == 4


def test_circumstances_beside_a_condition_are_the_tier(read):
    reading = read(
        ["违法行为", "处罚依据", "违法情节", "适用条件", "处罚标准"], ["未经许可经营", "八条", "一般", "初次", "罚"]
    )
    assert fields(reading)["tier"] == 3


def test_circumstances_alone_are_told_by_their_cells(read):
    header = ["违法行为", "处罚依据", "违法情节", "处罚标准"]
    tiers = read(header, ["未经许可经营", "八条", "一般", "罚一千元"], ["", "", "严重", "罚二千元"])
    assert fields(tiers)["tier"] == 3
    assert "conditions" not in fields(tiers)
    conditions = read(header, ["未经许可经营", "八条", "货值不足一万元的", "罚一千元"], ["", "", "其他", "罚二千元"])
    assert fields(conditions)["conditions"] == 3
    assert "tier" not in fields(conditions)
    both = read(
        header, ["未经许可经营", "八条", "一般：货值不足一万元", "罚一千元"], ["", "", "严重：其他", "罚二千元"]
    )
    assert fields(both)["tier"] == fields(both)["conditions"] == 3


def test_a_column_for_tier_and_condition_together_is_both(read):
    reading = read(["违法行为", "法定依据", "阶次及适用条件", "具体标准"], ["未经许可经营", "八条", "从轻：初次", "罚"])
    assert fields(reading)["tier"] == fields(reading)["conditions"] == 3
    assert reading.rows[0]["tier"] == reading.rows[0]["conditions"] == "从轻：初次"


@pytest.mark.parametrize(
    ("begin", "end"), [("抽取时间自", "抽取时间至"), ("检查开始时间", "检查结束时间"), ("起始日期", "截止日期")]
)
def test_a_period_in_two_columns_is_one(read, begin, end):
    header = [*PLAN[:4], begin, end, *PLAN[5:]]
    reading = read(header, [*ENTRY[:4], "2014年3月1日", "2014年5月31日", *ENTRY[5:]])
    assert reading.rows[0]["period"] == "自 2014年3月1日 至 2014年5月31日"
    assert reading.rows[0].place("period").cell == "E2"


def test_a_period_under_one_spanning_header_is_one(read):
    reading = read(
        [*PLAN[:4], "检查时间", "", *PLAN[5:]],
        ["", "", "", "", "自", "至", "", "", "", ""],
        [*ENTRY[:4], "3月", "5月", *ENTRY[5:]],
        merges="E1:F1",
    )
    assert reading.rows[0]["period"] == "自 3月 至 5月"


def test_the_same_header_twice_is_one_field_with_all_that_it_says(read):
    header = [*PLAN, "备注"]
    reading = read(header, [*ENTRY[:8], "", "第二栏"], [*ENTRY[:8], "一", "二"], [*ENTRY[:8], "同", "同"])
    assert [row["remarks"] for row in reading.rows] == ["第二栏", "一\n二", "同"]


def test_of_two_synonyms_the_forms_earlier_word_is_read_and_the_other_is_said_to_be_unread(read):
    reading = read([*PLAN[:3], "承办机构", *PLAN[3:]], [*ENTRY[:3], "法规科", *ENTRY[3:]])
    assert reading.rows[0]["body"] == "监察大队"
    assert [line.text for line in reading.unread_columns] == ["承办机构"]
    assert any("“承办机构”一栏没有读" in one.sentence.render() for one in reading.assumptions)


def test_a_line_of_labels_above_is_no_header_row(read):
    header = ["序号", "姓名", "性别", "身份证号", "执法机构", "职务", "执法类别", "执法证号", "有效期至"]
    reading = read(["执法人员登记表"], ["填报单位：县局", "", "", "联系电话：", ""], header, ["某"] * 9)
    assert reading.header_rows == (3,)
    assert "phone" not in fields(reading)


def test_columns_under_one_spanning_header_are_all_of_its_field(read):
    header = [*PLAN[:6], "检查内容", "", *PLAN[7:]]
    below = ["", "", "", "", "", "", "项目名目", "具体要求", "", ""]
    reading = read(header, below, [*ENTRY[:6], "消防", "灭火器有效", *ENTRY[7:]], merges="G1:H1")
    assert reading.rows[0]["matter"] == "消防\n灭火器有效"


def test_one_of_two_joined_cells_is_taken_as_it_is(read):
    reading = read([*PLAN, "备注"], [*ENTRY[:8], "", "第二栏"], [*ENTRY[:8], 5, ""])
    assert [row.raw("remarks") for row in reading.rows] == ["第二栏", 5]
