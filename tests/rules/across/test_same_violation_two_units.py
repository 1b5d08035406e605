"""X005: the same law, article and paragraph, by whatever name; the article that punishes, not the one that forbids."""

import pytest

CODE = "X005"
PUNISHES = "：可以处五万元以下的罚款"


@pytest.fixture
def found(filed, messages, typed_ladder):
    """found(basis, basis) are the messages on two units with one item each."""

    def run(*bases, **more):
        units = [
            filed(f"县{name}局", items=typed_ladder(basis)) for name, basis in zip("甲乙丙丁", bases, strict=False)
        ]
        return messages(CODE, *units, **more)

    return run


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《中华人民共和国安全生产法》第九十四条第一款", "《安全生产法》第94条第1款"),
        ("《安全生产法》（2014年修正）第九十四条", "安全生产法第九十四条"),
        ("《中华人民共和国安全生产法（2014年修正）》第九十四条", "《安生法》第94条"),
        ("《环保法》第六十条", "《中华人民共和国环境保护法》第60条"),
        ("《安全生产法》第九十四条第（三）项", "《安全生产法》第94条第3项"),
        ("《安全生产法》第九十四条第三项", "《安全生产法》第九十四条"),
        ("国务院令第591号《危险化学品安全管理条例》第七十五条", "《危险化学品安全管理条例》（国务院令第591号）第75条"),
        ("《治安管理处罚法》第十条之一", "治安管理处罚法第10条之1"),
        (
            "违反《安全生产法》第二十条，依据《安全生产法》第九十四条",
            "违反《安全生产法》第二十五条，依据安全生产法第94条",
        ),
    ],
)
def test_one_article_under_two_spellings_is_the_same(found, one, other):
    (message,) = found(one + PUNISHES, other + PUNISHES)
    assert message.startswith("疑似多头执法：县乙局、县甲局都依据《")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《安全生产法》第九十四条", "《安全生产法》第九十五条"),
        ("《安全生产法》第九十四条第一款", "《安全生产法》第九十四条第二款"),
        ("《安全生产法》第九十四条第一项", "《安全生产法》第九十四条第二项"),
        ("《安全生产法》第十条", "《安全生产法》第十条之一"),
        ("《安全生产法》第九十四条", "《特种设备安全法》第九十四条"),
        ("《山东省安全生产条例》第四十条", "《安全生产条例》第四十条"),
        ("《某办法（试行）》第四十条", "《某办法》第四十条"),
        ("《质量法》第四十条", "《产品质量法》第四十条"),
        (
            "违反《安全生产法》第二十条，依据《安全生产法》第九十四条",
            "违反《安全生产法》第二十条，依据《特种设备安全法》第八十条",
        ),
        ("有关法律法规", "有关法律法规"),
        ("第九十四条", "第九十四条"),
    ],
)
def test_another_article_paragraph_item_or_law_is_another_violation(found, one, other):
    assert found(one + PUNISHES, other + PUNISHES) == []


def test_numbers_without_words_mean_the_last_article_of_each_law(found):
    assert len(found("《安全生产法》第二十条、第九十四条", "《安全生产法》第二十五条、第94条")) == 1
    assert found("《安全生产法》第二十条、第九十四条", "《安全生产法》第二十条、第九十五条") == []


def test_quoted_words_that_refer_to_an_article_do_not_punish_by_it(found):
    quoted = "《安全生产法》第{}条：违反本法第二十条规定的，处五万元以下的罚款"
    assert found(quoted.format("九十四"), quoted.format("九十五")) == []


def test_the_article_at_the_head_of_its_quoted_words_is_the_item_cited_before_them(found):
    quoted = "《安全生产法》第九十四条第（{}）项：\n第九十四条　有下列行为之一的，处五万元以下的罚款"
    assert found(quoted.format("一"), quoted.format("二")) == []
    assert len(found(quoted.format("一"), quoted.format("一"))) == 1


def test_paragraphs_that_the_same_violations_cite_together_are_one_overlap(found):
    (message,) = found("《某条例》第二十六条第一、二款", "《某条例》第26条第一款、第二款")
    assert "《某条例》第26条第1款、第26条第2款" in message


def test_it_is_info_for_the_office_with_everyones_words_and_cells(filed, seen, typed_ladder):
    basis = "《安全生产法》第九十四条" + PUNISHES
    units = [
        filed(name, items=typed_ladder(basis, words))
        for name, words in (("县甲局", "没有标志"), ("县乙局", "未设标志"))
    ]
    (finding,) = seen(CODE, *units).findings
    assert (finding.severity, finding.clause.number) == ("info", "引言")
    text = finding.message.render()
    assert "县甲局“没有标志”（法定依据：《安全生产法》第94条；annex3.xlsx 裁量基准!C5）" in text
    assert "县乙局“未设标志”" in text


def test_a_violation_that_one_unit_lists_twice_is_no_overlap(found, filed, messages, typed_ladder):
    basis = "《安全生产法》第九十四条" + PUNISHES
    assert messages(CODE, filed("县甲局", items=[*typed_ladder(basis), *typed_ladder(basis, "另一行为")])) == []


def test_the_key_lasts_when_cells_move_and_changes_when_another_unit_joins(filed, seen, typed_ladder):
    basis = "《安全生产法》第九十四条" + PUNISHES

    def keys(*dossiers):
        return [one.remedy.render().rpartition("（")[2] for one in seen(CODE, *dossiers).findings]

    one, other = filed("县甲局", items=typed_ladder(basis)), filed("县乙局", items=typed_ladder(basis))
    moved = filed("桓台县甲局", items=[*typed_ladder("《别的法》第一条", "别的"), *typed_ladder(basis, "换个说法")])
    assert keys(one, other) == keys(other, one) == keys(moved, other)
    assert keys(one, other, filed("县丙局", items=typed_ladder(basis))) != keys(one, other)
