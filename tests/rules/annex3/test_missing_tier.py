"""A301: each violation is refined into the five tiers, by word, synonym or order."""

import pytest

FIVE = [
    "处一万元以上一万五千元以下罚款",
    "处一万五千元以上二万元以下罚款",
    "处二万元以上三万元以下罚款",
    "处三万元以上四万元以下罚款",
    "处四万元以上五万元以下罚款",
]
STATUTE = "处五万元以下罚款"


@pytest.fixture
def tiered(one):
    """tiered(["从轻", "较轻"]) is a dossier whose one violation has these tier words."""
    return lambda words, standards=FIVE, statute=STATUTE, **more: one(standards, statute, tiers=words, **more)


@pytest.mark.parametrize(
    "words",
    [
        ["从轻", "较轻", "一般", "较重", "严重"],
        ["情节轻微", "情节较轻", "情节一般", "情节较重", "情节严重"],
        ["轻微", "较轻", "一般", "严重", "特别严重"],
        ["从轻", "较轻", "一般", "较重", "特别严重"],
        ["从轻情节", "较轻情节", "一般情节", "较重情节", "严重情节"],
        ["1.从轻", "2.较轻", "3.一般", "4.较重", "5.严重"],
        ["一级", "二级", "三级", "四级", "五级"],
        ["1", "2", "3", "4", "5"],
        ["A档", "B档", "C档", "D档", "E档"],
        ["从 轻", "较　轻", "一\n般", "较重 ", "严重"],
        ["从轻：初次违法", "较轻：未造成后果", "一般：有后果", "较重：后果较大", "严重：后果重大"],
        ["轻微", "从轻", "一般", "较重", "严重"],
    ],
)
def test_five_tiers_by_word_synonym_or_number_pass(tiered, cells, words):
    assert cells("A301", tiered(words)) == []


def test_the_order_of_the_rows_does_not_matter(tiered, cells):
    words = ["严重", "较重", "一般", "较轻", "从轻"]
    assert cells("A301", tiered(words, FIVE[::-1])) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["从轻", "一般", "严重"], "“未按规定建立台账”缺少“较轻”、“较重”阶次，现有“从轻”、“一般”、“严重”"),
        (["一般", "较重", "严重"], "“未按规定建立台账”缺少“从轻”、“较轻”阶次，现有“一般”、“较重”、“严重”"),
        (["从轻", "较轻", "一般", "严重"], "“未按规定建立台账”缺少“较重”阶次，现有“从轻”、“较轻”、“一般”、“严重”"),
        (
            ["轻微", "一般", "严重", "特别严重"],
            "“未按规定建立台账”缺少“较轻”阶次，现有“轻微”、“一般”、“严重”、“特别严重”",
        ),
        (["1", "2", "3"], "“未按规定建立台账”只分了3个阶次（“1”、“2”、“3”），少于5个"),
    ],
)
def test_a_tier_that_is_not_there_is_named(tiered, cells, sentences, words, message):
    made = tiered(words)
    assert cells("A301", made) == ["F5"]
    assert sentences("A301", made) == [message]


def test_five_words_of_another_scale_may_mean_the_five(tiered, cells, reasons):
    made = tiered(["轻微", "一般", "较重", "严重", "特别严重"])
    assert cells("A301", made) == []
    assert reasons("A301", made) == [("F5", "阶次名称与通知的五个阶次不同，无法确定是否一一对应")]


def test_mitigated_and_waived_rows_are_no_tier_and_replace_none(tiered, cells, sentences):
    standards = ["不予处罚", "处五千元罚款", *FIVE]
    whole = tiered(["不予处罚", "减轻", "从轻", "较轻", "一般", "较重", "严重"], standards)
    assert cells("A301", whole) == []
    short = tiered(["不予处罚", "减轻", "从轻", "较轻", "一般", "较重"], standards)
    assert sentences("A301", short) == ["“未按规定建立台账”缺少“严重”阶次，现有“从轻”、“较轻”、“一般”、“较重”"]


def test_a_slight_tier_that_waives_is_not_the_lenient_one(tiered, cells):
    words = ["轻微", "从轻", "较轻", "一般", "较重", "严重"]
    assert cells("A301", tiered(words, ["不予行政处罚", *FIVE])) == []
    assert cells("A301", tiered(["轻微", *words[2:]], ["不予行政处罚", *FIVE[1:]])) == ["F5"]


@pytest.mark.parametrize(
    ("word", "message"),
    [("处罚", "“未按规定建立台账”只分了1个阶次（“处罚”），少于5个"), ("", "“未按规定建立台账”没有划分裁量阶次")],
)
def test_an_item_without_any_tier_is_accused_once(tiered, sentences, word, message):
    assert sentences("A301", tiered([word], ["处一万元以上五万元以下罚款"])) == [message]


def test_five_rows_with_words_of_another_scale_are_unexamined(tiered, cells, reasons):
    made = tiered(["较轻", "一般", "较重", "严重", "特别严重"])
    assert cells("A301", made) == []
    assert reasons("A301", made) == [("F5", "阶次名称与通知的五个阶次不同，无法确定是否一一对应")]


def test_tier_words_that_cannot_be_read_are_unexamined_where_five_may_be_meant(tiered, cells, reasons):
    made = tiered(["初犯", "较轻", "一般", "较重", "严重"])
    assert cells("A301", made) == []
    assert reasons("A301", made) == [("F5", "裁量阶次未能识别，无法核对阶次是否齐全")]


@pytest.mark.parametrize("source", ["省", "市", "省级标准", "执行市局标准"])
def test_provincial_and_city_standards_need_no_five_tiers(tiered, cells, reasons, source):
    by_row = tiered(["一般", "较重", "严重"], source=source)
    by_header = tiered(["一般", "较重", "严重"], header={"applied_standard": source})
    for made in (by_row, by_header):
        assert cells("A301", made) == []
        assert [reason for _, reason in reasons("A301", made)] == ["执行省市标准，仅核对引用"]


@pytest.mark.parametrize(
    ("statute", "standard"),
    [
        ("处五百元罚款", "处五百元罚款"),
        ("处每平方米一千元罚款", "处每平方米一千元罚款"),
        ("警告，吊销许可证", "吊销许可证"),
    ],
)
def test_a_statute_without_discretion_is_unexamined(tiered, cells, reasons, statute, standard):
    made = tiered(["一般"], [standard], statute=statute)
    assert cells("A301", made) == []
    assert [reason for _, reason in reasons("A301", made)] == ["法定处罚无裁量幅度"]


def test_an_item_without_a_fine_is_unexamined(tiered, cells, reasons):
    basis = "《道路运输条例》第七十条"
    made = tiered(["一般", "严重"], ["警告", "吊销许可证"], statute="", basis=basis)
    assert cells("A301", made) == []
    assert [reason for _, reason in reasons("A301", made)] == ["法定处罚无裁量幅度"]


def test_two_violations_are_counted_apart_also_when_one_interrupts_the_other(block, benchmark, cells):
    first = block(FIVE, STATUTE)
    second = block(FIVE[:1], STATUTE, number="2", violation="未按规定培训")
    assert cells("A301", benchmark(first[:3], second, first[3:])) == ["F8"]


def test_without_a_tier_column_the_tiers_are_unexamined(tiered, cells, reasons):
    made = tiered(["从轻", "较轻"], missing=["tier"])
    assert cells("A301", made) == []
    assert [reason for _, reason in reasons("A301", made)] == ["表中没有“裁量阶次”一栏，无法核对阶次"]


def test_tiers_written_into_the_condition_column_are_read_there(tiered, cells):
    words = ["从轻：初次违法", "较轻：未造成后果", "一般：有后果", "较重：后果较大", "严重：后果重大"]
    assert cells("A301", tiered([""] * 5, conditions=words, missing=["tier"])) == []


def test_a_nil_return_is_not_accused(dossier, reading, cells):
    made = reading(3, [])
    assert cells("A301", dossier(made)) == []


def test_a_row_for_several_tiers_is_none_of_them(tiered, sentences):
    standards = ["处一万元罚款", "处二万元罚款", "处三万元罚款"]
    (sentence,) = sentences("A301", tiered(["从轻、较轻", "一般", "较重、严重"], standards))
    assert sentence == "“未按规定建立台账”只分了3个阶次（“一般”、“从轻、较轻”、“较重、严重”），少于5个"


def test_a_tier_is_named_without_the_condition_in_its_cell(tiered, sentences):
    words = ["从轻：初次违法的", "较轻\n再次违法的", "一般（造成影响的）", "较重"]
    (sentence,) = sentences("A301", tiered(words, ["处一万元罚款"] * 4))
    assert sentence.endswith("现有“从轻”、“较轻”、“一般”、“较重”")


def test_an_item_that_only_points_to_a_lost_one_is_left_to_a314(block, benchmark, spoken, reasons):
    first = block(["处一万元罚款", "处二万元罚款", "处三万元罚款", "处四万元罚款", "处五万元罚款"], "五万元以下")
    second = block(["按照序号15的裁量基准执行"], "五万元以下", number="2", tiers=[""], conditions=[""], violation="乙")
    made = benchmark(first, second)
    assert spoken(made) == ["A314"]
    assert reasons("A301", made) == [("H10", "所指的标准没有找到，无法核对阶次")]
