"""What stands once for several rows is read in each of them, within its block, and every filling is said."""

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象", "备注"]
TIERS = ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"]
LADDER = ["从轻", "较轻", "一般", "较重", "严重"]


def entry(number, target="加油站"):
    return [number, "《某法》第八条", "监察大队", "张某、李某", "3月", "全县", "安全设施", target, ""]


def block(number, violation, basis, tiers=LADDER):
    rows = [["", "", "", tier, f"{tier}情形", f"{tier}罚款"] for tier in tiers]
    rows[0][:3] = [number, violation, basis]
    return rows


def column(reading, key):
    return [row[key] for row in reading.rows]


def said(reading):
    return [one.sentence.render() for one in reading.assumptions]


def test_one_violation_merged_over_its_tiers_is_read_in_each(read):
    rows = [*block(1, "未经许可经营", "第八条"), *block(2, "超范围经营", "第九条")]
    reading = read(TIERS, *rows, merges="A2:A6 B2:B6 C2:C6 A7:A11 B7:B11 C7:C11")
    assert column(reading, "violation") == ["未经许可经营"] * 5 + ["超范围经营"] * 5
    assert column(reading, "number") == ["1"] * 5 + ["2"] * 5
    assert reading.rows[3].place("violation").cell == "B2"
    assert reading.rows[3].place("standard").cell == "F5"
    assert said(reading) == [
        "“违法行为”一栏有8格属于合并单元格，按首格的内容读（第3至11行）",
        "“法定依据”一栏有8格属于合并单元格，按首格的内容读（第3至11行）",
    ]


def test_one_violation_left_blank_below_its_first_row_is_read_in_each(read):
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), *block(2, "超范围经营", "第九条"))
    assert column(reading, "violation") == ["未经许可经营"] * 5 + ["超范围经营"] * 5
    assert column(reading, "legal_basis") == ["第八条"] * 5 + ["第九条"] * 5
    assert reading.rows[9].place("legal_basis").cell == "C7"
    assert "“违法行为”一栏有8格空白，按同一项首行的内容读（第3至11行）" in said(reading)


def test_merged_only_in_some_columns_the_others_are_read_as_left_blank(read):
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), *block(2, "超范围经营", "第九条"), merges="B2:B6 B7:B11")
    assert column(reading, "legal_basis") == ["第八条"] * 5 + ["第九条"] * 5


def test_a_block_ends_at_a_new_number_though_its_violation_is_missing(read):
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), *block(2, "", "第九条"))
    assert column(reading, "violation") == ["未经许可经营"] * 5 + [""] * 5


def test_a_block_ends_at_a_new_violation_though_its_number_is_missing(read):
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), *block("", "超范围经营", ""))
    assert column(reading, "legal_basis") == ["第八条"] * 5 + [""] * 5
    assert column(reading, "number") == ["1"] * 5 + [""] * 5


def test_a_block_ends_at_a_section(read):
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), ["二、其他类"], ["", "", "", "从轻", "情形", "罚款"])
    assert column(reading, "violation")[5:] == [""]


def test_a_block_goes_on_behind_a_repeated_header(read):
    rows = block(1, "未经许可经营", "第八条")
    reading = read(TIERS, *rows[:2], TIERS, *rows[2:])
    assert column(reading, "violation") == ["未经许可经营"] * 5


def test_a_violation_repeated_in_each_row_is_one_block(read):
    rows = [[1, "未经许可经营", "", tier, "情形", "罚款"] for tier in LADDER]
    rows[0][2] = "第八条"
    assert column(read(TIERS, *rows), "legal_basis") == ["第八条"] * 5


def test_numbers_of_tiers_do_not_cut_a_violation_into_pieces(read):
    rows = block(1, "未经许可经营", "第八条")
    for number, row in enumerate(rows, 1):
        row[0] = number
    assert column(read(TIERS, *rows), "violation") == ["未经许可经营"] * 5


def test_what_is_no_block_column_is_never_filled_from_above(read):
    rows = block(1, "未经许可经营", "第八条")
    rows[2][4] = ""
    assert column(read(TIERS, *rows), "conditions")[2] == ""
    plan = read(PLAN, entry(1), [2, "", *entry(2)[2:]])
    assert column(plan, "basis") == ["《某法》第八条", ""]


def test_a_merge_in_any_column_is_filled_down(read):
    rows = [entry(1), [2, "", "", *entry(2)[3:]], [3, "", "", *entry(3)[3:]]]
    reading = read(PLAN, *rows, merges="B2:B4 C2:C4")
    assert column(reading, "basis") == ["《某法》第八条"] * 3
    assert column(reading, "body") == ["监察大队"] * 3


def test_a_row_that_says_one_thing_under_merges_is_an_entry(read):
    rows = [entry(1), ["", "", "", "", "", "", "", "", ""]]
    rows[1][4] = "2014年9月1日"
    reading = read(PLAN, *rows, merges="B2:B3 C2:C3 D2:D3 F2:F3 G2:G3 H2:H3")
    assert column(reading, "period") == ["3月", "2014年9月1日"]
    assert column(reading, "target") == ["加油站", "加油站"]


def test_an_entry_two_rows_high_is_one_entry(read):
    merges = " ".join(f"{letter}2:{letter}3" for letter in "ABCDEFGHI")
    reading = read(PLAN, entry(1), [], entry(2), merges=merges)
    assert [row.number for row in reading.rows] == [2, 4]


def test_a_merge_over_two_columns_of_a_row_answers_both(read):
    reading = read(PLAN, [1, "《某法》", "执法大队全体人员", "", *entry(1)[4:]], merges="C2:D2")
    assert reading.rows[0]["inspectors"] == "执法大队全体人员"


def test_an_empty_merge_says_nothing(read):
    rows = [entry(1), entry(2)]
    for row in rows:
        row[7] = ""
    assert column(read(PLAN, *rows, merges="H2:H3"), "target") == ["", ""]


def test_merges_in_the_header_fill_no_entry(read):
    reading = read(["检查计划"], PLAN, entry(1), merges="A1:I1 I2:I3")
    assert reading.rows[0]["remarks"] == ""


def test_ditto_is_what_stands_above_even_over_several_rows(read):
    for word in ("同上", "〃", "″", "同上。", "（同上）", " 同上"):
        rows = [entry(1), entry(2), entry(3), entry(4, "矿山")]
        for row in rows[1:3]:
            row[2] = row[7] = word
        reading = read(PLAN, *rows)
        assert column(reading, "target") == ["加油站", "加油站", "加油站", "矿山"], word
        assert reading.rows[2].place("target").cell == "H2"
        assert "“检查对象”一栏有2格写“同上”一类，按上一行的内容读（第3至4行）" in said(reading)


def test_ditto_in_the_first_row_repeats_nothing(read):
    assert read(PLAN, entry(1, "同上")).rows[0]["target"] == "同上"


def test_ditto_under_id_numbers_stays_as_typed(read):
    header = ["序号", "姓名", "性别", "身份证号", "执法机构", "职务", "执法类别", "执法证号", "有效期至"]
    rows = [[1, "张某", "男", "3", "大队", "科员", "处罚", "A1", "2015"], [2, "李某", "男", *["同上"] * 6]]
    reading = read(header, *rows)
    assert reading.rows[1]["id_number"] == "同上"
    assert reading.rows[1]["body"] == "大队"


def test_legal_bases_in_two_columns_are_each_filled_and_then_joined(read):
    reading = read(
        ["序号", "违法行为", "违法依据", "处罚依据", "裁量阶次", "适用条件", "具体标准"],
        [1, "未经许可经营", "第五条", "第八条", "从轻", "初次", "一千元"],
        ["", "", "", "第九条", "较轻", "再次", "二千元"],
        ["", "", "", "", "一般", "其他", "三千元"],
        merges="A2:A4 B2:B4 C2:C4 D3:D4",
    )
    assert column(reading, "legal_basis") == ["第五条\n第八条", "第五条\n第九条", "第五条\n第九条"]


def test_procedures_stand_once_for_their_steps(read):
    header = ["序号", "程序类别", "步骤", "方式", "时限", "承办机构", "承办人员"]
    rows = [
        [1, "一般程序", "立案", "审批", "7日", "大队", "张某"],
        [2, "", "调查", "取证", "30日", "大队", "张某"],
        [3, "听证程序", "告知", "书面", "3日", "大队", "李某"],
        [4, "", "听证", "会议", "7日", "大队", "李某"],
    ]
    assert column(read(header, *rows), "procedure") == ["一般程序", "一般程序", "听证程序", "听证程序"]


def test_rows_filled_alike_share_their_origins(read):
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), merges="A2:A6 B2:B6 C2:C6")
    assert reading.rows[1].origins is reading.rows[4].origins


def test_tiers_that_begin_anew_in_rows_of_nothing_else_belong_to_no_violation(read):
    printed = [["", "", "", tier] for tier in LADDER]
    reading = read(TIERS, *block(1, "未经许可经营", "第八条"), *printed)
    assert len(reading.rows) == 5


def test_a_merge_over_many_columns_of_an_entry_is_not_spread(read):
    reading = read(PLAN, [1, "详见附页", "", "", "", "", "", "加油站"], entry(2), merges="B2:G2")
    assert reading.rows[0]["basis"] == "详见附页"
    assert reading.rows[0]["period"] == ""


STEPS = ["序号", "步骤", "方式", "时限", "承办机构", "承办人员"]


def test_a_heading_names_the_procedure_of_the_steps_below_it(read):
    step = [1, "调查", "询问", "当场", "大队", "张某"]
    sections = [["一、一般程序"], step, ["二、简易程序"], step, step, ["三、其他"], step]
    reading = read(["案件办理程序"], STEPS, *sections)
    assert column(reading, "procedure") == ["一般程序", "简易程序", "简易程序", ""]
    assumed = "“程序类别”一栏有3格空白，按所在小标题的内容读（第4至7行）"
    assert assumed in [one.sentence.render() for one in reading.assumptions]


def test_a_heading_does_not_touch_a_procedure_that_was_typed(read):
    step = ["听证程序", 1, "告知", "书面", "3日", "大队", "张某"]
    reading = read(["程序类别", *STEPS], ["二、简易程序"], step, ["", *step[1:]])
    assert column(reading, "procedure") == ["听证程序", "听证程序"]
